"""Where on Earth there is land, to the degree: enough to notice coordinates that lie in the open sea.

``land.txt`` holds one line for each degree of latitude from the north, one bit for each degree of longitude
from 180° west, in hexadecimal: whether the cell holds any land of Natural Earth's map at 1:110,000,000 (public
domain). Small islands are missing from that map.
"""

from __future__ import annotations

from functools import cache
from math import floor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

COAST = 0.3  # degrees by which the small map may miss a coast


@cache
def _cells() -> NDArray[np.bool_]:
    """Return whether each cell holds land, shape (180, 360): from the south pole and 180° west on."""
    lines = Path(__file__).with_name("land.txt").read_text(encoding="ascii").split()
    bits = [np.unpackbits(np.frombuffer(bytes.fromhex(line), np.uint8))[:360] for line in lines]
    return np.array(bits[::-1], dtype=bool)


def near_land(longitude: float, latitude: float) -> bool:
    """Return whether a cell with land lies within `COAST` of this place."""
    rows = {_whole(latitude + step, 90, 179) for step in (-COAST, 0.0, COAST)}
    columns = {floor(longitude + step + 180) % 360 for step in (-COAST, 0.0, COAST)}
    return bool(_cells()[np.ix_(sorted(rows), sorted(columns))].any())


def _whole(degrees: float, origin: int, last: int) -> int:
    return min(max(floor(degrees + origin), 0), last)


def habitable(longitude: float, latitude: float) -> bool:
    """Return whether a city may lie here: on Earth, near land, and not in the Antarctic."""
    return -180 <= longitude <= 180 and -60 <= latitude <= 84 and near_land(longitude, latitude)
