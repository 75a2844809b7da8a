"""Boundaries from files of geographic information systems (TopoJSON, shapefile, GeoPackage), through GDAL.

The driver is always named, by what the first bytes of the file are: left to guess, GDAL would also follow a
recipe that reads other files.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from sim.city.delimited import MOST_COLUMNS, too_wide
from sim.city.report import Report
from sim.city.spreadsheet import check_unpacked
from sim.city.table import MOST_FEATURES, MOST_POINTS, Table
from sim.files.errors import InputError, brief, unknown
from sim.files.extras import not_installed
from sim.files.text import require_file
from sim.locale.text import message

MOST_BYTES = 50_000_000  # as stored
MOST_UNPACKED = 100_000_000
_SHAPEFILE, _SQLITE, _ZIP = b"\x00\x00\x27\x0a", b"SQLite format 3\x00", b"PK\x03\x04"
_PROPERTY = re.compile(rb'"((?:[^"\\]|\\.){1,200})"\s*:')


def read_layer(path: Path, layer: str | None, report: Report) -> tuple[Table, str | None, tuple[str, ...]]:
    """Return the features of ``layer`` of the file at ``path``, else of its first layer with areas, its name, and
    those of all such layers.

    Raises `InputError` for what GDAL cannot read, for what is too large, and where GDAL is not installed.
    """
    require_file(path, MOST_BYTES)
    (meta, _, geometry, values), used, names = _read(path, _source(path), layer)
    if len(names) > 1 and layer is None:
        report.note_names("reading-layers", names, used=used)
    columns = tuple(str(name) for name in meta["fields"])
    if len(columns) > MOST_COLUMNS:
        raise InputError(too_wide(path.name, len(columns)))
    count = len(values[0]) if values else 0 if geometry is None else len(geometry)
    if count > MOST_FEATURES:
        raise InputError(message("problem-many-features", file=path.name, most=MOST_FEATURES))
    cells = {
        name: [_cell(value) for value in column.tolist()]
        for name, column in zip(columns, values, strict=True)
    }
    if "id" in columns and all(cell is None for cell in cells["id"]):  # GDAL's own, of features without one
        columns = tuple(name for name in columns if name != "id")
    rows = tuple(f"feature {i}" for i in range(1, count + 1))
    kept = {name: cells[name] for name in columns}
    table = Table(path.name, columns, kept, rows, _shapes(path.name, geometry, count), meta["crs"])
    return table, used, names


def _shapes(file: str, wkb: NDArray[np.object_] | None, count: int) -> NDArray[np.object_]:
    """Return the geometries of ``wkb``, None where it holds none that can be read."""
    if wkb is None:
        return np.full(count, None, dtype=object)
    if sum(len(one) for one in wkb if one is not None) > 16 * MOST_POINTS:  # two numbers of eight bytes each
        raise InputError(message("problem-many-points", file=file, most=MOST_POINTS))
    return np.array(shapely.from_wkb(wkb, on_invalid="ignore"), dtype=object)


def _source(path: Path) -> str:
    """Return how GDAL is to open the file at ``path``."""
    with path.open("rb") as file:
        head = file.read(4096)
    place = str(path.resolve())
    if head.startswith(_SQLITE):
        return f"GPKG:{place}"
    if head.startswith(_SHAPEFILE):
        return place
    if head.startswith(_ZIP):
        return _zipped(path, place)
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        raise InputError(message("problem-no-layer-file", file=path.name))
    _refuse_many_properties(path.name, path.read_bytes())
    return f"TopoJSON:{place}"


def _refuse_many_properties(file: str, data: bytes) -> None:
    """Refuse features that would need more columns than there may be, before a table is made of them."""
    known: set[bytes] = set()
    for found in _PROPERTY.finditer(data):
        known.add(found[1])
        if len(known) > MOST_COLUMNS:
            raise InputError(message("problem-many-properties", file=file, most=MOST_COLUMNS))


def _zipped(path: Path, place: str) -> str:
    names = check_unpacked(path, MOST_UNPACKED)
    shapes = [name for name in names if name.lower().endswith(".shp") and not name.startswith("__MACOSX")]
    if not shapes:
        raise InputError(message("problem-no-shp", file=path.name))
    if len(shapes) > 1:
        raise InputError(message("problem-many-shp", file=path.name, count=len(shapes), names=brief(shapes)))
    with zipfile.ZipFile(path) as archive, archive.open(shapes[0]) as inner:
        if inner.read(4) != _SHAPEFILE:
            raise InputError(message("problem-not-shp", file=path.name, name=brief(shapes[0])))
    return f"/vsizip/{{{place}}}/{shapes[0]}"


def _read(path: Path, source: str, layer: str | None) -> tuple[Any, str | None, tuple[str, ...]]:
    """Return what GDAL reads, of which layer if it has names, and the names of the layers with areas."""
    try:
        import pyogrio
        from pyogrio import raw
    except ModuleNotFoundError as error:
        raise not_installed(error) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what GDAL mends is looked at afterwards
            layers = pyogrio.list_layers(source)
            names = tuple(str(name) for name, kind in layers if kind is not None and "Point" not in kind)
            if layer is not None and layer not in names:
                raise unknown(message("problem-layer-of", file=path.name), layer, names)
            chosen = layer or (names[0] if names else None)
            options = {"force_2d": True, "datetime_as_string": True, "max_features": MOST_FEATURES + 1}
            return raw.read(source, layer=chosen, **options), chosen, names
    except InputError:
        raise
    except UnicodeDecodeError:
        raise InputError(message("problem-layer-not-utf8", file=path.name)) from None
    except Exception as error:  # GDAL's own errors, and those of its damaged files
        reason = " ".join(str(error).replace(source, path.name).split())[:160]
        raise InputError(message("problem-unreadable", file=path.name, reason=reason)) from None


def _cell(value: object) -> object:
    """Return ``value`` as the file means it: whole numbers that a gap in their column made fractions are whole."""
    if isinstance(value, float):
        if np.isnan(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, np.ndarray | bytes | dict):
        return str(value)
    return value
