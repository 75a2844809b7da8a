"""Search levers for cities of which none is better in every respect (NSGA-II).

FILE is a design with a table [search]. Every evaluated city stays in DIR; interrupted or killed, the same command goes
on, and comes to the same frontier.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.analyse import print_finding
from sim.cli.context import declare_model
from sim.cli.parser import Parser
from sim.cli.sweep import AGAIN, add_running, read_running, terminating_as_interrupting
from sim.files.counted import counted

if TYPE_CHECKING:
    from sim.studies.search import Search


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
        raise KeyboardInterrupt(AGAIN) from None
    written = finding.save(Path(options.out) / "analysis")
    if not options.quiet:
        print(_heading(sought))
    print_finding(finding, written, options.quiet, [one.outcome for one in sought.objectives])
    return 0


def _heading(sought: Search) -> str:
    """Return what is sought, and of which runs an objective is the mean."""
    asked = ", ".join(f"{one.direction} {one.outcome}" for one in sought.objectives)
    design = sought.design
    sets = f"the {sought.over} of {', '.join(design.assumptions)}" if len(design.assumptions) > 1 else ""
    seeds = f"means over {counted(len(design.seeds), 'seed')} at the end of the runs"
    runs = ", ".join(filter(None, [seeds, sets]))
    cities = counted(sought.population, "city", "cities")
    return f"{asked}; {runs}; {counted(sought.generations, 'generation')} of {cities}."
