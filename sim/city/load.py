"""Finding and reading cities: the invented one, those shipped, and anybody's own GeoJSON or CSV.

`docs/cities.md` describes the files for their authors.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from shapely.geometry.base import BaseGeometry

from sim.city import notes
from sim.city.city import City, Line, layout, synthetic_city
from sim.city.geography import Floats, Frame, Projection, cartogram, neighbour_lists, repair
from sim.city.hardship import hardship_of
from sim.city.mapping import Columns, Mapping, read_mapping
from sim.city.table import SUFFIXES, Table, read_table
from sim.files.errors import InputError, brief, nearest, unknown
from sim.files.resources import data_folder
from sim.locale.text import Text, written

SYNTHETIC = "synthetic"
MOST_PEOPLE = 1e9  # in one district
MOST_KM2 = 1e6
WIDEST_DEGREES = 10.0  # the flat projection would distort anything larger
_FIGURE_LIMIT = 1e12


def _shipped_folder() -> Path:
    return data_folder() / "cities"


def list_cities() -> tuple[str, ...]:
    """Return the names `load_city` knows without a path, the invented city first."""
    shipped = {path.stem for path in _shipped_folder().iterdir() if path.suffix in SUFFIXES}
    return (SYNTHETIC, *sorted(shipped))


def is_shipped(name: str) -> bool:
    """Return whether ``name`` is a city of this package rather than somebody's file."""
    return name.partition(":")[0] in list_cities()


def load_city(name: str | Path) -> City:
    """Return the city called ``name``.

    ``synthetic`` or ``synthetic:256`` (districts), a shipped name (`list_cities`), or the path of a
    ``.geojson``, ``.json`` or ``.csv`` file, read together with the ``.toml`` of the same stem beside it.
    Raises `InputError` with one line naming the file, the row, the column and the value.
    """
    text = str(name)
    if not text.isprintable():
        raise InputError(f"city {brief(text)}: not a name")
    if text.lower().endswith(SUFFIXES):
        return read_city(Path(text), text)
    if "/" in text or "\\" in text or ".." in text:
        raise InputError(
            f"city {brief(text)} lies outside the folder of cities; a path ends in {_suffixes()}"
        )
    if text == SYNTHETIC or text.startswith(f"{SYNTHETIC}:"):
        return _invented(text)
    for suffix in SUFFIXES:
        path = _shipped_folder() / f"{text}{suffix}"
        if text in list_cities() and path.is_file():
            return read_city(path, text)
    raise InputError(f"{unknown('city', text[:60], list_cities())} (or a path that ends in {_suffixes()})")


def _suffixes() -> str:
    return ", ".join(SUFFIXES)


def _invented(text: str) -> City:
    number = text.partition(":")[2] if ":" in text else "64"
    if not (number.isascii() and number.isdigit() and len(number) <= 9):
        raise InputError(
            f"city {brief(text)}: after the colon comes the number of districts, e.g. synthetic:256"
        )
    return synthetic_city(int(number))


def read_city(path: Path, name: str) -> City:
    """Return the city in the data file at ``path``, to be called ``name``."""
    table, mapping = read_table(path), read_mapping(path.with_suffix(".toml"))
    columns = mapping.columns.by_known_names(table.columns)
    names = table.names(columns.name)
    population = _population(table, columns)
    figures = {column: _figure(table, column) for column in columns.indicators}
    ground = _ground(table, names)
    polygons, centroids = layout(ground.shapes, ground.frame)
    offsets, neighbours = neighbour_lists(ground.shapes, mapping.gap_m if ground.projection else 0.0)
    hardship = hardship_of(figures, frozenset(columns.lower_hardship or ()), population)
    return City(
        name=name,
        title=mapping.title or written(en=path.stem),
        attribution=mapping.attribution,
        licence=mapping.licence,
        names=names,
        population=population,
        hardship=hardship,
        area_km2=_area(table, columns),
        polygons=polygons,
        centroids=centroids,
        neighbour_offsets=offsets,
        neighbours=neighbours,
        notes=(
            *_place_notes(names, ground, mapping),
            *_figure_notes(names, figures, columns, hardship, population),
            *_ignored_note(table, columns),
        ),
        figures=figures,
        cartogram=ground.projection is None,
        lines=_lines(mapping, ground),
        centre=_centre(mapping, ground, centroids, population),
        landmarks=_landmarks(mapping, path, names, population),
    )


def _population(table: Table, columns: Columns) -> Floats:
    population = np.array(table.numbers(columns.population, 0.0, MOST_PEOPLE, missing=False))
    if not population.sum() > 0:
        raise InputError(f"{table.file}, column {brief(columns.population)}: the populations sum to 0")
    return population


