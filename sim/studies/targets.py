"""What a calibrated model should show: outcomes at years, near values or inside ranges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.files import checks
from sim.files.errors import InputError, brief, unknown
from sim.files.resources import data_folder
from sim.files.toml import find_toml, read_toml, read_words, refuse_unknown
from sim.outcomes import outcome
from sim.outcomes.maps import DISTRICT_OUTCOMES

LARGEST = 1e12  # of any number in a table of targets
KEYS = (
    *("outcome", "scenario", "year", "published", "unit", "value", "low", "high", "scale", "source"),
    "held_out",
)


@dataclass(frozen=True)
class Target:
    """An outcome of a scenario at the end of ``year`` (None: of the runs), to lie from ``low`` to ``high``.

    ``scale`` is how far outside counts as one unit of distance. With ``published``, a column of the city's
    file, it is not the outcome that lies there but its correlation with that column across districts; with
    ``unit``, how many of the published units one of the outcome's is taken for, the districts' distance from it.
    One that is ``held_out`` is not fitted to, only foretold.
    """

    outcome: str
    scenario: str
    low: float
    high: float
    scale: float
    year: float | None = None
    published: str = ""
    unit: float | None = None
    held_out: bool = False

    @property
    def label(self) -> str:
        """What is compared, of which scenario, when."""
        where = f"of {self.scenario}" + (f", year {self.year:g}" if self.year else "")
        if not self.published:
            return f"{self.outcome} {where}"
        if self.unit is None:
            return f"{self.outcome} {where}: correlation with {self.published} across districts"
        return f"{self.outcome} x {self.unit:g} {where}: distance from {self.published} across districts (r.m.s.)"

    def distance(self, outcome: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return how far each outcome lies outside, in units of ``scale``; 0 inside."""
        outside = np.maximum(np.maximum(self.low - outcome, outcome - self.high), 0.0)
        return np.asarray(outside / self.scale)


def read_targets(name_or_path: str | Path) -> list[Target]:
    """Return the targets of that name, or in the .toml file at that path; raise InputError in one line."""
    folder = data_folder() / "experiments" / "targets"
    path = find_toml(name_or_path, folder, "table of targets")
    document = read_toml(path)
    refuse_unknown(document, ("targets", "text"), str(path))
    read_words(document, ("title", "help"), str(path))
    tables = document.get("targets")
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise InputError(f"{path}: targets must be a list of tables, [[targets]]")
    return [_target(table, f"{path}: target {place}") for place, table in enumerate(tables, start=1)]


def _target(table: Mapping[str, Any], where: str) -> Target:
    refuse_unknown(table, KEYS, where)
    for key in ("outcome", "scenario"):
        if not isinstance(table.get(key), str):
            raise InputError(f"{where}: {key} = {brief(table.get(key))} must be a name")
    low, high = _ends(table, where)
    scale = _number(table, "scale", where) if "scale" in table else (high - low) / 2
    if not scale > 0:
        raise InputError(f"{where}: scale = {scale:g} must be above 0: how far outside still counts as near")
    year = _number(table, "year", where) if "year" in table else None
    name, published = _outcome(table, where)
    unit = _number(table, "unit", where) if "unit" in table else None
    if unit is not None and not published:
        raise InputError(
            f"{where}: unit = {unit:g} says nothing without published, a column of the city's file"
        )
    held_out = checks.switch(table.get("held_out", False), f"{where}: held_out")
    return Target(name, table["scenario"], low, high, scale, year, published, unit, held_out)


def _outcome(table: Mapping[str, Any], where: str) -> tuple[str, str]:
    """Return the outcome and the published column, "" without one."""
    if "published" not in table:
        return outcome(table["outcome"]).id, ""
    if not isinstance(table["published"], str):
        raise InputError(f"{where}: published = {brief(table['published'])} must be the name of a column")
    if table["outcome"] not in DISTRICT_OUTCOMES:
        raise InputError(f"{where}: {unknown('district outcome', table['outcome'], DISTRICT_OUTCOMES)}")
    return table["outcome"], table["published"]


def _ends(table: Mapping[str, Any], where: str) -> tuple[float, float]:
    if "value" in table and not {"low", "high"} & table.keys():
        value = _number(table, "value", where)
        return value, value
    if "value" in table or not {"low", "high"} <= table.keys():
        raise InputError(f"{where}: needs either value, or low and high")
    low, high = _number(table, "low", where), _number(table, "high", where)
    if not low < high:
        raise InputError(f"{where}: low = {low:g} must be below high = {high:g}")
    return low, high


def _number(table: Mapping[str, Any], key: str, where: str) -> float:
    return checks.number(table[key], f"{where}: {key}", -LARGEST, LARGEST)
