"""Years, quarters and months as offices write them in a column, and which of them is the newest."""

from __future__ import annotations

import re
from collections.abc import Sequence

NEWEST = "newest"
"""Stands in a mapping for the newest period of each figure."""
_YEAR = re.compile(r"(?<!\d)(?:18|19|20|21)\d\d(?!\d)")
_SCHOOL_YEAR = re.compile(r"((?:18|19|20|21)\d\d)\s*[/–-]\s*(\d\d)(?!\d)(?!\s*[-./]\s*\d)")
_ISO = re.compile(r"((?:18|19|20|21)\d\d)-(\d\d)(?:-(\d\d))?(?!\d)")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:18|19|20|21)\d\d)")
_PART = re.compile(r"(?:^|[^A-Za-z])([QTSKHM])\s*(\d{1,2})(?!\d)", re.I)
_LONGEST = 60  # characters; what is longer is a remark with a year in it
Moment = tuple[int, int, int]


def moment(cell: object) -> Moment | None:
    """Return year, part of the year and day that ``cell`` speaks of, None where it names no year.

    Of a span of years the last; quarters, halves and months count by their number.
    """
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
    years = [int(year) for year in _YEAR.findall(text)]
    if len(text) > _LONGEST or (not years and not _SCHOOL_YEAR.search(text)):
        return None
    if dated := _DOTTED.findall(text):
        return max((int(year), int(month), int(day)) for day, month, year in dated)
    if school := _SCHOOL_YEAR.search(text):
        first, last = int(school[1]), int(school[2])
        if last == (first + 1) % 100:
            return first + 1, 0, 0
    if dates := [found for found in _ISO.findall(text) if 1 <= int(found[1]) <= 12]:
        return max((int(year), int(month), int(day or 0)) for year, month, day in dates)
    part = _PART.search(text)
    return max(years), int(part[2]) if part else 0, 0


def are_periods(cells: Sequence[object]) -> bool:
    """Return whether all filled ``cells`` name a year or a part of one."""
    filled = {cell for cell in map(str, cells) if cell.strip()}
    return bool(filled) and all(moment(cell) is not None for cell in filled)


def newest_first(periods: Sequence[str]) -> list[str]:
    """Return the different ``periods``, the newest first; those that cannot be told apart in the file's order."""
    return sorted(dict.fromkeys(periods), key=lambda one: moment(one) or (0, 0, 0), reverse=True)


def is_open(periods: Sequence[str]) -> bool:
    """Return whether two different ``periods`` are the newest as far as their words tell."""
    ordered = newest_first(periods)
    return len(ordered) > 1 and moment(ordered[0]) == moment(ordered[1])
