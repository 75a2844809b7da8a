"""A sheet of an Excel workbook to lines of cells, read as a stream within stated bounds."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sim.city.cell_formats import shown
from sim.city.delimited import MOST_CELLS, MOST_COLUMNS, MOST_LINES, Lines
from sim.files.errors import InputError, unknown
from sim.locale.text import message

T = TypeVar("T")
MOST_BYTES = 25_000_000  # of the workbook unpacked
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_UNRECKONED = re.compile(
    rb'<(?:\w+:)?c\b[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
FORMULA = "="
"""Stands in a cell with a formula whose value is not saved."""
_NUMBER = re.compile(rb'\b(r|min|max)="(\d{1,7})"')


class Page(NamedTuple):
    """The ``lines`` of one sheet, and the numbers of the rows and of the columns (from 1 on) that it hides.

    ``formatted`` are the columns with numbers that the workbook shows as others: .23 as 23 %.
    """

    lines: Lines
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    formatted: frozenset[int]


def sheets_of(path: Path, most: int) -> tuple[dict[str, Lines], tuple[str, ...]]:
    """Return the first ``most`` lines of each visible sheet of the workbook at ``path``, and the names of all sheets.

    Of a workbook without a visible one, of all. Raises `InputError` for what is no workbook or is too large.
    """

    def first_lines(book: Any) -> tuple[dict[str, Lines], tuple[str, ...]]:
        pages = book.worksheets
        seen = [page for page in pages if page.sheet_state == "visible"] or pages
        return {page.title: _lines_of(path.name, page, most)[0] for page in seen}, tuple(
            p.title for p in pages
        )

    return _opened(path, first_lines)


def read_sheet(path: Path, sheet: str) -> Page:
    """Return the sheet of that name; raise `InputError` where there is none or it is too large."""

    def whole(book: Any) -> Page:
        names = [page.title for page in book.worksheets]
        if sheet not in names:
            raise unknown(message("problem-sheet-of", file=path.name), sheet, names)
        lines, formatted = _lines_of(path.name, book[sheet], None)
        inner = book.worksheets[names.index(sheet)]._worksheet_path.lstrip("/")
        with zipfile.ZipFile(path) as archive:
            text = archive.read(inner)
        return Page(_with_formulas(lines, text), *_hidden(text), formatted)

    return _opened(path, whole)


def _opened(path: Path, use: Callable[[Any], T]) -> T:
    check_unpacked(path, MOST_BYTES)
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            return use(book)
        finally:
            book.close()
    except InputError:
        raise
    except Exception as error:  # whatever the library raises for a damaged workbook
        raise InputError(message("problem-workbook", file=path.name, reason=type(error).__name__)) from None


def _lines_of(file: str, page: Any, most: int | None) -> tuple[Lines, frozenset[int]]:
    page.reset_dimensions()  # what a workbook says of its size is often all columns there can be
    return _lines(file, islice(page.iter_rows(), most))


def _with_formulas(lines: Lines, text: bytes) -> Lines:
    """Return ``lines`` with `FORMULA` in the cells whose formula no program has reckoned yet."""
    places = {(int(row), _number(column)) for column, row in _UNRECKONED.findall(text)}
    if not places:
        return lines
    known = dict(zip(lines.numbers, map(list, lines.cells), strict=True))
    for row, column in places:
        cells = known.setdefault(row, [])
        cells += [None] * (column - len(cells))
        cells[column - 1] = FORMULA
    numbers = tuple(sorted(known))
    return Lines(numbers, tuple(tuple(known[number]) for number in numbers))


def _number(letters: bytes) -> int:
    """Return the number of the column that a spreadsheet calls by ``letters``, at most `MOST_COLUMNS`."""
    found = 0
    for letter in letters:
        found = 26 * found + letter - ord("A") + 1
    return min(found, MOST_COLUMNS)


def _hidden(text: bytes) -> tuple[frozenset[int], frozenset[int]]:
    """Return the hidden rows and columns of a sheet, which the library does not tell of what it reads as a stream."""
    rows = (dict(_NUMBER.findall(one[1])) for one in _ROW.finditer(text) if _HIDDEN.search(one[1]))
    spans = (dict(_NUMBER.findall(one[1])) for one in _COLUMN.finditer(text) if _HIDDEN.search(one[1]))
    columns = {
        column
        for span in spans
        for column in range(int(span.get(b"min", 1)), min(int(span.get(b"max", 0)), MOST_COLUMNS) + 1)
    }
    return frozenset(int(row[b"r"]) for row in rows if b"r" in row), frozenset(columns)


def _lines(file: str, rows: Iterator[tuple[Any, ...]]) -> tuple[Lines, frozenset[int]]:
    """Return the lines of a sheet as they are shown, and the columns in which that is not what is stored."""
    numbers, lines, cells = [], [], 0
    formatted: set[int] = set()
    for number, row in enumerate(rows, 1):
        filled = max((i for i, cell in enumerate(row, 1) if cell.value is not None), default=0)
        cells += len(row)
        if number > MOST_LINES or filled > MOST_COLUMNS or cells > MOST_CELLS:
            most = {"rows": MOST_LINES, "columns": MOST_COLUMNS, "cells": MOST_CELLS}
            raise InputError(message("problem-large-sheet", file=file, **most))
        if filled:
            numbers.append(number)
            seen = [shown(cell) for cell in row[:filled]]
            lines.append(tuple(value for value, _ in seen))
            formatted |= {i for i, (_, other) in enumerate(seen, 1) if other}
    return Lines(tuple(numbers), tuple(lines)), frozenset(formatted)


def check_unpacked(path: Path, most_bytes: int) -> tuple[str, ...]:
    """Return the names within the archive at ``path``; raise `InputError` if it would unpack too large."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile):
        raise InputError(message("problem-archive", file=path.name)) from None
    size = sum(entry.file_size for entry in entries)
    if size > most_bytes:
        shown = {"size": f"{size / 1e6:.0f}", "most": str(most_bytes // 1_000_000)}
        raise InputError(message("problem-unpacks", file=path.name, **shown))
    return tuple(entry.filename for entry in entries)
