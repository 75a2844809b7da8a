"""Tables of districts as read from GeoJSON or CSV, before anything is made of their columns."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from sim.city.city import MOST_DISTRICTS
from sim.files.errors import InputError, brief, nearest
from sim.files.text import read_text

SUFFIXES = (".geojson", ".json", ".csv")
MOST_BYTES = 50_000_000
LONGEST_NAME = 100
MISSING = {"", "na", "n/a", "null", "none", ".", "..", "-"}
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)


class Table(NamedTuple):
    """One record per district: ``rows`` name them as the file does ("row 3", "feature 2")."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    records: tuple[dict[str, Any], ...]
    shapes: tuple[BaseGeometry | None, ...]  # longitude and latitude in degrees

    def error(self, row: int, column: str, what: str) -> InputError:
        """Return the error about one cell."""
        return InputError(f"{self.file}, {self.rows[row]}, column {brief(column)}: {what}")

    def require(self, column: str) -> None:
        """Raise `InputError`, offering the nearest column, where ``column`` is not there."""
        if column not in self.columns:
            close = nearest(column, self.columns)
            there = ", ".join(map(brief, self.columns[:20]))
            hint = f"did you mean {brief(close)}?" if close else f"there are: {there}"
            raise InputError(f"{self.file}: no column {brief(column)}; {hint}")

    def numbers(self, column: str, low: float, high: float, missing: bool) -> list[float]:
        """Return ``column`` as numbers of [low, high], nan where missing if that is allowed."""
        self.require(column)
        return [self._number(row, column, low, high, missing) for row in range(len(self.rows))]

    def _number(self, row: int, column: str, low: float, high: float, missing: bool) -> float:
        value = self.records[row].get(column)
        if value is None or (isinstance(value, str) and value.strip().lower() in MISSING):
            if missing:
                return math.nan
            raise self.error(row, column, "a number is missing")
        number = _as_number(value)
        if number is None or math.isnan(number):
            raise self.error(row, column, f"{brief(value)} is not a number")
        if not low <= number <= high:
            raise self.error(row, column, f"{number:g} is outside the possible {low:g} to {high:g}")
        return number

    def names(self, column: str) -> tuple[str, ...]:
        """Return the districts' names: present, printable, all different."""
        self.require(column)
        first: dict[str, int] = {}
        for row, record in enumerate(self.records):
            value = record.get(column)
            known = isinstance(value, str | int) and not isinstance(value, bool)
            name = " ".join(str(value).split()) if known else ""
            if not name:
                raise self.error(row, column, "a name is missing")
            if len(name) > LONGEST_NAME or not name.isprintable():
                raise self.error(row, column, f"a name has at most {LONGEST_NAME} printable characters")
            if name in first:
                raise self.error(row, column, f"{name!r} is already the name in {self.rows[first[name]]}")
            first[name] = row
        return tuple(first)


def _as_number(value: object) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) if abs(value) < 1e300 else math.inf
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return float(value)
    return None


def read_table(path: Path) -> Table:
    """Return the districts of a ``.csv`` table or a GeoJSON feature collection."""
    text = read_text(path, MOST_BYTES)
    table = _read_csv(path.name, text) if path.suffix.lower() == ".csv" else _read_geojson(path.name, text)
    if not table.rows:
        raise InputError(f"{path.name}: no districts")
    if len(table.rows) > MOST_DISTRICTS:
        raise InputError(f"{path.name}: {len(table.rows)} districts; at most {MOST_DISTRICTS} are possible")
    return table


def _read_csv(file: str, text: str) -> Table:
    """Read comma, semicolon or tab separated text; with semicolons a decimal comma is understood."""
    header = text.splitlines()[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        lines = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise InputError(f"{file}, row {reader.line_num}: {error}") from None
    columns = tuple(cell.strip() or f"column {i}" for i, cell in enumerate(lines[0][1], 1))
    twice = [column for column in columns if columns.count(column) > 1]
    if twice:
        raise InputError(f"{file}: column {brief(twice[0])} appears twice")
    for line, cells in lines[1:]:
        if len(cells) != len(columns):
            raise InputError(f"{file}, row {line}: {len(cells)} cells under {len(columns)} columns")
    if delimiter == ";":
        lines = [(line, [_decimal_point(cell) for cell in cells]) for line, cells in lines]
    return Table(
        file,
        columns,
        tuple(f"row {line}" for line, _ in lines[1:]),
        tuple(dict(zip(columns, cells, strict=True)) for _, cells in lines[1:]),
        (None,) * (len(lines) - 1),
    )


def _decimal_point(cell: str) -> str:
    return cell.replace(",", ".") if re.fullmatch(r"\s*[+-]?\d+,\d+\s*", cell, re.ASCII) else cell


def _read_geojson(file: str, text: str) -> Table:
    def refuse(word: str) -> NoReturn:
        raise InputError(f"{file}: {word} is not a number JSON knows")

    try:
        document = json.loads(text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        raise InputError(f"{file}, line {error.lineno}: broken JSON ({error.msg})") from None
    except InputError:
        raise
    except (ValueError, RecursionError):
        raise InputError(f"{file}: broken JSON (a number or a nesting beyond all measure)") from None
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list):
        raise InputError(f"{file}: not a GeoJSON FeatureCollection (no list of 'features')")
    rows = tuple(f"feature {i}" for i in range(1, len(features) + 1))
    records = tuple(_properties(file, row, feature) for row, feature in zip(rows, features, strict=True))
    shapes = tuple(_shape(file, row, feature) for row, feature in zip(rows, features, strict=True))
    return Table(file, _in_order(records), rows, records, shapes)


def _in_order(records: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(column for record in records for column in record))


def _properties(file: str, row: str, feature: object) -> dict[str, Any]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        raise InputError(f"{file}, {row}: no 'properties'")
    return properties


def _shape(file: str, row: str, feature: dict[str, Any]) -> BaseGeometry | None:
    geometry = feature.get("geometry")
    if geometry is None:
        return None
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise InputError(f"{file}, {row}: geometry {brief(kind)}; a district is a Polygon or MultiPolygon")
    try:
        found = shapely.force_2d(shape(geometry))
        west, south, east, north = found.bounds if not found.is_empty else (math.nan,) * 4
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError, ShapelyError):
        raise InputError(f"{file}, {row}: broken coordinates") from None
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise InputError(f"{file}, {row}: coordinates must be longitude and latitude in degrees (WGS 84)")
    return found
