"""The file beside a city's data that says what its columns mean: ``mycity.toml`` beside ``mycity.csv``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from sim.city.delimited import MOST_LINES, SEPARATORS
from sim.files import checks
from sim.files.errors import InputError, brief
from sim.files.toml import read_toml, refuse_unknown
from sim.locale.catalogue import FALLBACK, LANGUAGES
from sim.locale.text import Text, message, written

NOT_STATED = message("city-not_stated")
DEFAULT_GAP_M = 500.0  # wider than most rivers in cities, narrower than most districts
WIDEST_GAP_M = 50_000.0
LARGEST_REFERENCE = 1e9
MOST_HEADER_ROWS = 3
UNITS = (1, 1000, 1_000_000)
"""What a table may count people in."""


@dataclass(frozen=True)
class Columns:
    """Which column of the data means what; None: by the known names (`sim.city.meaning`)."""

    name: str | None = None
    key: str | None = None
    population: str | None = None
    area_km2: str | None = None
    raise_hardship: tuple[str, ...] | None = None
    lower_hardship: tuple[str, ...] | None = None

    @property
    def stated(self) -> tuple[tuple[str, str], ...]:
        """Every column that the mapping names, with the mapping's word before it."""
        found: list[tuple[str, str]] = []
        for one in fields(self):
            value = getattr(self, one.name)
            found += [(one.name, column) for column in ((value,) if isinstance(value, str) else value or ())]
        return tuple(found)


@dataclass(frozen=True)
class LongColumns:
    """Which columns of a table with a row for each figure say what it is of, and how much."""

    indicator: str | None = None
    value: str | None = None


@dataclass(frozen=True)
class Reference:
    """The value of an indicator at which hardship is 1/2, and where it was read."""

    value: float
    source: Text


