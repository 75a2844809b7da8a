"""One varied quantity of a design: the values it takes, as a function of a position from 0 to 1."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sim.files import checks
from sim.files.errors import InputError, brief
from sim.files.toml import refuse_unknown
from sim.parameters import Value
from sim.studies.quantity import Quantity, quantity

SCALES = ("linear", "log", "triangular")
MOST_LEVELS = 10_000
KEYS = ("low", "high", "scale", "mode", "values", "levels")


@dataclass(frozen=True)
class Factor:
    """What a design varies: a lever, assumption or constant, or what `sim.studies.quantity` knows besides.

    ``options`` are the values it takes one by one, all alike; without them it runs from ``low`` to ``high``, in
    ``levels`` steps where a method counts steps. ``scale`` is its prior: even ("linear"), even in the logarithm
    ("log"), or "triangular" with its peak at ``mode``. Raises InputError for a name that cannot be varied and
    for values that are not allowed.
    """

    name: str
    low: float = 0.0
    high: float = 1.0
    scale: str = "linear"
    options: tuple[Value, ...] = ()
    levels: int = 2
    mode: float | None = None

    def __post_init__(self) -> None:
        varied = quantity(self.name)
        if self.options:
            object.__setattr__(self, "options", _distinct(self.options, varied))
            return
        for key in ("low", "high"):
            object.__setattr__(self, key, _end(varied, getattr(self, key), key))
        if not self.low < self.high:
            raise InputError(f"{self.name}: low = {self.low:g} must be below high = {self.high:g}")
        checks.one_of(self.scale, SCALES, f"{self.name}: scale")
        if self.scale == "log" and self.low <= 0:
            raise InputError(f"{self.name}: low = {self.low:g} must be above 0 for scale = 'log'")
        if (self.mode is None) == (self.scale == "triangular"):
            raise InputError(f"{self.name}: mode, the likeliest value, belongs to scale = 'triangular' alone")
        if self.mode is not None:
            mode = checks.number(self.mode, f"{self.name}: mode", self.low, self.high)
            object.__setattr__(self, "mode", mode)
        levels = checks.whole_number(self.levels, f"{self.name}: levels", 2, MOST_LEVELS)
        object.__setattr__(self, "levels", levels)

    @property
    def count(self) -> int:
        """How many values a grid takes."""
        return len(self.options) or self.levels

    def value(self, position: float) -> Value:
        """Return the value at ``position``, from 0 (lowest, or first option) to 1."""
        if self.options:
            return self.options[min(int(position * len(self.options)), len(self.options) - 1)]
        varied = quantity(self.name)
        if position in (0.0, 1.0):  # the ends exactly
            return varied.check(self.high if position else self.low, "")
        number = self._number(position)
        return varied.check(round(number) if varied.whole else number, "")

    def _number(self, position: float) -> float:
        """Return the quantile of the prior at ``position``."""
        low, high = self.low, self.high
        if self.scale == "log":
            return math.exp(math.log(low) + position * (math.log(high) - math.log(low)))
        if self.mode is None:
            return low + position * (high - low)
        if position * (high - low) < self.mode - low:
            return low + math.sqrt(position * (high - low) * (self.mode - low))
        return high - math.sqrt((1 - position) * (high - low) * (high - self.mode))

    def steps(self) -> list[float]:
        """Return the positions of the values that a grid takes."""
        if self.options:
            return [(place + 0.5) / len(self.options) for place in range(len(self.options))]
        return [place / (self.levels - 1) for place in range(self.levels)]

    @property
    def bounds(self) -> list[float]:
        """Low and high as SALib states them; options are numbered from 0."""
        return [0.0, float(len(self.options))] if self.options else [self.low, self.high]

    def as_table(self) -> dict[str, Any]:
        """Return the factor as a table of a design file."""
        if self.options:
            return {"values": list(self.options)}
        table: dict[str, Any] = {
            "low": self.low,
            "high": self.high,
            "scale": self.scale,
            "levels": self.levels,
        }
        return table if self.mode is None else table | {"mode": self.mode}


def read_factor(name: str, table: object, where: str) -> Factor:
    """Return the factor ``name`` of a design; what ``table`` leaves out comes from the declaration.

    Raises InputError for a name that cannot be varied and for a range that is not allowed.
    """
    varied = quantity(name, where)
    place = f"{where}: {name}"
    if not isinstance(table, dict):
        raise InputError(
            f"{place} = {brief(table)} must be a table, e.g. {name} = {{}} for its explored range"
        )
    refuse_unknown(table, KEYS, place)
    try:
        return Factor(name, **_read(varied, table))
    except InputError as error:
        raise InputError(f"{where}: {error}") from None


def _read(varied: Quantity, table: Mapping[str, Any]) -> dict[str, Any]:
    if "values" in table:
        others = ", ".join(key for key in table if key != "values")
        if others:
            raise InputError(f"{varied.name}: values stand alone, without {others}")
        given = table["values"]
        if not isinstance(given, list) or not given:
            raise InputError(
                f"{varied.name}: values = {brief(given)} must be a list of 1 to {MOST_LEVELS} values"
            )
        return {"options": tuple(given)}
    if varied.kind != "number":
        if not varied.explored:
            raise InputError(f'{varied.name}: needs values, e.g. {varied.name} = {{ values = ["..."] }}')
        return {"options": tuple(varied.explored)}
    ends = dict(zip(("low", "high"), varied.explored, strict=False)) | dict(table)
    if missing := [key for key in ("low", "high") if key not in ends]:
        raise InputError(f"{varied.name}: needs {' and '.join(missing)}; it has no declared range")
    return ends


def _distinct(given: tuple[Value, ...], varied: Quantity) -> tuple[Value, ...]:
    if len(given) > MOST_LEVELS:
        raise InputError(f"{varied.name}: {len(given)} values (allowed: at most {MOST_LEVELS})")
    options = tuple(varied.check(value, "") for value in given)
    if len(set(map(repr, options))) < len(options):
        raise InputError(f"{varied.name}: values = {brief(list(given))} names a value twice")
    return options


def _end(varied: Quantity, value: object, key: str) -> float:
    if varied.kind != "number":
        raise InputError(f"{varied.name}: is no number; name its values")
    checked = varied.check(value, key)
    if isinstance(checked, str):
        raise InputError(
            f"{varied.name}: {key} = {brief(checked)} must be a number; name the word among values"
        )
    return float(checked)
