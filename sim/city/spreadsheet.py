"""A sheet of an Excel workbook to lines of cells, read as a stream within stated bounds."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sim.city.delimited import MOST_CELLS, MOST_COLUMNS, MOST_LINES, Lines
from sim.files.errors import InputError, unknown
from sim.locale.text import message

MOST_BYTES = 25_000_000  # of the workbook unpacked


def read_sheet(path: Path, sheet: str | None) -> tuple[Lines, str | None, tuple[str, ...]]:
    """Return the lines of ``sheet``, else of the first visible one that holds a table, its name, and those of all.

    Raises `InputError` for what is no workbook, lacks the sheet or is too large.
    """
    check_unpacked(path, MOST_BYTES)
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        names = tuple(book.sheetnames)
        if sheet is not None and sheet not in names:
            raise unknown(message("problem-sheet-of", file=path.name), sheet, names)
        visible = tuple(name for name in names if book[name].sheet_state == "visible")
        for name in (sheet,) if sheet is not None else visible or names:
            page = book[name]
            page.reset_dimensions()  # what a workbook says of its size is often all columns there can be
            lines = _lines(path.name, page.iter_rows(values_only=True))
            if len(lines.cells) > 1 and max(map(len, lines.cells)) > 1:
                return lines, name, names
        return Lines((), ()), None, names
    except InputError:
        raise
    except Exception as error:  # whatever the library raises for a damaged workbook
        raise InputError(message("problem-workbook", file=path.name, reason=type(error).__name__)) from None


def _lines(file: str, rows: Iterator[tuple[Any, ...]]) -> Lines:
    numbers, lines, cells = [], [], 0
    for number, row in enumerate(rows, 1):
        filled = max((i for i, cell in enumerate(row, 1) if cell is not None), default=0)
        cells += len(row)
        if number > MOST_LINES or filled > MOST_COLUMNS or cells > MOST_CELLS:
            most = {"rows": MOST_LINES, "columns": MOST_COLUMNS, "cells": MOST_CELLS}
            raise InputError(message("problem-large-sheet", file=file, **most))
        if filled:
            numbers.append(number)
            lines.append(tuple(_cell(cell) for cell in row[:filled]))
    return Lines(tuple(numbers), tuple(lines))


def _cell(value: object) -> object:
    """Return ``value`` as text, number or nothing; dates become text."""
    return value if value is None or isinstance(value, str | int | float) else str(value)


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
