"""Shapes of districts: projecting, repairing, finding neighbours, laying out what has no geography.

Distances use the equirectangular projection at the mean latitude, x = R cos(latitude) longitude and
y = R latitude.
Across a city it stretches lengths by well under 1 %, and adjacency needs no more than that.
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


def repair(shape: BaseGeometry) -> BaseGeometry:
    """Return ``shape`` as valid polygons with an area, empty when nothing is left of it."""
    parts = shapely.get_parts(shapely.get_parts(shapely.make_valid(shape)))
    return shapely.union_all([part for part in parts if part.geom_type == "Polygon" and part.area > 0])


def neighbour_lists(shapes: Sequence[BaseGeometry], gap: float = 0.0) -> tuple[Integers, Integers]:
    """Return who is next to whom, as ``(offsets (D+1,), neighbours)``, each list ascending.

    Neighbours share a border or a corner, or face each other over at most ``gap`` (in the shapes' unit) with
    no third district covering more than half of the shortest way across: rivers join, districts do not.
    A district left alone gets its nearest one. The relation is symmetric.
    """
    districts = np.array(shapes, dtype=object)
    tree = shapely.STRtree(districts)
    left, right = tree.query(districts, predicate="dwithin", distance=max(gap, TOUCHING))
    once = left < right
    candidates = zip(left[once].tolist(), right[once].tolist(), strict=True)
    pairs = [(a, b) for a, b in candidates if _facing(tree, districts, a, b)]
    pairs += _nearest_of_the_lonely(tree, districts, pairs)
    return _compressed(pairs, len(districts))


def _facing(tree: shapely.STRtree, districts: NDArray[np.object_], a: int, b: int) -> bool:
    line = shapely.shortest_line(districts[a], districts[b])
    if line.length <= TOUCHING:
        return True
    between = [d for d in tree.query(line, predicate="intersects") if d not in (a, b)]
    covered = shapely.union_all(districts[between]).intersection(line).length if between else 0.0
    return bool(covered <= line.length / 2)


def _nearest_of_the_lonely(
    tree: shapely.STRtree, districts: NDArray[np.object_], pairs: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    joined = {district for pair in pairs for district in pair}
    lonely = [d for d in range(len(districts)) if d not in joined]
    if len(districts) < 2 or not lonely:
        return []
    found = tree.query_nearest(districts[lonely], exclusive=True, all_matches=False)
    return [(lonely[int(row)], int(other)) for row, other in found.T]


def _compressed(pairs: list[tuple[int, int]], districts: int) -> tuple[Integers, Integers]:
    both = sorted({pair for a, b in pairs for pair in ((a, b), (b, a))})
    owners = np.array([a for a, _ in both], dtype=np.int64)
    offsets = np.zeros(districts + 1, dtype=np.int32)
    np.cumsum(np.bincount(owners, minlength=districts), out=offsets[1:])
    return offsets, np.array([b for _, b in both], dtype=np.int32)


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
