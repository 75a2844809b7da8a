"""Boundaries from files of geographic information systems (TopoJSON, shapefile, GeoPackage), through GDAL.

The driver is always named, by what the first bytes of the file are: left to guess, GDAL would also follow a
recipe that reads other files.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray

from sim.city.dbf import Part, decoded_dbf
from sim.city.delimited import MOST_COLUMNS, too_wide
from sim.city.encoding import Decoded
from sim.city.indicators import counts_everybody
from sim.city.mapping import Mapping
from sim.city.report import Report, listed
from sim.city.spreadsheet import check_unpacked
from sim.city.table import MOST_FEATURES, MOST_POINTS, Table
from sim.files.errors import InputError, brief, unknown
from sim.files.extras import not_installed
from sim.files.text import require_file
from sim.locale.text import message

T = TypeVar("T")
MOST_BYTES = 50_000_000  # as stored
MOST_UNPACKED = 100_000_000
_BYTE_BY_BYTE = "ISO-8859-1"  # GDAL knows few encodings by name, and this one on every machine
_SHAPEFILE, _SQLITE, _ZIP = b"\x00\x00\x27\x0a", b"SQLite format 3\x00", b"PK\x03\x04"
_PROPERTY = re.compile(rb'"((?:[^"\\]|\\.){1,200})"\s*:')


class Layer(NamedTuple):
    """The ``table`` of one layer, its name and those of all with areas; ``unsure``: which it is, its user has to say.

    ``decoded`` tells in what encoding its texts were read, where that was judged.
    """

    table: Table
    layer: str | None
    layers: tuple[str, ...]
    unsure: bool
    decoded: Decoded | None


def read_layer(
    path: Path, mapping: Mapping, mapping_file: str, report: Report, known: frozenset[str] = frozenset()
) -> Layer:
    """Return the features of the layer that ``mapping`` names, else of the only one with areas and a population.

    ``known`` are words of a file about the same districts. Of several layers as good the first is read and
    ``report`` has the question. Raises `InputError` for what GDAL cannot read, for what is too large, and where
    GDAL is not installed.
    """
    require_file(path, MOST_BYTES)
    source = _source(path)
    decoded = decoded_dbf(_part_of(path, source), path.name, mapping.encoding, known)
    names, fit = _layers(path, source, mapping.layer)
    if len(fit) > 1:
        shown = {"file": path.name, "names": listed(fit), "first": brief(fit[0]), "mapping": mapping_file}
        report.problem(message("problem-layer-unsure", **shown))
    elif len(names) > 1 and mapping.layer is None:
        report.note_names("reading-layers", names, used=fit[0])
    used = fit[0] if fit else None
    read = _read(path, source, used, _BYTE_BY_BYTE if decoded else None)
    table = _table(path.name, read)
    if decoded is not None:
        table = _told_in(table, decoded.encoding)
    return Layer(table, used, names, len(fit) > 1, decoded)


def _told_in(table: Table, encoding: str) -> Table:
    """Return ``table``, whose texts were read a letter a byte, with the texts that these bytes are in ``encoding``."""

    def text(cell: object) -> object:
        if not isinstance(cell, str):
            return cell
        return cell.encode(_BYTE_BY_BYTE, errors="replace").decode(encoding, errors="replace")

    cells = {str(text(name)): [text(cell) for cell in table.cells[name]] for name in table.columns}
    return table._replace(columns=tuple(cells), cells=cells)


def _table(file: str, read: Any) -> Table:
    meta, _, geometry, values = read
    columns = tuple(str(name) for name in meta["fields"])
    if len(columns) > MOST_COLUMNS:
        raise InputError(too_wide(file, len(columns)))
    count = len(values[0]) if values else 0 if geometry is None else len(geometry)
    if count > MOST_FEATURES:
        raise InputError(message("problem-many-features", file=file, most=MOST_FEATURES))
    cells = {
        name: [_cell(value) for value in column.tolist()]
        for name, column in zip(columns, values, strict=True)
    }
    if "id" in columns and all(cell is None for cell in cells["id"]):  # GDAL's own, of features without one
        columns = tuple(name for name in columns if name != "id")
    rows = tuple(f"feature {i}" for i in range(1, count + 1))
    kept = {name: cells[name] for name in columns}
    return Table(file, columns, kept, rows, _shapes(file, geometry, count), meta["crs"])


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
    shapes = [name for name in names if name.lower().endswith(".shp") and not _is_macs_own(name)]
    if not shapes:
        raise InputError(message("problem-no-shp", file=path.name))
    if len(shapes) > 1:
        raise InputError(message("problem-many-shp", file=path.name, count=len(shapes), names=brief(shapes)))
    with zipfile.ZipFile(path) as archive, archive.open(shapes[0]) as inner:
        if inner.read(4) != _SHAPEFILE:
            raise InputError(message("problem-not-shp", file=path.name, name=brief(shapes[0])))
    return f"/vsizip/{{{place}}}/{shapes[0]}"


def _layers(path: Path, source: str, stated: str | None) -> tuple[tuple[str, ...], list[str]]:
    """Return the names of the layers with areas, and of these the one ``stated``, else those that fit best."""

    def look(pyogrio: Any) -> tuple[tuple[str, ...], list[str]]:
        named = pyogrio.list_layers(source)
        names = tuple(str(name) for name, kind in named if kind is not None and "Point" not in kind)
        if stated is not None and stated not in names:
            raise unknown(message("problem-layer-of", file=path.name), stated, names)
        if stated is not None or len(names) < 2:
            return names, [stated] if stated is not None else list(names)
        peopled = [
            name
            for name in names
            if any(map(counts_everybody, pyogrio.read_info(source, layer=name)["fields"]))
        ]
        return names, peopled or list(names)

    return _guarded(path, source, look)


def _is_macs_own(name: str) -> bool:
    """Return whether ``name`` is of what macOS adds to an archive."""
    return "__MACOSX/" in name or name.rpartition("/")[2].startswith("._")


def _read(path: Path, source: str, layer: str | None, encoding: str | None) -> Any:
    """Return what GDAL reads of ``layer``, whose texts are in ``encoding`` if that was judged."""
    options = {"force_2d": True, "datetime_as_string": True, "max_features": MOST_FEATURES + 1}

    def read(pyogrio: Any) -> Any:
        return pyogrio.raw.read(source, layer=layer, encoding=encoding, **options)

    return _guarded(path, source, read)


def _guarded(path: Path, source: str, use: Callable[[Any], T]) -> T:
    """Return what ``use`` makes of GDAL, whose errors are told in one line."""
    try:
        import pyogrio
        import pyogrio.raw
    except ModuleNotFoundError as error:
        raise not_installed(error) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what GDAL mends is looked at afterwards
            return use(pyogrio)
    except InputError:
        raise
    except UnicodeDecodeError:
        raise InputError(message("problem-layer-not-utf8", file=path.name)) from None
    except Exception as error:  # GDAL's own errors, and those of its damaged files
        reason = " ".join(str(error).replace(source, path.name).split())[:160]
        raise InputError(message("problem-unreadable", file=path.name, reason=reason)) from None


def _part_of(path: Path, source: str) -> Part:
    """Return what gives the bytes of the parts beside the .shp that GDAL is to open."""
    shape = source.rpartition("}/")[2] if source.startswith("/vsizip/") else ""

    def part(ending: str) -> bytes | None:
        if not source.startswith("/vsizip/"):
            beside = [path.with_suffix(one) for one in (ending, ending.upper())]
            found = next((one for one in beside if path.suffix.lower() == ".shp" and one.is_file()), None)
            return None if found is None else found.read_bytes()[:MOST_BYTES]
        with zipfile.ZipFile(path) as archive:
            wanted = f"{shape.rpartition('.')[0]}{ending}".lower()
            inner = next((name for name in archive.namelist() if name.lower() == wanted), None)
            return None if inner is None else archive.read(inner)

    return part


def _cell(value: object) -> object:
    """Return ``value`` as the file means it: whole numbers that a gap in their column made fractions are whole."""
    if isinstance(value, float):
        if np.isnan(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, np.ndarray | bytes | dict):
        return str(value)
    return value
