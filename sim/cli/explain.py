"""Explain why two cities differ, who gains, under whose assumptions, and what would flip it.

A and B (and C, then every pair is explained) are shipped scenarios' names or .toml files; or DIR is a finished
study. Differences are the first city minus the second, paired by seed. What was run is kept: an interrupted
explanation goes on where it was. Assumptions given with --set are locked: they are neither sampled nor flipped.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.answers.effort import RESIDENTS
from sim.cli import output
from sim.cli.context import Context, add_context, command_line, read_context
from sim.cli.parser import Parser
from sim.files import checks
from sim.files.errors import InputError
from sim.outcomes import FIRST_SEVEN

if TYPE_CHECKING:
    from sim.answers.effort import Effort
    from sim.answers.laboratory import Laboratory
    from sim.answers.question import Question
    from sim.runs.spec import RunSpec

FEWEST, MOST = 2, 3
FEWEST_SEEDS = 2


def add_arguments(parser: Parser) -> None:
    """Add the cities or the study, what is asked, and the common options."""
    parser.add_argument(
        "cities", metavar="A B [C] | DIR", nargs="+", help="two or three scenarios, or a study"
    )
    parser.add_argument(
        "--outcome", action="append", metavar="NAME", help="an outcome (repeatable; default: the first seven)"
    )
    add_horizon(parser)
    parser.add_argument(
        "--district", metavar="NAME", help="also both cities' lines in a district, by its first three letters"
    )
    parser.add_argument("--quick", action="store_true", help="fewer runs: a first look, with wider bands")
    parser.add_argument(
        "--constants", action="store_true", help="judgement constants too may flip it (three times the runs)"
    )
    parser.add_argument("--anew", action="store_true", help="compute also what was computed beforehand")
    add_context(parser)
    add_output(parser)
    uses = {"a study": ("outcome", "horizon", "model", "json", "out", "quiet"), "scenarios": parser.dests()}
    parser.declare_uses(lambda options: "a study" if _is_folder(options) else "scenarios", uses)


def _is_folder(options: argparse.Namespace) -> bool:
    """Return whether a folder, of a study as it is hoped, is to be explained."""
    return len(options.cities) == 1 and Path(options.cities[0]).is_dir()


def add_horizon(parser: Parser) -> None:
    """Add --horizon."""
    parser.add_argument(
        "--horizon",
        action="append",
        metavar="YEAR",
        help="a year (repeatable; default: 1, 2, 5, 10 as reached)",
    )


def add_output(parser: Parser) -> None:
    """Add --json, --out and --quiet."""
    group = parser.add_argument_group("the output")
    group.add_argument("--json", action="store_true", help="print JSON instead of text")
    group.add_argument("--out", metavar="FILE", help="also write a .json file (as --json prints)")
    group.add_argument("--quiet", action="store_true", help="no progress bar and no notes on standard error")


def run(options: argparse.Namespace) -> int:
    """Explain and print; return the exit status."""
    if options.out is not None:
        from sim.files.atomic import check_target

        check_target(Path(options.out), (".json",))
    if _is_folder(options):
        from sim.cli.explain_study import explain_study

        return explain_study(options)
    if not FEWEST <= len(options.cities) <= MOST:
        given = (
            f"{options.cities[0]} alone" if len(options.cities) == 1 else f"{len(options.cities)} scenarios"
        )
        raise InputError(f"{given} given (allowed: {FEWEST} or {MOST} scenarios, or the folder of one study)")
    context = read_context(with_residents(options))
    spec = context.spec(options.cities, ("pairs",))
    questions = [_question(spec, pair, context, options) for pair in combinations(range(len(spec.cities)), 2)]
    effort = replace(effort_of(options, context), constants=options.constants)
    found, failures = _answers(questions, effort, context, options)
    document = _document(found, spec, options)
    output.write_document(options, document)
    if not options.json:
        from sim.cli.explain_text import print_explanation

        for one in found:
            print_explanation(one, spec.residents)
        print(f"Again: {document['receipt']['command']}")
    return report(failures)


def _answers(
    questions: Sequence[Question], effort: Effort, context: Context, options: argparse.Namespace
) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """Return the answers to each question, told beforehand where they can be, and the runs that failed."""
    from sim.answers.beforehand import told_beforehand
    from sim.answers.district import districts, find_district
    from sim.answers.explain import explain
    from sim.answers.pair import run_pair

    told = [None if options.anew else told_beforehand(question, effort) for question in questions]
    if any(told):
        output.note(options, "note: computed beforehand for this version; --anew computes it here")
    if all(told) and options.district is None:
        return [one for one in told if one is not None], ()
    names = context.city.names
    place = "" if options.district is None else find_district(options.district, names)
    with open_laboratory(options) as lab:
        found = []
        for one, question in zip(told, questions, strict=True):
            answers = one or explain(question, lab, effort).as_json()
            there = districts(run_pair(question, lab, effort), names, place) if place else {}
            found.append(answers | ({"district": there} if place else {}))
        return found, tuple(lab.failures)


def with_residents(options: argparse.Namespace) -> argparse.Namespace:
    """Return ``options`` with the number of residents that answers are given for, where none is asked for."""
    if options.residents is None:
        options.residents = str(RESIDENTS)
    return options


def effort_of(options: argparse.Namespace, context: Context) -> Effort:
    """Return how much to run; --seeds is the most of the pair."""
    from sim.answers.effort import QUICK, STANDARD

    effort = QUICK if options.quick else STANDARD
    if options.seeds is None:
        return effort
    most = len(context.seeds)
    if most < FEWEST_SEEDS:
        raise InputError(f"--seeds {most}: an interval takes {FEWEST_SEEDS} or more")
    return replace(effort, seeds=most, least=min(effort.least, most))


def horizons_of(options: argparse.Namespace) -> list[Any]:
    """Return the years of --horizon as spelled; `ask` checks them."""
    return [checks.spelled_whole(text) for text in options.horizon or ()]


def locked_of(options: argparse.Namespace, context: Context) -> tuple[tuple[str, Any], ...]:
    """Return the assumptions that --set names: they hold wherever others are varied."""
    named = {pair.partition("=")[0] for pair in options.set}
    return tuple((name, value) for name, value in context.assumptions.items() if name in named)


@contextmanager
def open_laboratory(options: argparse.Namespace) -> Iterator[Laboratory]:
    """Open a laboratory on every core with a progress bar, which keeps what it runs between starts."""
    from tqdm import tqdm

    from sim.answers.kept import KeptResults
    from sim.answers.laboratory import laboratory
    from sim.model.warm_up import compile_first

    compile_first()
    hidden = options.quiet or not sys.stderr.isatty()
    shelf = None if options.model else KeptResults()  # a model of one's own may change between starts
    with tqdm(unit="city", disable=hidden, leave=False) as bar:

        def tell(done: int, total: int) -> None:
            bar.total, bar.n = total, done
            bar.refresh()

        if shelf is None:
            with laboratory(tell=tell) as lab:
                yield lab
        else:
            with closing(shelf), laboratory(shelf=shelf, tell=tell) as lab:
                yield lab


def report(failures: Sequence[str]) -> int:
    """Name the runs that failed on standard error; return the exit status."""
    for failure in failures:
        print(f"two-cities: {failure}", file=sys.stderr)
    return 1 if failures else 0


def _question(
    spec: RunSpec, pair: tuple[int, int], context: Context, options: argparse.Namespace
) -> Question:
    from sim.answers.question import ask

    cities = tuple(spec.cities[place] for place in pair)
    outcomes = options.outcome or FIRST_SEVEN
    return ask(replace(spec, cities=cities), outcomes, horizons_of(options), locked_of(options, context))


def _document(found: Sequence[dict[str, Any]], spec: RunSpec, options: argparse.Namespace) -> dict[str, Any]:
    """Return the receipt and the answers; with three cities, those of each pair."""
    from sim.runs.receipt import make_receipt

    ran = spec.under(found[0]["seeds"])
    words = command_line("explain", options.cities, options)
    for name in ("outcome", "horizon"):
        words += [word for value in getattr(options, name) or () for word in (f"--{name}", value)]
    words += [] if options.district is None else ["--district", options.district]
    words += ["--quick"] * options.quick + ["--constants"] * options.constants
    receipt = make_receipt(ran, words, found[0]["failed_seeds"])
    if len(found) == 1:
        return {"receipt": receipt, **found[0]}
    return {"receipt": receipt, "looks": sum(one["looks"] for one in found), "pairs": found}
