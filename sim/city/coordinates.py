"""Boundaries to longitude and latitude: reference systems, swapped axes, places that cannot be."""

from __future__ import annotations

from math import cos, log, radians
from typing import Any, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from sim.city.land import habitable
from sim.city.report import Report
from sim.city.words import fold
from sim.files.errors import InputError, brief
from sim.files.extras import not_installed
from sim.locale.text import message

Shapes = NDArray[np.object_]
_DEGREES = frozenset(
    {"epsg 4326", "ogc crs84", "epsg 4979", "epsg 4258", "epsg 4269", "wgs 84", "wgs84", "crs84"}
)
_GRIDS = (
    2154,
    27700,
    25832,
    25833,
    25831,
    25830,
    28992,
    31370,
    2056,
    21781,
    2180,
    5514,
    3006,
    3763,
    3857,
    3435,
    2263,
)
ASSUMED = "EPSG:4326"  # longitude and latitude, where a file does not say
LOOKED_AT = 500  # geometries, of more one in so many, that tell of what system the numbers may be
SURE = 3.0  # standard errors
FAR = 10.0  # times the median distance from the middle: no district of a city lies so far out


class Degrees(NamedTuple):
    """Boundaries (D,) in longitude and latitude, None where there is none, and how they came to be that.

    ``swapped``: latitude came first; None where that is for the user to say.
    """

    shapes: Shapes
    crs: str
    swapped: bool | None


# Long: seven arguments a line each, and the branches of one decision
def to_degrees(
    file: str,
    given: Shapes,
    crs: str | None,
    stated: str | None,
    swapped: bool | None,
    mapping: str,
    report: Report,
) -> Degrees:
    """Return the polygons of the geometries ``given`` in longitude and latitude.

    ``crs`` is what the data say of their reference system, ``stated`` and ``swapped`` what the file ``mapping``
    says. Raises `InputError` where the system is unknown or the numbers are no degrees.
    """
    shapes = _polygons(given)
    system = stated or crs
    converted = system is not None and fold(system) not in _DEGREES
    if converted:
        found = _reprojected(file, shapes, str(system), mapping)
        if stated is None and _are_degrees_all_the_same(shapes, found):
            report.note("reading-degrees-all-the-same", crs=system)
            system, converted = ASSUMED, False
    if converted:
        shapes = found
        report.note("reading-reprojected", crs=system)
        turned: bool | None = bool(swapped)
    else:
        turned = _turned(file, shapes, swapped, mapping, report)
        if system is None and shapes_left(shapes):
            report.note("reading-degrees-assumed")
    if turned:
        shapes = _each(shapes, lambda points: points[:, ::-1])
        report.note("reading-swapped")
    _refuse_other_numbers(file, shapes, mapping)
    if turned is not None and (place := _middle(shapes)) is not None and not habitable(*place):
        report.note(
            "reading-at-sea", longitude=round(place[0], 2), latitude=round(place[1], 2), mapping=mapping
        )
    return Degrees(shapes, system or ASSUMED, turned)


def shapes_left(shapes: Shapes) -> bool:
    """Return whether any district has a boundary."""
    return any(shape is not None for shape in shapes)


def _polygons(given: Shapes) -> Shapes:
    """Return the polygonal part of each geometry, None where there is none or its numbers are not finite."""
    found = np.full(len(given), None, dtype=object)
    for row, geometry in enumerate(given):
        if geometry is None or geometry.is_empty:
            continue
        parts = shapely.get_parts(shapely.get_parts(geometry))
        polygons = [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]
        if polygons and np.isfinite(shapely.get_coordinates(polygons)).all():
            found[row] = polygons[0] if len(polygons) == 1 else shapely.multipolygons(polygons)
    return found


def _each(shapes: Shapes, change: Any) -> Shapes:
    known = np.array([shape is not None for shape in shapes])
    found = shapes.copy()
    if known.any():
        found[known] = shapely.transform(shapes[known], change)
    return found


def _are_degrees_all_the_same(given: Shapes, converted: Shapes) -> bool:
    """Return whether what is ``given`` as metres of a grid lies on land as degrees, and ``converted`` does not."""
    place, other = _middle(given), _middle(converted)
    if place is None or abs(place[0]) > 180 or abs(place[1]) > 90:
        return False
    return habitable(*place) and not (other is not None and habitable(*other))


def _reprojected(file: str, shapes: Shapes, system: str, mapping: str) -> Shapes:
    try:
        from pyproj import Transformer
        from pyproj.exceptions import ProjError
    except ModuleNotFoundError as error:
        raise not_installed(error) from None
    try:
        transformer = Transformer.from_crs(system, "EPSG:4326", always_xy=True)
    except (ProjError, ValueError):
        shown = {"system": brief(system), "mapping": mapping}
        raise InputError(message("problem-system", file=file, **shown)) from None
    found = _each(shapes, lambda points: np.column_stack(transformer.transform(points[:, 0], points[:, 1])))
    for row, shape in enumerate(found):  # outside its area a system may give no place at all
        if shape is not None and not np.isfinite(shapely.get_coordinates(shape)).all():
            found[row] = None
    return found


