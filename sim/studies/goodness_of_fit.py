"""How like a map of a study is to a figure that its city's file publishes, district by district."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sim.city.load import load_city, published_figures
from sim.city.source import SUFFIXES
from sim.evidence.patterns.london import weighted_correlation
from sim.files.errors import InputError
from sim.files.resources import data_folder
from sim.studies.results import Results
from sim.studies.targets import Target

Numbers = NDArray[np.float64]
FEWEST = 3  # districts; fewer have no correlation worth the name


def compared(results: Results, target: Target) -> Numbers:
    """Return by point (points,) the correlation or, with a unit, the distance that ``target`` is about.

    Maps are averaged over seeds first, as pattern P8 does: noise would lower the correlation. nan for a point
    without a run that is done. Raises InputError for a city that publishes no such column.
    """
    maps = results.districts(target.outcome, target.year)
    figures, people = _published(results, target.published)
    points = results.plan.table.column("point").to_numpy()
    mine = np.array(results.plan.table.column("scenario").to_pylist()) == target.scenario
    found = np.full(points.max() + 1, np.nan)
    for point in range(len(found)):
        drawn = maps[mine & (points == point)]
        drawn = drawn[~np.isnan(drawn).all(axis=1)]  # a seed whose run failed has no map
        if not len(drawn):
            continue
        simulated = drawn.mean(axis=0)
        there = np.isfinite(simulated) & np.isfinite(figures)
        if there.sum() >= FEWEST and np.ptp(simulated[there]) > 0:
            found[point] = _goodness(simulated[there], figures[there], people[there], target.unit)
    return found


def _goodness(simulated: Numbers, figures: Numbers, people: Numbers, unit: float | None) -> float:
    if unit is None:
        return weighted_correlation(simulated, figures, people)
    return distance(unit * simulated, figures, people)


def distance(x: Numbers, y: Numbers, weights: Numbers) -> float:
    """Return the root mean square distance of ``x`` from ``y`` (D,), each reckoned from its own mean."""
    share = weights / weights.sum()
    apart = x - y
    return float(np.sqrt(share @ (apart - share @ apart) ** 2))


def _published(results: Results, column: str) -> tuple[Numbers, Numbers]:
    """Return the figures and the populations of the study's districts."""
    name = str(results.plan.study["context"]["city"])
    own = name.lower().endswith(SUFFIXES)
    path = Path(name) if own else data_folder() / "cities" / f"{name}.geojson"
    if not own and not path.is_file():
        raise InputError(f"{results.folder}: its city {name!r} is invented and publishes no {column!r}")
    city = load_city(name)
    if city.fingerprint != results.plan.study["city_fingerprint"]:
        raise InputError(f"{path}: is not the city this study was planned with")
    return published_figures(path, column), city.population
