"""Shapes of districts: projecting and laying out what has no geography.

Distances use the equirectangular projection at the mean latitude, x = R cos(latitude) longitude and
y = R latitude.
Across a city it stretches lengths by well under 1 %, and borders need no more than that.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, cos, radians, sqrt

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

Floats = NDArray[np.float64]
Integers = NDArray[np.int32]

METRES_PER_DEGREE = 111_195.0  # of latitude, on a sphere of radius 6,371 km
TOUCHING = 1e-6  # shapes this near share a border: coordinates computed twice differ by rounding


class Projection:
    """From degrees to metres on the plane, at the mean latitude of the shapes it is made for."""

    def __init__(self, shapes: Sequence[BaseGeometry]):
        west, south, east, north = shapely.total_bounds(np.array(shapes, dtype=object))
        self.widest = float(max(east - west, north - south))  # in degrees
        self.scale = METRES_PER_DEGREE * np.array([cos(radians((south + north) / 2)), 1.0])

    def points(self, degrees: Floats) -> Floats:
        """Return longitudes and latitudes (K, 2) in metres."""
        return np.array(degrees * self.scale, dtype=np.float64)

    def shape(self, degrees: BaseGeometry) -> BaseGeometry:
        """Return a shape in longitude and latitude in metres."""
        return shapely.transform(degrees, self.points)


def cartogram(districts: int) -> list[BaseGeometry]:
    """Return equal unit squares row by row on the smallest near-square grid, the last row perhaps unfilled.

    y points up, as in geography, so the first row is the northern one.
    """
    columns = ceil(sqrt(districts))
    places = [(d % columns, -(d // columns)) for d in range(districts)]
    return [shapely.box(x, y - 1, x + 1, y) for x, y in places]


def row_starts(districts: int) -> Integers:
    """Return the first district of each row of the invented city's grid, closed by ``districts``.

    There are round(sqrt(districts)) rows, filled as evenly as whole numbers allow: squares when the number is
    a square, else rectangles whose widths differ a little between rows, so that no ground is left over.
    """
    rows = max(1, round(sqrt(districts)))
    return (np.arange(rows + 1) * districts // rows).astype(np.int32)


def even_grid(districts: int) -> list[BaseGeometry]:
    """Return the rectangles of `row_starts` filling the unit square; y points up, the first row on top."""
    starts = row_starts(districts)
    rows = len(starts) - 1
    return [
        shapely.box(column / count, 1 - (row + 1) / rows, (column + 1) / count, 1 - row / rows)
        for row, count in enumerate(np.diff(starts).tolist())
        for column in range(count)
    ]


class Frame:
    """The one scaling from map to drawing: equal in both directions, y down, centred in the unit box."""

    def __init__(self, shapes: Sequence[BaseGeometry]):
        low_x, low_y, high_x, high_y = shapely.total_bounds(np.array(shapes, dtype=object))
        self.scale = 1 / max(high_x - low_x, high_y - low_y)
        self.middle = np.array([low_x + high_x, low_y + high_y]) / 2

    def draw(self, points: Floats) -> Floats:
        """Return ``points`` (K, 2) in drawing coordinates."""
        return np.array((points - self.middle) * [self.scale, -self.scale] + 0.5, dtype=np.float64)

    def rings(self, shape: BaseGeometry) -> list[Floats]:
        """Return the closed rings of ``shape``, holes after their outline (fill them even-odd)."""
        return [
            self.draw(shapely.get_coordinates(ring))
            for part in shapely.get_parts(shape)
            for ring in (part.exterior, *part.interiors)
        ]