def _middle(shapes: Shapes) -> tuple[float, float] | None:
    """Return the median of the districts' centres, which few strays do not move."""
    centres = shapely.get_coordinates(
        shapely.centroid(np.array([s for s in shapes if s is not None], dtype=object))
    )
    if not len(centres):
        return None
    x, y = np.median(centres, axis=0)
    return float(x), float(y)


def _turned(file: str, shapes: Shapes, swapped: bool | None, mapping: str, report: Report) -> bool | None:
    """Return whether latitude comes first: as stated, where only that is possible, or where all points to it.

    None where that is for the user to say.
    """
    place = _middle(shapes)
    if swapped is not None or place is None:
        return bool(swapped)
    x, y = place
    if habitable(y, x) and abs(x) <= 90:
        leaning = _leaning(shapes, x, y)
        impossible = abs(y) <= 180 and (abs(y) > 90 or y < -60)
        if impossible or (not habitable(x, y) and leaning > 0):
            return True
        shown = {"longitude": round(x, 2), "latitude": round(y, 2), "mapping": mapping}
        if not habitable(x, y):
            report.problem(message("problem-perhaps-swapped", file=file, **shown))
            return None
        if leaning > SURE:
            report.note("reading-perhaps-swapped", **shown)
    return False


def _leaning(shapes: Shapes, x: float, y: float) -> float:
    """Return how many standard errors the shapes are off as given, 0 where swapping would not be the better fit.

    Districts are on average as wide as high in metres; in degrees they are wider by 1 / cos(latitude). 0 for
    fewer than eight districts, for cells of one shape (a grid), or where both readings expect nearly the same.
    """
    bounds = shapely.bounds(np.array([shape for shape in shapes if shape is not None], dtype=object))
    wide, high = bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1]
    sound = (wide > 0) & (high > 0)
    ratios = np.log(wide[sound] / high[sound])
    as_given, as_swapped = -log(cos(radians(min(abs(y), 85.0)))), log(cos(radians(min(abs(x), 85.0))))
    if len(ratios) < 8 or ratios.std() < 0.05 or as_given - as_swapped < 0.2:
        return 0.0
    mean, error = float(ratios.mean()), float(ratios.std()) / len(ratios) ** 0.5
    return (as_given - mean) / error if mean < (as_given + as_swapped) / 2 else 0.0


def _refuse_other_numbers(file: str, shapes: Shapes, mapping: str) -> None:
    place = _middle(shapes)
    if place is None or (abs(place[0]) <= 180 and abs(place[1]) <= 90):
        return
    grids = ", ".join(f"{code} ({name})" for code, name in _possible_grids(*place))
    shown = {"file": file, "x": f"{place[0]:.0f}", "y": f"{place[1]:.0f}", "mapping": mapping}
    if grids:
        raise InputError(message("problem-no-degrees-but", grids=grids, **shown))
    raise InputError(message("problem-no-degrees", **shown))


def possible_systems(given: Shapes) -> tuple[str, ...]:
    """Return the reference systems that the numbers of the geometries ``given`` may be of, the likeliest first."""
    place = _middle(_polygons(given[:: max(1, len(given) // LOOKED_AT)]))
    if place is None:
        return ()
    if abs(place[0]) <= 180 and abs(place[1]) <= 90:
        return (ASSUMED,)
    return tuple(code for code, _ in _possible_grids(*place))


def _possible_grids(x: float, y: float) -> list[tuple[str, str]]:
    """Return code and name of the common national grids in which (x, y) lies on land within the grid's own area."""
    try:
        from pyproj import CRS, Transformer
    except ModuleNotFoundError:
        return []
    found = []
    for code in _GRIDS:
        crs = CRS.from_epsg(code)
        longitude, latitude = Transformer.from_crs(crs, "EPSG:4326", always_xy=True).transform(x, y)
        area = crs.area_of_use
        if (
            area
            and area.west <= longitude <= area.east
            and area.south <= latitude <= area.north
            and habitable(longitude, latitude)
        ):
            found.append((f"EPSG:{code}", crs.name))
    return found[:3]


def far_away(shapes: Shapes) -> list[int]:
    """Return the districts that lie `FAR` times as far from the middle as half of all do; none of fewer than three."""
    known = [row for row, shape in enumerate(shapes) if shape is not None]
    if len(known) < 3:
        return []
    centres = shapely.get_coordinates(shapely.centroid(shapes[known]))
    middle = np.median(centres, axis=0)
    scale = np.array([cos(radians(min(abs(middle[1]), 85.0))), 1.0])
    distance = np.hypot(*((centres - middle) * scale).T)
    usual = float(np.sort(distance)[(len(known) - 1) // 2])
    size = float(np.median(np.sqrt(shapely.area(shapes[known]))))
    return [known[i] for i in np.flatnonzero(distance > FAR * max(usual, size)).tolist()]
