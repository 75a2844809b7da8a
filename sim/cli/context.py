"""The options that all runs share, derived from the declared parameters."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from string import ascii_uppercase
from typing import TYPE_CHECKING, NamedTuple

from sim.cli.parser import Parser
from sim.files import checks
from sim.files.errors import InputError, brief
from sim.files.toml import RENAMED
from sim.parameters import CONTEXT, Parameter, Value, check_all, find_parameter, is_lever
from sim.runs.spec import (
    CENTRAL,
    MOST_SEEDS,
    STANDARD_MODEL,
    RunSpec,
    cities_of,
    distinct_labels,
    numbered_seeds,
)
from sim.scenario.off import check_off
from sim.scenario.scenario import Scenario, load_assumptions, load_scenario

if TYPE_CHECKING:
    from sim.city.city import City


class Context(NamedTuple):
    """What all cities of one command share, checked."""

    residents: int
    burn_in: int
    weeks: int
    city: City
    seeds: tuple[int, ...]
    assumption_set: str
    assumptions: dict[str, Value]
    levers: dict[str, Value]
    model: str
    off: tuple[tuple[str, str], ...]
    """Mechanisms switched off: (city's name or letter, or "" for all; mechanism)."""
    own_levers: tuple[tuple[str, dict[str, Value]], ...] = ()
    """Levers of one city each: (its name or letter, values)."""

    def spec(self, names: Sequence[str], reserved: Sequence[str] = ()) -> RunSpec:
        """Return what to run: the scenarios of those names or paths, with --set, without what --off names.

        No city's label is one of the ``reserved`` words.
        """
        changed = [load_scenario(name).change(self.levers, "--set") for name in names]
        scenarios = self._without(self._with_own_levers(changed))
        labels = distinct_labels(scenarios, reserved)
        return RunSpec(
            cities_of(dict(zip(labels, scenarios, strict=True))),
            self.city,
            self.residents,
            self.burn_in,
            self.weeks,
            self.seeds,
            tuple(self.assumptions.items()),
            self.assumption_set,
            off=tuple(name for city, name in self.off if not city),
            model=self.model,
        )

    def _with_own_levers(self, scenarios: Sequence[Scenario]) -> list[Scenario]:
        """Return ``scenarios`` with the levers set in one city only."""
        known = _names_of(scenarios)
        for city, _ in self.own_levers:
            checks.one_of(city, sorted(set().union(*known)), "--set: city")
        changed = []
        for scenario, names in zip(scenarios, known, strict=True):
            for city, levers in self.own_levers:
                scenario = scenario.change(levers, f"--set {city}") if city in names else scenario
            changed.append(scenario)
        return changed

    def _without(self, scenarios: Sequence[Scenario]) -> list[Scenario]:
        """Return ``scenarios`` without the mechanisms that are off in one city only."""
        known = _names_of(scenarios)
        for city, _ in self.off:
            checks.one_of(city, ["", *sorted(set().union(*known))], "--off: city")
        return [
            scenario.without(name for city, name in self.off if city in names)
            for scenario, names in zip(scenarios, known, strict=True)
        ]


def _names_of(scenarios: Sequence[Scenario]) -> list[set[str]]:
    """Return what each city can be called on the command line: its scenario's name, or its letter."""
    return [{scenario.name, letter} for scenario, letter in zip(scenarios, ascii_uppercase, strict=False)]


def add_context(parser: Parser) -> None:
    """Add --residents, --weeks, --burn-in, --seed, --city, and --table, --seeds, --set, --assumptions."""
    group = parser.add_argument_group("the runs")
    for parameter in CONTEXT.values():
        option = group.add_argument(_flag(parameter.name), metavar=_metavar(parameter))
        parser.describe(option, partial(_help, parameter))
    for old, name in RENAMED.items():
        if name in CONTEXT:
            group.add_argument(f"--{old}", dest=name, help=argparse.SUPPRESS)
    group.add_argument(
        "--table", metavar="FILE", help="figures to be joined to the boundaries of --city FILE"
    )
    group.add_argument(
        "--seeds",
        metavar="N",
        help=f"run this many seeds, from --seed on (1 to {MOST_SEEDS}; default 1)",
    )
    _add_changes(group)
    add_model(group)


def _add_changes(group: argparse._ActionsContainer) -> None:
    """Add --set, --assumptions and --off."""
    group.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="[CITY:]NAME=VALUE",
        help="set a lever, assumption or constant in every city, or a lever in one, called by its scenario or letter "
        "(repeatable; `two-cities parameters`)",
    )
    group.add_argument(
        "--assumptions", default=CENTRAL, metavar="SET", help=f"a set of assumptions (default {CENTRAL})"
    )
    group.add_argument(
        "--off",
        action="append",
        default=[],
        metavar="[CITY:]NAME",
        help="switch a mechanism off from the branch point on, in every city or in one (its scenario or letter)",
    )


