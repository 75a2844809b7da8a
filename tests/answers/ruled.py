"""A laboratory that runs nothing: what cities do follows a rule that a test gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from sim.answers.run_result import RunResult
from sim.runs.spec import CitySpec, RunSpec
from tests.answers.small import OUTCOMES, made_detail

Rule = Callable[[Mapping[str, Any], int, CitySpec], float]
"""What calm is in the second year, given what is assumed, the seed and the city."""


class Ruled:
    """Calm (or ``name``) follows a rule in the second year; all else is one half everywhere, it too in the first."""

    def __init__(self, rule: Rule, name: str = "calm") -> None:
        self.rule = rule
        self.outcomes = tuple(name if one == "calm" else one for one in OUTCOMES)
        self.seen: list[list[RunSpec]] = []
        self.failures: list[str] = []

    def results(
        self, specs: Sequence[RunSpec], years: int, detailed: bool = False
    ) -> list[list[tuple[RunResult | None, ...]]]:
        """Return, for each of ``specs``, seed and city, what the rule says."""
        self.seen.append(list(specs))
        return [
            [
                tuple(self._one(dict(spec.assumptions), seed, city, years) for city in spec.cities)
                for seed in spec.seeds
            ]
            for spec in specs
        ]

    def values(self, specs: Sequence[RunSpec], years: int, outcomes: Sequence[str]) -> list[np.ndarray]:
        """Return the same by seed, city, year and outcome, (S, C, Y, K)."""
        places = [self.outcomes.index(name) for name in outcomes]
        return [
            np.array([[one.years[:, places] for one in cities if one] for cities in seeds])
            for seeds in self.results(specs, years)
        ]

    def _one(self, assumed: Mapping[str, Any], seed: int, city: CitySpec, years: int) -> RunResult:
        levels = np.full((years, len(OUTCOMES)), 0.5)
        levels[1:, OUTCOMES.index("calm")] = self.rule(assumed, seed, city)
        return RunResult(self.outcomes, levels, made_detail(levels))
