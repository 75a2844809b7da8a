"""The options that all runs share, derived from the declared parameters."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sim.cli.parser import Parser
from sim.files import checks
from sim.files.errors import InputError, brief
from sim.parameters import CONTEXT, LEVERS, PARAMETERS, Parameter, Value, check_all
from sim.runs.spec import CENTRAL, MOST_SEEDS, RunSpec, cities_of, distinct_labels, numbered_seeds
from sim.scenario.scenario import load_assumptions, load_scenario

if TYPE_CHECKING:
    from sim.city.city import City


class Context(NamedTuple):
    """What all cities of one command share, checked."""

    residents: int
    history: int
    weeks: int
    city: City
    seeds: tuple[int, ...]
    assumption_set: str
    assumptions: dict[str, Value]
    levers: dict[str, Value]

    def spec(self, names: Sequence[str], reserved: Sequence[str] = ()) -> RunSpec:
        """Return what to run: the scenarios of those names or paths, with the levers of --set.

        No city's label is one of the ``reserved`` words.
        """
        scenarios = [load_scenario(name).change(self.levers, "--set") for name in names]
        labels = distinct_labels(scenarios, reserved)
        return RunSpec(
            cities_of(dict(zip(labels, scenarios, strict=True))),
            self.city,
            self.residents,
            self.history,
            self.weeks,
            self.seeds,
            tuple(self.assumptions.items()),
            self.assumption_set,
        )


def add_context(parser: Parser) -> None:
    """Add --residents, --weeks, --history, --seed, --city, and --seeds, --set, --assumptions."""
    group = parser.add_argument_group("the runs")
    for parameter in CONTEXT.values():
        option = group.add_argument(f"--{parameter.name}", metavar=_metavar(parameter))
        parser.describe(option, partial(_help, parameter))
    group.add_argument(
        "--seeds",
        metavar="N",
        help=f"run this many draws of luck, from --seed on (1 to {MOST_SEEDS}; default 1)",
    )
    group.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="set a lever, assumption or constant in every city (repeatable; `two-cities parameters`)",
    )
    group.add_argument(
        "--assumptions", default=CENTRAL, metavar="SET", help=f"a set of assumptions (default {CENTRAL})"
    )


def add_output(parser: argparse.ArgumentParser) -> None:
    """Add --json, --out, --all and --quiet."""
    group = parser.add_argument_group("the output")
    group.add_argument("--json", action="store_true", help="print JSON instead of a table")
    group.add_argument(
        "--out", metavar="FILE", help="also write a file: .csv (every week) or .json (as --json prints)"
    )
    group.add_argument("--all", action="store_true", help="show every dial, not only the first seven")
    group.add_argument("--quiet", action="store_true", help="no progress bar and no notes on standard error")


def read_context(options: argparse.Namespace) -> Context:
    """Return the checked context of ``options``; raise InputError for what is not allowed."""
    values = {name: _context_value(parameter, options) for name, parameter in CONTEXT.items()}
    number = 1 if options.seeds is None else checks.spelled_whole(options.seeds)
    seeds = numbered_seeds(number, int(values["seed"]), "--seeds")
    chosen = read_settings(options.set)
    levers = {name: value for name, value in chosen.items() if name in LEVERS}
    others = {name: value for name, value in chosen.items() if name not in LEVERS}
    assumptions = load_assumptions(options.assumptions) | others

    from sim.city.load import load_city  # last: it brings the compiler along

    return Context(
        residents=int(values["residents"]),
        history=int(values["history"]),
        weeks=int(values["weeks"]),
        city=load_city(str(values["city"])),
        seeds=seeds,
        assumption_set=options.assumptions,
        assumptions=assumptions,
        levers=levers,
    )


def read_settings(pairs: Sequence[str]) -> dict[str, Value]:
    """Return the levers, assumptions and constants of ``name=value`` texts, checked."""
    settings: dict[str, Value] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise InputError(f"--set {brief(pair)} must be NAME=VALUE")
        if name in settings:
            raise InputError(f"--set {name} is given twice")
        parameter = PARAMETERS.get(name)
        if parameter is None or parameter.role == "context":
            check_all({name: text}, ("lever", "assumption", "constant"), "--set")
        else:
            settings[name] = parameter.parse(text, "--set")
    return settings


def command_line(command: str, names: Sequence[str], options: argparse.Namespace) -> list[str]:
    """Return the words that repeat this command: what it was given, without where its output went."""
    words = ["two-cities", command, *names]
    for name in (*CONTEXT, "seeds"):
        if getattr(options, name) is not None:
            words += [f"--{name}", getattr(options, name)]
    for pair in options.set:
        words += ["--set", pair]
    if options.assumptions != CENTRAL:
        words += ["--assumptions", options.assumptions]
    return words


def _context_value(parameter: Parameter, options: argparse.Namespace) -> Value:
    text = getattr(options, parameter.name)
    return parameter.default if text is None else parameter.parse(text, f"--{parameter.name}")


def _metavar(parameter: Parameter) -> str:
    return "N" if parameter.kind == "number" else "NAME"


def _help(parameter: Parameter) -> str:
    words = parameter.help.translate("en").rstrip(".")
    said = f"{words[0].lower()}{words[1:]} ({parameter.allowed}; default {parameter.default})"
    return said.replace("%", "%%")
