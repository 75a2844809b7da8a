"""Columns in which some rows are shares of 1 and others per cents, as where two years' tables were put together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sim.city.geography import Floats

_GAP = 5.0  # times by which the smallest per cent exceeds the largest share
_WIDE_GAP = 20.0  # the same, where hardly any rows are shares
_FEW = 0.1  # of the rows
_NEAR = 2.0  # times by which the shares, as per cents, may lie beyond the others


def shares_among(values: Floats) -> NDArray[np.bool_]:
    """Return where ``values`` (R,) look like shares of 1 among per cents: a hundred times as much fits the others.

    Nowhere where all are of one kind. Small per cents are told from shares by the gap to the next and by where a
    hundred times their value would lie.
    """
    small = (values > 0) & (values < 1)
    large = values > 1
    none = np.zeros(len(values), dtype=bool)
    if not small.any() or not large.any() or np.nanmax(values) > 100:
        return none
    low, high = values[large].min(), values[large].max()
    gap = low / values[small].max()
    fits = low / _NEAR <= 100 * np.median(values[small]) <= high * _NEAR
    enough = _GAP if small.sum() >= _FEW * (small.sum() + large.sum()) else _WIDE_GAP
    return small if fits and gap >= enough else none
