"""A sheet of an Excel workbook to lines of cells, read as a stream within stated bounds."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sim.city.delimited import MOST_CELLS, MOST_COLUMNS, MOST_LINES, Lines
from sim.files.errors import InputError, unknown

MOST_BYTES = 25_000_000  # of the workbook unpacked


def read_sheet(path: Path, sheet: str | None) -> tuple[Lines, str | None, tuple[str, ...]]:
    """Return the lines of ``sheet``, else of the first one that holds a table, its name, and those of all sheets.

    Raises `InputError` for what is no workbook, lacks the sheet or is too large.
    """
    check_unpacked(path, MOST_BYTES)
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        names = tuple(book.sheetnames)
        if sheet is not None and sheet not in names:
            raise unknown(f"sheet of {path.name}", sheet, names)
        for name in (sheet,) if sheet is not None else names:
            page = book[name]
            page.reset_dimensions()  # what a workbook says of its size is often all columns there can be
            lines = _lines(path.name, page.iter_rows(values_only=True))
            if len(lines.cells) > 1 and max(map(len, lines.cells)) > 1:
                return lines, name, names
        return Lines((), ()), None, names
    except InputError:
        raise
    except Exception as error:  # whatever the library raises for a damaged workbook
        raise InputError(f"{path.name}: not a sound .xlsx workbook ({type(error).__name__})") from None


def _lines(file: str, rows: Iterator[tuple[Any, ...]]) -> Lines:
    numbers, lines, cells = [], [], 0
    for number, row in enumerate(rows, 1):
        filled = max((i for i, cell in enumerate(row, 1) if cell is not None), default=0)
        cells += len(row)
        if number > MOST_LINES or filled > MOST_COLUMNS or cells > MOST_CELLS:
            raise InputError(
                f"{file}: a sheet of more than {MOST_LINES} rows, {MOST_COLUMNS} columns or {MOST_CELLS} cells; "
                "keep the rows of one city"
            )
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
        raise InputError(f"{path.name}: not a sound archive") from None
    size = sum(entry.file_size for entry in entries)
    if size > most_bytes:
        raise InputError(f"{path.name}: unpacks to {size / 1e6:.0f} MB; at most {most_bytes // 1_000_000} MB")
    return tuple(entry.filename for entry in entries)
