"""Whether an index can be believed: how wide its interval is, how it moved with more points, what a dummy gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from sim.studies.analysis.outcome import Numbers

WIDE = 0.1
"""Half-width of a 95 % interval above which an index, from 0 to 1, says little.

Sarrazin, Pianosi & Wagener (2016), doi:10.1016/j.envsoft.2016.02.005, call an index settled where the whole
interval is narrower than .05; this is four times as lenient, so what it calls unsettled is so by any reading.
"""
RESAMPLES = 200
SEED = 1
NORMAL_95 = 1.96
DUMMY = "(dummy)"
SETTLED, UNSETTLED, CONSTANT, AS_DUMMY = "settled", "unsettled", "constant", "as a dummy"

Indices = Mapping[str, Numbers]
"""Index, and its half-width under the same name with "_conf" -> (factors,)."""


def verdicts(found: Indices, indices: Sequence[str], floor: float = 0.0) -> list[str]:
    """Return for each factor whether its ``indices`` are settled.

    They are not if an interval reaches further than `WIDE` (of 1, or of the largest of indices that are no
    shares) or an index that is a share lies above 1; and they are those of a dummy if the whole of the last
    index's interval could be had by one, whose index reaches ``floor``.
    """
    said = []
    for place in range(len(found[indices[0]])):
        wide = any(found[f"{name}_conf"][place] > WIDE * _whole(found[name], name) for name in indices)
        beyond = any(found[name][place] > _whole(found[name], name) for name in indices)
        last = indices[-1]
        low = found[last][place] - found[f"{last}_conf"][place]
        said.append(UNSETTLED if wide or beyond else AS_DUMMY if low <= floor else SETTLED)
    return said


def _whole(values: Numbers, name: str) -> float:
    """Return what an index is measured against: 1 for shares of variance, else the largest of them."""
    return 1.0 if name in ("S1", "ST") else float(np.nanmax(values))


def dummy_indices(outcome: Numbers, block: int) -> dict[str, float]:
    """Return the indices that a factor without any effect would get from a Saltelli design: chance alone.

    ``outcome`` (points,) comes in blocks of ``block`` points, A first and B last. Such a factor turns B's own
    points into those where it alone is taken from A, so that no further run is needed (Khorashadi Zadeh et
    al. 2017, doi:10.1016/j.envsoft.2017.02.001); half-widths are those of 95 % over resampled blocks. Outcomes are
    taken from their mean, as SALib does: else the estimators lose the variance in the square of a large mean.
    """
    first, last = outcome[::block], outcome[block - 1 :: block]
    middle = np.concatenate([first, last]).mean()
    first, last = first - middle, last - middle
    draws = np.random.default_rng(SEED).integers(0, len(first), (RESAMPLES, len(first)))
    resampled = np.array([_by_chance(first[rows], last[rows]) for rows in draws])
    s1, st = _by_chance(first, last)
    s1_conf, st_conf = NORMAL_95 * np.nanstd(resampled, axis=0)
    return {"S1": s1, "S1_conf": float(s1_conf), "ST": st, "ST_conf": float(st_conf)}


def _by_chance(first: Numbers, last: Numbers) -> tuple[float, float]:
    """Return the first-order and total index of a dummy by the estimators of Saltelli (2002)."""
    square = first.mean() * last.mean()
    variance = np.concatenate([first, last]).var()
    if not variance > 0:
        return np.nan, np.nan
    return float((first @ last / len(first) - square) / variance), float(
        1 - ((last**2).mean() - square) / variance
    )


def growing(
    outcome: Numbers, block: int, least: int, analyse: Callable[[Numbers], Indices]
) -> list[tuple[int, Indices]]:
    """Return what the first n blocks of a design give, n doubling from ``least`` to all of them."""
    whole = len(outcome) // block
    sizes = [size for size in (least * 2**k for k in range(whole.bit_length())) if size < whole]
    return [(size, analyse(outcome[: size * block])) for size in [*sizes, whole]]


def spoken(rows: Sequence[Mapping[str, Any]], remedy: str) -> list[str]:
    """Return a note on how many indices are unsettled, and the ``remedy``."""
    judged = [row["verdict"] for row in rows if row["verdict"] in (SETTLED, UNSETTLED, AS_DUMMY)]
    unsettled = judged.count(UNSETTLED)
    if not unsettled:
        return []
    why = f"an interval wider than ±{WIDE:g}, or an index above 1"
    return [f"{unsettled} of {len(judged)} factors are unsettled ({why}): no findings yet; {remedy}"]
