"""Tables of districts as read from a file, before anything is made of their columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.city.delimited import Lines
from sim.city.numerals import is_missing, is_number
from sim.city.report import Report
from sim.files.errors import InputError, brief, offer
from sim.locale.text import Text, message

_FOOTNOTE = re.compile(
    r"\W*(source|sources|note|notes|quelle|quellen|fuente|fonte|lecture|champ|legend|legende|légende|remark|"
    r"copyright|©|data|stand|anmerkung|last updated|mise à jour|\*|[\da-z]\)\s)",
    re.I,
)
MOST_FEATURES = 20_000
MOST_POINTS = 3_000_000
MOST_OFFERED = 20  # columns named where none is like the one sought
_LOOKED_AT = 60  # lines among which the header is sought


class Table(NamedTuple):
    """Cells by column; ``rows`` name the lines as the file does ("row 3", "feature 2").

    ``shapes`` (one a row, or None) are boundaries without height, ``crs`` what the file says of them.
    """

    file: str
    columns: tuple[str, ...]
    cells: Mapping[str, Sequence[object]]
    rows: tuple[str, ...]
    shapes: NDArray[np.object_] | None = None
    crs: str | None = None

    def select(self, rows: Sequence[int]) -> Table:
        """Return the table of these rows, in this order."""
        cells = {column: [values[row] for row in rows] for column, values in self.cells.items()}
        shapes = None if self.shapes is None else self.shapes[list(rows)]
        return self._replace(cells=cells, rows=tuple(self.rows[row] for row in rows), shapes=shapes)

    def where(self, row: int, column: str) -> Text:
        """Return how a message names one cell."""
        return message("problem-cell", file=self.file, row=row_in_words(self.rows[row]), column=brief(column))

    def require(self, column: str, key: str, mapping: str) -> None:
        """Raise `InputError`, offering the nearest column, where ``column`` is not there.

        ``key`` is the mapping's word for it, if it has one, and ``mapping`` the file to write it into.
        """
        if column not in self.columns:
            offered = offer(column, self.columns, MOST_OFFERED)
            shown = {"file": self.file, "column": brief(column), "offer": offered}
            if not key:
                raise InputError(message("problem-no-column", **shown))
            raise InputError(message("problem-no-column-named", mapping=mapping, key=key, **shown))


def table_of(file: str, lines: Lines, report: Report) -> Table:
    """Return the table within ``lines``: from the first line that is a header, without what stands around it.

    Says in ``report`` which lines were left out. Raises `InputError` where there is no header or no row.
    """
    start, width = _header(lines)
    if start:
        report.note("reading-lines-above", count=start, line=str(lines.numbers[start]))
    header = [_text(cell) for cell in _padded(lines.cells[start], width)]
    columns = _distinct([name or f"column {i}" for i, name in enumerate(header, 1)], report)
    body = _without_footnotes(lines, start + 1, width, report)
    body = _without_second_header(lines, body, width, report)
    body = _without_repeated_header(lines, body, header, report)
    filled = [i for i, name in enumerate(header) if name or _any_filled(lines, body, i)]
    rows = tuple(f"row {lines.numbers[line]}" for line in body)
    _refuse_surplus(file, lines, body, width, rows, report)
    cells = {columns[i]: [_cell(lines.cells[line], i) for line in body] for i in filled}
    return Table(file, tuple(columns[i] for i in filled), cells, rows)


def _header(lines: Lines) -> tuple[int, int]:
    """Return the line that names the columns and how many it names: the first wide line without numbers."""
    widths = Counter(_filled(cells) for cells in lines.cells)
    several = {width: number for width, number in widths.items() if width > 1}
    usual = max(several, key=lambda width: (several[width], width)) if several else 1
    for start, cells in enumerate(lines.cells[:_LOOKED_AT]):
        named = [cell for cell in cells if not _empty(cell)]
        wide_enough = 2 * len(named) > usual and (len(named) > 1 or usual == 1)
        if wide_enough and sum(_is_figure(cell) for cell in named) * 2 < len(named):
            return start, max((i for i, cell in enumerate(cells, 1) if not _empty(cell)), default=1)
    return 0, max((i for i, cell in enumerate(lines.cells[0], 1) if not _empty(cell)), default=1)


def _is_figure(cell: object) -> bool:
    """Return whether ``cell`` is a number other than a year, which may well head a column."""
    return is_number(cell) and not re.fullmatch(r"(18|19|20)\d\d", str(cell).strip())


def _filled(cells: Sequence[object]) -> int:
    return sum(not _empty(cell) for cell in cells)


def _empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _padded(cells: Sequence[object], width: int) -> Sequence[object]:
    return [*cells[:width], *[None] * (width - len(cells))]


def _text(cell: object) -> str:
    return "" if cell is None else " ".join(str(cell).split())


def _cell(cells: Sequence[object], place: int) -> object:
    return cells[place] if place < len(cells) else None


def _any_filled(lines: Lines, body: Sequence[int], place: int) -> bool:
    return any(not _empty(_cell(lines.cells[line], place)) for line in body)


def _distinct(names: list[str], report: Report) -> list[str]:
    """Return ``names`` with a number behind each that stood before."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    if twice := [name for name, number in seen.items() if number > 1]:
        report.note_names("reading-columns-twice", twice)
    return found


