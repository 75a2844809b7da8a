"""Compile the model now, so that the first run does not have to."""

from __future__ import annotations

import argparse
from time import perf_counter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add --quiet."""
    parser.add_argument("--quiet", action="store_true", help="say nothing")


def run(options: argparse.Namespace) -> int:
    """Compile and say how long it took."""
    from sim.model.warm_up import compile_first, warm_up

    start = perf_counter()
    compile_first(options.quiet)
    warm_up()  # whatever was compiled, a city of every kind now runs
    if not options.quiet:
        print(f"ready ({perf_counter() - start:.1f} s)")
    return 0
