"""Run one city and print its dials, year by year. SCENARIO is a shipped scenario's name or a .toml file."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.cli import output
from sim.cli.context import Context, add_context, add_output, command_line, label_cities, read_context
from sim.runs.statistics import REPORTED_YEARS

if TYPE_CHECKING:
    from sim.runs.replications import SeedRun


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the scenario and the common options."""
    parser.add_argument("scenario", metavar="SCENARIO")
    add_context(parser)
    add_output(parser)


def run(options: argparse.Namespace) -> int:
    """Run and print; return the exit status."""
    output.check_out(options)
    context = read_context(options)
    scenarios = context.constitutions([options.scenario])
    labels = label_cities(scenarios)
    runs = live(context, scenarios, options)
    status = output.report_failures(runs)
    lived = [one for one in runs if one.courses]
    if not lived:
        return status
    command = command_line("run", [options.scenario], options)
    receipt = output.receipt_of(context, scenarios, labels, command, runs)
    document = {"receipt": receipt, "dials": dials_by_year(lived)}
    output.write_out(options, document, lived, labels)
    if options.json:
        print(output.as_json(document))
    else:
        _print(document, labels[0], options)
    return status


def live(context: Context, scenarios: Sequence[Any], options: argparse.Namespace) -> list[SeedRun]:
    """Return the runs of ``scenarios`` for every seed of ``context``, compiling first if need be."""
    from sim.city.load import is_shipped
    from sim.model.warm_up import compile_first
    from sim.runs.replications import run_seeds

    if not is_shipped(context.city.name):
        for words in context.city.notes:
            output.note(options, f"note: {words.translate('en')}")
    compile_first()
    settings = {
        "residents": context.residents,
        "history": context.history,
        "weeks": context.weeks,
        "city": context.city,
        "assumptions": context.assumptions,
        "model": context.model_class(),
    }
    return run_seeds(scenarios, context.seeds, settings, options.quiet)


def dials_by_year(runs: Sequence[SeedRun]) -> dict[str, dict[str, float | None]]:
    """Return dial -> year -> mean over the seeds of the only city; undefined in any seed is None."""
    years, names = list(runs[0].courses[0].years), runs[0].outcomes
    means = {year: np.mean([run.courses[0].years[year] for run in runs], axis=0).tolist() for year in years}
    return {name: {year: output.number(means[year][k]) for year in years} for k, name in enumerate(names)}


def _print(document: Mapping[str, Any], label: str, options: argparse.Namespace) -> None:
    dials = document["dials"]
    reached = list(next(iter(dials.values())))
    years = [str(year) for year in REPORTED_YEARS if str(year) in reached]
    print(f"{label}: mean of the four weeks that end a year\n")
    header = ["", *(f"year {year}" for year in years), "end", ""]
    rows = [
        [
            dial.label.translate("en"),
            *(output.shown(dial, dials[dial.id][year]) for year in (*years, "end")),
            output.unit_of(dial),
        ]
        for dial in output.dials_shown(dials, options)
    ]
    output.print_table(header, rows)
    output.print_receipt(document["receipt"], len(dials), options)
