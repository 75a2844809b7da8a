"""One number for every point and city: what sensitivity and discovery work on."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from sim.files.errors import InputError
from sim.studies.results import Results

Numbers = NDArray[np.float64]


def by_point(results: Results, outcome: str, year: float | None) -> dict[str, Numbers]:
    """Return city -> (points,): the outcome's mean over seeds; then "first minus second" for the first city.

    Cities of several sets of assumptions are told apart by "scenario, set". Raises InputError unless every
    run is done.
    """
    missing = sum(status != "done" for status in results.runs().column("status").to_pylist())
    if missing:
        raise InputError(f"{results.folder}: {missing} runs are not done; resume them first")
    values = results.outcome(outcome, year)
    cities = _means(results, values)
    return cities | differences(cities)


def differences(cities: Mapping[str, Numbers]) -> dict[str, Numbers]:
    """Return the first city's numbers minus every other's."""
    names = list(cities)
    return {f"{names[0]} minus {other}": cities[names[0]] - cities[other] for other in names[1:]}


def city_of(results: Results) -> list[str]:
    """Return the city's name for each row of the plan."""
    table = results.plan.table
    several = len(results.plan.study["assumptions"]) > 1
    scenarios, sets = (table.column(name).to_pylist() for name in ("scenario", "assumptions"))
    return [f"{one}, {other}" if several else one for one, other in zip(scenarios, sets, strict=True)]


def _means(results: Results, values: Numbers) -> dict[str, Numbers]:
    points = results.plan.table.column("point").to_numpy()
    cities = np.array(city_of(results))
    means = {}
    for city in dict.fromkeys(cities.tolist()):
        mine = cities == city
        total = np.bincount(points[mine], values[mine])
        means[city] = total / np.bincount(points[mine])
    return means
