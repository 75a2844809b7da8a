"""Finding and loading cities: the invented one, those shipped, and anybody's own file.

`docs/cities.md` describes the files for their authors.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from sim.city.city import City, Line, layout, synthetic_city
from sim.city.figures import Figures
from sim.city.geography import Floats, Frame, Projection
from sim.city.ground import Ground, ground_of
from sim.city.hardship import ABSOLUTE
from sim.city.mapping import read_mapping
from sim.city.meaning import Indicator
from sim.city.reading import LARGEST_FIGURE, Reading, read
from sim.city.report import Report
from sim.city.source import LAYERS, SUFFIXES
from sim.files.errors import InputError, brief, nearest, offer
from sim.files.resources import data_folder
from sim.locale.text import message, written

SYNTHETIC = "synthetic"
OFFERED = {
    "unsure": "reading-offered-unsure",
    "count": "reading-offered-count",
    "text": "reading-offered-text",
}
"""The note on indicators that are not used, by the reason why."""


def _shipped_folder() -> Path:
    return data_folder() / "cities"


def list_cities() -> tuple[str, ...]:
    """Return the names `load_city` knows without a path, the invented city first."""
    shipped = {path.stem for path in _shipped_folder().iterdir() if path.suffix in LAYERS}
    return (SYNTHETIC, *sorted(shipped))


def is_shipped(name: str) -> bool:
    """Return whether ``name`` is a city of this package rather than somebody's file."""
    return name.partition(":")[0] in list_cities()


@cache
def opening_cities() -> dict[str, str]:
    """Return language -> the shipped city whose mapping says that it ``opens`` the page in that language."""
    opening = {}
    for name in list_cities()[1:]:
        for language in read_mapping(_shipped_folder() / f"{name}.toml").opens:
            opening[language] = name
    return opening


def load_city(name: str | Path, table: str | Path | None = None) -> City:
    """Return the city called ``name``.

    ``synthetic`` or ``synthetic:256`` (districts), a shipped name (`list_cities`), or the path of a file of
    boundaries or figures (`sim.city.source.SUFFIXES`), read together with the ``.toml`` of the same stem beside
    it; ``table`` is a file of figures to be joined to boundaries. Raises `InputError` naming the file, the row,
    the column, the value and the remedy; `sim.files.errors.Problems` has a line for each fault.
    """
    text = str(name)
    if table is not None and not text.lower().endswith(SUFFIXES):
        raise InputError(message("problem-table-alone", city=brief(text)))
    if not text.isprintable():
        raise InputError(message("problem-city-name", city=brief(text)))
    if text.lower().endswith(SUFFIXES):
        return read_city(Path(text), text, None if table is None else Path(table))
    if "/" in text or "\\" in text or ".." in text:
        raise InputError(message("problem-city-outside", city=brief(text), endings=_suffixes()))
    if text == SYNTHETIC or text.startswith(f"{SYNTHETIC}:"):
        return _invented(text)
    for suffix in LAYERS:
        path = _shipped_folder() / f"{text}{suffix}"
        if text in list_cities() and path.is_file():
            return _shipped(path, text)
    offered = offer(text[:60], list_cities())
    raise InputError(message("problem-city", city=repr(text[:60]), offer=offered, endings=_suffixes()))


@lru_cache(maxsize=16)
def _shipped(path: Path, name: str) -> City:
    """Return a city of this package, read once: reading takes as long as running a small city for years."""
    return read_city(path, name)


def _suffixes() -> str:
    return ", ".join(SUFFIXES)


def _invented(text: str) -> City:
    number = text.partition(":")[2] if ":" in text else "64"
    if not (number.isascii() and number.isdigit() and len(number) <= 9):
        raise InputError(message("problem-colon", city=brief(text)))
    return _synthetic(int(number))


@lru_cache(maxsize=4)
def _synthetic(districts: int) -> City:
    """Return an invented city, laid out once: that takes a tenth of a short run."""
    return synthetic_city(districts)


def published_figures(path: Path, column: str) -> Floats:
    """Return what the file at ``path`` says in ``column``, in the order of its city's districts, nan where missing.

    Raises `InputError` for a column that is not there or holds something else than numbers.
    """
    reading, faults = read(path), Report()
    table = reading.source.table
    table.require(column, "", reading.mapping_file)
    figures = Figures(
        table, reading.decimal, reading.mapping.decimal is not None, reading.mapping_file, faults
    )
    values = figures.numbers(column, reading.kept, -LARGEST_FIGURE, LARGEST_FIGURE)
    faults.raise_problems()
    return np.array(values[reading.kept], dtype=np.float64)


def read_city(path: Path, name: str, table: Path | None = None) -> City:
    """Return the city in the data file at ``path``, to be called ``name``, with the figures of ``table``."""
    return city_of(read(path, table), path, name)


