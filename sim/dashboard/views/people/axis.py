"""The axis of a resident's state, and how its values are written."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.dashboard.work.residents import Residents
from sim.locale.catalogue import translate
from sim.locale.numbers import number, trimmed
from sim.parameters import COLUMNS

PLACES = 1_000
"""Into how many places an axis is divided for the browser."""
COUNTED_TO = 12.0
"""The most ties; what may be higher is drawn up to the highest value there is."""

Places = NDArray[np.int64]


class Axis(NamedTuple):
    """The axis of state ``name`` from ``low`` to ``high``; ``marks`` says yes or no, ``counts`` whole numbers."""

    name: str
    low: float
    high: float
    marks: bool
    counts: bool

    def places(self, values: Any) -> Places:
        """Return where ``values`` lie, 0 to `PLACES`."""
        shares = (np.asarray(values, float) - self.low) / (self.high - self.low)
        return np.round(PLACES * np.clip(shares, 0.0, 1.0)).astype(int)

    def written(self, value: float, language: str) -> str:
        """Return one value: out of 100, or as it is counted."""
        if self.marks:
            return translate("value-yes" if value > 0 else "value-no", language)
        return self.mean_written(value, language)

    def mean_written(self, value: float, language: str) -> str:
        """Return a mean of values: of marks it is the share in percent."""
        if self.marks:
            return translate("value-percent", language, value=number(100 * value, language))
        if self.counts:
            return trimmed(number(value, language, 1), language)
        return number(100 * value, language)

    def ends(self, language: str) -> list[str]:
        """Return both ends of the axis as written."""
        return [self.mean_written(end, language) for end in (self.low, self.high)]


def axis_of(name: str, residents: Residents) -> Axis:
    """Return the axis on which state ``name`` of ``residents`` is drawn in every city and year."""
    column = COLUMNS[name]
    counts = column.dtype.startswith("u")
    high = column.high
    if high > COUNTED_TO or (not counts and high > 1):
        highest = max(float(residents.state(letter, name, year).max()) for letter, year in _all(residents))
        high = max(1.0, float(np.ceil(highest)))
    return Axis(name, column.low, high, counts and column.high == 1.0, counts)


def _all(residents: Residents) -> list[tuple[str, int]]:
    return [(letter, year) for letter, kept in residents.years.items() for year in range(len(kept))]
