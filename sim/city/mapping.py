"""The file beside a city's data that says what its columns mean: ``mycity.toml`` beside ``mycity.csv``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from sim.files import checks
from sim.files.errors import InputError, brief
from sim.files.toml import read_toml, refuse_unknown
from sim.locale.catalogue import FALLBACK, LANGUAGES
from sim.locale.text import Text, written

NOT_STATED = "not stated"
"""Stands in receipts, too; the page says it in its language."""
DEFAULT_GAP_M = 500.0  # wider than most rivers in cities, narrower than most districts
WIDEST_GAP_M = 50_000.0
RAISE_HARDSHIP = ("unemployment_pct", "no_qualification_pct", "illiteracy_pct", "slum_dwelling_pct")
LOWER_HARDSHIP = ("degree_pct",)
_INCOME = re.compile(r"(^|_)incomes?(_|$)")


@dataclass(frozen=True)
class Columns:
    """Which column of the data means what; None: by the known names."""

    name: str = "name"
    population: str = "population"
    area_km2: str | None = None
    raise_hardship: tuple[str, ...] | None = None
    lower_hardship: tuple[str, ...] | None = None

    def by_known_names(self, columns: tuple[str, ...]) -> Columns:
        """Return these with what was left open filled from the known names among ``columns``."""
        area = self.area_km2 or ("area_km2" if "area_km2" in columns else None)
        raising, lowering = self.raise_hardship, self.lower_hardship
        if raising is None and lowering is None:
            raising = tuple(c for c in columns if c in RAISE_HARDSHIP)
            lowering = tuple(c for c in columns if c in LOWER_HARDSHIP or _INCOME.search(c))
        return Columns(self.name, self.population, area, raising or (), lowering or ())

    @property
    def indicators(self) -> tuple[str, ...]:
        """The columns hardship rests on."""
        return (*(self.raise_hardship or ()), *(self.lower_hardship or ()))

    @property
    def used(self) -> tuple[str, ...]:
        """Every column read."""
        return (self.name, self.population, *([self.area_km2] if self.area_km2 else []), *self.indicators)


@dataclass(frozen=True)
class MappedLine:
    """A line for orientation, points in longitude and latitude."""

    name: Text
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Mapping:
    """All that a mapping file can say; every key is optional."""

    title: Text | None = None
    licence: str = NOT_STATED
    attribution: str = NOT_STATED
    source: str = ""
    gap_m: float = DEFAULT_GAP_M
    centre: tuple[float, float] | None = None
    landmarks: tuple[str, ...] = ()
    columns: Columns = Columns()
    lines: tuple[MappedLine, ...] = ()


def read_mapping(path: Path) -> Mapping:
    """Return the mapping at ``path``, or the empty one where there is no such file."""
    if not path.exists():
        return Mapping()
    return _Reader(path.name).mapping(read_toml(path))


class _Reader:
    """Checks each key of one mapping file; every error names the file, the key and the value."""

    def __init__(self, file: str):
        self.file = file

    def refuse(self, key: str, value: object, wanted: str) -> InputError:
        return InputError(f"{self.file}: {key} = {brief(value)}; it must be {wanted}")

    def mapping(self, document: dict[str, Any]) -> Mapping:
        self.known(document, Mapping, self.file)
        readers: dict[str, Callable[[str, object], Any]] = {
            "title": self.words,
            "licence": self.text,
            "attribution": self.text,
            "source": self.text,
            "gap_m": self.gap,
            "centre": self.place,
            "landmarks": self.texts,
            "columns": self.columns,
            "lines": self.lines,
        }
        return Mapping(**{key: readers[key](key, value) for key, value in document.items()})

    def known(self, table: dict[str, Any], kind: type, where: str) -> None:
        refuse_unknown(table, [f.name for f in fields(kind)], where)

    def text(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.refuse(key, value, "text")
        return value.strip()

    def texts(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self.refuse(key, value, "a list of texts")
        return tuple(self.text(key, item) for item in value)

    def words(self, key: str, value: object) -> Text:
        if isinstance(value, str):
            return written(en=self.text(key, value))
        if not isinstance(value, dict) or FALLBACK not in value or not set(value) <= set(LANGUAGES):
            known = ", ".join(LANGUAGES)
            raise self.refuse(key, value, f"text, or a table of languages ({known}), {FALLBACK} among them")
        return written(
            **{language: self.text(f"{key}.{language}", words) for language, words in value.items()}
        )

    def number(self, key: str, value: object, low: float, high: float) -> float:
        return checks.number(value, f"{self.file}: {key}", low, high)

    def gap(self, key: str, value: object) -> float:
        return self.number(key, value, 0.0, WIDEST_GAP_M)

    def place(self, key: str, value: object) -> tuple[float, float]:
        if not isinstance(value, list) or len(value) != 2:
            raise self.refuse(key, value, "[longitude, latitude]")
        return self.number(key, value[0], -180, 180), self.number(key, value[1], -90, 90)

    def columns(self, key: str, value: object) -> Columns:
        if not isinstance(value, dict):
            raise self.refuse(key, value, "a table")
        self.known(value, Columns, f"{self.file}: [columns]")
        lists = ("raise_hardship", "lower_hardship")
        given: dict[str, Any] = {
            k: self.texts(k, v) if k in lists else self.text(k, v) for k, v in value.items()
        }
        found = Columns(**given)
        twice = [column for column in found.used if found.used.count(column) > 1]
        if twice:
            raise InputError(f"{self.file}: column {brief(twice[0])} is given two meanings")
        return found

    def lines(self, key: str, value: object) -> tuple[MappedLine, ...]:
        if not isinstance(value, list):
            raise self.refuse(key, value, "a list of tables")
        return tuple(self.line(item) for item in value)

    def line(self, value: object) -> MappedLine:
        if not isinstance(value, dict) or set(value) != {"name", "points"}:
            raise self.refuse("lines", value, "a table with name and points")
        points = value["points"]
        if not isinstance(points, list) or len(points) < 2:
            raise self.refuse("points", points, "at least two places")
        return MappedLine(self.words("name", value["name"]), tuple(self.place("points", p) for p in points))
