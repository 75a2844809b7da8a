"""What a finished study says: where its spread comes from, which named scenarios are robust, what moves a result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.answers.variance import complete, pairs_of, parts_of_variance, robustness
from sim.outcomes import outcome
from sim.parameters import parameter
from sim.runs.statistics import number
from sim.studies.analysis.finding import Finding, table_of
from sim.studies.analysis.paired import paired
from sim.studies.results import Results

Floats = NDArray[np.float64]
Rows = list[dict[str, Any]]

AXES = ("scenario", "assumptions", "point", "seed")
SLICES = 10
"""Slices of each factor's range for PAWN, as its authors advise for some hundred runs or more."""
GOLDEN = (5**0.5 - 1) / 2
DUMMY = "(dummy)"


@dataclass(frozen=True)
class StudyExplanation:
    """Tables of a study by name, and the runs behind them."""

    variance: Rows
    robustness: Rows
    sensitivity: Rows
    shares: Rows
    runs: Mapping[str, int]
    warnings: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return every table for JSON."""
        tables = {name: getattr(self, name) for name in ("variance", "robustness", "sensitivity", "shares")}
        return {"runs": dict(self.runs), "warnings": list(self.warnings), **tables}

    def as_finding(self) -> Finding:
        """Return the tables that hold anything, to be saved as those of any analysis are."""
        named = {
            key: rows for key, rows in self.as_json().items() if isinstance(rows, list) and key != "warnings"
        }
        return Finding({name: table_of(rows) for name, rows in named.items() if rows}, {})


def explain_study(results: Results, outcomes: Sequence[str], year: float | None = None) -> StudyExplanation:
    """Return what the study says of ``outcomes`` at the end of ``year`` (of the runs by default).

    What is undefined, failed or not done yet is left out and counted beside it. Raises InputError for an unknown
    outcome and a year that is not reached.
    """
    names = [results.known(name) for name in outcomes]
    layouts = {name: _layout(results, results.outcome(name, year)) for name in names}
    statuses = results.runs().column("status").to_pylist()
    counts = {status: statuses.count(status) for status in dict.fromkeys(statuses)}
    scenarios = list(results.plan.study["scenarios"])
    warnings: list[str] = []
    variance = [row for name in names for row in _variance(name, layouts[name], scenarios, warnings)]
    robust = [row for name in names for row in _robustness(name, layouts[name], scenarios)]
    sensitive = [row for name in names for row in _sensitivity(results, name, year, warnings)]
    shares = _shares(results, names, year) if len(scenarios) > 1 else []
    return StudyExplanation(variance, robust, sensitive, shares, counts, tuple(dict.fromkeys(warnings)))


def _layout(results: Results, values: Floats) -> Floats:
    """Return a number for each run by scenario, set, point and seed; nan where there is none."""
    table = results.plan.table
    columns = [table.column(name).to_pylist() for name in AXES]
    levels = [list(dict.fromkeys(column)) for column in columns]
    found = np.full([len(level) for level in levels], np.nan)
    places = [{level: place for place, level in enumerate(one)} for one in levels]
    for *at, value in zip(*columns, values, strict=True):
        found[tuple(place[level] for place, level in zip(places, at, strict=True))] = value
    return found


def _variance(
    name: str, layout: Floats, scenarios: Sequence[str], warnings: list[str]
) -> Iterator[dict[str, Any]]:
    """Yield the parts of the spread of an outcome, then of each pair's difference."""
    yield from _parts(name, "all cities", layout, AXES, warnings)
    for one, other in pairs_of(len(scenarios)):
        label = f"{scenarios[one]} minus {scenarios[other]}"
        yield from _parts(name, label, layout[one] - layout[other], AXES[1:], warnings)


