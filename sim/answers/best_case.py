"""The best case of each camp: the most favourable of the same sampled assumptions, reported on fresh seeds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.answers.assumptions import Row, Sample, moved, rows_of
from sim.answers.effort import STANDARD, Effort
from sim.answers.laboratory import Laboratory
from sim.answers.question import Question

LIMITS = ("limit-best-of-sample", "limit-luck-only")


@dataclass(frozen=True)
class BestCase:
    """For each outcome, the point of the sample where a city stood best at the last horizon, and both there.

    ``rows`` by city, outcome and horizon are of fresh ``seeds``; ``moved`` counts the assumptions that differ;
    ``tried`` is the budget, the same for both.
    """

    rows: Mapping[tuple[str, str, int], Row]
    moved: Mapping[tuple[str, str], int]
    tried: int
    looks: int
    seeds: tuple[int, ...]
    limits: tuple[str, ...] = LIMITS

    def as_json(self, outcome: str, year: int) -> dict[str, Any]:
        """Return both camps' best cases for JSON."""
        labels = dict.fromkeys(label for label, name in self.moved if name == outcome)
        return {
            label: {**self.rows[label, outcome, year].as_json(), "moved": self.moved[label, outcome]}
            for label in labels
        }


def best_case(question: Question, lab: Laboratory, sample: Sample, effort: Effort = STANDARD) -> BestCase:
    """Return each city's best case, chosen on the sample's seeds and reported on fresh ones.

    Best is highest, or lowest where less is better; where no direction is declared, highest.
    """
    seeds = question.fresh(effort.fresh_seeds)
    chosen: dict[tuple[str, str], int] = {}
    at_last = sample.differences[:, :, question.years - 1].mean(axis=1)
    for k, one in enumerate(question.declared):
        sign = -1.0 if one.direction == "less" else 1.0
        lead = sign * at_last[:, k]
        if np.isnan(lead).all():
            continue
        first, second = question.labels
        chosen[first, one.id] = int(np.nanargmax(lead))
        chosen[second, one.id] = int(np.nanargmin(lead))
    points = sorted(set(chosen.values()))
    specs = [question.assuming(sample.readings[point].items(), seeds) for point in points]
    values = lab.values(specs, question.years, question.outcomes)
    found = {point: rows_of(question, one) for point, one in zip(points, values, strict=True)}
    rows = {
        (label, name, year): found[point][name, year]
        for (label, name), point in chosen.items()
        for year in question.horizons
    }
    counts = {
        key: len(moved(question, sample.readings[point], sample.factors)) for key, point in chosen.items()
    }
    return BestCase(rows, counts, len(sample.readings), len(rows), seeds)
