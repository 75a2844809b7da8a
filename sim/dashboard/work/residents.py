"""All residents of the compared cities at every year, and one of them week by week: what the residents' panel shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.dashboard.work.simulation import NO_CHANGE, weekly
from sim.debate.debate import YEAR
from sim.engine.mechanism import key_of
from sim.model.decisions import Moment, snapshot
from sim.model.wellbeing_parts import wellbeing_parts
from sim.parameters import COLUMNS
from sim.runs.spec import RunSpec

Floats = NDArray[np.float32]

RESIDENTS = 2_000
STRIDE, OFFSET = 769, 401
"""Residents are numbered in strides over the whole city, so that the next one is nobody's choice."""
UNSEEN = ("district", "hardship_group", "access_draw", "need_draw", "inertia_draw")
"""Columns of residents that are no state of theirs: where they live, and luck drawn once."""
STATES = tuple(name for name, column in COLUMNS.items() if column.entity == "resident" and name not in UNSEEN)
"""Every state of a resident, in the order of the week."""
ALWAYS = -1.0
"""In place of the week since which services are used: since before the choice."""


class Residents(NamedTuple):
    """Everybody in each city of ``spec``, by letter.

    ``years`` (years, states, residents) holds `STATES` at the choice and the end of each year after it, ``since``
    (years, residents) the week since which digital services are used, `ALWAYS` or nan. ``district`` and
    ``hardship_group`` are the same in every city. ``weeks`` (weeks, states) are those of resident ``row``, the choice
    first, and ``moments`` the two ends of each week after it. ``parts`` (years, parts) are the means of the parts of
    well-being in the last week of each year after the choice, ``own_parts`` (weeks, parts) those of resident ``row``.
    """

    spec: RunSpec
    row: int
    district: NDArray[np.int32]
    hardship_group: NDArray[np.uint8]
    years: Mapping[str, Floats]
    since: Mapping[str, Floats]
    weeks: Mapping[str, Floats]
    moments: Mapping[str, tuple[Moment, ...]]
    parts: Mapping[str, Floats]
    own_parts: Mapping[str, Floats]

    def state(self, letter: str, name: str, year: int) -> Floats:
        """Return one state of all residents of a city at the end of ``year``."""
        found: Floats = self.years[letter][year, STATES.index(name)]
        return found


def row_of(number: int) -> int:
    """Return the row of resident ``number`` among `RESIDENTS`."""
    return (number * STRIDE + OFFSET) % RESIDENTS


def number_of_row(row: int) -> int:
    """Return the least number of the resident in ``row``."""
    return (row - OFFSET) * pow(STRIDE, -1, RESIDENTS) % RESIDENTS


def residents_of(spec: RunSpec, row: int) -> Residents:
    """Return everybody in the cities of ``spec``, and resident ``row`` week by week: the cities are run for it."""
    kept = {letter: _City(row, spec.seed) for letter in spec.labels if letter != NO_CHANGE}
    fixed: dict[str, Any] = {}
    for week, models in enumerate(weekly(spec, RESIDENTS)):
        for letter, city in kept.items():
            city.take(week, models[letter])
        if not week:
            columns = next(iter(models.values())).columns
            fixed = {name: columns[name].copy() for name in ("district", "hardship_group")}
    return Residents(
        spec,
        row,
        fixed["district"],
        fixed["hardship_group"],
        {letter: np.stack(city.years) for letter, city in kept.items()},
        {letter: np.stack(city.sinces) for letter, city in kept.items()},
        {letter: np.array(city.weeks, np.float32) for letter, city in kept.items()},
        {letter: tuple(city.moments) for letter, city in kept.items()},
        {letter: np.array(city.parts, np.float32) for letter, city in kept.items()},
        {letter: np.array(city.own_parts, np.float32) for letter, city in kept.items()},
    )


class _City:
    """Takes down one city while it runs."""

    def __init__(self, row: int, seed: int) -> None:
        self._row, self._key = row, key_of(seed)
        self._since = np.full(RESIDENTS, np.nan, np.float32)
        self._last: dict[str, float] = {}
        self._values: Mapping[str, float] = {}
        self.years: list[Floats] = []
        self.sinces: list[Floats] = []
        self.weeks: list[list[float]] = []
        self.moments: list[Moment] = []
        self.parts: list[Any] = []
        self.own_parts: list[Any] = []

    def take(self, week: int, model: Any) -> None:
        """Take down the city after ``week`` weeks."""
        columns, now = model.columns, snapshot(model.columns, self._row)
        uses = columns["adopted"] > 0
        began = ALWAYS if week == 0 else float(week)
        self._since = np.where(uses, np.where(np.isnan(self._since), began, self._since), np.nan).astype("f4")
        self.weeks.append([float(columns[name][self._row]) for name in STATES])
        if week:
            reformed = any(one.week == week - 1 and one.kind == "reform" for one in model.event_records)
            values = model.values if reformed else self._values
            self.moments.append(Moment(self._row, week - 1, self._last, now, values, self._key))
            parts = wellbeing_parts(columns, values)
            self.own_parts.append(parts[:, self._row])
            if week % YEAR == 0:
                self.parts.append(parts.mean(axis=1))
        self._last, self._values = now, model.values
        if week % YEAR == 0:
            self.years.append(np.stack([columns[name] for name in STATES]).astype(np.float32))
            self.sinces.append(self._since)
