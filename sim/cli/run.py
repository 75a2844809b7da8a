"""Run one city and print its outcomes, year by year. SCENARIO is a shipped scenario's name or a .toml file."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sim.cli import output
from sim.cli.context import add_context, add_output, command_line, read_context
from sim.cli.parser import Parser
from sim.runs.statistics import REPORTED_YEARS, number

if TYPE_CHECKING:
    from sim.city.city import City
    from sim.runs.replications import Replications
    from sim.runs.spec import RunSpec


def add_arguments(parser: Parser) -> None:
    """Add the scenario and the common options."""
    parser.add_argument("scenario", metavar="SCENARIO")
    add_context(parser)
    add_output(parser)


def run(options: argparse.Namespace) -> int:
    """Run and print; return the exit status."""
    output.check_out(options)
    context = read_context(options)
    runs = replicated(context.spec([options.scenario]), context.city, options)
    status = output.report_failures(runs)
    if not runs.completed:
        return status
    receipt = runs.receipt(command_line("run", [options.scenario], options))
    document = {"receipt": receipt, "outcomes": outcomes_by_year(runs)}
    output.write_out(options, document, runs)
    if options.json:
        print(output.as_json(document))
    else:
        _print(document, runs.spec.labels[0], options)
    return status


def replicated(spec: RunSpec, city: City, options: argparse.Namespace) -> Replications:
    """Return the runs of ``spec``, compiling first if need be, with what was noted of a ``city`` of one's own."""
    from sim.city.load import is_shipped
    from sim.model.warm_up import compile_first
    from sim.runs.replications import replicate

    if not is_shipped(city.name):
        for words in city.notes:
            output.note(options, f"note: {words.translate('en')}")
    compile_first()
    return replicate(spec, options.quiet)


def outcomes_by_year(runs: Replications) -> dict[str, dict[str, float | None]]:
    """Return outcome -> year -> mean over the seeds of the only city; undefined in any seed is None."""
    label = runs.spec.labels[0]
    means = {year: runs.values(label, year).mean(axis=0).tolist() for year in runs.years}
    return {name: {year: number(means[year][k]) for year in means} for k, name in enumerate(runs.outcomes)}


def _print(document: Mapping[str, Any], label: str, options: argparse.Namespace) -> None:
    outcomes = document["outcomes"]
    reached = list(next(iter(outcomes.values())))
    years = [str(year) for year in REPORTED_YEARS if str(year) in reached]
    print(f"{label}: mean of the four weeks that end a year\n")
    header = ["", *(f"year {year}" for year in years), "end", ""]
    rows = [
        [
            outcome.label.translate("en"),
            *(output.shown(outcome, outcomes[outcome.id][year]) for year in (*years, "end")),
            output.unit_of(outcome),
        ]
        for outcome in output.outcomes_shown(outcomes, options)
    ]
    output.print_table(header, rows)
    output.print_receipt(document["receipt"], len(outcomes), options)
