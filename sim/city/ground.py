"""Where the districts lie: boundaries in metres, and squares for districts whose boundary cannot be used."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from sim.city.borders import CORNER, groups, neighbour_lists
from sim.city.coordinates import Shapes, far_away
from sim.city.geography import Frame, Integers, Projection, cartogram
from sim.city.repair import Repairs
from sim.city.report import Report
from sim.files.errors import InputError
from sim.locale.text import message

WIDEST_DEGREES = 10.0  # the flat projection would distort anything larger


class Ground(NamedTuple):
    """Shapes in metres, or (``projection`` None) the squares of a cartogram; ``beside`` lie beside the map."""

    shapes: list[BaseGeometry]
    frame: Frame
    projection: Projection | None
    beside: tuple[int, ...]
    neighbour_offsets: Integers
    neighbours: Integers


class Metres(NamedTuple):
    """Boundaries (D,) in metres, None where none can be used, and the projection; None if no district has one."""

    shapes: Shapes
    projection: Projection | None


def to_metres(file: str, degrees: Shapes, names: Sequence[str], report: Report) -> Metres:
    """Return the boundaries projected and mended; those that cannot be used are named in ``report``.

    Raises `InputError` where what remains is too wide for one city.
    """
    far = far_away(degrees)
    if far:
        report.note_names("reading-far-away", [names[row] for row in far])
    near = degrees.copy()
    near[far] = None
    placed = [shape for shape in near if shape is not None]
    if not placed:
        return Metres(np.full(len(degrees), None, dtype=object), None)
    projection = Projection(placed)
    if projection.widest > WIDEST_DEGREES:
        shown = {"degrees": f"{projection.widest:.0f}", "most": f"{WIDEST_DEGREES:g}"}
        raise InputError(message("problem-wide", file=file, **shown))
    return Metres(_mended(near, names, projection, report), projection)


def _mended(near: Shapes, names: Sequence[str], projection: Projection, report: Report) -> Shapes:
    repairs = Repairs()
    found = np.full(len(near), None, dtype=object)
    repaired, broken = [], []
    for row, shape in enumerate(near):
        if shape is None:
            continue
        raw = projection.shape(shape)
        found[row] = repairs.repair(raw)
        if found[row] is None:
            broken.append(names[row])
        elif found[row] is not raw:
            repaired.append(names[row])
    if repaired:
        report.note_names("reading-repaired", repaired)
    if broken:
        report.note_names("reading-broken", broken)
    return found


def ground_of(file: str, metres: Metres, names: Sequence[str], gap_m: float, report: Report) -> Ground:
    """Return the ground of districts in metres: their map, or a cartogram where most have no boundary.

    Raises `InputError` naming ``file`` where no borders can be told.
    """
    _note_twins(metres.shapes, names, report)
    unplaced = [row for row, shape in enumerate(metres.shapes) if shape is None]
    if metres.projection is None or 2 * len(unplaced) > len(names):
        squares = cartogram(len(names))
        offsets, neighbours = neighbour_lists(squares)
        report.note_names(
            "reading-no-geography", [] if len(unplaced) == len(names) else [names[d] for d in unplaced]
        )
        return Ground(squares, Frame(squares), None, (), offsets, neighbours)
    shapes = list(metres.shapes)
    for place, row in enumerate(unplaced):
        shapes[row] = _square_beside(metres.shapes, place)
    try:
        offsets, neighbours = neighbour_lists(shapes, gap_m, CORNER)
    except InputError as error:
        raise InputError(message("problem-of-file", file=file, problem=error.said)) from None
    report.note("reading-joined-over", gap=gap_m)
    if unplaced:
        report.note_names("reading-beside", [names[row] for row in unplaced])
    _note_islands(names, offsets, neighbours, report)
    return Ground(shapes, Frame(shapes), metres.projection, tuple(unplaced), offsets, neighbours)


def _note_twins(shapes: Shapes, names: Sequence[str], report: Report) -> None:
    """Say which districts have the very boundary of another one."""
    first: dict[bytes, str] = {}
    twins = []
    for row, shape in enumerate(shapes):
        if shape is not None:
            other = first.setdefault(shapely.normalize(shape).wkb, names[row])
            twins += [f"{names[row]} = {other}"] if other != names[row] else []
    if twins:
        report.note_names("reading-same-boundary", twins)


def _square_beside(shapes: Shapes, place: int) -> BaseGeometry:
    """Return the square of the ``place``-th district without a boundary: in rows under the map, of usual size."""
    known = shapes[[shape is not None for shape in shapes]]
    west, south, east, _ = shapely.total_bounds(known)
    side = sqrt(float(np.median(shapely.area(known))))
    columns = max(1, int((east - west) // (2 * side)))
    x = west + 2 * side * (place % columns)
    y = south - 2 * side * (1 + place // columns)
    return shapely.box(x, y, x + side, y + side)


def _note_islands(names: Sequence[str], offsets: Integers, neighbours: Integers, report: Report) -> None:
    """Say which districts are not joined to the largest group by any chain of borders."""
    group = groups(offsets, neighbours)
    largest = np.bincount(group).argmax()
    apart = np.flatnonzero(group != largest).tolist()
    if apart:
        report.note_names("reading-islands", [names[d] for d in apart])
