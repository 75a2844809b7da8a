"""How a workbook shows the number in a cell: per cent signs, thousands left off, zeros in front."""

from __future__ import annotations

import re
from datetime import datetime, time
from functools import lru_cache
from typing import Any, NamedTuple

_WRITTEN_OUT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_LEFT_OFF = re.compile(r"[0#?](,+)(?=[^0#?,]*(?:$|[.%Ee ]))")
_SAID = re.compile(r'"[^"]*[A-Za-z][^"]*"|\\[A-Za-z]|\[[<>=]')
"""Words of a format ("21.3 k"), which say that thousands were left off, and conditions, under which they may not be."""
_PADDED = re.compile(r"0{2,15}")
_DIGITS = 12  # significant ones, so that .07 is 7 per cent and not 7.000000000000001


class Format(NamedTuple):
    """What a number format does: the power of ten by which it multiplies, and how many digits it fills with zeros."""

    power: int = 0
    digits: int = 0


@lru_cache(maxsize=1024)
def format_of(code: str) -> Format:
    """Return what the number format ``code`` does to a positive number; a sign written out in it does nothing."""
    section = _WRITTEN_OUT.sub("", code.split(";")[0])
    left_off = None if _SAID.search(code) else _LEFT_OFF.search(section)
    power = 2 * section.count("%") - (3 * len(left_off[1]) if left_off else 0)
    return Format(power, len(section) if _PADDED.fullmatch(section) else 0)


def shown(cell: Any) -> tuple[object, bool]:
    """Return what a workbook shows in ``cell``, a number unrounded, and whether it is another number than is stored."""
    value = cell.value
    if isinstance(value, datetime):
        return str(value.date() if value.time() == time() else value), False
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value if value is None or isinstance(value, str) else str(value), False
    how = format_of(cell.number_format or "General")
    if how.power:
        return float(f"{value * 10.0**how.power:.{_DIGITS}g}"), True
    if how.digits and isinstance(value, int) and value >= 0:
        return f"{value:0{how.digits}d}", False
    return value, False