# Long: a field of a city a line
def city_of(reading: Reading, path: Path, name: str) -> City:
    """Return the city that ``reading`` of ``path`` makes; raise `Problems` with all that stands against it."""
    kept, mapping, report = reading.kept, reading.mapping, reading.report
    report.raise_problems()
    names = tuple(reading.names[row] for row in kept)
    population = reading.population[kept]
    metres = reading.metres._replace(shapes=reading.metres.shapes[kept])
    ground = ground_of(reading.source.table.file, metres, names, mapping.gap_m, report)
    polygons, centroids = layout(ground.shapes, ground.frame)
    figures = {basis.column: reading.figures[basis.column][kept] for basis in reading.bases}
    hardship = reading.hardship[kept]
    _note_figures(reading, names, figures, hardship, population)
    return City(
        name=name,
        title=mapping.title or written(en=path.stem),
        attribution=mapping.attribution,
        licence=mapping.licence,
        names=names,
        population=population,
        hardship=hardship,
        area_km2=reading.area_km2[kept],
        polygons=polygons,
        centroids=centroids,
        neighbour_offsets=ground.neighbour_offsets,
        neighbours=ground.neighbours,
        notes=tuple(report.notes),
        figures=figures,
        bases=tuple(reading.bases),
        offered=tuple(one.column for one in _offered(reading)),
        opens=mapping.opens,
        cartogram=ground.projection is None,
        lines=_lines(reading, ground),
        centre=_centre(reading, ground, centroids, population),
        landmarks=_landmarks(reading, names, population),
    )


def _offered(reading: Reading) -> list[Indicator]:
    """Return the indicators found that hardship does not rest on though nobody decided against them."""
    return [one for one in reading.meaning.indicators if not one.used and not one.stated]


def _note_figures(
    reading: Reading, names: tuple[str, ...], figures: dict[str, Floats], hardship: Floats, population: Floats
) -> None:
    """Say what hardship rests on, and what it does not rest on."""
    report = reading.report
    if (empty := _at(names, population == 0)) and len(empty) < len(names):
        report.note_names("reading-uninhabited", empty)
    if np.isnan(hardship).any():
        report.note("reading-hardship-drawn")
    else:
        _note_bases(reading)
        missing = {column: np.isnan(values) for column, values in figures.items()}
        nothing = np.logical_and.reduce(list(missing.values()))
        for column, gaps in missing.items():
            if partly := _at(names, gaps & ~nothing):
                report.note_names("reading-missing", partly, column=column)
        if without := _at(names, nothing):
            report.note_names("reading-without-indicators", without)
    offered = _offered(reading)
    for reason, key in OFFERED.items():
        if columns := [one.column for one in offered if one.reason == reason]:
            report.note_names(key, columns, mapping=reading.mapping_file)
    told = {*reading.meaning.used, *(one.column for one in offered)}
    if ignored := [column for column in reading.source.table.columns if column not in told]:
        report.note_names("reading-ignored", ignored)


def _note_bases(reading: Reading) -> None:
    bases = reading.bases
    raising, lowering = ([b.column for b in bases if b.lowers == lowers] for lowers in (False, True))
    report = reading.report
    report.note(
        "reading-hardship-from", raising=", ".join(raising) or "-", lowering=", ".join(lowering) or "-"
    )
    for basis in bases:
        if basis.reference is not None:
            value, source = basis.reference.value, basis.reference.source
            report.note("reading-absolute", column=basis.column, value=value, source=source)
    if ranked := [basis.column for basis in bases if basis.scale != ABSOLUTE]:
        report.note_names("reading-ranked", ranked)


def _at(names: tuple[str, ...], where: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> list[str]:
    return [names[d] for d in np.flatnonzero(where)]


def _drawn(projection: Projection, frame: Frame, degrees: Sequence[tuple[float, float]]) -> Floats:
    return frame.draw(projection.points(np.array(degrees)))


def _lines(reading: Reading, ground: Ground) -> tuple[Line, ...]:
    projection = ground.projection
    if projection is None:
        return ()
    lines = reading.mapping.lines
    return tuple(Line(line.name, _drawn(projection, ground.frame, line.points)) for line in lines)


def _centre(
    reading: Reading, ground: Ground, centroids: Floats, population: Floats
) -> tuple[float, float] | None:
    """Return the stated centre, else the population's centre of gravity; none on a cartogram."""
    if ground.projection is None:
        return None
    if reading.mapping.centre is not None:
        x, y = _drawn(ground.projection, ground.frame, [reading.mapping.centre])[0]
    else:
        x, y = np.average(centroids, axis=0, weights=population)
    return float(x), float(y)


def _landmarks(reading: Reading, names: tuple[str, ...], population: Floats) -> tuple[int, ...]:
    """Return the districts to be named on the map: those stated, else the three most populous."""
    stated = reading.mapping.landmarks
    if not stated:
        return tuple(np.argsort(-population, kind="stable")[:3].tolist())
    for name in stated:
        if name not in names:
            shown = {"mapping": reading.mapping_file, "name": repr(name)}
            if (close := nearest(name, names)) is None:
                raise InputError(message("problem-landmark", **shown))
            raise InputError(message("problem-landmark-but", close=repr(close), **shown))
    return tuple(names.index(name) for name in stated)