def _area(table: Table, columns: Columns) -> Floats:
    if columns.area_km2 is None:
        return np.full(len(table.rows), np.nan)
    return np.array(table.numbers(columns.area_km2, 0.0, MOST_KM2, missing=True))


def _figure(table: Table, column: str) -> Floats:
    return np.array(table.numbers(column, -_FIGURE_LIMIT, _FIGURE_LIMIT, missing=True))


class _Ground(NamedTuple):
    """Where the districts lie: in metres, or (``projection`` None) as the squares of a cartogram."""

    shapes: list[BaseGeometry]
    frame: Frame
    projection: Projection | None
    unplaced: list[str]
    repaired: list[str]


def _ground(table: Table, names: tuple[str, ...]) -> _Ground:
    placed = [shape for shape in table.shapes if shape is not None]
    unplaced = [name for name, shape in zip(names, table.shapes, strict=True) if shape is None]
    if unplaced:
        squares = cartogram(len(names))
        return _Ground(squares, Frame(squares), None, unplaced, [])
    projection = Projection(placed)
    if projection.widest > WIDEST_DEGREES:
        raise InputError(f"{table.file}: wider than {WIDEST_DEGREES:g} degrees, too large for one city")
    raw = [projection.shape(shape) for shape in placed]
    shapes = [shape if shape.is_valid else repair(shape) for shape in raw]
    for row, shape in enumerate(shapes):
        if not shape.area > 0:
            raise InputError(f"{table.file}, {table.rows[row]}: the boundary of {names[row]!r} has no area")
    repaired = [name for name, shape in zip(names, raw, strict=True) if not shape.is_valid]
    return _Ground(shapes, Frame(shapes), projection, [], repaired)


def _place_notes(names: tuple[str, ...], ground: _Ground, mapping: Mapping) -> list[Text]:
    if ground.projection is None:
        return [notes.no_geography([] if len(ground.unplaced) == len(names) else ground.unplaced)]
    repaired = [notes.repaired(ground.repaired)] if ground.repaired else []
    return [notes.joined_over(mapping.gap_m), *repaired]


def _figure_notes(
    names: tuple[str, ...], figures: dict[str, Floats], columns: Columns, hardship: Floats, population: Floats
) -> list[Text]:
    said = []
    if (empty := _at(names, population == 0)) and len(empty) < len(names):
        said.append(notes.uninhabited(empty))
    if np.isnan(hardship).any():
        return [*said, notes.hardship_drawn()]
    said.append(notes.hardship_from(columns.raise_hardship or (), columns.lower_hardship or ()))
    missing = {column: np.isnan(values) for column, values in figures.items()}
    nothing = np.logical_and.reduce(list(missing.values()))
    for column, gaps in missing.items():
        if partly := _at(names, gaps & ~nothing):
            said.append(notes.missing(column, partly))
    if without := _at(names, nothing):
        said.append(notes.without_indicators(without))
    return said


def _at(names: tuple[str, ...], where: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> list[str]:
    return [names[d] for d in np.flatnonzero(where)]


def _ignored_note(table: Table, columns: Columns) -> list[Text]:
    ignored = [column for column in table.columns if column not in columns.used]
    return [notes.ignored(ignored)] if ignored else []


def _drawn(projection: Projection, frame: Frame, degrees: Sequence[tuple[float, float]]) -> Floats:
    return frame.draw(projection.points(np.array(degrees)))


def _lines(mapping: Mapping, ground: _Ground) -> tuple[Line, ...]:
    projection = ground.projection
    if projection is None:
        return ()
    return tuple(Line(line.name, _drawn(projection, ground.frame, line.points)) for line in mapping.lines)


def _centre(
    mapping: Mapping, ground: _Ground, centroids: Floats, population: Floats
) -> tuple[float, float] | None:
    """Return the stated centre, else the population's centre of gravity; none on a cartogram."""
    if ground.projection is None:
        return None
    if mapping.centre is not None:
        x, y = _drawn(ground.projection, ground.frame, [mapping.centre])[0]
    else:
        x, y = np.average(centroids, axis=0, weights=population)
    return float(x), float(y)


def _landmarks(mapping: Mapping, path: Path, names: tuple[str, ...], population: Floats) -> tuple[int, ...]:
    """Return the districts to be named on the map: those stated, else the three most populous."""
    if not mapping.landmarks:
        return tuple(np.argsort(-population, kind="stable")[:3].tolist())
    for name in mapping.landmarks:
        if name not in names:
            close = nearest(name, names)
            hint = f"; did you mean {close!r}?" if close else ""
            raise InputError(f"{path.stem}.toml: landmarks: no district is called {name!r}{hint}")
    return tuple(names.index(name) for name in mapping.landmarks)
