"""The two cities themselves, seed after seed until it is enough: levels, difference, word for its size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.answers.effort import STANDARD, Effort
from sim.answers.laboratory import Laboratory
from sim.answers.question import Question
from sim.answers.run_result import Detail, RunResult
from sim.files.errors import InputError
from sim.runs.run_error import RunError
from sim.runs.size import Size, size_of
from sim.runs.statistics import CONFIDENCE, holm, number, p_values, pair_correlation, paired_difference

Floats = NDArray[np.float64]

FINE_ENOUGH = 0.25
"""Seeds are enough when the band's half-width is below this part of what is material."""


class Gap(NamedTuple):
    """A minus B in one outcome at one horizon, in the outcome's unit, with its 90 % band over seeds.

    ``sure``: the sign holds among all differences looked at (Holm). ``correlation``: how the pair goes together
    over seeds. ``undefined``: seeds in which either value is.
    """

    values: dict[str, float]
    mean: float
    low: float
    high: float
    word: Size
    sure: bool
    correlation: float
    undefined: int


@dataclass(frozen=True)
class Pair:
    """The pair of a ``question`` under its seeds: ``values`` (S, 2, Y, K) and the ``details`` of each seed.

    ``precise`` says that bands are as narrow as asked for; else the most seeds were run. ``failed`` seeds have no
    result and are in no mean.
    """

    question: Question
    values: Floats
    details: tuple[tuple[Detail, Detail], ...]
    precise: bool
    failed: tuple[int, ...]
    outcomes: tuple[str, ...]

    @property
    def seeds(self) -> tuple[int, ...]:
        """The seeds that have results."""
        return self.question.spec.seeds

    def place(self, name: str) -> int:
        """Return the column of an outcome among all that were measured."""
        return self.outcomes.index(name)

    def gaps(self) -> dict[tuple[str, int], Gap]:
        """Return the difference of every outcome at every horizon asked for."""
        question = self.question
        years = [year - 1 for year in question.horizons]
        columns = [self.outcomes.index(name) for name in question.outcomes]
        first, second = (self.values[:, city][:, years][:, :, columns] for city in (0, 1))
        difference = first - second
        sure = holm(p_values(difference)) < 1.0 - CONFIDENCE
        found = {}
        for h, year in enumerate(question.horizons):
            mean, low, high = paired_difference(first[:, h], second[:, h])
            together = pair_correlation(first[:, h], second[:, h])
            for k, one in enumerate(question.declared):
                levels = (float(first[:, h, k].mean()), float(second[:, h, k].mean()))
                band = float(mean[k]), float(low[k]), float(high[k])
                word = size_of(*band, one.material)
                missing = int(np.isnan(difference[:, h, k]).sum())
                values = dict(zip(question.labels, levels, strict=True))
                found[one.id, year] = Gap(values, *band, word, bool(sure[h, k]), float(together[k]), missing)
        return found


def run_pair(question: Question, lab: Laboratory, effort: Effort = STANDARD) -> Pair:
    """Return the pair under as many seeds as it takes, from the question's first seed on.

    Stops when every band's half-width is below a quarter of what is material, or at the most seeds of ``effort``.
    Raises RunError where fewer than two seeds have a result.
    """
    first = question.spec.seed
    number, found = 0, []
    while number < effort.seeds:
        number = min(effort.seeds, max(effort.least, 2 * number))
        seeds = tuple(range(first, first + number))
        found = lab.results([question.spec.under(seeds)], question.years, detailed=True)[0]
        pair = _pair(question, seeds, found, lab)
        if _fine(pair):
            return pair
    return pair


def _pair(
    question: Question, seeds: Sequence[int], found: Sequence[tuple[RunResult | None, ...]], lab: Laboratory
) -> Pair:
    whole = [(seed, both) for seed, both in zip(seeds, found, strict=True) if None not in both]
    if len(whole) < 2:
        said = lab.failures[-1] if lab.failures else "the seeds end here"
        raise RunError(f"fewer than two seeds have a result ({said})")
    results = [[result for result in both if result is not None] for _, both in whole]
    kept = question.under([seed for seed, _ in whole])
    pair = Pair(
        kept,
        np.array([[result.years[: question.years] for result in both] for both in results]),
        tuple((_detail(both[0]), _detail(both[1])) for both in results),
        precise=False,
        failed=tuple(seed for seed, both in zip(seeds, found, strict=True) if None in both),
        outcomes=results[0][0].outcomes,
    )
    for name in question.outcomes:
        if name not in pair.outcomes:
            raise InputError(f"outcome {name!r} is not measured in these cities")
    return Pair(**{**vars(pair), "precise": _fine(pair)})


def _detail(result: RunResult) -> Detail:
    if result.detail is None:
        raise TypeError("the pair is run with its details")
    return result.detail


def _fine(pair: Pair) -> bool:
    """Return whether every defined band is narrow enough."""
    material = dict(zip(pair.question.outcomes, pair.question.material, strict=True))
    return all(
        not (gap.high - gap.low) / 2 > FINE_ENOUGH * material[name] for (name, _), gap in pair.gaps().items()
    )


def as_json(gap: Gap) -> dict[str, Any]:
    """Return the difference for JSON, undefined as null."""
    return {
        "mean": number(gap.mean),
        "low": number(gap.low),
        "high": number(gap.high),
        "word": gap.word.value,
        "sure": gap.sure,
        "correlation": number(gap.correlation),
        "undefined": gap.undefined,
    }