@dataclass(frozen=True)
class MappedLine:
    """A line for orientation, points in longitude and latitude."""

    name: Text
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Mapping:
    """All that a mapping file can say; every key is optional."""

    title: Text | None = None
    licence: Text = NOT_STATED
    attribution: Text = NOT_STATED
    source: str = ""
    opens: tuple[str, ...] = ()
    encoding: str | None = None
    separator: str | None = None
    decimal: str | None = None
    header: tuple[int, ...] | None = None
    population_unit: int | None = None
    as_written: tuple[str, ...] = ()
    sheet: str | None = None
    layer: str | None = None
    table: str | None = None
    crs: str | None = None
    swapped: bool | None = None
    leave_out: tuple[str, ...] | None = None
    gap_m: float = DEFAULT_GAP_M
    centre: tuple[float, float] | None = None
    landmarks: tuple[str, ...] = ()
    columns: Columns = Columns()
    long: LongColumns = LongColumns()
    only: dict[str, str] = field(default_factory=dict)
    reference: dict[str, Reference] = field(default_factory=dict)
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

    def refuse(self, key: str, value: object, wanted: str, **values: object) -> InputError:
        """Return that ``key`` must be what the message ``wanted`` of ``values`` says."""
        shown = {"file": self.file, "key": key, "value": brief(value)}
        return InputError(message("problem-must-be", wanted=message(wanted, **values), **shown))

    def mapping(self, document: dict[str, Any]) -> Mapping:
        self.known(document, Mapping, self.file)
        readers: dict[str, Callable[[str, object], Any]] = {
            "title": self.words,
            "licence": self.words,
            "attribution": self.words,
            "opens": self.languages,
            "separator": self.separator,
            "decimal": self.decimal,
            "header": self.header,
            "population_unit": self.unit,
            "as_written": self.texts,
            "swapped": self.yes_or_no,
            "leave_out": self.texts,
            "gap_m": self.gap,
            "centre": self.place,
            "landmarks": self.texts,
            "columns": self.columns,
            "long": self.long,
            "only": self.only,
            "reference": self.references,
            "lines": self.lines,
        }
        return Mapping(**{key: readers.get(key, self.text)(key, value) for key, value in document.items()})

    def known(self, table: dict[str, Any], kind: type, where: str) -> None:
        refuse_unknown(table, [f.name for f in fields(kind)], where)

    def text(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.refuse(key, value, "mapping-text")
        return value.strip()

    def texts(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self.refuse(key, value, "mapping-texts")
        return tuple(self.text(key, item) for item in value)

    def words(self, key: str, value: object) -> Text:
        if isinstance(value, str):
            return written(en=self.text(key, value))
        if not isinstance(value, dict) or FALLBACK not in value or not set(value) <= set(LANGUAGES):
            raise self.refuse(key, value, "mapping-words", known=", ".join(LANGUAGES), first=FALLBACK)
        return written(
            **{language: self.text(f"{key}.{language}", words) for language, words in value.items()}
        )

    def number(self, key: str, value: object, low: float, high: float) -> float:
        return checks.number(value, f"{self.file}: {key}", low, high)

    def languages(self, key: str, value: object) -> tuple[str, ...]:
        return tuple(checks.one_of(one, LANGUAGES, f"{self.file}: {key}") for one in self.texts(key, value))

    def separator(self, key: str, value: object) -> str:
        return checks.one_of(value, SEPARATORS, f"{self.file}: {key}")

    def decimal(self, key: str, value: object) -> str:
        return checks.one_of(value, (",", "."), f"{self.file}: {key}")

    def header(self, key: str, value: object) -> tuple[int, ...]:
        rows = value if isinstance(value, list) else [value]
        if not 1 <= len(rows) <= MOST_HEADER_ROWS:
            raise self.refuse(key, value, "mapping-header")
        return tuple(checks.whole_number(row, f"{self.file}: {key}", 1, MOST_LINES) for row in rows)

    def unit(self, key: str, value: object) -> int:
        if isinstance(value, bool) or value not in UNITS:
            raise self.refuse(key, value, "mapping-unit")
        return int(str(value))

    def yes_or_no(self, key: str, value: object) -> bool:
        return checks.switch(value, f"{self.file}: {key}")

    def references(self, key: str, value: object) -> dict[str, Reference]:
        if not isinstance(value, dict):
            raise self.refuse(key, value, "mapping-references")
        return {column: self.reference(f"reference.{column}", one) for column, one in value.items()}

    def reference(self, key: str, value: object) -> Reference:
        if not isinstance(value, dict) or set(value) != {"value", "source"}:
            raise self.refuse(key, value, "mapping-reference")
        number = self.number(f"{key}.value", value["value"], 1e-9, LARGEST_REFERENCE)
        return Reference(number, self.words(f"{key}.source", value["source"]))

    def gap(self, key: str, value: object) -> float:
        return self.number(key, value, 0.0, WIDEST_GAP_M)

    def place(self, key: str, value: object) -> tuple[float, float]:
        if not isinstance(value, list) or len(value) != 2:
            raise self.refuse(key, value, "mapping-place")
        return self.number(key, value[0], -180, 180), self.number(key, value[1], -90, 90)

    def columns(self, key: str, value: object) -> Columns:
        if not isinstance(value, dict):
            raise self.refuse(key, value, "mapping-table")
        self.known(value, Columns, f"{self.file}: [columns]")
        lists = ("raise_hardship", "lower_hardship")
        given: dict[str, Any] = {
            k: self.texts(k, v) if k in lists else self.text(k, v) for k, v in value.items()
        }
        found = Columns(**given)
        named = [column for key, column in found.stated if key != "key"]  # a name may well serve as key
        twice = [column for column in named if named.count(column) > 1]
        if twice:
            raise InputError(message("problem-two-meanings", file=self.file, column=brief(twice[0])))
        return found

    def long(self, key: str, value: object) -> LongColumns:
        if not isinstance(value, dict):
            raise self.refuse(key, value, "mapping-table")
        self.known(value, LongColumns, f"{self.file}: [long]")
        return LongColumns(**{what: self.text(f"long.{what}", column) for what, column in value.items()})

    def only(self, key: str, value: object) -> dict[str, str]:
        if not isinstance(value, dict):
            raise self.refuse(key, value, "mapping-only")
        return {column: self.cell(f"only.{column}", one) for column, one in value.items()}

    def cell(self, key: str, value: object) -> str:
        """Return the text of a cell, which may be written as a whole number."""
        whole = isinstance(value, int) and not isinstance(value, bool)
        return str(value) if whole else self.text(key, value)

    def lines(self, key: str, value: object) -> tuple[MappedLine, ...]:
        if not isinstance(value, list):
            raise self.refuse(key, value, "mapping-tables")
        return tuple(self.line(item) for item in value)

    def line(self, value: object) -> MappedLine:
        if not isinstance(value, dict) or set(value) != {"name", "points"}:
            raise self.refuse("lines", value, "mapping-line")
        points = value["points"]
        if not isinstance(points, list) or len(points) < 2:
            raise self.refuse("points", points, "mapping-places")
        return MappedLine(self.words("name", value["name"]), tuple(self.place("points", p) for p in points))
