"""Gather the parts of one study, run apart with --shard, in one directory."""

from __future__ import annotations

import argparse

from sim.cli.sweep import AGAIN, guarded


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the parts and where they are gathered."""
    parser.add_argument("parts", metavar="DIR", nargs="+", help="directories of the parts")
    parser.add_argument("--out", metavar="DIR", help="the directory of the whole (default: the first part)")
    parser.add_argument("--quiet", action="store_true", help="no summary")


def run(options: argparse.Namespace) -> int:
    """Merge and report; return the exit status."""
    from sim.studies import merge

    target = options.out or options.parts[0]
    return guarded(options, lambda: merge(options.parts, target), lambda: AGAIN)
