"""Tables of districts as read from a file, before anything is made of their columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.city.delimited import Lines
from sim.city.header import (
    LOOKED_AT,
    cell_at,
    filled,
    find_header,
    is_empty,
    labels_of,
    stated_header,
    text_of,
)
from sim.city.mapping import Mapping
from sim.city.numerals import is_missing, is_number
from sim.city.report import Report
from sim.files.errors import InputError, brief, offer
from sim.locale.text import Text, message

_FOOTNOTE = re.compile(
    r"_{3,}|\W*(source|sources|note|notes|quelle|quellen|fuente|fonte|lecture|champ|legend|legende|légende|remark|"
    r"copyright|©|data|stand|anmerkung|last updated|mise à jour|\*|[\da-z]\)\s)",
    re.I,
)
MOST_FEATURES = 20_000
MOST_POINTS = 3_000_000


class Table(NamedTuple):
    """Cells by column; ``rows`` name the lines as the file does ("row 3", "feature 2").

    ``shapes`` (one a row, or None) are boundaries without height, ``crs`` what the file says of them;
    ``header`` the numbers of the lines that name the columns, ``places`` those of the columns,
    ``title`` what stands above them, in a table of text; ``origins`` what its rows are called for single columns,
    where their cells come from others.
    """

    file: str
    columns: tuple[str, ...]
    cells: Dictionary[str, Sequence[object]]
    rows: tuple[str, ...]
    shapes: NDArray[np.object_] | None = None
    crs: str | None = None
    header: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    title: str = ""
    origins: Dictionary[str, Sequence[str]] = MappingProxyType({})

    def select(self, rows: Sequence[int]) -> Table:
        """Return the table of these rows, in this order."""
        cells = {column: [values[row] for row in rows] for column, values in self.cells.items()}
        shapes = None if self.shapes is None else self.shapes[list(rows)]
        origins = {column: [labels[row] for row in rows] for column, labels in self.origins.items()}
        labels = tuple(self.rows[row] for row in rows)
        return self._replace(cells=cells, rows=labels, shapes=shapes, origins=origins)

    def where(self, row: int, column: str) -> Text:
        """Return how a message names one cell."""
        label = self.origins.get(column, self.rows)[row]
        return message("problem-cell", file=self.file, row=row_in_words(label), column=brief(column))

    def require(self, column: str, key: str, mapping: str) -> None:
        """Raise `InputError`, offering the nearest column, where ``column`` is not there.

        ``key`` is the mapping's word for it, if it has one, and ``mapping`` the file to write it into.
        """
        if column not in self.columns:
            offered = offer(column, self.columns)
            shown = {"file": self.file, "column": brief(column), "offer": offered}
            if not key:
                raise InputError(message("problem-no-column", **shown))
            raise InputError(message("problem-no-column-named", mapping=mapping, key=key, **shown))


def table_of(file: str, lines: Lines, mapping: Mapping, mapping_file: str, report: Report) -> Table:
    """Return the table within ``lines``: from the rows that are its header, without what stands around it.

    ``mapping`` may state which rows name the columns. Says in ``report`` which lines were left out. Raises
    `InputError` where there is no header or no row.
    """
    rows = mapping.header
    named = stated_header(lines, rows, file, mapping_file) if rows else find_header(lines, file, mapping_file)
    last, width = named.lines[-1], len(named.names)
    header = tuple(lines.numbers[place] for place in named.lines)
    _note_header(header, named.lines[0], report)
    body = _without_footnotes(lines, last + 1, width, report)
    body, names = _without_second_header(lines, body, named.names, mapping, report)
    body = _without_repeated_header(lines, body, [text_of(cell) for cell in lines.cells[last]], report)
    columns = _distinct([name or f"column {i}" for i, name in enumerate(names, 1)], report)
    kept = [i for i, name in enumerate(names) if name or _any_filled(lines, body, i)]
    labels = tuple(f"row {lines.numbers[line]}" for line in body)
    if body and all(filled(lines.cells[line][width:]) for line in body):
        shown = {"rows": ", ".join(map(str, header)), "first": header[0], "next": header[0] + 1}
        report.problem(message("problem-unnamed-cells", file=file, mapping=mapping_file, **shown))
    else:
        _refuse_surplus(file, lines, body, width, labels, report)
    cells = {columns[i]: [cell_at(lines.cells[line], i) for line in body] for i in kept}
    above = [text_of(cell) for line in lines.cells[: named.lines[0]] for cell in line]
    title, places = " | ".join(filter(None, above)), tuple(i + 1 for i in kept)
    named_so = tuple(columns[i] for i in kept)
    return Table(file, named_so, cells, labels, header=header, places=places, title=title)


def _note_header(header: Sequence[int], above: int, report: Report) -> None:
    if above:
        report.note("reading-lines-above", count=above, line=str(header[0]))
    if len(header) > 1:
        report.note("reading-header-joined", rows=", ".join(map(str, header)))


def _any_filled(lines: Lines, body: Sequence[int], place: int) -> bool:
    return any(not is_empty(cell_at(lines.cells[line], place)) for line in body)


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
    alone = len(body)
    while alone and filled(lines.cells[body[alone - 1]]) == 1:
        alone -= 1
    remark = next((i for i in range(alone, len(body)) if _is_remark(lines, body[i], width)), len(body))
    if dropped := body[remark:]:  # what follows a remark goes on with it
        report.note("reading-lines-below", count=len(dropped), line=str(lines.numbers[dropped[0]]))
    return body[:remark]


def _is_remark(lines: Lines, line: int, width: int) -> bool:
    cells = lines.cells[line]
    alone = filled(cells) == 1 and not is_empty(cells[0]) and width > 1
    text = text_of(cells[0])
    after_blank = line > 0 and lines.numbers[line] - lines.numbers[line - 1] > 1
    return alone and (bool(_FOOTNOTE.match(text)) or len(text) > 60 or after_blank)


def _without_second_header(
    lines: Lines, body: list[int], names: list[str], mapping: Mapping, report: Report
) -> tuple[list[int], list[str]]:
    """Return ``body`` without a line of codes, units or numbers of columns under the header, and the columns' names.

    Labels under codes become the names.
    """
    if len(body) < 2 or len(names) < 2:
        return body, names
    first = [cell_at(lines.cells[body[0]], i) for i in range(len(names))]
    if len(names) > 2 and [text_of(cell).strip("()") for cell in first] == [
        str(i + 1) for i in range(len(names))
    ]:
        report.note("reading-second-header", line=str(lines.numbers[body[0]]))
        return body[1:], names
    if not _names_figures(lines, body, first):
        return body, names
    stated = [column for _, column in mapping.columns.stated]
    labelled = labels_of(names, [text_of(cell) for cell in first], stated)
    told = "reading-second-header" if labelled == names else "reading-labels"
    report.note(told, line=str(lines.numbers[body[0]]))
    return body[1:], labelled


def _names_figures(lines: Lines, body: Sequence[int], first: Sequence[object]) -> bool:
    """Return whether the cells of the ``first`` line of the ``body`` are words where most others are numbers."""
    others = body[1:LOOKED_AT]
    if len(others) < 2:
        return False
    numeric = [
        i
        for i in range(len(first))
        if 2 * sum(is_number(cell_at(lines.cells[line], i)) for line in others) > len(others)
    ]
    texts = [not is_empty(first[i]) and not is_missing(first[i]) for i in numeric]
    telling = len(numeric) > 1 or (
        len(numeric) == 1 and text_of(first[numeric[0]]).startswith(("(", "%", "[", "Estimate"))
    )
    return telling and all(texts) and not any(is_number(first[i]) for i in numeric)


def _without_repeated_header(
    lines: Lines, body: Sequence[int], header: Sequence[str], report: Report
) -> list[int]:
    """Return ``body`` without the lines that say the header again, as on each page of a printed table."""
    again = [
        line
        for line in body
        if [text_of(cell_at(lines.cells[line], i)) for i in range(len(header))] == header
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
        if any(not is_empty(cell) for cell in surplus):
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
