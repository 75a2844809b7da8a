"""Go on with the runs of a directory: live what is pending or damaged, keep what is done."""

from __future__ import annotations

import argparse

from sim.cli.parser import Parser
from sim.cli.sweep import add_running, guarded, read_running, resumed


def add_arguments(parser: Parser) -> None:
    """Add the directory and how to run."""
    parser.add_argument("folder", metavar="DIR")
    parser.add_argument("--retry-failed", action="store_true", help="also run again what failed or timed out")
    parser.add_argument(
        "--other-version", action="store_true", help="go on although another version of the model began"
    )
    add_running(parser)


def run(options: argparse.Namespace) -> int:
    """Resume and report; return the exit status."""
    from sim.studies import resume

    chosen = read_running(options)._replace(
        retry_failed=options.retry_failed, other_version=options.other_version
    )
    return guarded(options, lambda: resume(options.folder, chosen), lambda: resumed(options.folder))
