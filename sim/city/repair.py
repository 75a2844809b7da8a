"""Boundaries that cross themselves, made valid within bounds of time and memory that hostile ones cannot pass."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

FEW_CROSSINGS = 200  # up to here every lobe is kept; the work grows with their square
MOST_CROSSINGS = 60_000  # of one file
MOST_VERTICES = 300_000  # of all invalid boundaries of one file
_CHUNK = 512  # segments looked at together at most


class Repairs:
    """Repairs the boundaries of one file on one budget of crossings and vertices."""

    def __init__(self) -> None:
        self.crossings = MOST_CROSSINGS
        self.vertices = MOST_VERTICES

    def repair(self, shape: BaseGeometry) -> BaseGeometry | None:
        """Return ``shape`` as valid polygons with an area; None when nothing is left or the budget is spent."""
        if not shape.is_valid:
            self.vertices -= int(shapely.get_num_coordinates(shape))
            if self.vertices < 0 or self.crossings < 0:
                return None
            found = crossings(shape, self.crossings)
            self.crossings -= found
            if self.crossings < 0:
                return None
            shape = _made_valid(shape, found)
        return shape if shape.area > 0 else None


def _made_valid(shape: BaseGeometry, found: int) -> BaseGeometry:
    if found > FEW_CROSSINGS:
        shape = shapely.make_valid(shape, method="structure", keep_collapsed=False)
    else:
        shape = shapely.make_valid(shape)
    parts = shapely.get_parts(shapely.get_parts(shape))
    return shapely.union_all([part for part in parts if part.geom_type == "Polygon" and part.area > 0])


def crossings(shape: BaseGeometry, most: int) -> int:
    """Return how often the rings of ``shape`` cross themselves and each other, ``most`` + 1 if more often."""
    segments = _segments(shape)
    tree = shapely.STRtree(segments)
    found, start, size = 0, 0, 2
    while start < len(segments):  # few at first: one segment of a tangle crosses thousands
        left, right = tree.query(segments[start : start + size], predicate="crosses")
        found += int(np.count_nonzero(left + start < right))
        if found > most:
            return most + 1
        start, size = start + size, min(2 * size, _CHUNK)
    return found


def _segments(shape: BaseGeometry) -> NDArray[np.object_]:
    rings = shapely.get_rings(shapely.get_parts(shape))
    points, ring = shapely.get_coordinates(rings, return_index=True)
    joined = ring[1:] == ring[:-1]
    ends = np.stack([points[:-1][joined], points[1:][joined]], axis=1)
    return np.array(shapely.linestrings(ends), dtype=object)
