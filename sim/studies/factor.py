"""One varied quantity of a design: the values it takes, as a function of a position from 0 to 1."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from sim.files import checks
from sim.files.errors import InputError, brief, nearest
from sim.files.toml import refuse_unknown
from sim.parameters import CONTEXT, Parameter, Value, find_parameter, known_parameters, parameter

SCALES = ("linear", "log")
MOST_LEVELS = 10_000


@dataclass(frozen=True)
class Factor:
    """A lever, assumption or constant that a design varies.

    ``options`` are the values it takes one by one; without them it runs from ``low`` to ``high`` evenly on
    ``scale``, in ``levels`` steps where a method counts steps.
    """

    name: str
    low: float
    high: float
    scale: str = "linear"
    options: tuple[Value, ...] = ()
    levels: int = 2

    @property
    def count(self) -> int:
        """How many values a grid takes."""
        return len(self.options) or self.levels

    def value(self, position: float) -> Value:
        """Return the value at ``position``, from 0 (lowest, or first option) to 1."""
        if self.options:
            return self.options[min(int(position * len(self.options)), len(self.options) - 1)]
        if position in (0.0, 1.0):  # the ends exactly
            return parameter(self.name).check(self.high if position else self.low)
        if self.scale == "log":
            number = math.exp(math.log(self.low) + position * (math.log(self.high) - math.log(self.low)))
        else:
            number = self.low + position * (self.high - self.low)
        return parameter(self.name).check(round(number) if parameter(self.name).whole else number)

    def steps(self) -> list[float]:
        """Return the positions of the values that a grid takes."""
        if self.options:
            return [(place + 0.5) / len(self.options) for place in range(len(self.options))]
        return [place / (self.levels - 1) for place in range(self.levels)]

    @property
    def bounds(self) -> list[float]:
        """Low and high as SALib states them; options are numbered from 0."""
        return [0.0, float(len(self.options))] if self.options else [self.low, self.high]


def read_factor(name: str, table: object, where: str) -> Factor:
    """Return the factor ``name`` of a design; what ``table`` leaves out comes from the declaration.

    Raises InputError for a name that cannot be varied and for a range that is not allowed.
    """
    varied = _parameter(name, where)
    place = f"{where}: {name}"
    if not isinstance(table, dict):
        raise InputError(
            f"{place} = {brief(table)} must be a table, e.g. {name} = {{}} for its explored range"
        )
    refuse_unknown(table, ("low", "high", "scale", "values", "levels"), place)
    if "values" in table:
        return Factor(name, 0.0, 1.0, options=_options(varied, table, place))
    if varied.kind != "number":
        return Factor(name, 0.0, 1.0, options=_declared_options(varied))
    return _ranged(varied, table, place)


def _parameter(name: str, where: str) -> Parameter:
    if name in CONTEXT:
        raise InputError(f"{where}: {name} cannot be varied; [run] says what it is")
    found = find_parameter(name)
    if found is None:
        close = nearest(name, known_parameters(("lever", "assumption", "constant")))
        hint = f"did you mean {close!r}?" if close else "`two-cities parameters` names them"
        raise InputError(f"{where}: {name!r} is not a known lever, assumption or constant; {hint}")
    return found


def _options(parameter: Parameter, table: Mapping[str, object], place: str) -> tuple[Value, ...]:
    given = table["values"]
    if len(table) > 1:
        raise InputError(
            f"{place}: values stand alone, without {', '.join(k for k in table if k != 'values')}"
        )
    if not isinstance(given, list) or not 1 <= len(given) <= MOST_LEVELS:
        raise InputError(f"{place}: values = {brief(given)} must be a list of 1 to {MOST_LEVELS} values")
    options = tuple(parameter.check(value, place) for value in given)
    if len(set(map(repr, options))) < len(options):
        raise InputError(f"{place}: values = {brief(given)} names a value twice")
    return options


def _declared_options(parameter: Parameter) -> tuple[Value, ...]:
    return (False, True) if parameter.kind == "switch" else tuple(parameter.explored)


def _ranged(parameter: Parameter, table: Mapping[str, object], place: str) -> Factor:
    low, high = (_end(parameter, table, key, default, place) for key, default in _explored(parameter).items())
    if not low < high:
        raise InputError(f"{place}: low = {low:g} must be below high = {high:g}")
    scale = checks.one_of(table.get("scale", "linear"), SCALES, f"{place}: scale")
    if scale == "log" and low <= 0:
        raise InputError(f"{place}: low = {low:g} must be above 0 for scale = 'log'")
    levels = checks.whole_number(table.get("levels", 2), f"{place}: levels", 2, MOST_LEVELS)
    return Factor(parameter.name, low, high, scale, levels=levels)


def _explored(parameter: Parameter) -> dict[str, object]:
    return dict(zip(("low", "high"), parameter.explored, strict=True))


def _end(parameter: Parameter, table: Mapping[str, object], key: str, default: object, place: str) -> float:
    value = parameter.check(table.get(key, default), f"{place}: {key}")
    if isinstance(value, str):
        raise InputError(f"{place}: {key} = {brief(value)} must be a number; name the word among values")
    return float(value)
