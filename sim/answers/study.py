"""What a finished study says: where its spread comes from, which named scenarios are robust, what moves a result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.answers.variance import complete, pairs_of, parts_of_variance
from sim.files.errors import InputError
from sim.outcomes import outcome
from sim.parameters import find_parameter
from sim.runs.statistics import number
from sim.studies.analysis.convergence import NORMAL_95, spoken
from sim.studies.analysis.finding import Finding, table_of
from sim.studies.analysis.given_data import noise, resampled, verdict
from sim.studies.analysis.outcome import Cells, as_cells, none_done, reasons
from sim.studies.analysis.paired import paired
from sim.studies.analysis.robustness import robust
from sim.studies.analysis.slices import median_distances
from sim.studies.partial import Partial, lacking, partial
from sim.studies.results import Results

Floats = NDArray[np.float64]
Rows = list[dict[str, Any]]

AXES = ("scenario", "assumptions", "point", "seed")
SLICES = 10
"""Slices of each factor's range for PAWN, as its authors advise for some hundred runs or more."""
FEWEST = 2 * SLICES  # runs of a city
NOT_NEEDED = "not needed"
GOLDEN = (5**0.5 - 1) / 2


@dataclass(frozen=True)
class StudyExplanation:
    """Tables of a study by name, and the runs behind them."""

    variance: Rows
    robustness: Rows
    sensitivity: Rows
    shares: Rows
    runs: Mapping[str, int]
    warnings: tuple[str, ...]
    partial: Partial | None = None
    """What the folder lacks of its study; None where it is whole."""

    @property
    def tables(self) -> dict[str, Rows]:
        """Every table by its name, those that hold nothing too."""
        return {name: getattr(self, name) for name in ("variance", "robustness", "sensitivity", "shares")}

    def as_json(self) -> dict[str, Any]:
        """Return every table for JSON."""
        lacks = self.partial.as_json() if self.partial else None
        return {"runs": dict(self.runs), "partial": lacks, "warnings": list(self.warnings), **self.tables}

    def as_finding(self) -> Finding:
        """Return the tables that hold anything, to be saved as those of any analysis are."""
        return Finding({name: table_of(rows) for name, rows in self.tables.items() if rows}, {})


def explain_study(results: Results, outcomes: Sequence[str], year: float | None = None) -> StudyExplanation:
    """Return what the study says of ``outcomes`` at the end of ``year`` (of the runs by default).

    What is undefined, failed or not done yet is left out and counted beside it, each on its own. Raises InputError for
    an unknown outcome, a year that is not reached, and a study of which no run is done.
    """
    names = [results.known(name) for name in outcomes]
    statuses = np.array(results.runs().column("status").to_pylist())
    if not (statuses == "done").any():
        raise InputError(f"{results.folder}: {none_done(results, statuses)}")
    layouts = {name: _layout(results, results.outcome(name, year), statuses) for name in names}
    scenarios = list(results.plan.study["scenarios"])
    warnings = [words] if (words := lacking(results)) else []
    variance = [row for name in names for row in _variance(name, layouts[name], scenarios, warnings)]
    robust = _robustness(results, names, year, warnings)
    sensitive = [row for name in names for row in _sensitivity(results, name, year, warnings)]
    warnings += noise(sensitive, "these runs")
    warnings += spoken(sensitive, "take more points, [design] samples")
    shares = _shares(results, names, year, warnings)
    counts, said = dict(Counter(statuses.tolist())), tuple(dict.fromkeys(warnings))
    return StudyExplanation(variance, robust, sensitive, shares, counts, said, partial(results))


def _layout(results: Results, values: Floats, statuses: NDArray[np.str_]) -> Cells:
    """Return a number for each run by scenario, set, point and seed; nan where there is none, and why."""
    table = results.plan.table
    columns = [table.column(name).to_pylist() for name in AXES]
    levels = [list(dict.fromkeys(column)) for column in columns]
    found = np.full([len(level) for level in levels], np.nan)
    stands = np.full(found.shape, NOT_NEEDED, dtype="U10")
    places = [{level: place for place, level in enumerate(one)} for one in levels]
    for *at, value, status in zip(*columns, values, statuses, strict=True):
        place = tuple(place[level] for place, level in zip(places, at, strict=True))
        found[place], stands[place] = value, status
    taken = (stands != NOT_NEEDED).all(axis=(0, 1, 2))  # seeds that every point has taken
    return as_cells(found[..., taken], stands[..., taken])


def _variance(
    name: str, layout: Cells, scenarios: Sequence[str], warnings: list[str]
) -> Iterator[dict[str, Any]]:
    """Yield the parts of the spread of an outcome, then of each pair's difference."""
    yield from _parts(name, "all cities", layout, AXES, warnings)
    cities = [Cells(*(one[place] for one in layout)) for place in range(len(scenarios))]
    for one, other in pairs_of(len(scenarios)):
        label = f"{scenarios[one]} minus {scenarios[other]}"
        yield from _parts(name, label, cities[one].minus(cities[other]), AXES[1:], warnings)


