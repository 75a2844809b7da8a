"""Columns that hold two kinds of figures: shares among per cents, thousands among amounts, codes among figures."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from sim.city.geography import Floats

_GAP = 5.0  # times by which the smallest per cent exceeds the largest share
_WIDE_GAP = 20.0  # the same, where hardly any rows are shares
_FEW = 0.1  # of the rows
_NINES = re.compile(r"9{3,}|99+\.9+")
_FAR = 5.0  # times by which a code exceeds every figure
_NEAR = 2.0  # times by which the shares, as per cents, may lie beyond the others


def shares_among(values: Floats) -> NDArray[np.bool_]:
    """Return where ``values`` (R,) look like shares of 1 among per cents: a hundred times as much fits the others.

    Nowhere where all are of one kind. Small per cents are told from shares by the gap to the next and by where a
    hundred times their value would lie.
    """
    return (
        _among(values, 1.0, 100.0)
        if np.nanmax(values, initial=0) <= 100
        else np.zeros(len(values), dtype=bool)
    )


def thousands_among(values: Floats) -> NDArray[np.bool_]:
    """Return where amounts of money (R,) look like thousands among plain ones, likewise."""
    return _among(values, 1000.0, 1000.0)


def _among(values: Floats, below: float, times: float) -> NDArray[np.bool_]:
    """Return where ``values`` lie under ``below`` and fit those above if they are multiplied."""
    small = (values > 0) & (values < below)
    large = values > below
    if not small.any() or not large.any():
        return np.zeros(len(values), dtype=bool)
    low, high = values[large].min(), values[large].max()
    gap = low / values[small].max()
    fits = low / _NEAR <= times * np.median(values[small]) <= high * _NEAR
    enough = _GAP if small.sum() >= _FEW * (small.sum() + large.sum()) else _WIDE_GAP
    return small if fits and gap >= enough else np.zeros(len(values), dtype=bool)


def codes_among(values: Floats) -> NDArray[np.bool_]:
    """Return where ``values`` (R,) are nines only (99.9, 9999) and far above all others: codes for no figure."""
    nines = np.array([_NINES.fullmatch(f"{value:.10g}") is not None for value in values])
    rest = values[np.isfinite(values) & ~nines]
    return nines & (values > _FAR * (rest.max() if rest.size else np.inf))
