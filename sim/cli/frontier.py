"""Look for another choice: where corner cities, shipped scenarios and your own stand on two outcomes.

The corners take each of the four questions from A or from B (emancipatory and control unless others are named);
further scenarios are the room's own, and --found adds the cities that a search has found. A point is best where no
other beats it by more than what is material, and robust where that holds under every shipped set of assumptions too.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import output
from sim.cli.context import Context, add_context, command_line, read_context
from sim.cli.explain import (
    add_horizon,
    add_output,
    effort_of,
    horizons_of,
    locked_of,
    open_laboratory,
    report,
    with_residents,
)
from sim.cli.parser import Parser
from sim.files.counted import counted
from sim.files.errors import InputError
from sim.runs.statistics import number

if TYPE_CHECKING:
    from sim.answers.effort import Effort
    from sim.answers.frontier import Frontier
    from sim.answers.question import Question
    from sim.runs.spec import CitySpec, RunSpec

POLES = ("emancipatory", "control")
SEEDS = 6


def add_arguments(parser: Parser) -> None:
    """Add the cities, the two outcomes and the common options."""
    parser.add_argument(
        "cities", metavar="A B [MORE ...]", nargs="*", help="two scenarios, then the room's own"
    )
    parser.add_argument("--outcomes", metavar="X,Y", required=True, help="two outcomes with a direction")
    parser.add_argument("--found", metavar="DIR", help="also the frontier of a finished search")
    add_horizon(parser, several=False)
    parser.add_argument("--quick", action="store_true", help="fewer runs: a first look, with wider bands")
    add_context(parser)
    add_output(parser)


def run(options: argparse.Namespace) -> int:
    """Run, print and write; return the exit status."""
    from sim.answers.frontier import axes_of, frontier
    from sim.runs.receipt import make_receipt

    if options.out is not None:
        from sim.files.atomic import check_target

        check_target(Path(options.out), (".json",))
    outcomes = [name.strip() for name in options.outcomes.split(",")]
    axes_of(outcomes)
    output.one_horizon(options)
    if len(options.cities) == 1:
        raise InputError("1 scenario given; corners take two, or none for those of the two camps")
    context = read_context(with_residents(options))
    spec = context.spec(options.cities or POLES)
    question, effort = _question(spec, outcomes, context, options)
    searched = _searched(options)
    with open_laboratory(options) as lab:
        found = frontier(question, lab, spec.cities[2:], effort, searched)
        failures = tuple(lab.failures)
    words = [*command_line("frontier", options.cities, options), "--outcomes", options.outcomes]
    words += [word for year in options.horizon or () for word in ("--horizon", year)]
    words += ["--quick"] * options.quick + (["--found", options.found] if options.found else [])
    document = {"receipt": make_receipt(spec.under(found.seeds), words), **found.as_json()}
    output.write_document(options, document)
    if not options.json:
        _print(found)
        print(f"Again: {document['receipt']['command']}")
    return report(failures)


def _searched(options: argparse.Namespace) -> list[CitySpec]:
    """Return the cities on the frontier of the search named by --found."""
    if options.found is None:
        return []
    from sim.runs.spec import CitySpec
    from sim.studies.found import found_in

    return [CitySpec.of(city.name, city) for city in found_in(options.found)]


def _question(
    spec: RunSpec, outcomes: Sequence[str], context: Context, options: argparse.Namespace
) -> tuple[Question, Effort]:
    """Return what is asked of the first two cities of ``spec``, and how much to run."""
    from sim.answers.question import ask

    most = effort_of(options, context)
    effort = most if options.seeds else replace(most, seeds=min(SEEDS, most.seeds))
    seeds = range(spec.seed, spec.seed + effort.seeds)
    pair = replace(spec, cities=spec.cities[:2]).under(seeds)
    return ask(pair, outcomes, horizons_of(options), locked_of(options, context)), effort


def _print(found: Frontier) -> None:
    print(f"Year {found.year}, mean over seeds {found.seeds[0]} to {found.seeds[-1]}\n")
    header = ["", *(one.label.translate("en") for one in found.outcomes), "best", "robust"]
    rows = [
        [
            point.name,
            *(
                output.shown(one, number(band.mean))
                for one, band in zip(found.outcomes, point.bands, strict=True)
            ),
            "yes" if point.best else "",
            "yes" if point.robust else "",
        ]
        for point in sorted(found.points, key=lambda point: (not point.best, point.name))
    ]
    output.print_table(header, rows)
    better = ", ".join(f"{one.label.translate('en')} {one.direction}" for one in found.outcomes)
    cities = counted(len(found.points), "city", "cities")
    sets = counted(len(found.sets), "set of assumptions", "sets of assumptions")
    print(f"\nBetter is: {better}. {cities}, under {sets}.")
    from sim.answers.explain import limit

    for key in found.limits:
        print(f"- {limit(key).translate('en')}")
