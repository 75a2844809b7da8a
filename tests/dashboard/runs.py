"""Paired runs as tests make them."""

from __future__ import annotations

import numpy as np

from sim.dashboard.work.paired import Paired
from sim.dashboard.work.simulation import MAPPED


def made(letters: tuple[str, ...], values: np.ndarray, sets: tuple[np.ndarray, ...] = ()) -> Paired:
    """Return paired runs of ``values`` (runs, cities, months, outcomes) with empty maps of two districts."""
    return Paired(
        letters, values, sets, np.zeros((len(letters), values.shape[2], len(MAPPED), 2), np.float32)
    )
