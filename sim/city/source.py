"""The files a city lies in: which readers they need, and the companion that holds figures or boundaries."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from sim.city.delimited import split
from sim.city.encoding import Decoded, decode
from sim.city.geojson import read_geojson
from sim.city.join import joined
from sim.city.layers import MOST_BYTES as MOST_LAYER_BYTES
from sim.city.layers import read_layer
from sim.city.mapping import Mapping
from sim.city.report import Report
from sim.city.spreadsheet import read_sheet
from sim.city.table import Table, table_of
from sim.files.errors import InputError, brief
from sim.files.text import read_bytes, require_file
from sim.locale.text import message

TABLES = (".csv", ".tsv", ".txt", ".xlsx")
JSON = (".geojson", ".json", ".topojson")
LAYERS = (*JSON, ".gpkg", ".zip", ".shp")
SUFFIXES = (*LAYERS, *TABLES)
_TOPOLOGY = re.compile(rb'"type"\s*:\s*"Topology"')
MOST_BYTES = 12_000_000  # of a table: 10,000 districts with a hundred figures each


class Source(NamedTuple):
    """One table with what its file was read as: ``encoding``, ``separator``, which of the ``sheets`` of a workbook
    and of the ``layers`` of a file of boundaries, and the name of the ``companion`` joined to it.
    """

    table: Table
    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    layer: str | None = None
    layers: tuple[str, ...] = ()
    companion: str | None = None
    unsure: bool = False  # of the encoding


def read_source(path: Path, mapping: Mapping, figures: Path | None, report: Report) -> Source:
    """Return the districts of the file at ``path``, joined to the ``figures`` or to the file beside it if any.

    The companion is ``figures``, else the one the mapping names (``table``), else a file of the same stem of the
    other kind. Raises `InputError` for what cannot be read.
    """
    first = read_alone(path, mapping, report)
    companion = _companion(path, mapping, figures)
    if companion is None:
        return first
    second = read_alone(companion, mapping, report)
    table, boundaries = (first, second) if first.table.shapes is None else (second, first)
    if boundaries.table.shapes is None or table.table.shapes is not None:
        raise InputError(message("problem-one-of-each", first=path.name, second=companion.name))
    columns = mapping.columns
    whole = joined(table.table, boundaries.table, columns.key, columns.name, report)
    return table._replace(
        table=whole, companion=companion.name, layer=boundaries.layer, layers=boundaries.layers
    )


def _companion(path: Path, mapping: Mapping, figures: Path | None) -> Path | None:
    if figures is not None:
        return figures
    if mapping.table is not None:
        if Path(mapping.table).name != mapping.table:
            shown = {"mapping": f"{path.stem}.toml", "table": brief(mapping.table)}
            raise InputError(message("problem-same-folder", **shown))
        return path.with_name(mapping.table)
    others = TABLES if path.suffix.lower() in LAYERS else LAYERS
    beside = (path.with_suffix(ending) for ending in others if ending != ".txt")
    return next((one for one in beside if one.is_file()), None)


def read_alone(path: Path, mapping: Mapping, report: Report) -> Source:
    """Return the table in the file at ``path``, whatever may be joined to it."""
    ending = path.suffix.lower()
    if ending in JSON:
        return _json(path, mapping, report)
    if ending in LAYERS:
        return _layer(path, mapping, report)
    if ending == ".xlsx":
        return _sheet(path, mapping, report)
    if ending in TABLES:
        return _text(path, mapping, report)
    raise InputError(message("problem-ending", file=str(path), endings=", ".join(SUFFIXES)))


def _json(path: Path, mapping: Mapping, report: Report) -> Source:
    data = read_bytes(path, MOST_LAYER_BYTES)
    if _TOPOLOGY.search(data):
        return _layer(path, mapping, report)
    decoded = decode(data, path.name, mapping.encoding)
    text, encoding = decoded.text, decoded.encoding
    del data  # as large as the text
    if not text.strip("\ufeff \t\r\n"):
        raise InputError(message("problem-empty", file=str(path)))
    _tell_encoding(decoded, path, report)
    return Source(
        read_geojson(path.name, text.lstrip("\ufeff")), encoding=encoding, unsure=bool(decoded.doubts)
    )


def _tell_encoding(decoded: Decoded, path: Path, report: Report) -> None:
    """Say in what ``path`` was read unless that is UTF-8; where it is unsure, that is for its user to say."""
    if decoded.doubts:
        readings = ", ".join(f"{encoding} ({word})" for encoding, word in decoded.doubts)
        shown = {"readings": readings, "encoding": decoded.encoding, "mapping": f"{path.stem}.toml"}
        report.problem(message("problem-encoding-unsure", file=path.name, **shown))
    elif not decoded.encoding.startswith("utf-8"):
        report.note("reading-encoding", encoding=decoded.encoding)


def _layer(path: Path, mapping: Mapping, report: Report) -> Source:
    table, used, layers = read_layer(path, mapping.layer, report)
    return Source(table, layer=used, layers=layers)


def _text(path: Path, mapping: Mapping, report: Report) -> Source:
    decoded = decode(read_bytes(path, MOST_BYTES), path.name, mapping.encoding)
    text, encoding = decoded.text, decoded.encoding
    if not text.strip("\ufeff \t\r\n,;"):
        raise InputError(message("problem-empty", file=str(path)))
    _tell_encoding(decoded, path, report)
    lines = split(text, path.name, mapping.separator)
    table = table_of(path.name, lines, report)
    return Source(table, encoding, lines.separator, unsure=bool(decoded.doubts))


def _sheet(path: Path, mapping: Mapping, report: Report) -> Source:
    require_file(path, MOST_BYTES)
    lines, used, sheets = read_sheet(path, mapping.sheet)
    if not lines.cells:
        raise InputError(message("problem-no-sheet", file=path.name, sheets=", ".join(sheets)[:100]))
    return Source(table_of(path.name, lines, report), sheet=used, sheets=sheets)
