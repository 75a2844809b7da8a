"""Which factors decide, from any design: PAWN, and delta by SALib, beside a factor that has no effect."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.studies.analysis.bars import bars
from sim.studies.analysis.convergence import (
    AS_DUMMY,
    CONSTANT,
    DUMMY,
    NORMAL_95,
    SEED,
    SETTLED,
    UNSETTLED,
    WIDE,
    spoken,
)
from sim.studies.analysis.finding import Finding, table_of
from sim.studies.analysis.inputs import Inputs, defined, inputs_of
from sim.studies.analysis.outcome import Cells, Numbers, each_city
from sim.studies.analysis.slices import median_distances
from sim.studies.analysis.threads import one_thread
from sim.studies.results import Results

FEWEST = 40  # points; fewer leave too few in a slice of a factor
RESAMPLES = 50
SLICES = 10  # of PAWN, at most
IN_A_SLICE = 8  # points that PAWN has in each, at least
REMEDY = "take more points, [design] samples"

Found = Mapping[str, Numbers]


def pawn(results: Results, outcomes: Sequence[str], year: float | None = None) -> Finding:
    """Return for every city and difference how far each factor moves the outcome's distribution, from 0 to 1.

    The median over slices of the factor of the Kolmogorov-Smirnov distance, with 95 % intervals by resampling.
    Source: Pianosi & Wagener (2018), doi:10.1016/j.envsoft.2018.07.019. Points without a value are left out and
    counted. Raises InputError for a design that varies nothing, one at a time, or has too few points.
    """

    def indices(inputs: Inputs, outcome: Numbers) -> Found:
        slices = slices_of(len(outcome))
        draws = np.random.default_rng(SEED).integers(0, len(outcome), (RESAMPLES, len(outcome)))
        found = [median_distances(inputs.values[rows], outcome[rows], slices) for rows in draws]
        index = median_distances(inputs.values, outcome, slices)
        return {"PAWN": index, "PAWN_conf": NORMAL_95 * np.nanstd(found, axis=0)}

    return _finding("pawn", results, outcomes, year, indices, ("PAWN", "median distance of distributions"))


def slices_of(points: int) -> int:
    """Return into how many slices PAWN cuts a factor of ``points``: at most `SLICES`, with `IN_A_SLICE` in each.

    Edges are stepped to 1 by a fraction, as SALib has them, and at 6 and 9 slices rounding takes them a step beyond;
    there one fewer is cut.
    """
    most = min(SLICES, max(2, points // IN_A_SLICE))
    return next(count for count in range(most, 0, -1) if np.arange(0, 1 + 1 / count, 1 / count).max() <= 1)


@one_thread("SALib.analyze.delta")
def delta(results: Results, outcomes: Sequence[str], year: float | None = None) -> Finding:
    """Return for every city and difference Borgonovo's delta and the first-order index, with 95 % intervals.

    Source: Plischke, Borgonovo & Smith (2013), doi:10.1016/j.ejor.2012.11.047. Otherwise as `pawn`.
    """
    from SALib.analyze import delta as salib

    def indices(inputs: Inputs, outcome: Numbers) -> Found:
        with warnings.catch_warnings(record=True):  # of bins merged where there are few points
            found = salib.analyze(
                inputs.problem, inputs.values, outcome, num_resamples=RESAMPLES, method="all", seed=SEED
            )
        plain = "delta" if "delta" in found else "delta_raw"  # as SALib calls it from 1.6 on
        named = {"delta": plain, "delta_conf": f"{plain}_conf", "S1": "S1", "S1_conf": "S1_conf"}
        return {name: np.asarray(found[key], float) for name, key in named.items()}

    return _finding("delta", results, outcomes, year, indices, ("delta", "delta"))


def _finding(
    name: str,
    results: Results,
    outcomes: Sequence[str],
    year: float | None,
    analyse: Callable[[Inputs, Numbers], Found],
    shown: tuple[str, str],
) -> Finding:
    inputs = inputs_of(results, FEWEST).with_dummy()
    rows: list[dict[str, Any]] = []
    notes: list[str] = []
    for about, cells in each_city(results, outcomes, year, notes):
        rows += [about | row for row in _of_city(inputs, cells, analyse, shown[0])]
    columns = list(dict.fromkeys(key for row in rows for key in row))
    filled = [{key: row.get(key) for key in columns} for row in rows]
    counts = sorted({row["points"] for row in rows})
    points = f"{counts[0]}" if len(counts) == 1 else f"{counts[0]} to {counts[-1]}"
    notes += noise(rows, f"{points} points") + spoken(rows, REMEDY)
    index, label = shown
    return Finding({name: table_of(filled)}, {name: bars(filled, index, f"{index}_conf", label)}, notes)


def _of_city(
    inputs: Inputs, cells: Cells, analyse: Callable[[Inputs, Numbers], Found], index: str
) -> list[dict[str, Any]]:
    mine, outcome = defined(inputs, cells)
    counted = {"points": len(outcome), "left_out": len(cells.mean) - len(outcome)} | cells.counts
    if len(outcome) < FEWEST:
        return [{"factor": name, "verdict": "too few points have a value"} | counted for name in inputs.names]
    if not np.ptp(outcome) > 0:
        return [{"factor": name, "verdict": CONSTANT} | counted for name in inputs.names]
    found = analyse(mine, outcome)
    dummy = mine.names.index(DUMMY)
    floors = {
        key: float(found[key][dummy] + found[f"{key}_conf"][dummy]) for key in found if f"{key}_conf" in found
    }
    columns = {"floor" if key == index else f"{key}_floor": floor for key, floor in floors.items()}
    rows = []
    for place, name in enumerate(mine.names):
        numbers = {key: float(values[place]) for key, values in found.items()}
        said = "what chance alone gives" if name == DUMMY else verdict(numbers, floors)
        rows.append({"factor": name} | numbers | columns | {"verdict": said} | counted)
    return rows


def verdict(numbers: Mapping[str, float], floors: Mapping[str, float]) -> str:
    """Return whether indices are settled, all ``_conf`` among ``numbers``; ``floors`` are what a dummy's reach.

    Where none is above its floor they are noise, however wide their intervals.
    """
    if all(numbers[index] <= floor for index, floor in floors.items()):
        return AS_DUMMY
    wide = any(reach > WIDE for key, reach in numbers.items() if key.endswith("_conf"))
    return UNSETTLED if wide else SETTLED


def noise(rows: Sequence[Mapping[str, Any]], size: str) -> list[str]:
    """Return a note on how many factors of ``rows`` are no more than chance gives, and the floor at that ``size``."""
    judged = [row for row in rows if row["verdict"] in (SETTLED, UNSETTLED, AS_DUMMY)]
    below = [row for row in judged if row["verdict"] == AS_DUMMY]
    if not below:
        return []
    floors = sorted(f"{row['floor']:.2f}" for row in judged)
    reach = " to ".join(dict.fromkeys((floors[0], floors[-1])))
    return [
        f"{len(below)} of {len(judged)} factors are noise: not above {reach}, what chance alone reaches with {size}"
    ]


def resampled(points: NDArray[Any]) -> Iterator[NDArray[np.int64]]:
    """Yield which rows are taken when the ``points`` that they are of (rows,) are resampled, each with all its rows."""
    order = [np.flatnonzero(points == point) for point in np.unique(points)]
    for draw in np.random.default_rng(SEED).integers(0, len(order), (RESAMPLES, len(order))):
        yield np.concatenate([order[place] for place in draw])