def _parts(
    name: str, of: str, layout: Floats, axes: tuple[str, ...], warnings: list[str]
) -> Iterator[dict[str, Any]]:
    whole = complete(layout, axes.index("point"))
    undefined = int(np.isnan(layout).sum())
    if not whole.size:
        warnings.append(f"{name}, {of}: no point is complete")
        return
    if whole.shape[-1] < 2:
        warnings.append("one seed: what the seed does cannot be told from all else")
    for part, share in parts_of_variance(whole, axes).items():
        yield {
            "outcome": name,
            "of": of,
            "part": part,
            "share": number(share),
            "cells": int(whole.size),
            "undefined": undefined,
        }


def _robustness(name: str, layout: Floats, scenarios: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield how each scenario stands over sets and points, by an outcome that has a direction."""
    one = outcome(name)
    if one.direction is None or len(scenarios) < 2:
        return
    sign = -1.0 if one.direction == "less" else 1.0
    states = layout.mean(axis=3).reshape(len(scenarios), -1)
    defined = states[:, ~np.isnan(states).any(axis=0)]
    if not defined.shape[1]:
        return
    for scenario, row in zip(scenarios, robustness(sign * defined, one.material), strict=True):
        undefined = states.shape[1] - defined.shape[1]
        told = row | {"worst": sign * row["worst"]}
        yield {
            "outcome": name,
            "scenario": scenario,
            **told,
            "states": defined.shape[1],
            "undefined": undefined,
        }


def _sensitivity(
    results: Results, name: str, year: float | None, warnings: list[str]
) -> Iterator[dict[str, Any]]:
    """Yield how far each varied quantity moves an outcome of the runs as they are, seeds included, by city.

    PAWN (Pianosi & Wagener 2018, doi:10.1016/j.envsoft.2018.07.019) takes any design, also an incomplete one. A
    quantity that is below a dummy, which moves nothing, cannot be told from nothing.
    """
    factors = [one for one in results.plan.factors if parameter(one).kind == "number"]
    values, scenario = (
        results.outcome(name, year),
        np.array(results.plan.table.column("scenario").to_pylist()),
    )
    for city in dict.fromkeys(scenario.tolist()):
        mine = (scenario == city) & ~np.isnan(values)
        rows = int(mine.sum())
        if not factors or rows < 2 * SLICES or np.ptp(values[mine]) == 0.0:
            warnings.append(f"{name}, {city}: {rows} runs are too few for sensitivity")
            continue
        *medians, floor = pawn_of([_numbers(results, one)[mine] for one in factors], values[mine])
        for one, median in zip(factors, medians, strict=True):
            if floor > median:
                warnings.append(f"{name}, {city}: {one} cannot be told from a dummy; more runs may tell")
            told = {"role": parameter(one).role, "pawn": number(median), "dummy": number(floor), "runs": rows}
            yield {"outcome": name, "city": city, "factor": one, **told}


def pawn_of(columns: Sequence[Floats], values: Floats) -> list[float]:
    """Return the median PAWN index of each of ``columns`` (n,) on ``values`` (n,), then that of a dummy.

    The dummy is a golden-ratio sequence in the order of the rows: spread evenly, and without any effect.
    """
    from SALib.analyze import pawn

    dummy = np.arange(1, len(values) + 1) * GOLDEN % 1.0
    names = [*(str(place) for place in range(len(columns))), DUMMY]
    problem = {"num_vars": len(names), "names": names, "bounds": [[0, 1]] * len(names)}
    found = pawn.analyze(problem, np.column_stack([*columns, dummy]), values, S=SLICES)
    return [float(median) for median in found["median"]]


def _numbers(results: Results, factor: str) -> Floats:
    """Return a varied number for each run; no limit is above all others."""
    column = results.plan.table.column(factor).to_pylist()
    values = np.array([np.nan if value is None else float(value) for value in column])
    finite = values[np.isfinite(values)]
    return np.where(np.isinf(values), finite.max(initial=0.0) + 1.0, np.nan_to_num(values, nan=0.0))


def _shares(results: Results, names: Sequence[str], year: float | None) -> Rows:
    """Return in which share of points each city leads, and does so beyond the interval over seeds."""
    rows: Rows = paired(results, names, year).tables["paired-shares"].to_pylist()
    return rows
