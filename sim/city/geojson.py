"""GeoJSON, feature by feature: what is kept of each is its properties and its geometry, so that memory stays small.

One bad feature does not cost the others: where its geometry cannot be read the district has no boundary, and
where it is no feature at all its row is empty.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from sim.city.delimited import MOST_COLUMNS, too_wide
from sim.city.table import MOST_FEATURES, MOST_POINTS, Table
from sim.files.errors import InputError
from sim.locale.text import Text, message

WGS84 = "EPSG:4326"  # what GeoJSON means unless it says otherwise
_SHOWN = 20  # characters of what is no JSON
_CODES = (
    re.compile(r"^(?:urn:(?:x-)?ogc:def:crs:)?EPSG:(?:[\d.]*:)?(\d+)$", re.I),
    re.compile(r"epsg(?:\.xml#|/(?:[\d.]+/)?)(\d{4,6})\b", re.I),
    re.compile(r"^(\d{4,6})$"),
)
"""How older files write a code of the EPSG register: by name, by address, or as a bare number."""
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(parse_constant=lambda _: None)  # NaN and Infinity are no numbers


class _Document:
    """A cursor over the text of one JSON object."""

    def __init__(self, file: str, text: str):
        self.file, self.text, self.place = file, text, 0

    def skip(self) -> str:
        """Return the next character that is no blank, without passing it; "" at the end."""
        found = _SPACE.match(self.text, self.place)
        self.place = found.end() if found else self.place
        return self.text[self.place : self.place + 1]

    def expect(self, character: str) -> None:
        if self.skip() != character:
            raise self.broken(message("problem-json-expected", character=repr(character)))
        self.place += 1

    def value(self) -> Any:
        self.skip()
        try:
            found, self.place = _DECODER.raw_decode(self.text, self.place)
        except json.JSONDecodeError as error:
            self.place = error.pos
            found = self.text[self.place : self.place + _SHOWN].split("\n")[0]
            key = "problem-json-unexpected" if found else "problem-json-short"
            raise self.broken(message(key, found=repr(found))) from None
        except (ValueError, RecursionError):
            raise self.broken(message("problem-json-measure")) from None
        return found

    def items(self, opening: str, closing: str) -> Iterator[None]:
        """Stop at each item between ``opening`` and ``closing``."""
        self.expect(opening)
        if self.skip() == closing:
            self.place += 1
            return
        while True:
            yield
            if self.skip() == closing:
                self.place += 1
                return
            self.expect(",")

    def broken(self, what: Text) -> InputError:
        line = str(self.text.count("\n", 0, self.place) + 1)
        return InputError(message("problem-json", file=self.file, line=line, reason=what))


Features = list[tuple[dict[str, Any], BaseGeometry | None]]


def read_geojson(file: str, text: str) -> Table:
    """Return the features of a collection, of one feature, or of features line by line (GeoJSONSeq).

    Raises `InputError` with the line where the JSON is broken, and for what is no GeoJSON or too large.
    """
    document = _Document(file, text.replace("\x1e", "") if text.startswith("\x1e") else text)
    if document.skip() != "{":
        raise _foreign(document)
    features, rest = _object(document)
    if features is None and rest.get("type") == "Feature":
        features = [_feature(rest), *_further(document)]
    if features is None:
        raise _foreign(document)
    if document.skip():
        raise document.broken(message("problem-json-end"))
    return _table(file, features, _crs(rest.get("crs")))


def _object(document: _Document) -> tuple[Features | None, dict[str, Any]]:
    """Return the features of the object that begins here, None where it is no collection, and the rest of it."""
    features: Features | None = None
    rest: dict[str, Any] = {}
    for _ in document.items("{", "}"):
        key = document.value()
        document.expect(":")
        if key == "features" and document.skip() == "[":
            features = _features(document)
        else:
            rest[str(key)] = document.value()
    return features, rest


def _further(document: _Document) -> Features:
    """Return the features that stand behind the first one."""
    found: Features = []
    while document.skip() == "{":
        found.append(_feature(document.value()))
        if len(found) >= MOST_FEATURES:
            raise InputError(message("problem-many-features", file=document.file, most=MOST_FEATURES))
    return found


def _foreign(document: _Document) -> InputError:
    if document.skip() == "[":
        document.value()  # broken JSON is told as such
    return InputError(message("problem-no-geojson", file=document.file))


def _features(document: _Document) -> list[tuple[dict[str, Any], BaseGeometry | None]]:
    found = []
    for _ in document.items("[", "]"):
        found.append(_feature(document.value()))
        if len(found) > MOST_FEATURES:
            raise InputError(message("problem-many-features", file=document.file, most=MOST_FEATURES))
    return found


def _feature(value: Any) -> tuple[dict[str, Any], BaseGeometry | None]:
    if not isinstance(value, dict):
        return {}, None
    properties = value.get("properties")
    record = dict(properties) if isinstance(properties, dict) else {}
    if isinstance(value.get("id"), str | int):
        record.setdefault("id", value["id"])
    return record, _geometry(value.get("geometry"))


def _geometry(value: Any) -> BaseGeometry | None:
    try:
        return None if value is None else shapely.force_2d(shape(_plane(value)))
    except (
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        RecursionError,
        ShapelyError,
    ):
        return None


def _plane(value: Any) -> Any:
    """Return a geometry whose places have four numbers or more, with time or a measure, with the first two of each."""
    if not isinstance(value, dict) or "coordinates" not in value:
        return value
    first = value["coordinates"]
    while isinstance(first, list) and first and isinstance(first[0], list):
        first = first[0]
    many = isinstance(first, list) and len(first) > 3
    return {**value, "coordinates": _first_two(value["coordinates"])} if many else value


def _first_two(places: Any) -> Any:
    nested = isinstance(places, list) and places and isinstance(places[0], list)
    return [_first_two(one) for one in places] if nested else places[:2]


def _crs(value: Any) -> str:
    """Return the reference system of the ``crs`` member, as older files have it."""
    properties = value.get("properties") if isinstance(value, dict) else None
    if not isinstance(properties, dict):
        return WGS84
    said = next((properties[key] for key in ("name", "href", "code") if properties.get(key)), None)
    name = "" if said is None else str(said).strip()
    if not name or "CRS84" in name.upper():
        return WGS84
    code = next(filter(None, (pattern.search(name) for pattern in _CODES)), None)
    return f"EPSG:{code[1]}" if code else name


def _table(file: str, features: list[tuple[dict[str, Any], BaseGeometry | None]], crs: str) -> Table:
    columns = dict.fromkeys(column for record, _ in features for column in record)
    if len(columns) > MOST_COLUMNS:
        raise InputError(too_wide(file, len(columns)))
    cells = {column: [_cell(record.get(column)) for record, _ in features] for column in columns}
    shapes: NDArray[np.object_] = np.full(len(features), None, dtype=object)
    for row, (_, geometry) in enumerate(features):
        shapes[row] = geometry
    if int(shapely.get_num_coordinates(shapes).sum()) > MOST_POINTS:
        raise InputError(message("problem-many-points", file=file, most=MOST_POINTS))
    rows = tuple(f"feature {i}" for i in range(1, len(features) + 1))
    return Table(file, tuple(columns), cells, rows, shapes, crs)


def _cell(value: Any) -> object:
    """Return a property as a cell: lists and tables within it as text."""
    return value if value is None or isinstance(value, str | int | float) else str(value)
