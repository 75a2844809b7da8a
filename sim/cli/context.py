"""The options that all runs share, derived from the declared parameters."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sim.files import checks
from sim.files.errors import InputError, brief
from sim.parameters import CONTEXT, LEVERS, PARAMETERS, Parameter, Value, check_all

if TYPE_CHECKING:
    from sim.city.city import City
    from sim.scenario.scenario import Scenario

MOST_SEEDS = 10_000
CENTRAL = "central"


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

    def constitutions(self, names: Sequence[str]) -> list[Scenario]:
        """Return the scenarios of those names or paths, with the levers of --set."""
        from sim.scenario.scenario import load_scenario

        return [load_scenario(name).change(self.levers, "--set") for name in names]


def add_context(parser: argparse.ArgumentParser) -> None:
    """Add --residents, --weeks, --history, --seed, --city, and --table, --seeds, --set, --assumptions."""
    group = parser.add_argument_group("the runs")
    for parameter in CONTEXT.values():
        group.add_argument(f"--{parameter.name}", metavar=_metavar(parameter), help=_help(parameter))
    group.add_argument(
        "--table", metavar="FILE", help="figures to be joined to the boundaries of --city FILE"
    )
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
    from sim.scenario.scenario import load_assumptions

    values = {name: _context_value(parameter, options) for name, parameter in CONTEXT.items()}
    seeds = _seeds(int(values["seed"]), options.seeds)
    chosen = read_settings(options.set)
    levers = {name: value for name, value in chosen.items() if name in LEVERS}
    others = {name: value for name, value in chosen.items() if name not in LEVERS}
    assumptions = load_assumptions(options.assumptions) | others

    from sim.city.load import load_city  # last: it brings the compiler along

    return Context(
        residents=int(values["residents"]),
        history=int(values["history"]),
        weeks=int(values["weeks"]),
        city=load_city(str(values["city"]), options.table),
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
    for name in (*CONTEXT, "table", "seeds"):
        if getattr(options, name) is not None:
            words += [f"--{name}", getattr(options, name)]
    for pair in options.set:
        words += ["--set", pair]
    if options.assumptions != CENTRAL:
        words += ["--assumptions", options.assumptions]
    return words


def label_cities(scenarios: Sequence[Scenario], reserved: Sequence[str] = ()) -> tuple[str, ...]:
    """Return a distinct label for each city: its scenario's name, numbered where it is taken."""
    labels: list[str] = []
    for scenario in scenarios:
        name, number = Path(scenario.name).name, 1
        label = name
        while label in labels or label in reserved:
            number += 1
            label = f"{name}-{number}"
        labels.append(label)
    return tuple(labels)


def _context_value(parameter: Parameter, options: argparse.Namespace) -> Value:
    text = getattr(options, parameter.name)
    return parameter.default if text is None else parameter.parse(text, f"--{parameter.name}")


def _seeds(first: int, text: str | None) -> tuple[int, ...]:
    number = 1 if text is None else checks.whole_number(checks.spelled(text), "--seeds", 1, MOST_SEEDS)
    CONTEXT["seed"].check(first + number - 1, "the last of --seeds")
    return tuple(range(first, first + number))


def _metavar(parameter: Parameter) -> str:
    return "N" if parameter.kind == "number" else "NAME"


def _help(parameter: Parameter) -> str:
    words = parameter.help.translate("en").rstrip(".")
    said = f"{words[0].lower()}{words[1:]} ({parameter.allowed}; default {parameter.default})"
    return said.replace("%", "%%")
