"""Weekly series of a draft in few bytes: in 65,535 steps from each row's lowest value to its highest.

That is finer than any screen, and much finer than the luck of a draft's few residents. Neighbouring weeks are alike,
so what is sent is each week's step minus that of the week before, high bytes and low bytes apart: what the websocket
compresses takes half the bytes of floats.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

NO_STEP = 65_535
"""Of a week whose value is undefined."""
STEPS = NO_STEP - 1


def coarse(series: NDArray[np.float32]) -> tuple[NDArray[np.uint8], dict[str, list[float]]]:
    """Return ``series`` (cities, outcomes, weeks) as bytes (2, cities, outcomes, weeks), and what they are steps of.

    The latter are the ``low`` end and the ``step`` of every row (cities · outcomes); a row without a value has 0.
    """
    values = series.astype(np.float64)
    known = np.isfinite(values)
    low = np.min(values, axis=2, where=known, initial=np.inf, keepdims=True)
    high = np.max(values, axis=2, where=known, initial=-np.inf, keepdims=True)
    low = np.where(np.isfinite(low), low, 0.0)
    step = np.where(high > low, (high - low) / STEPS, 0.0)
    places = np.rint((np.where(known, values, low) - low) / np.where(step > 0.0, step, 1.0))
    words = np.where(known, places, NO_STEP).astype(np.int64)
    moves = np.diff(words, axis=2, prepend=0) % 2**16
    planes = np.stack([moves >> 8, moves & 255]).astype(np.uint8)
    return planes, {"low": low.ravel().tolist(), "step": step.ravel().tolist()}
