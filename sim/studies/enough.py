"""How many seeds are enough: a rule by which a point of a design needs no more of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.files import checks
from sim.files.errors import InputError, brief
from sim.files.toml import refuse_unknown
from sim.outcomes import outcome
from sim.runs.statistics import CONFIDENCE

FEWEST = 3  # seeds; fewer know too little of their own spread
LARGEST = 1e12


class Enough(NamedTuple):
    """Seeds of a point are enough once the interval of ``outcome`` reaches no further than ``half_width``.

    The interval, of 90 % confidence, is that of the difference of the first two scenarios where there are two,
    of the one city otherwise; at least ``least`` seeds are taken, at most those that the design names.
    """

    outcome: str
    half_width: float
    least: int = 5

    @classmethod
    def read(cls, table: object, where: str) -> Enough:
        """Return the rule of a design's [enough]; raise InputError for what is not allowed."""
        if not isinstance(table, Mapping):
            raise InputError(f"{where} = {brief(table)} must be a table")
        refuse_unknown(table, cls._fields, where)
        if missing := [key for key in ("outcome", "half_width") if key not in table]:
            raise InputError(f"{where}: {missing[0]} is missing")
        return cls(**{key: table[key] for key in table})

    def check(self, where: str, kept: Sequence[str], seeds: int, scenarios: int, sets: int) -> None:
        """Raise InputError unless a design of so many seeds, scenarios and sets of assumptions can be stopped by this.

        ``kept`` are the outcomes that it keeps, empty for all.
        """
        outcome(self.outcome)
        if kept and self.outcome not in kept:
            raise InputError(f"{where}: outcome = {self.outcome!r} is not among [run] outcomes")
        checks.number(self.half_width, f"{where}: half_width", 1e-12, LARGEST)
        checks.whole_number(self.least, f"{where}: least", FEWEST, seeds)
        if scenarios > 2 or sets > 1:
            raise InputError(f"{where}: takes one scenario or two, and one set of assumptions")

    def reached(self, values: NDArray[np.float64]) -> bool:
        """Return whether ``values`` (seeds,), nan where undefined, are enough."""
        there = values[~np.isnan(values)]
        return len(there) >= self.least and half_width(there) <= self.half_width

    def needed(self, values: NDArray[np.float64]) -> int:
        """Return about how many seeds the rule would take, judged by the spread of ``values`` (seeds,)."""
        there = values[~np.isnan(values)]
        if len(there) < FEWEST:
            return self.least
        number = self.least
        while number < 10_000_000 and _reach(number, there.std(ddof=1)) > self.half_width:
            number = max(number + 1, int(number * 1.02))
        return number


def half_width(values: NDArray[np.float64]) -> float:
    """Return how far the 90 % interval of the mean of ``values`` (seeds,) reaches; Student's t."""
    return _reach(len(values), float(values.std(ddof=1))) if len(values) > 1 else np.inf


def _reach(seeds: int, spread: float) -> float:
    from scipy.special import stdtrit  # the quantile alone: scipy.stats takes a second to import

    return float(stdtrit(seeds - 1, 0.5 + CONFIDENCE / 2) * spread / np.sqrt(seeds))
