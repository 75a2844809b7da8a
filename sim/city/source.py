"""The files a city lies in: which readers they need, and the companion that holds figures or boundaries."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from sim.city.delimited import Lines, split
from sim.city.encoding import Decoded, decode
from sim.city.geojson import read_geojson
from sim.city.join import joined
from sim.city.known_words import words_beyond_ascii
from sim.city.layers import MOST_BYTES as MOST_LAYER_BYTES
from sim.city.layers import read_layer
from sim.city.long_form import LongForm, one_row_each, refuse_unknown_slices
from sim.city.mapping import Mapping
from sim.city.report import Report
from sim.city.sheets import choose_sheet, note_formats, note_hidden
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
UNSURE_LETTERS = "problem-encoding-unsure"
MOST_BYTES = 12_000_000  # of a table: 10,000 districts with a hundred figures each


class Source(NamedTuple):
    """One table with what its file was read as: ``encoding``, ``separator``, which of the ``sheets`` of a workbook
    and of the ``layers`` of a file of boundaries, and the name of the ``companion`` joined to it.

    ``unsure`` are the guesses that its user has to make (encoding, sheet, layer, only); ``readings`` are the encodings
    that the file may be in, each with a word of the file as it reads there; ``forms`` how each file came to have one
    row for each district.
    """

    table: Table
    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    layer: str | None = None
    layers: tuple[str, ...] = ()
    companion: str | None = None
    unsure: frozenset[str] = frozenset()
    readings: tuple[tuple[str, str], ...] = ()
    forms: tuple[LongForm, ...] = ()


def read_source(path: Path, mapping: Mapping, figures: Path | None, report: Report) -> Source:
    """Return the districts of the file at ``path``, joined to the ``figures`` or to the file beside it if any.

    The companion is ``figures``, else the one the mapping names (``table``), else a file of the same stem of the
    other kind. Raises `InputError` for what cannot be read.
    """
    mapping_file = _mapping_file(path)
    companion = _companion(path, mapping, figures)
    if companion is None:
        first = read_alone(path, mapping, report, mapping_file)
        refuse_unknown_slices(first.forms, mapping, mapping_file)
        return first
    first, second = _read_both((path, companion), mapping, report, mapping_file)
    table, boundaries = (first, second) if first.table.shapes is None else (second, first)
    if boundaries.table.shapes is None or table.table.shapes is not None:
        raise InputError(message("problem-one-of-each", first=path.name, second=companion.name))
    forms = (*table.forms, *boundaries.forms)
    refuse_unknown_slices(forms, mapping, mapping_file)
    columns = mapping.columns
    whole = joined(table.table, boundaries.table, columns.key, columns.name, report)
    layer, layers = boundaries.layer, boundaries.layers
    found = table._replace(table=whole, companion=companion.name, layer=layer, layers=layers, forms=forms)
    unsure = table.unsure | boundaries.unsure
    if "encoding" in boundaries.unsure - table.unsure or table.encoding is None:
        found = found._replace(encoding=boundaries.encoding, readings=boundaries.readings)
    return found._replace(unsure=unsure)


def _read_both(
    paths: tuple[Path, Path], mapping: Mapping, report: Report, mapping_file: str
) -> tuple[Source, Source]:
    """Return both files; names of the one whose letters are sure tell what those of the other are."""
    reports, known = [Report(), Report()], [frozenset[str](), frozenset[str]()]

    def source(place: int) -> Source:
        reports[place] = Report()
        return read_alone(paths[place], mapping, reports[place], mapping_file, known[place])

    try:
        found = [source(0), source(1)]
        for place, other in ((0, 1), (1, 0)):
            if "encoding" in found[place].unsure and "encoding" not in found[other].unsure:
                cells = found[other].table.cells.values()
                known[place] = words_beyond_ascii(cell for column in cells for cell in column)
                found[place] = source(place)
    finally:
        for one in reports:
            report.add(one)
    return found[0], found[1]


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


def read_alone(
    path: Path, mapping: Mapping, report: Report, mapping_file: str = "", known: frozenset[str] = frozenset()
) -> Source:
    """Return the table in the file at ``path`` with one row for each district, whatever may be joined to it.

    ``mapping_file`` is where messages say that something can be said, else the one of the same stem; ``known`` are
    words beyond ASCII of a file about the same districts.
    """
    said = mapping_file or _mapping_file(path)
    source = _as_written(_File(path, mapping, said, report, known))
    table, form = one_row_each(source.table, mapping, said, report)
    unsure = source.unsure | ({"only"} if form.unsure else frozenset())
    return source._replace(table=table, forms=(form,), unsure=unsure)


def _as_written(file: _File) -> Source:
    ending = file.path.suffix.lower()
    if ending in JSON:
        return file.json()
    if ending in LAYERS:
        return file.layer()
    if ending == ".xlsx":
        return file.sheet()
    if ending in TABLES:
        return file.text()
    raise InputError(message("problem-ending", file=str(file.path), endings=", ".join(SUFFIXES)))


def _mapping_file(path: Path) -> str:
    return f"{path.stem}.toml"


class _File(NamedTuple):
    """One file, and what is said of it."""

    path: Path
    mapping: Mapping
    mapping_file: str
    report: Report
    known: frozenset[str]

    def json(self) -> Source:
        data = read_bytes(self.path, MOST_LAYER_BYTES)
        if _TOPOLOGY.search(data):
            return self.layer()
        decoded = decode(data, self.path.name, self.mapping.encoding, self.known)
        del data  # as large as the text
        if not decoded.text.strip("\ufeff \t\r\n"):
            raise InputError(message("problem-empty", file=str(self.path)))
        self.tell_encoding(decoded)
        table = read_geojson(self.path.name, decoded.text.lstrip("\ufeff"))
        return Source(table, decoded.encoding, unsure=_unsure(decoded), readings=decoded.readings)

    def layer(self) -> Source:
        found = read_layer(self.path, self.mapping, self.mapping_file, self.report, self.known)
        unsure = frozenset({"layer"} if found.unsure else ())
        source = Source(found.table, layer=found.layer, layers=found.layers, unsure=unsure)
        if found.decoded is None:
            return source
        self.tell_encoding(found.decoded)
        encoding, readings = found.decoded.encoding, found.decoded.readings
        return source._replace(unsure=unsure | _unsure(found.decoded), encoding=encoding, readings=readings)

    def text(self) -> Source:
        data = read_bytes(self.path, MOST_BYTES)
        decoded = decode(data, self.path.name, self.mapping.encoding, self.known)
        text = decoded.text
        if not text.strip("\ufeff \t\r\n,;"):
            raise InputError(message("problem-empty", file=str(self.path)))
        if text.lstrip("\ufeff \t\r\n").startswith("<"):
            raise InputError(message("problem-web-page", file=self.path.name))
        self.tell_encoding(decoded)
        lines = split(text, self.path.name, self.mapping.separator)
        table = self.table(lines)
        return Source(
            table, decoded.encoding, lines.separator, unsure=_unsure(decoded), readings=decoded.readings
        )

    def sheet(self) -> Source:
        require_file(self.path, MOST_BYTES)
        chosen = choose_sheet(self.path, self.mapping, self.mapping_file, self.report)
        page = read_sheet(self.path, chosen.name)
        table = self.table(page.lines)
        note_hidden(page, table, self.mapping_file, self.report)
        note_formats(page, table, self.report)
        unsure = frozenset({"sheet"} if chosen.unsure else ())
        return Source(table, sheet=chosen.name, sheets=chosen.names, unsure=unsure)

    def table(self, lines: Lines) -> Table:
        return table_of(self.path.name, lines, self.mapping, self.mapping_file, self.report)

    def tell_encoding(self, decoded: Decoded) -> None:
        """Say in what the file was read unless that is UTF-8; where it is unsure, that is for its user to say."""
        file = self.path.name
        if decoded.doubts:
            readings = ", ".join(f"{word} ({encoding})" for encoding, word in decoded.doubts)
            shown = {"readings": readings, "encoding": decoded.doubts[0][0], "mapping": self.mapping_file}
            self.report.problem(message(UNSURE_LETTERS, file=file, **shown))
        elif not decoded.encoding.startswith("utf-8"):
            self.report.note("reading-encoding", encoding=decoded.encoding)


def _unsure(decoded: Decoded) -> frozenset[str]:
    return frozenset({"encoding"} if decoded.doubts else ())