def _without_footnotes(lines: Lines, first: int, width: int, report: Report) -> list[int]:
    """Return the lines from ``first`` on without the remarks that stand alone in a line at the end."""
    body = list(range(first, len(lines.cells)))
    dropped: list[int] = []
    while body and _is_remark(lines, body[-1], width):
        dropped.append(body.pop())
    if dropped:
        report.note("reading-lines-below", count=len(dropped), line=str(lines.numbers[dropped[-1]]))
    return body


def _is_remark(lines: Lines, line: int, width: int) -> bool:
    cells = lines.cells[line]
    alone = _filled(cells) == 1 and not _empty(cells[0]) and width > 1
    text = _text(cells[0])
    after_blank = line > 0 and lines.numbers[line] - lines.numbers[line - 1] > 1
    return alone and (bool(_FOOTNOTE.match(text)) or len(text) > 60 or after_blank)


def _without_second_header(lines: Lines, body: list[int], width: int, report: Report) -> list[int]:
    """Return ``body`` without a line of codes or units under the header, where all other lines hold numbers."""
    if len(body) < 3 or width < 2:
        return body
    others = body[1:_LOOKED_AT]
    numeric = [
        i
        for i in range(width)
        if 2 * sum(is_number(_cell(lines.cells[line], i)) for line in others) > len(others)
    ]
    first = lines.cells[body[0]]
    texts = [not _empty(_cell(first, i)) and not is_missing(_cell(first, i)) for i in numeric]
    telling = len(numeric) > 1 or (
        len(numeric) == 1 and _text(_cell(first, numeric[0])).startswith(("(", "%", "["))
    )
    if telling and all(texts) and not any(is_number(_cell(first, i)) for i in numeric):
        report.note("reading-second-header", line=str(lines.numbers[body[0]]))
        return body[1:]
    return body


def _without_repeated_header(
    lines: Lines, body: Sequence[int], header: Sequence[str], report: Report
) -> list[int]:
    """Return ``body`` without the lines that say the header again, as on each page of a printed table."""
    again = [
        line for line in body if [_text(cell) for cell in _padded(lines.cells[line], len(header))] == header
    ]
    if not again:
        return list(body)
    report.note("reading-header-again", lines=", ".join(str(lines.numbers[line]) for line in again[:8]))
    return [line for line in body if line not in set(again)]


def _refuse_surplus(
    file: str, lines: Lines, body: Sequence[int], width: int, rows: tuple[str, ...], report: Report
) -> None:
    """Report rows with more cells than columns: an unquoted comma within a number or a name shifts the rest."""
    trailing = 0
    for row, line in zip(rows, body, strict=True):
        surplus = lines.cells[line][width:]
        if any(not _empty(cell) for cell in surplus):
            report.problem(message("problem-surplus", **_found_in(file, row, lines, line, width)))
        trailing += bool(surplus)
        if len(lines.cells[line]) < width and lines.separator is not None:
            report.problem(message("problem-short", **_found_in(file, row, lines, line, width)))
    if trailing:
        report.note("reading-trailing", count=trailing)


def _found_in(file: str, row: str, lines: Lines, line: int, width: int) -> dict[str, object]:
    return {"file": file, "row": row_in_words(row), "cells": len(lines.cells[line]), "columns": width}


def row_in_words(row: str) -> Text:
    """Return what a row of a `Table` is called, in words of every language."""
    kind, _, number = row.partition(" ")
    return message("problem-row" if kind == "row" else "problem-feature", number=number)


def as_name(cell: object) -> str:
    """Return what ``cell`` calls a district, "" where it says nothing; whole numbers without their decimals."""
    known = isinstance(cell, str | int | float) and not isinstance(cell, bool)
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    return " ".join(text.split()) if known and not (isinstance(cell, float) and np.isnan(cell)) else ""
