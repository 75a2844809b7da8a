"""What a run leaves behind: outcomes and maps week by week, and what happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.engine.array import Array
from sim.engine.compile import bare_kernel
from sim.outcomes import OUTCOMES
from sim.outcomes.maps import DISTRICT_OUTCOMES

REPORTED_WEEKS = 4
"""A value for a year is the mean of the four weeks that end there: one week is noisy."""


@bare_kernel
def keep(values: Array, maps: Array, outcomes: Array, week_maps: Array, first: int, week: int) -> None:
    """Keep a week's ``outcomes`` (K,) and ``week_maps`` (9, D) in its row of ``values`` (weeks, K) and ``maps``."""
    row = np.uint64(week - first)
    for k in range(outcomes.size):
        values[row, k] = outcomes[k]
    for kind in range(week_maps.shape[0]):
        for d in range(week_maps.shape[1]):
            maps[row, kind, d] = week_maps[kind, d]


class EventRecord(NamedTuple):
    """Something that happened in one city: ``kind``, ``week`` and its details."""

    week: int
    kind: str
    details: Mapping[str, Any]


class Series:
    """Outcomes (weeks, K) and maps (weeks, 7, D) from week ``first`` on; undefined beyond ``filled``.

    ``outcomes`` are the ids of the K outcomes: the shipped ones, then those of mechanisms from outside.
    """

    def __init__(
        self, first: int, weeks: int, districts: int, outcomes: Sequence[str] = tuple(OUTCOMES)
    ) -> None:
        """Allocate ``weeks`` rows for a city of ``districts``."""
        self.first = first
        self.filled = 0
        self.outcomes = tuple(outcomes)
        self.values = np.full((weeks, len(self.outcomes)), np.nan)
        self.maps = np.full((weeks, len(DISTRICT_OUTCOMES), districts), np.nan, np.float32)

    def add(self, outcomes: NDArray[np.float64], maps: NDArray[np.float64]) -> None:
        """Keep one week."""
        self.values[self.filled] = outcomes
        self.maps[self.filled] = maps
        self.filled += 1

    def continued(self, weeks: int) -> Series:
        """Return a series that starts with what this one holds and has room for ``weeks`` more."""
        longer = Series(self.first, self.filled + weeks, self.maps.shape[2], self.outcomes)
        longer.filled = self.filled
        longer.values[: self.filled] = self.values[: self.filled]
        longer.maps[: self.filled] = self.maps[: self.filled]
        return longer

    @property
    def weeks(self) -> NDArray[np.int64]:
        """The week numbers of the filled rows; negative before the branch point."""
        return np.arange(self.first, self.first + self.filled)

    def since_branch(self) -> NDArray[np.float64]:
        """Return the outcomes (weeks, K) from week 0 on."""
        return self.values[-self.first : self.filled]

    def at_year(self, year: float) -> NDArray[np.float64]:
        """Return the outcomes (K,) of a year after the branch point: the mean of the four weeks that end there."""
        return self._ending(-self.first + round(year * WEEKS_PER_YEAR))

    def at_end(self) -> NDArray[np.float64]:
        """Return the outcomes (K,) of the last four weeks."""
        return self._ending(self.filled)

    def reached(self, year: float) -> bool:
        """Return whether the run has lived through ``year``."""
        return year > 0 and -self.first + round(year * WEEKS_PER_YEAR) <= self.filled

    def _ending(self, row: int) -> NDArray[np.float64]:
        rows: NDArray[np.float64] = self.values[max(row - REPORTED_WEEKS, 0) : row]
        return rows.mean(axis=0)
