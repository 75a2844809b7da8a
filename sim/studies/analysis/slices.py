"""The distances that PAWN is the median of: an outcome's distribution within slices of a factor and over all points.

SALib has them too, and finds with each how probable it is, which nobody asks: of 50 resamples of a study that is most
of the time. Here only the distances are found, to the same bit.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sim.studies.analysis.outcome import Numbers


def median_distances(factors: Numbers, outcome: Numbers, slices: int) -> Numbers:
    """Return for each of ``factors`` (points, factors) the median over slices of how far ``outcome`` (points,) moves.

    From 0 (its distribution is the same in every slice) to 1; nan for a factor that is the same at all points. Source:
    Pianosi & Wagener (2018), doi:10.1016/j.envsoft.2018.07.019.
    """
    order = np.argsort(outcome)
    ranked = outcome[order]
    ends = np.flatnonzero(np.append(ranked[1:] != ranked[:-1], True))
    edges = np.quantile(factors, np.arange(0, 1 + 1 / slices, 1 / slices), axis=0)
    found = [
        _median(np.searchsorted(edges[:, place], factors[order, place], "right") - 1, ends, slices)
        for place in range(factors.shape[1])
    ]
    return np.array(found)


def _median(slice_of: NDArray[np.intp], ends: NDArray[np.intp], slices: int) -> float:
    """Return the median distance, given the slice of each point in order of the outcome and where ties of it end.

    Points at the upper end of the last slice are in none, as SALib has it. Counts are compared crosswise, in whole
    numbers, so that one division is all that is rounded.
    """
    within = (slice_of[:, None] == np.arange(slices)).cumsum(axis=0)[ends]
    points, of_all = within[-1], ends[-1] + 1
    taken = points > 0
    apart = np.abs(within * of_all - (ends + 1)[:, None] * points).max(axis=0)
    distances = apart[taken] / (points[taken] * of_all)
    return float(np.median(distances)) if taken.any() else np.nan
