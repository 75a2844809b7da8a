"""Search levers for cities of which none is better in every respect (NSGA-II).

FILE is a design with a table [search]. Every evaluated city stays in DIR; interrupted or killed, the same command goes
on, and comes to the same frontier.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sim.cli.analyse import print_finding
from sim.cli.context import declare_model
from sim.cli.parser import Parser
from sim.cli.sweep import add_running, read_running, terminating_as_interrupting


def add_arguments(parser: Parser) -> None:
    """Add the file, the directory and how to run."""
    parser.add_argument("search", metavar="FILE")
    parser.add_argument("--out", metavar="DIR", required=True, help="the directory of all that is evaluated")
    add_running(parser)


def run(options: argparse.Namespace) -> int:
    """Search, write and print; return the exit status."""
    from sim.studies.search import Search, search

    declare_model(options)
    sought = Search.read(options.search)
    try:
        with terminating_as_interrupting():
            finding = search(sought, options.out, read_running(options)._replace(quiet=True))
    except KeyboardInterrupt:
        print("two-cities: stopped; the same command goes on from here", file=sys.stderr)
        raise
    print_finding(finding, finding.save(Path(options.out) / "analysis"), options.quiet)
    return 0
