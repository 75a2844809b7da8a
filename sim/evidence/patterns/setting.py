"""The standard setting in which patterns are measured, and how its cities are run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.model.city_model import CityModel
from sim.outcomes import OUTCOMES
from sim.parameters import Value
from sim.runs.comparison import Comparison
from sim.runs.executor import as_ordered, executor
from sim.runs.statistics import Difference, paired_difference
from sim.scenario.scenario import Scenario

Job = TypeVar("Job")
Result = TypeVar("Result")
Outcomes = NDArray[np.float64]

YEARS = (1, 2, 3, 4, 5)
FRESH_SEEDS = tuple(range(1_001, 1_081))
"""Apart from those used while the model was built and its start values were measured."""
PLACE = {name: column for column, name in enumerate(OUTCOMES)}


@dataclass(frozen=True)
class Setting:
    """How large and how often: the standard setting, or a smaller one for a quick look."""

    residents: int = 4_000
    seeds: tuple[int, ...] = FRESH_SEEDS[:5]
    many_seeds: tuple[int, ...] = FRESH_SEEDS[:80]
    price_seeds: tuple[int, ...] = FRESH_SEEDS[:4]
    price_residents: int = 2_000
    weeks: int = max(YEARS) * WEEKS_PER_YEAR
    long_weeks: int = 520
    city: str = "synthetic"
    london_residents: int = 20_000
    mixed_residents: int = 20_000
    samples: int = 200
    sample_residents: int = 1_500
    sizes: tuple[int, int] = (2_000, 8_000)
    divisions: tuple[int, int] = (64, 256)
    district_residents: int = 62
    quiet: bool = True

    def each(self, label: str, function: Callable[[Job], Result], jobs: Sequence[Job]) -> list[Result]:
        """Return ``function`` of every job, in order, run on the machine's processors.

        Raises RunError naming the first job that fails.
        """
        from tqdm import tqdm

        hidden = self.quiet or not sys.stderr.isatty()
        with executor("threads") as chosen, closing(chosen.run(lambda job, _: function(job), jobs)) as done:
            shown = tqdm(done, total=len(jobs), desc=label, disable=hidden, leave=False)
            return list(as_ordered(shown, label))

    def city_of(self, scenario: str, seed: int, **changed: Any) -> CityModel:
        """Return a city of this setting after its run; ``changed`` overrides anything `CityModel` takes."""
        standard: dict[str, Any] = {"residents": self.residents, "city": self.city, "weeks": self.weeks}
        return CityModel(scenario, rng=seed, **(standard | changed)).run()

    def comparison_of(
        self, scenarios: Sequence[str | Scenario], seed: int, **changed: Any
    ) -> list[CityModel]:
        """Return cities of this setting from one burn-in, after their runs."""
        standard: dict[str, Any] = {"residents": self.residents, "city": self.city, "weeks": self.weeks}
        cities = Comparison(scenarios, rng=seed, **(standard | changed)).cities
        return [city.run() for city in cities]

    def lead(
        self, pair: Sequence[str], seed: int, reading: Mapping[str, Value], years: Sequence[int], last: int
    ) -> Outcomes:
        """Return the outcomes of the first of a ``pair`` of small cities minus the second's, (years, outcomes).

        Both live ``last`` years under a ``reading`` of the assumptions; nan at later ``years``.
        """
        size, weeks = self.sample_residents, WEEKS_PER_YEAR * last
        one, other = self.comparison_of(pair, seed, residents=size, weeks=weeks, assumptions=reading)
        return at_years(one, years) - at_years(other, years)

    def yearly(self, label: str, scenario: str, **changed: Any) -> Outcomes:
        """Return the outcomes at `YEARS`, (seeds, years, outcomes), of one city under every seed."""
        work = lambda seed: at_years(self.city_of(scenario, seed, **changed))  # noqa: E731
        return np.array(self.each(label, work, self.seeds))

    def comparison_years(
        self, label: str, scenarios: Sequence[str], **changed: Any
    ) -> Mapping[str, Outcomes]:
        """Return the outcomes at `YEARS`, (seeds, years, outcomes), of cities with one past, by scenario."""
        work = lambda seed: [at_years(city) for city in self.comparison_of(scenarios, seed, **changed)]  # noqa: E731
        found = np.array(self.each(label, work, self.seeds))
        return {scenario: found[:, k] for k, scenario in enumerate(scenarios)}


def at_years(city: CityModel, years: Sequence[float] = YEARS) -> Outcomes:
    """Return the outcomes (years, outcomes) of a city at ``years``; nan where it has not lived that long."""
    unknown = np.full(len(OUTCOMES), np.nan)
    series = city.series
    return np.array([series.at_year(year) if series.reached(year) else unknown for year in years])


def of(outcomes: Outcomes, name: str) -> Outcomes:
    """Return the values of one outcome, the last axis of ``outcomes``."""
    values: Outcomes = outcomes[..., PLACE[name]]
    return values


def difference(first: Outcomes, second: Outcomes) -> tuple[float, float, float]:
    """Return the mean of ``first`` minus ``second`` (one value a seed each) and its 90 % interval."""
    found: Difference = paired_difference(np.reshape(first, (-1, 1)), np.reshape(second, (-1, 1)))
    return float(found.mean[0]), float(found.low[0]), float(found.high[0])
