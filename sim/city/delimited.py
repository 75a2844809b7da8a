"""Separated text to lines of cells: the separator is the one that cuts all lines into equally many cells."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from sim.files.errors import InputError
from sim.locale.text import Text, message

SEPARATORS = (",", ";", "\t", "|")
MOST_LINES = 60_000  # a country's municipalities; more are refused before they are kept
MOST_COLUMNS = 2_000
MOST_CELLS = 1_500_000
_TRIED = 400  # lines that decide the separator
_DECLARED = re.compile(r"sep=(.)\r?\n")
LONGEST_CELL = 1_000_000  # characters
csv.field_size_limit(LONGEST_CELL)


class Lines(NamedTuple):
    """Cells line by line, with the number each line has in the file; blank lines are left out."""

    numbers: tuple[int, ...]
    cells: tuple[tuple[object, ...], ...]
    separator: str | None = None


def split(text: str, file: str, separator: str | None = None) -> Lines:
    """Return the lines of ``text``, cut at ``separator`` or at the one that fits best.

    Raises `InputError` for a table that is broken or larger than `MOST_LINES` by `MOST_COLUMNS`.
    """
    skipped = 0
    if declared := _DECLARED.match(text):  # Excel's way of saying it
        separator, text, skipped = separator or declared[1], text[declared.end() :], 1
    found = separator or _likeliest(text)
    numbers: list[int] = []
    lines: list[tuple[object, ...]] = []
    filled = 0
    for number, cells in _lines(text, found, file):
        filled += len(cells)
        if len(cells) > MOST_COLUMNS:
            raise InputError(too_wide(file, len(cells)))
        if len(lines) >= MOST_LINES or filled > MOST_CELLS:
            raise InputError(message("problem-many-rows", file=file, most=MOST_LINES, cells=MOST_CELLS))
        numbers.append(number + skipped)
        lines.append(tuple(cells))
    return Lines(tuple(numbers), tuple(lines), found)


def _likeliest(text: str) -> str:
    """Return the separator that fits best; a tab that cuts all lines alike is one, though cells hold commas."""
    fits = {one: _fit(text, one) for one in SEPARATORS}
    return "\t" if fits["\t"][0] == 1.0 else max(SEPARATORS, key=lambda one: fits[one])


def too_wide(file: str, columns: int) -> Text:
    """Return the problem that ``file`` has so many ``columns``."""
    return message("problem-many-columns", file=file, columns=columns, most=MOST_COLUMNS)


def _lines(text: str, separator: str, file: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        key = "problem-csv-long" if "limit" in str(error) else "problem-csv"
        raise InputError(message(key, file=file, row=str(reader.line_num), most=LONGEST_CELL)) from None


def _fit(text: str, separator: str) -> tuple[float, int]:
    """Return the share of lines with the commonest number of cells, two or more, and that number."""
    reader = csv.reader(io.StringIO(text[:1_000_000], newline=""), delimiter=separator)
    counts: Counter[int] = Counter()
    try:
        for cells in islice(reader, _TRIED):
            if any(cell.strip() for cell in cells):
                counts[len(cells)] += 1
    except csv.Error:
        return 0.0, 0
    several = {count: lines for count, lines in counts.items() if count > 1}
    if not several:
        return 0.0, 0
    commonest = max(several, key=lambda count: (several[count], count))
    return several[commonest] / counts.total(), commonest
