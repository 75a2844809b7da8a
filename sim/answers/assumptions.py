"""Under whose assumptions: the shipped sets one by one, and a sample of all that may be assumed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.answers.effort import STANDARD, Effort
from sim.answers.factors import Factor, Reading, factors, misused_alike, sobol
from sim.answers.laboratory import Laboratory
from sim.answers.moderated import reach
from sim.answers.question import Question
from sim.runs.size import Size, size_of
from sim.runs.statistics import number, paired_difference
from sim.scenario.scenario import list_assumption_sets, load_assumptions

Floats = NDArray[np.float64]
LIMITS = ("limit-shares-of-ranges", "limit-moderated-luck")


class Row(NamedTuple):
    """Both cities under one set of assumptions: their levels, A minus B with its band, the word for its size."""

    values: dict[str, float]
    mean: float
    low: float
    high: float
    word: Size

    def as_json(self) -> dict[str, Any]:
        """Return the row for JSON."""
        ends = {key: number(getattr(self, key)) for key in ("mean", "low", "high")}
        return {
            "values": {name: number(one) for name, one in self.values.items()},
            **ends,
            "word": self.word.value,
        }


class Sampled(NamedTuple):
    """Of ``n`` sampled assumptions, the share in which A is higher, B is, neither can be said, and undefined."""

    n: int
    first: float
    second: float
    close: float
    undefined: int

    def as_json(self) -> dict[str, Any]:
        """Return the shares for JSON."""
        return {
            "n": self.n,
            "A": number(self.first),
            "B": number(self.second),
            "close": number(self.close),
            "undefined": self.undefined,
        }


@dataclass(frozen=True)
class Sample:
    """Readings drawn over the ranges of ``factors``, and A minus B under each, (n, S, Y, K)."""

    factors: tuple[Factor, ...]
    readings: tuple[Reading, ...]
    differences: Floats
    seeds: tuple[int, ...]


@dataclass(frozen=True)
class Assumptions:
    """Rows of the shipped sets and shares of the sample, by outcome and horizon."""

    sets: Mapping[tuple[str, int], Mapping[str, Row]]
    sampled: Mapping[tuple[str, int], Sampled]
    alike: Mapping[tuple[str, int], Sampled]
    varied: int
    looks: int
    seeds: tuple[int, ...]
    limits: tuple[str, ...] = LIMITS

    def as_json(self, outcome: str, year: int) -> dict[str, Any]:
        """Return one outcome at one horizon for JSON."""
        at = outcome, year
        return {
            "sets": {name: row.as_json() for name, row in self.sets[at].items()},
            "sampled": self.sampled[at].as_json() | {"varied": self.varied},
            "misused_alike": self.alike[at].as_json(),
        }


def assumptions(
    question: Question, lab: Laboratory, sample: Sample, alike: Sample, effort: Effort = STANDARD
) -> Assumptions:
    """Return what becomes of the difference under other assumptions.

    The shipped sets take the place of all assumptions but the locked. ``sample`` and ``alike`` are of
    `draw_sample`, the latter with every holder misusing alike.
    """
    names = list_assumption_sets()
    seeds = question.spec.seeds[: effort.set_seeds]
    specs = [question.assuming(load_assumptions(name).items(), seeds) for name in names]
    found = lab.values(specs, question.years, question.outcomes)
    rows: dict[tuple[str, int], dict[str, Row]] = {}
    for name, values in zip(names, found, strict=True):
        for at, row in rows_of(question, values).items():
            rows.setdefault(at, {})[name] = row
    looks = question.looks * (len(names) + len(sample.readings) + len(alike.readings))
    return Assumptions(
        rows, shares(question, sample), shares(question, alike), len(sample.factors), looks, seeds
    )


def draw_sample(
    question: Question, lab: Laboratory, effort: Effort = STANDARD, alike: bool = False
) -> Sample:
    """Return the pair under a scrambled Sobol sample of all assumptions and judgement constants but the locked.

    With ``alike``, the first half of the same sample with every holder misusing data alike.
    """
    chosen = factors(question)
    readings = sobol(chosen, effort.points)
    if alike:
        readings = [misused_alike(reading) for reading in readings[: max(1, effort.points // 2)]]
    seeds = question.spec.seeds[: effort.point_seeds]
    specs = [question.assuming(reading.items(), seeds) for reading in readings]
    values = np.array(lab.values(specs, question.years, question.outcomes))
    return Sample(chosen, tuple(readings), values[:, :, 0] - values[:, :, 1], seeds)


def rows_of(question: Question, values: Floats) -> dict[tuple[str, int], Row]:
    """Return both cities' levels and their difference, from ``values`` (S, 2, Y, K)."""
    rows = {}
    for year in question.horizons:
        first, second = values[:, 0, year - 1], values[:, 1, year - 1]
        mean, low, high = paired_difference(first, second)
        for k, one in enumerate(question.declared):
            levels = (float(first[:, k].mean()), float(second[:, k].mean()))
            ends = float(mean[k]), float(low[k]), float(high[k])
            values_by_label = dict(zip(question.labels, levels, strict=True))
            rows[one.id, year] = Row(values_by_label, *ends, size_of(*ends, one.material))
    return rows


def shares(question: Question, sample: Sample) -> dict[tuple[str, int], Sampled]:
    """Return in which share of the sample each city is higher, by outcome and horizon."""
    return {
        (one.id, year): share(sample.differences[:, :, year - 1, k], one.material)
        for k, one in enumerate(question.declared)
        for year in question.horizons
    }


def share(differences: Floats, material: float) -> Sampled:
    """Return the shares of points in which A is higher, B is, or neither can be said, from (n, S).

    A point has few seeds, so its luck is moderated by that of all points (`moderated`). A difference counts beyond
    luck and from what is ``material`` on; shares are of the points that are defined, the others are counted beside
    them. With one seed luck is not known, and nothing is beyond it.
    """
    defined = differences[~np.isnan(differences).any(axis=1)]
    points, seeds = defined.shape
    if not points:
        return Sampled(0, np.nan, np.nan, np.nan, len(differences))
    means = defined.mean(axis=1)
    least = np.maximum(reach(defined), material) if seeds > 1 else np.full(points, np.inf)
    first, second = float((means >= least).mean()), float((means <= -least).mean())
    return Sampled(points, first, second, 1.0 - first - second, len(differences) - points)


def moved(question: Question, reading: Reading, chosen: Sequence[Factor]) -> tuple[str, ...]:
    """Return the names that ``reading`` has otherwise than the question does."""
    present = question.assumed
    return tuple(
        one.name
        for one in chosen
        if one.name in reading and reading[one.name] != present.get(one.name, one.parameter.default)
    )
