"""One district under a magnifier: a dot a resident, at the same place in every city, shaded by a state."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from sim.dashboard.state.cities import city_named
from sim.dashboard.state.names import name_of
from sim.dashboard.state.people import People
from sim.dashboard.state.scene import Scene
from sim.dashboard.views.people.axis import PLACES, Axis, axis_of
from sim.dashboard.work.residents import Residents
from sim.locale.catalogue import translate

CLASSES = 5
"""Shades of the map."""
GOLDEN = np.array([0.7548776662466927, 0.5698402909980532])
"""Roberts' additive recurrence in the plane: points that keep apart without being drawn."""
LIKELY = 40
"""Points tried for each one that is needed; the rest of a sliver lies in its middle."""


def magnifier(scene: Scene, people: People, residents: Residents, year: int) -> dict[str, Any]:
    """Return the outline of the district, its residents' places, and their shades in each city."""
    axis, city, language = axis_of(people.state, residents), city_named(scene.city), scene.language
    rows = np.flatnonzero(residents.district == people.place)
    low, high = _box(scene.city, people.place)
    wide = max(float((high - low).max()), 1e-9)
    rings = [np.round(PLACES * (ring - low) / wide).astype(int) for ring in city.polygons[people.place]]
    places = _places(scene.city, people.place, len(rows))
    at = np.round(PLACES * (places - low) / wide).astype(int)
    return {
        "districts": [{"value": number, "label": name} for number, name in enumerate(city.names)],
        "place": people.place,
        "rings": [ring.ravel().tolist() for ring in rings],
        "rows": rows.tolist(),
        "at": at.tolist(),
        "me": residents.row,
        "ends": axis.ends(language),
        "told": translate("people-dots", language, n=len(rows), district=city.names[people.place]),
        "cities": [
            {
                "letter": letter,
                "name": name_of(scene, letter),
                **_written(axis, residents.state(letter, people.state, year)[rows], language),
            }
            for letter in residents.years
        ],
    }


def _written(axis: Axis, values: Any, language: str) -> dict[str, Any]:
    """Return the shades and the words of ``values``, one a resident."""
    return {
        "shades": _shades(axis.places(values), axis.marks),
        "texts": [axis.written(float(value), language) for value in values],
    }


def _shades(places: Any, marks: bool) -> list[int]:
    """Return the shade of each place, 1 to `CLASSES`; yes and no are the outer ones."""
    if marks:
        return [CLASSES if place else 1 for place in places]
    return [min(CLASSES, 1 + place * CLASSES // PLACES) for place in places.tolist()]


def _box(city: str, district: int) -> tuple[Any, Any]:
    points = np.concatenate(city_named(city).polygons[district])
    return points.min(axis=0), points.max(axis=0)


@lru_cache(maxsize=64)
def _places(city: str, district: int, number: int) -> Any:
    """Return ``number`` points (number, 2) within a district, evenly spread, in the map's unit box."""
    low, high = _box(city, district)
    rings = [shapely.Polygon(ring) for ring in city_named(city).polygons[district]]
    shape = rings[0]
    for ring in rings[1:]:
        shape = shape.symmetric_difference(ring)  # even-odd, as the map fills them
    tried = low + (np.arange(1, 1 + LIKELY * max(number, 1))[:, None] * GOLDEN % 1.0) * (high - low)
    within = tried[shapely.contains_xy(shape, tried)][:number]
    middle = np.array(shape.representative_point().coords[0])
    return np.concatenate([within, np.tile(middle, (number - len(within), 1))])