def _flag(name: str) -> str:
    return "--" + name.replace("_", "-")


def add_model(group: argparse._ActionsContainer) -> None:
    """Add --model."""
    group.add_argument("--model", metavar="MODULE:CLASS", help="a class of cities derived from CityModel")


def declare_model(options: argparse.Namespace) -> None:
    """Import the class of --model, so that the names it brings along are known."""
    if options.model:
        from sim.runs.own_model import load_model

        load_model(options.model)


def add_output(parser: argparse.ArgumentParser) -> None:
    """Add --json, --out, --all and --quiet."""
    group = parser.add_argument_group("the output")
    group.add_argument("--json", action="store_true", help="print JSON instead of a table")
    group.add_argument(
        "--out", metavar="FILE", help="also write a file: .csv (every week) or .json (as --json prints)"
    )
    group.add_argument("--all", action="store_true", help="show every outcome, not only the first seven")
    group.add_argument("--quiet", action="store_true", help="no progress bar and no notes on standard error")


def read_context(options: argparse.Namespace) -> Context:
    """Return the checked context of ``options``; raise InputError for what is not allowed."""
    declare_model(options)
    values = {name: _context_value(parameter, options) for name, parameter in CONTEXT.items()}
    number = 1 if options.seeds is None else checks.spelled_whole(options.seeds)
    seeds = numbered_seeds(number, int(values["seed"]), "--seeds")
    own = _of_one_city(options.set)
    chosen = read_settings([pair for pair in options.set if ":" not in pair.partition("=")[0]])
    levers = {name: value for name, value in chosen.items() if is_lever(name)}
    others = {name: value for name, value in chosen.items() if not is_lever(name)}
    assumptions = load_assumptions(options.assumptions) | others

    from sim.city.load import load_city  # last: it brings the compiler along

    return Context(
        residents=int(values["residents"]),
        burn_in=int(values["burn_in"]),
        weeks=int(values["weeks"]),
        city=load_city(str(values["city"]), options.table),
        seeds=seeds,
        assumption_set=options.assumptions,
        assumptions=assumptions,
        levers=levers,
        model=options.model or STANDARD_MODEL,
        off=tuple(_read_off(text) for text in options.off),
        own_levers=own,
    )


def _of_one_city(pairs: Sequence[str]) -> tuple[tuple[str, dict[str, Value]], ...]:
    """Return the levers set in one city each, checked; raise InputError for what all cities share."""
    by_city: dict[str, list[str]] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        city, colon, lever = name.rpartition(":")
        if colon:
            by_city.setdefault(city, []).append(f"{lever}{equals}{value}")
    found = {city: read_settings(own) for city, own in by_city.items()}
    for city, settings in found.items():
        if shared := next((name for name in settings if not is_lever(name)), ""):
            raise InputError(
                f"--set {city}:{shared}: {shared!r} is no lever: cities compared share it; leave {city}: out"
            )
    return tuple(found.items())


def _read_off(text: str) -> tuple[str, str]:
    """Return the city ("" for all) and the mechanism of an --off."""
    city, _, name = text.rpartition(":")
    if not name:
        raise InputError(f"--off {brief(text)} names no mechanism")
    return city, check_off(name, "--off")[0]


def read_settings(pairs: Sequence[str]) -> dict[str, Value]:
    """Return the levers, assumptions and constants of ``name=value`` texts, checked."""
    settings: dict[str, Value] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise InputError(f"--set {brief(pair)} must be NAME=VALUE")
        if name in settings:
            raise InputError(f"--set {name} is given twice")
        parameter = find_parameter(name)
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
            words += [_flag(name), getattr(options, name)]
    for pair in options.set:
        words += ["--set", pair]
    if options.assumptions != CENTRAL:
        words += ["--assumptions", options.assumptions]
    for text in options.off:
        words += ["--off", text]
    if options.model:
        words += ["--model", options.model]
    return words


def _context_value(parameter: Parameter, options: argparse.Namespace) -> Value:
    text = getattr(options, parameter.name)
    return parameter.default if text is None else parameter.parse(text, _flag(parameter.name))


def _metavar(parameter: Parameter) -> str:
    return "N" if parameter.kind == "number" else "NAME"


def _help(parameter: Parameter) -> str:
    words = parameter.help.translate("en").rstrip(".")
    said = f"{words[0].lower()}{words[1:]} ({parameter.allowed}; default {parameter.default})"
    return said.replace("%", "%%")
