"""A city: its districts, who borders whom, and where residents live (docs/cities.md)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, isnan, log, pi, sin
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from sim.city.borders import neighbour_lists
from sim.city.geography import Floats, Frame, Integers, even_grid, row_starts
from sim.city.hardship import ABSOLUTE, Basis
from sim.engine.compile import kernel
from sim.engine.draws import DISTRICT_HARDSHIP, HOME_RADIUS, ONCE, uniform, uniforms
from sim.files.errors import InputError
from sim.locale.text import Text, message, written

MOST_DISTRICTS = 10_000


@dataclass(frozen=True)
class Line:
    """A line drawn for orientation, such as a river: points (K, 2) in drawing coordinates."""

    name: Text
    points: Floats


@dataclass(frozen=True, eq=False)
class City:
    """D districts. Arrays are read-only; drawing coordinates lie in the unit box, y pointing down.

    ``population`` (D,) is nan where invented: `settle` then counts the residents placed.
    ``hardship`` (D,) in [0, 1] is nan where it is to be drawn: `district_hardship` does so from the seed.
    ``polygons`` holds per district its closed rings (K, 2), holes included (fill them even-odd).
    ``neighbours[neighbour_offsets[d]:neighbour_offsets[d + 1]]`` are the districts next to d, ascending.
    ``figures`` are the hardship indicators read, nan where missing, ``bases`` how each was turned into hardship;
    ``offered`` are columns that look like indicators and are not used. ``notes`` say what was repaired, ignored
    or filled in. ``opens`` are the languages in which the page opens on this city.
    """

    name: str
    title: Text
    attribution: Text
    licence: Text
    names: tuple[str, ...]
    population: Floats
    hardship: Floats
    area_km2: Floats
    polygons: tuple[tuple[Floats, ...], ...]
    centroids: Floats
    neighbour_offsets: Integers
    neighbours: Integers
    notes: tuple[Text, ...] = ()
    figures: Mapping[str, Floats] = field(default_factory=dict)
    bases: tuple[Basis, ...] = ()
    offered: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    invented: bool = False
    cartogram: bool = False
    lines: tuple[Line, ...] = ()
    centre: tuple[float, float] | None = None
    landmarks: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        for values in (self.population, self.hardship, self.area_km2, self.centroids, *self.figures.values()):
            values.setflags(write=False)
        self.neighbour_offsets.setflags(write=False)
        self.neighbours.setflags(write=False)

    @property
    def districts(self) -> int:
        """The number of districts, D."""
        return len(self.names)

    @property
    def hardship_basis(self) -> str:
        """What hardship rests on: ``absolute`` scales, ``rank`` within the city, ``mixed``, or ``drawn`` at random."""
        if np.isnan(self.hardship).any():
            return "drawn"
        scales = {basis.scale for basis in self.bases}
        return "mixed" if len(scales) > 1 else next(iter(scales), ABSOLUTE)

    @property
    def fingerprint(self) -> str:
        """A digest of all that a run can depend on: names, populations, hardships, places and borders."""
        digest = hashlib.blake2b(digest_size=8)
        digest.update(f"{self.invented}\n".encode() + "\n".join(self.names).encode())
        for values in (self.population, self.hardship, self.centroids):
            digest.update(values.tobytes())
        digest.update(self.neighbour_offsets.tobytes() + self.neighbours.tobytes())
        return digest.hexdigest()

    def neighbours_of(self, district: int) -> Integers:
        """Return the districts next to ``district``, ascending."""
        return self.neighbours[self.neighbour_offsets[district] : self.neighbour_offsets[district + 1]]


def layout(shapes: Sequence[BaseGeometry], frame: Frame) -> tuple[tuple[tuple[Floats, ...], ...], Floats]:
    """Return the rings and the centroids (D, 2) of ``shapes`` in drawing coordinates."""
    centroids = shapely.get_coordinates(shapely.centroid(np.array(shapes, dtype=object)))
    return tuple(tuple(frame.rings(shape)) for shape in shapes), frame.draw(centroids)


def synthetic_city(districts: int = 64) -> City:
    """Return the invented city: a square cut into ``districts`` parts, 8 x 8 squares by default.

    A number that is not a square gives near-square rectangles (`sim.city.geography.row_starts`). Homes gather
    round the centre and none lies beyond .42 of the side from it, so the corner districts stay empty.
    """
    if not 1 <= districts <= MOST_DISTRICTS:
        raise InputError(message("problem-synthetic", districts=str(districts), most=MOST_DISTRICTS))
    shapes = even_grid(districts)
    offsets, neighbours = neighbour_lists(shapes)
    polygons, centroids = layout(shapes, Frame(shapes))
    unknown = np.full(districts, np.nan)
    return City(
        name="synthetic" if districts == 64 else f"synthetic:{districts}",
        title=message("city-invented"),
        attribution=written(en="Two Cities"),
        licence=written(en="MIT"),
        names=_grid_names(districts),
        population=unknown.copy(),
        hardship=unknown.copy(),
        area_km2=unknown,
        polygons=polygons,
        centroids=centroids,
        neighbour_offsets=offsets,
        neighbours=neighbours,
        notes=(message("city-note-invented"),),
        invented=True,
        centre=(0.5, 0.5),
    )


def _grid_names(districts: int) -> tuple[str, ...]:
    rows = np.diff(row_starts(districts)).tolist()
    return tuple(f"{_letters(row)}{column + 1}" for row, count in enumerate(rows) for column in range(count))


def _letters(row: int) -> str:
    return ("" if row < 26 else chr(64 + row // 26)) + chr(65 + row % 26)


class Settlement(NamedTuple):
    """Who lives where, and what that makes of the districts.

    ``district`` (N,) is each resident's; those of d are ``members[offsets[d]:offsets[d + 1]]``, ascending.
    ``population`` (D,) counts real people, or simulated residents where the city is invented.
    """

    district: Integers
    offsets: Integers
    members: Integers
    population: Floats
    hardship: Floats


def settle(city: City, residents: int, key: int) -> Settlement:
    """Place ``residents`` in ``city`` under the seed ``key`` and complete what the city leaves to chance."""
    district = place_residents(city, residents, key)
    offsets, members = residents_by_district(district, city.districts)
    population = np.diff(offsets).astype(np.float64) if city.invented else city.population
    return Settlement(district, offsets, members, population, district_hardship(city, key))


def place_residents(city: City, residents: int, key: int) -> Integers:
    """Return the district of each resident, shape (residents,).

    Real cities: shares of the population by `largest_remainder`, districts ascending; the seed plays no part.
    Invented city: the district in which resident i's drawn home lies.
    """
    if not city.invented:
        counts = largest_remainder(city.population, residents)
        return np.repeat(np.arange(city.districts, dtype=np.int32), counts)
    district = np.empty(residents, dtype=np.int32)
    _place_homes(np.uint64(key), row_starts(city.districts), district)
    return district


def largest_remainder(population: Floats, seats: int) -> NDArray[np.int64]:
    """Return whole shares of ``seats`` in proportion to ``population`` (D,), summing to ``seats`` exactly.

    Hamilton's method: everybody's quota rounded down, the rest one each to the largest remainders; of equal
    remainders the earlier district comes first.
    """
    quotas = population / population.sum() * seats
    shares: NDArray[np.int64] = np.floor(quotas).astype(np.int64)
    # A whole quota may come out one rounding error too low: its remainder is then the largest.
    order = np.argsort(shares - quotas, kind="stable")
    shares[order[: seats - int(shares.sum())]] += 1
    return shares


@kernel
def _place_homes(key: np.uint64, starts: Integers, district: Integers) -> None:
    """Fill ``district`` (N,): distance min(1, -.28 ln(1 - .95 u)) / 2 from the centre, at a random angle."""
    rows = len(starts) - 1
    for i in range(len(district)):
        u, v, _, _ = uniforms(key, i, ONCE, HOME_RADIUS)  # the angle is the next purpose of the same block
        distance = 0.5 * min(1.0, -0.28 * log(1.0 - 0.95 * u))
        row = int((0.5 + distance * sin(2.0 * pi * v)) * rows)
        count = starts[row + 1] - starts[row]
        district[i] = starts[row] + int((0.5 + distance * cos(2.0 * pi * v)) * count)


def residents_by_district(district: Integers, districts: int) -> tuple[Integers, Integers]:
    """Return ``(offsets (D+1,), members (N,))``: residents grouped by district, ascending within each."""
    offsets = np.zeros(districts + 1, dtype=np.int32)
    np.cumsum(np.bincount(district, minlength=districts), out=offsets[1:])
    narrow = district.astype(np.uint16)  # there are at most 10,000 districts; 16 bits are sorted by counting
    return offsets, np.argsort(narrow, kind="stable").astype(np.int32)


def district_hardship(city: City, key: int) -> Floats:
    """Return hardship per district (D,): the city's figures, or drawn under the seed ``key``.

    Drawn: .5 + .25 sin(3x + 1) cos(4y) + .15 (u - .5), (x, y) the district's centroid in the unit box.
    """
    places = enumerate(zip(city.hardship.tolist(), city.centroids.tolist(), strict=True))
    return np.array(
        [_drawn_hardship(np.uint64(key), d, *xy) if isnan(known) else known for d, (known, xy) in places]
    )


def _drawn_hardship(key: np.uint64, d: int, x: float, y: float) -> float:
    u = uniform(key, d, ONCE, DISTRICT_HARDSHIP)
    return 0.5 + 0.25 * sin(3.0 * x + 1.0) * cos(4.0 * y) + 0.15 * (u - 0.5)