def _parts(
    name: str, of: str, layout: Cells, axes: tuple[str, ...], warnings: list[str]
) -> Iterator[dict[str, Any]]:
    axis = axes.index("point")
    whole = complete(layout.values, axis)
    points, left_out = whole.shape[axis], layout.values.shape[axis] - whole.shape[axis]
    seeds, without = whole.shape[-1], layout.values.shape[-1] - whole.shape[-1]
    if not whole.size:
        warnings.append(
            f"{name}, {of}: no point is complete ({reasons(layout.counts) or 'no seed is common'})"
        )
        return
    if left_out or without:
        counts = ((left_out, points, "points"), (without, seeds, "seeds"))
        every = " and ".join(f"{lost} of {kept + lost} {noun}" for lost, kept, noun in counts if lost)
        warnings.append(f"{name}, {of}: {every} left out of the variance ({reasons(layout.counts)})")
    if seeds < 2:
        warnings.append("one seed: what the seed does cannot be told from all else")
    counted = {"points": points, "left_out": left_out, "seeds": seeds, "cells": int(whole.size)}
    counted |= layout.counts
    alone = {name for name, levels in zip(axes, whole.shape, strict=True) if levels == 1}
    for part, share in parts_of_variance(whole, axes).items():
        if part in alone:  # no part of the spread can be of what does not vary
            continue
        yield {"outcome": name, "of": of, "part": part, "share": number(share)} | counted


def _robustness(results: Results, names: Sequence[str], year: float | None, warnings: list[str]) -> Rows:
    """Return how each scenario stands over points and sets, by the outcomes of which a direction is better."""
    directed = [name for name in names if outcome(name).direction is not None]
    if not directed or len(results.plan.study["scenarios"]) < 2:
        return []
    try:
        found = robust(results, directed, year)
    except (
        InputError
    ) as error:  # none has a value everywhere: the rest of the study still has something to say
        warnings.append(str(error))
        return []
    rows: Rows = found.tables["robust"].drop_columns(["good_enough"]).to_pylist()
    return rows


def _sensitivity(
    results: Results, name: str, year: float | None, warnings: list[str]
) -> Iterator[dict[str, Any]]:
    """Yield how far each varied quantity moves an outcome of the runs as they are, seeds included, by city.

    PAWN (Pianosi & Wagener 2018, doi:10.1016/j.envsoft.2018.07.019) takes any design, also an incomplete one; its
    95 % interval is over resampled points. A quantity that is not above a dummy, which moves nothing, cannot be told
    from nothing.
    """
    table, factors = results.plan.table, results.plan.factors
    values = results.outcome(name, year)
    scenario, points = (np.array(table.column(one).to_pylist()) for one in ("scenario", "point"))
    for city in dict.fromkeys(scenario.tolist()):
        mine = (scenario == city) & ~np.isnan(values)
        if why := _no_sensitivity(len(factors), values[mine]):
            warnings.append(f"{name}, {city}: {why}")
            continue
        columns = [_numbers(results, one)[mine] for one in factors]
        *medians, floor = pawn_of(columns, values[mine])
        *reaches, loose = _reaches(columns, values[mine], points[mine])
        for one, median, reach in zip(factors, medians, reaches, strict=True):
            told = {"role": _role(one), "pawn": number(median), "pawn_conf": number(reach)}
            said = verdict({"pawn": median, "pawn_conf": reach}, {"pawn": floor + loose})
            beside = {"dummy": number(floor), "dummy_conf": number(loose), "floor": number(floor + loose)}
            counted = {"verdict": said, "runs": int(mine.sum())}
            yield {"outcome": name, "city": city, "factor": one, **told, **beside, **counted}


def _no_sensitivity(factors: int, values: Floats) -> str:
    """Return why nothing can be said of what moves ``values`` (runs,); empty where it can."""
    if not factors:
        return "the design varies nothing"
    if len(values) < FEWEST:
        return f"{len(values)} runs are too few for sensitivity (needs {FEWEST})"
    return "is the same in all runs; nothing moves it" if np.ptp(values) == 0.0 else ""


def _role(factor: str) -> str:
    known = find_parameter(factor)
    return known.role if known is not None else "of the design"


def pawn_of(columns: Sequence[Floats], values: Floats) -> list[float]:
    """Return the median PAWN index of each of ``columns`` (n,) on ``values`` (n,), then that of a dummy.

    The dummy is a golden-ratio sequence in the order of the rows: spread evenly, and without any effect.
    """
    dummy = np.arange(1, len(values) + 1) * GOLDEN % 1.0
    return median_distances(np.column_stack([*columns, dummy]), values, SLICES).tolist()


def _reaches(columns: Sequence[Floats], values: Floats, points: NDArray[Any]) -> Floats:
    """Return how far the 95 % intervals of `pawn_of` reach: points are resampled, each with all its runs."""
    found = [
        pawn_of([column[rows] for column in columns], values[rows])
        for rows in resampled(points)
        if np.ptp(values[rows]) > 0.0
    ]
    return NORMAL_95 * np.nanstd(found, axis=0) if found else np.full(len(columns) + 1, np.inf)


def _numbers(results: Results, factor: str) -> Floats:
    """Return what is varied as a number for each run; no limit is above all others, words are numbered as they come."""
    column = results.plan.table.column(factor).to_pylist()
    if any(isinstance(value, str) for value in column):
        options = list(dict.fromkeys(column))
        return np.array([options.index(value) for value in column], float)
    values = np.array([np.nan if value is None else float(value) for value in column])
    finite = values[np.isfinite(values)]
    return np.where(np.isinf(values), finite.max(initial=0.0) + 1.0, np.nan_to_num(values, nan=0.0))


def _shares(results: Results, names: Sequence[str], year: float | None, warnings: list[str]) -> Rows:
    """Return in which share of points each city leads, and does so beyond the interval over seeds."""
    if len(results.plan.study["scenarios"]) < 2:
        return []
    try:
        rows: Rows = paired(results, names, year).tables["paired-shares"].to_pylist()
    except InputError as error:  # no pair has a value: the rest of the study still has something to say
        warnings.append(str(error))
        return []
    return rows
