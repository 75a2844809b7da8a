"""Which assumptions decide: Sobol' indices and elementary effects, by SALib."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np

from sim.files.errors import InputError
from sim.studies.analysis.bars import bars, growth_lines
from sim.studies.analysis.convergence import (
    AS_DUMMY,
    CONSTANT,
    DUMMY,
    SETTLED,
    UNSETTLED,
    WIDE,
    Indices,
    dummy_indices,
    growing,
    spoken,
    verdicts,
)
from sim.studies.analysis.finding import Finding, table_of
from sim.studies.analysis.outcome import WITHOUT, Cells, Mask, Numbers, each_city, refuse_failed
from sim.studies.analysis.threads import one_thread
from sim.studies.results import Results

SEED = 1  # of the resampling that gives intervals; SALib takes 0 for "no seed"
LEAST_BLOCKS = 4  # from which on indices are followed over growing samples
Rows = list[dict[str, Any]]


class _Method(NamedTuple):
    """An analysis of a design that comes in blocks of points, each of which is whole or useless."""

    name: str
    block: int
    indices: tuple[str, ...]
    analyse: Callable[[Numbers, Mask], Indices]
    label: str
    remedy: str


@one_thread("SALib.analyze.sobol")
def sobol(
    results: Results, outcomes: Sequence[str], year: float | None = None, without_failed: bool = False
) -> Finding:
    """Return first-order and total indices with 95 % intervals, of every city and difference of cities.

    Source: Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018. Beside each stands whether it is settled;
    a further table follows the indices over growing samples, and one has the second-order indices of pairs where the
    design was made for them. Blocks of points with a run that failed are left
    out if ``without_failed``. Raises InputError for a design of another method than "saltelli", and for
    failed runs otherwise.
    """
    from SALib.analyze import sobol as salib

    _need(results, "saltelli")
    second = results.plan.study["second_order"]
    factors = len(results.plan.factors)

    def indices(outcome: Numbers, kept: Mask) -> Indices:
        found = salib.analyze(results.plan.study["problem"], outcome, calc_second_order=second, seed=SEED)
        return {name: np.asarray(found[name]) for name in ("S1", "S1_conf", "ST", "ST_conf")}

    block = 2 * factors + 2 if second else factors + 2
    remedy = "double [design] samples"
    method = _Method("sobol", block, ("S1", "ST"), indices, "total effect", remedy)
    found = _finding(results, outcomes, year, method, without_failed)
    pairs = _pairs(results, outcomes, year, block, without_failed) if second else []
    return found._replace(tables={**found.tables, "sobol-pairs": table_of(pairs)}) if pairs else found


def _pairs(
    results: Results, outcomes: Sequence[str], year: float | None, block: int, without_failed: bool
) -> Rows:
    """Return for every city and pair of factors the second-order index, with its 95 % interval."""
    from SALib.analyze import sobol as salib

    factors = results.plan.factors
    rows: Rows = []
    for about, cells in each_city(results, outcomes, year, []):
        outcome = cells.mean[_kept(cells, block, without_failed)]
        if not len(outcome) or np.isnan(outcome).any() or not np.ptp(outcome) > 0:
            continue
        found = salib.analyze(results.plan.study["problem"], outcome, calc_second_order=True, seed=SEED)
        for one, other in combinations(range(len(factors)), 2):
            index, reach = (float(found[name][one, other]) for name in ("S2", "S2_conf"))
            said = UNSETTLED if reach > WIDE else AS_DUMMY if index <= reach else SETTLED
            named = {"factor": factors[one], "other": factors[other]}
            rows.append(about | named | {"S2": index, "S2_conf": reach, "verdict": said})
    return rows


@one_thread("SALib.analyze.morris")
def morris(
    results: Results, outcomes: Sequence[str], year: float | None = None, without_failed: bool = False
) -> Finding:
    """Return elementary effects: mu, mu* with its 95 % interval, sigma; of every city and difference.

    Source: Campolongo et al. (2007), doi:10.1016/j.envsoft.2006.10.004. Whether they are settled, growing
    samples and ``without_failed`` (trajectories) as for `sobol`. Raises InputError for a design of another
    method than "morris", and for failed runs.
    """
    from SALib.analyze import morris as salib

    _need(results, "morris")
    column = results.plan.table.column("position")
    positions = np.array([column[row].as_py() for row in _first_of_each(results)])
    names = results.plan.factors
    problem = results.plan.study["problem"] | {"bounds": [[0.0, 1.0] for _ in names]}

    def effects(outcome: Numbers, kept: Mask) -> Indices:
        there = positions[kept][: len(outcome)]
        found = salib.analyze(problem, there, outcome, num_levels=results.plan.study["levels"], seed=SEED)
        return {name: np.asarray(found[name]) for name in ("mu", "mu_star", "mu_star_conf", "sigma")}

    remedy = "take more trajectories, [design] samples"
    method = _Method("morris", len(names) + 1, ("mu_star",), effects, "mean |effect|", remedy)
    return _finding(results, outcomes, year, method, without_failed)


def _need(results: Results, method: str) -> None:
    planned = results.plan.study["method"]
    if planned != method:
        raise InputError(
            f"{results.folder}: its design is {planned}; this analysis needs method = {method!r} "
            "(pawn and delta take any that varies all factors at once)"
        )
    if not results.plan.factors:
        raise InputError(f"{results.folder}: its design varies nothing")


def _first_of_each(results: Results) -> list[int]:
    """Return the first row of every point, in the order of points."""
    first: dict[int, int] = {}
    for row, point in enumerate(results.plan.table.column("point").to_pylist()):
        first.setdefault(point, row)
    return [first[point] for point in sorted(first)]


def _finding(
    results: Results, outcomes: Sequence[str], year: float | None, method: _Method, without_failed: bool
) -> Finding:
    if not without_failed:
        refuse_failed(results, method.name)
    rows: Rows = []
    growth: Rows = []
    notes: list[str] = []
    for about, cells in each_city(results, outcomes, year, notes):
        mine, more = _of_city(results.plan.factors, cells, method, without_failed)
        rows += [about | row for row in mine]
        growth += [about | row for row in more]
    notes += spoken(rows, method.remedy)
    tables = {method.name: table_of(_filled(rows))}
    value = method.indices[-1]
    pictures = {method.name: bars(_filled(rows), value, f"{value}_conf", method.label)}
    if growth:
        tables[f"{method.name}-growth"] = table_of(growth)
        pictures[f"{method.name}-growth"] = growth_lines(growth, value, method.label)
    return Finding(tables, pictures, notes)


def _of_city(
    factors: Sequence[str], cells: Cells, method: _Method, without_failed: bool
) -> tuple[Rows, Rows]:
    """Return a row for each factor, and one for each factor and size of a growing sample."""
    kept = _kept(cells, method.block, without_failed)
    outcome = cells.mean[kept]
    counted = {"blocks": len(outcome) // method.block} | cells.counts
    if nowhere := int(np.isnan(outcome).sum()):
        said = f"undefined at {nowhere} of {len(outcome)} points"
        return [{"factor": name, "verdict": said} | counted for name in factors], []
    if not len(outcome) or not np.ptp(outcome) > 0:
        said = CONSTANT if len(outcome) else "no block is whole"
        return [{"factor": name, "verdict": said} | counted for name in factors], []
    found = method.analyse(outcome, kept)
    dummy = dummy_indices(outcome, method.block) if method.name == "sobol" else {}
    floor = abs(dummy["ST"]) + dummy["ST_conf"] if dummy else 0.0
    said_of = verdicts(found, method.indices, floor)
    rows = [
        _row(name, found, place) | {"verdict": said_of[place]} | counted for place, name in enumerate(factors)
    ]
    if dummy:
        rows.append({"factor": DUMMY, **dummy, "verdict": "what chance alone gives"} | counted)
    steps = growing(outcome, method.block, LEAST_BLOCKS, lambda part: method.analyse(part, kept))
    more = [
        {"blocks": size} | _row(name, indices, place)
        for size, indices in steps
        for place, name in enumerate(factors)
    ]
    return rows, more


def _row(factor: str, found: Indices, place: int) -> dict[str, Any]:
    return {"factor": factor} | {name: float(one[place]) for name, one in found.items()}


def _kept(cells: Cells, block: int, without_failed: bool) -> Mask:
    """Return which points count (points,): all, or those in blocks in which no run failed."""
    if not without_failed:
        return np.ones(len(cells.mean), bool)
    whole = ~cells.failed.any(axis=1).reshape(-1, block).any(axis=1)
    return np.repeat(whole, block)


def _filled(rows: Rows) -> Rows:
    """Return ``rows`` with all columns in all of them; what was looked at comes last."""
    last = ("verdict", "blocks", *WITHOUT)
    columns = [*dict.fromkeys(name for row in rows for name in row if name not in last), *last]
    return [{name: row.get(name) for name in columns} for row in rows]
