"""Run cities from one burn-in on the same seeds, and compare them.

A and B are shipped scenarios' names or .toml files. Differences are the first city's value minus the other's,
paired by seed, with the interval that holds their mean with 90 % confidence (two seeds or more), and one word for
their size: "about equal" below what is material, "too close to call" inside the interval, else higher or lower.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from sim.cli import output
from sim.cli.context import add_context, add_output, command_line, read_context
from sim.cli.parser import Parser
from sim.cli.run import replicated
from sim.files.errors import InputError
from sim.outcomes import outcome
from sim.runs.size import Size, size_of
from sim.runs.statistics import REPORTED_YEARS, Difference, number

if TYPE_CHECKING:
    from sim.runs.replications import Replications

DIFFERENCE = ("difference", "low", "high", "word")
WORDS = (*DIFFERENCE, "pairs")
MOST_CITIES = 26


def add_arguments(parser: Parser) -> None:
    """Add the scenarios and the common options."""
    parser.add_argument("scenarios", metavar="A B", nargs="+", help="two scenarios or more")
    add_context(parser)
    add_output(parser)


def run(options: argparse.Namespace) -> int:
    """Run, compare and print; return the exit status."""
    if not 2 <= len(options.scenarios) <= MOST_CITIES:
        raise InputError(f"{len(options.scenarios)} scenario(s) given (allowed: 2 to {MOST_CITIES})")
    output.check_out(options)
    context = read_context(options)
    runs = replicated(context.spec(options.scenarios, WORDS), context.city, options)
    status = output.report_failures(runs)
    if not runs.completed:
        return status
    receipt = runs.receipt(command_line("compare", options.scenarios, options))
    document = {"receipt": receipt, "outcomes": compared(runs)}
    output.write_out(options, document, runs)
    if options.json:
        print(output.as_json(document))
    else:
        _print(document, runs.spec.labels, options)
    return status


def compared(runs: Replications) -> dict[str, dict[str, Any]]:
    """Return outcome -> year -> every city's mean, and the difference (two cities) or the pairs (more).

    Years are 1, 2, 5, 10 and 25 as reached, and "end" where the run ends at none of them.
    """
    years = [str(year) for year in REPORTED_YEARS if str(year) in runs.years]
    if not years or runs.spec.weeks != int(years[-1]) * 52:
        years.append("end")
    by_year = {year: _compared_at(year, runs) for year in years}
    return {name: {year: by_year[year][k] for year in years} for k, name in enumerate(runs.outcomes)}


def _compared_at(year: str, runs: Replications) -> list[dict[str, Any]]:
    means = {label: runs.values(label, year).mean(axis=0) for label in runs.spec.labels}
    pairs = [(a, b, runs.difference(a, b, year)) for a, b in combinations(runs.spec.labels, 2)]
    found = []
    for k, name in enumerate(runs.outcomes):
        row: dict[str, Any] = {label: number(mean[k]) for label, mean in means.items()}
        said = [
            {"first": first, "second": second, **_difference(difference, k, outcome(name).material)}
            for first, second, difference in pairs
        ]
        if len(said) == 1:
            row |= {key: said[0][key] for key in DIFFERENCE}
        else:
            row["pairs"] = said
        found.append(row)
    return found


def _difference(difference: Difference, k: int, material: float) -> dict[str, Any]:
    """Return one outcome's difference with its interval and the word for its size."""
    mean, low, high = (float(values[k]) for values in difference)
    ends = {"difference": number(mean), "low": number(low), "high": number(high)}
    return ends | {"word": size_of(mean, low, high, material).value}


def _print(document: Mapping[str, Any], labels: Sequence[str], options: argparse.Namespace) -> None:
    outcomes = document["outcomes"]
    year = list(next(iter(outcomes.values())))[-1]
    print(f"{'At the end' if year == 'end' else f'Year {year}'}, mean of the four weeks that end it\n")
    two = len(labels) == 2
    header = ["", *labels, *(["difference", "90 % interval", ""] if two else []), ""]
    rows = []
    for one in output.outcomes_shown(outcomes, options):
        at = outcomes[one.id][year]
        cells = [output.shown(one, at[label]) for label in labels]
        if two:
            low, high = (output.shown(one, at[end], signed=True) for end in ("low", "high"))
            interval = f"{low} to {high}" if at["low"] is not None else output.UNDEFINED
            word = "" if at["low"] is None else Size(at["word"]).words.translate("en")
            cells += [output.shown(one, at["difference"], signed=True), interval, word]
        rows.append([one.label.translate("en"), *cells, output.unit_of(one)])
    output.print_table(header, rows)
    if two:
        print(
            f"\nDifference: {labels[0]} minus {labels[1]}. Intervals cover seeds, not doubt about assumptions.\n"
            f"Words are for each outcome alone; {len(rows)} were looked at."
        )
    else:
        print("\n--json gives the difference of each pair.")
    output.print_receipt(document["receipt"], len(outcomes), options)
