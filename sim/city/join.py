"""A table of figures joined to boundaries, by key or by name; what has no match is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sim.city.numerals import is_missing
from sim.city.report import Report, listed
from sim.city.table import Table, row_in_words
from sim.city.words import fold, likeness_key
from sim.files.errors import InputError, brief, nearest
from sim.locale.text import Text, message

_ARTICLE = re.compile(r"^(.+?)\s*\((l['’]|la|le|les|the|der|die|das|el|los|las|il|lo|i|gli|de|het)\)$", re.I)
_WHOLE = re.compile(r"\d+\.0+")
_ROW_IDS = frozenset(
    {
        "id",
        "fid",
        "gid",
        "objectid",
        "ogc fid",
        "index",
        "no",
        "nr",
        "num",
        "n",
        "row",
        "pk",
        "rank",
        "column 1",
    }
)
"""Names of columns that count rows."""
LEAST_MATCHED = 0.5  # of the boundaries; below, the two files are not about the same districts


MOSTLY = 0.75  # share of different cells of a column that may tell districts apart


class Match(NamedTuple):
    """The pair of columns over which two tables are joined, and the row of the table for each boundary or -1."""

    table_column: str
    boundary_column: str
    rows: tuple[int, ...]

    @property
    def matched(self) -> int:
        """How many boundaries found a row."""
        return sum(row >= 0 for row in self.rows)


def joined(table: Table, boundaries: Table, key: str | None, name: str | None, report: Report) -> Table:
    """Return ``table``'s columns with ``boundaries``' shapes, a row for each boundary that has figures.

    ``key`` and ``name`` are the columns the mapping states. The pair of columns that matches most boundaries
    joins; names are compared without accents, capitals and hyphens. Columns that only the boundaries have are
    kept. Raises `InputError` where under half of the boundaries find their row.
    """
    match = _found(table, boundaries, key, name)
    _ask(table, boundaries, match, key, report)
    without = [row for row, found in enumerate(match.rows) if found < 0]
    kept = [row for row, found in enumerate(match.rows) if found >= 0]
    report.note("reading-joined", table=table.file, column=match.table_column, count=len(kept))
    if without:
        report.note_names("reading-no-figures", [_nearly(boundaries, table, match, row) for row in without])
    used = set(match.rows)
    unused = [row for row in range(len(table.rows)) if row not in used]
    if unused and len(unused) <= len(kept):  # a country's table has more rows than one city's map
        report.note_names("reading-no-boundary", [_called(table, match, row) for row in unused])
    shapes, told = boundaries.select(kept), table.select([match.rows[row] for row in kept])
    added = [column for column in shapes.columns if column not in table.columns]
    cells = {column: shapes.cells[column] for column in added} | dict(told.cells)
    columns = (*table.columns, *added)
    return told._replace(columns=columns, cells=cells, shapes=shapes.shapes, crs=shapes.crs, places=())


def _found(table: Table, boundaries: Table, key: str | None, name: str | None) -> Match:
    """Return the match that joins both; raise `InputError` where under half of the boundaries find their row."""
    match = _best(table, boundaries, key, name)
    if match is None or match.matched < LEAST_MATCHED * len(boundaries.rows):
        match = _best(table, boundaries, key, name, bare=True) or match
    if match is None or match.matched < LEAST_MATCHED * len(boundaries.rows):
        matched = match.matched if match else 0
        shown = {"first": table.file, "second": boundaries.file, "districts": len(boundaries.rows)}
        raise InputError(message("problem-not-joined", matched=matched, **shown))
    return match


def _ask(table: Table, boundaries: Table, match: Match, key: str | None, report: Report) -> None:
    """Ask where rows were only counted on both sides, and where the table says a matched district twice."""
    columns = match.table_column, match.boundary_column
    cells = table.cells[columns[0]], boundaries.cells[columns[1]]
    counted = all(sorted(map(_key, one)) == sorted(map(str, range(1, len(one) + 1))) for one in cells)
    alike = _same(match) or key in columns
    if counted and not alike and {fold(column) for column in columns} & _ROW_IDS:
        shown = {"first": table.file, "second": boundaries.file, "column": brief(columns[0])}
        report.problem(message("problem-joined-by-count", other=brief(columns[1]), **shown))
    wanted, often = {_key(cell) for cell in cells[1]}, Counter(map(_key, cells[0]))
    twice = [
        str(cell) for cell in dict.fromkeys(cells[0]) if often[_key(cell)] > 1 and _key(cell) in wanted - {""}
    ]
    if twice:
        names, column = listed(twice), brief(columns[0])
        report.problem(message("problem-joined-twice", file=table.file, column=column, names=names))


def _called(table: Table, match: Match, row: int) -> str | Text:
    """Return what a row of figures is called: by its key, or by its place where that is empty, as of a total."""
    cell = table.cells[match.table_column][row]
    return row_in_words(table.rows[row]) if not _key(cell) else str(cell)


def _nearly(boundaries: Table, table: Table, match: Match, row: int) -> str:
    """Return the name of a boundary without figures, with the most similar name of the table behind it."""
    name = str(boundaries.cells[match.boundary_column][row])
    close = nearest(name, [str(cell) for cell in table.cells[match.table_column][:2000]])
    return f"{name} ({close}?)" if close and close != name else name


def _best(
    table: Table, boundaries: Table, key: str | None, name: str | None, bare: bool = False
) -> Match | None:
    """Return the match of most boundaries; ``bare``: without words that all names of a column begin or end with."""
    pairs = [
        (left, right)
        for left in _identifying(table, key, name)
        for right in _identifying(boundaries, key, name)
    ]
    matches = [_match(table, boundaries, left, right, bare) for left, right in pairs]
    return max(matches, key=lambda match: (_weight(table, match), _same(match)), default=None)


def _weight(table: Table, match: Match) -> float:
    """Return how many boundaries match, words counting a quarter more: numbers from 1 on match anything."""
    words = any(not _key(cell).isdigit() for cell in table.cells[match.table_column][:50] if _key(cell))
    return match.matched * (1.25 if words else 1.0)


def _same(match: Match) -> bool:
    return match.table_column.lower() == match.boundary_column.lower()


def _identifying(table: Table, key: str | None, name: str | None) -> list[str]:
    """Return the columns that may tell the districts apart: those stated, else all whose cells hardly repeat."""
    stated = [column for column in (key, name) if column in table.columns]
    if stated:
        return [str(column) for column in stated]
    return [column for column in table.columns if _hardly_repeats(table.cells[column])][:30]


def _hardly_repeats(cells: Sequence[object]) -> bool:
    filled = [cell for cell in cells if not is_missing(cell) and not isinstance(cell, float)]
    return bool(filled) and len({str(cell) for cell in filled}) >= MOSTLY * len(filled)


def _match(table: Table, boundaries: Table, left: str, right: str, bare: bool) -> Match:
    keys = _keys(table.cells[left], bare)
    often = Counter(keys)
    places = {key: row for row, key in enumerate(keys) if key and often[key] == 1}
    wanted = _keys(boundaries.cells[right], bare)
    again = Counter(wanted)
    rows = tuple(places.get(key, -1) if again[key] == 1 else -1 for key in wanted)
    return Match(left, right, rows)


def _keys(cells: Sequence[object], bare: bool) -> list[str]:
    """Return the keys of ``cells``; ``bare``: without the words that all of them begin or end with, such as "Ward"."""
    if not bare:
        return [_key(cell) for cell in cells]
    names = [fold(str(cell)).split() for cell in cells]
    filled = [name for name in names if name]
    first, last = (len(filled) > 1 and len({name[end] for name in filled}) == 1 for end in (0, -1))
    shorter = [name[first : len(name) - last] for name in names]
    return [_key(" ".join(short or name)) for short, name in zip(shorter, names, strict=True)]


def _key(cell: object) -> str:
    """Return what two spellings share; whole numbers without the zeros that spreadsheets drop in front."""
    if cell is None or cell != cell:  # a letter that suppresses a figure may well be a district's name
        return ""
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
    if _WHOLE.fullmatch(text):
        text = text.partition(".")[0]
    if text.isascii() and text.isdigit():
        return text.lstrip("0") or "0"
    return likeness_key(_in_order(text))


def _in_order(name: str) -> str:
    """Return ``name`` as it is spoken where it stands as in a register: "Hague, The", "Ulis (Les)"."""
    if article := _ARTICLE.match(name):
        return f"{article[2]} {article[1]}"
    first, comma, last = name.partition(", ")
    return f"{last} {first}" if comma and "," not in last else name
