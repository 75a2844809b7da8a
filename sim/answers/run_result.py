"""One run of an answer: its outcomes by year, and of the pair itself the months and the residents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.model.city_model import CityModel
from sim.model.time_series import REPORTED_WEEKS
from sim.outcomes import outcome
from sim.runs.branch import BurnIns
from sim.runs.comparison import Comparison
from sim.runs.executor import Cancelled
from sim.runs.months import by_month
from sim.runs.own_model import load_model
from sim.runs.spec import RunSpec

Floats = NDArray[np.float64]

SMALL = 5_000
BURN_INS_KEPT = 24
"""Of cities of so few residents, of some two megabytes each; the burn-in of a large city is lived for each request."""

STATES = ("harm_weeks", "detention", "tie_count")
"""What of a resident tells whether they are harmed, held or isolated."""


class Detail(NamedTuple):
    """What only the pair itself is asked for.

    ``months`` (M, K) and ``maps`` (M, L, D) are means of four weeks; ``residents`` hold, by column, the means
    (Y, N) of the four weeks that end a year, ``homes`` (N,) their district, ``groups`` (N,) thirds 0, 1, 2.
    """

    months: Floats
    maps: NDArray[np.float32]
    residents: Mapping[str, NDArray[np.float32]]
    homes: NDArray[np.int64]
    groups: Mapping[str, NDArray[np.int64]]


class RunResult(NamedTuple):
    """One city under one seed: its ``outcomes`` at the end of each year, (Y, K), and more of it if asked for."""

    outcomes: tuple[str, ...]
    years: Floats
    detail: Detail | None = None


class RunRequest(NamedTuple):
    """What one worker does at once: the cities of ``spec`` under its one seed, for ``years``."""

    spec: RunSpec
    years: int
    detailed: bool


def run_cities(request: RunRequest, cancelled: Cancelled) -> tuple[RunResult, ...]:
    """Return the results of the cities of ``request``, in order; nothing once ``cancelled``."""
    if cancelled():
        return ()
    comparison = _branched(request.spec)
    found = []
    for city in comparison.cities:
        result = _run_city(city, request, cancelled)
        if result is None:
            return ()
        found.append(result)
    return tuple(found)


def _branched(spec: RunSpec) -> Comparison:
    """Return the cities of ``spec`` under its first seed; requests that follow one another share a burn-in."""
    if spec.residents > SMALL:
        return Comparison.of(spec, spec.seed)
    settings, key = spec.burn_in_settings(spec.seed), (spec.burn_in_key, spec.seed)
    return Comparison.of(spec, spec.seed, _BURN_INS.of(key, settings, load_model(spec.model)))


def _run_city(city: CityModel, request: RunRequest, cancelled: Cancelled) -> RunResult | None:
    asked = _asked_of_residents(city) if request.detailed else ()
    seen: dict[str, list[NDArray[np.float32]]] = {name: [] for name in asked}
    for _ in range(request.years):
        if cancelled():
            return None
        if request.detailed:
            city.run(WEEKS_PER_YEAR - REPORTED_WEEKS)
            _look(city, seen)
        else:
            city.run(WEEKS_PER_YEAR)
    years = np.array([city.series.at_year(year) for year in range(1, request.years + 1)])
    return RunResult(city.series.outcomes, years, _detail(city, seen) if request.detailed else None)


def _asked_of_residents(city: CityModel) -> tuple[str, ...]:
    """Return the columns whose mean some outcome of ``city`` is, and those that tell states."""
    averaged = (outcome(name).resident for name in city.series.outcomes)
    columns = dict.fromkeys((*averaged, *STATES))
    return tuple(
        name for name in columns if name in city.columns and len(city.columns[name]) == city.residents
    )


def _look(city: CityModel, seen: Mapping[str, list[NDArray[np.float32]]]) -> None:
    """Run the weeks that end a year, and keep each column's mean over them."""
    sums = {name: np.zeros(city.residents) for name in seen}
    for _ in range(REPORTED_WEEKS):
        city.run(1)
        for name, total in sums.items():
            total += city.columns[name]
    for name, total in sums.items():
        seen[name].append((total / REPORTED_WEEKS).astype(np.float32))


def _detail(city: CityModel, seen: Mapping[str, list[NDArray[np.float32]]]) -> Detail:
    since = city.series.since_branch()
    maps = city.series.maps[-city.series.first : city.series.filled]
    columns = city.columns
    return Detail(
        by_month(since[None])[0],
        by_month(maps[None])[0],
        {name: np.array(kept) for name, kept in seen.items()},
        columns["district"].astype(np.int64),
        {
            "hardship": columns["hardship_group"].astype(np.int64),
            "opinion": thirds(columns["first_opinion"]),
        },
    )


def thirds(values: NDArray[np.floating]) -> NDArray[np.int64]:
    """Return the third (0 lowest, 1, 2) of each of ``values`` (N,), by rank; ties by place."""
    rank = np.empty(values.size, np.int64)
    rank[np.argsort(values, kind="stable")] = np.arange(values.size)
    found: NDArray[np.int64] = rank * 3 // max(values.size, 1)
    return found


_BURN_INS = BurnIns(BURN_INS_KEPT)
