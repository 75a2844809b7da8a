"""Numbers as statistics offices write them: thousands separators, decimal commas, signs of percent, gaps.

How a column is written is judged from all its cells, and what one column leaves open from the others of the
file: "21.345" alone may be 21 thousand or 21 and a bit.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

SUPPRESSED = frozenset(
    {
        "",
        "na",
        "n/a",
        "#n/a",
        "#n/d",
        "nan",
        "null",
        "none",
        "nil",
        "nd",
        "n.d.",
        "n. d.",
        "nc",
        "n.c.",
        "ns",
        "s.o.",
    }
    | {
        ".",
        "..",
        "...",
        "…",
        "-",
        "--",
        "–",
        "—",
        ":",
        "*",
        "**",
        "***",
        "x",
        "xx",
        "c",
        "s",
        "z",
        "u",
        "/",
        "•",
        "·",
    }
    | {"k.a.", "k. a.", "(x)", "[x]", "[z]", "[c]", "[u]", "(c)", "(s)", "(na)", "#", "†", "confidential"}
    | {
        "suppressed",
        "secret",
        "missing",
        "not available",
        "no data",
        "non disponible",
        "keine angabe",
        "s.d.",
        "f",
    }
    | {
        "n.a.",
        "n. a.",
        "na.",
        "~",
        "not applicable",
        "withheld",
        "redacted",
        "sans objet",
        "nicht verfügbar",
        "sin datos",
        "sem dados",
        "dato non disponibile",
        "geen gegevens",
        "brak danych",
        "bd",
    }
)
LARGEST = 1e300  # of whole numbers, which may be too large for a fraction
_BLANKS = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_BELOW = re.compile(
    r"(?:<|≤|<=|&lt;|less than|fewer than|under|below|moins de|inf(?:érieur)? à|weniger als|unter|menos de|meno di|"
    r"minder dan|mniej niż)\s*\d+(?:[.,]\d+)?"
)
_FLAGGED = re.compile(r":\s*[a-z]{1,3}")  # no figure, and why
_MARKS = re.compile(
    r"(?<=\d)\s*(?:\*+|\((?:[a-zA-Z]{1,2}|\d)\)|\[[a-zA-Z0-9]{1,2}\]|[†‡¹²³]|(?<=\s)[bdefnprsuz]{1,3}|[+-])$"
)
"""Footnotes; letters by which Eurostat says how a figure came about; "250,000+" where a figure is cut off."""
_UNITS = re.compile(
    r"^(?:[€$£¥]|eur|usd|gbp|chf)\s*(?=[-+\d])|(?<=\d)\s*(?:[€$£¥]|eur|usd|gbp|chf|km²|km2|km\^2|ha)$", re.I
)
_PERCENT = re.compile(r"(?<=\d)\s*[%٪﹪％]$")
_APOSTROPHES = re.compile(r"(?<=\d)['’ʼ‘](?=\d{3}(?:\D|$))")
_PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:([.,])\d{3})+", re.ASCII)
_INDIAN = re.compile(r"[+-]?[1-9]\d?(?:,\d{2})+,\d{3}", re.ASCII)
_SPACED = re.compile(r"[+-]?\d{1,3}(?: \d{3})+(?:([.,])\d+)?", re.ASCII)
_BOTH = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})+(?!\1)([.,])\d+", re.ASCII)
_DECIMAL = re.compile(r"[+-]?\d*([.,])\d+", re.ASCII)


class Numbers(NamedTuple):
    """What a column of cells says.

    ``values`` are nan where ``missing`` or faulty; ``faults`` are the places of cells that are no numbers;
    ``habits`` name how the rest was written: thousands, decimal-comma, percent, unit, suppressed, ambiguous.
    """

    values: tuple[float, ...]
    faults: tuple[int, ...]
    habits: frozenset[str]


def is_missing(cell: object) -> bool:
    """Return whether ``cell`` states no figure: empty, or a sign offices put where they suppress one."""
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return True
    text = _BLANKS.sub(" ", cell).strip().lower() if isinstance(cell, str) else ""
    return isinstance(cell, str) and (
        text in SUPPRESSED or bool(_BELOW.fullmatch(text) or _FLAGGED.fullmatch(text))
    )


def is_number(cell: object) -> bool:
    """Return whether ``cell`` can be read as a number in some way of writing them."""
    if isinstance(cell, str):
        text = _bare(cell)[0]
        return bool(_PLAIN.fullmatch(text)) or _separator(text) is not None or bool(_SPACED.fullmatch(text))
    return isinstance(cell, int | float) and not isinstance(cell, bool) and not is_missing(cell)


def decimal_mark(columns: Iterable[Sequence[object]]) -> str | None:
    """Return the decimal mark that some cell of a file proves, None where none or both are proved."""
    proved = set()
    for cells in columns:
        for cell in cells:
            if isinstance(cell, str) and any(mark in cell for mark in ",."):
                proved.add(_proof(_bare(cell)[0]))
    proved.discard(None)
    return proved.pop() if len(proved) == 1 else None


def _proof(text: str) -> str | None:
    """Return the decimal mark that ``text`` proves by itself."""
    if both := _BOTH.fullmatch(text):
        return both[2]
    if _INDIAN.fullmatch(text):
        return "."
    if spaced := _SPACED.fullmatch(text):
        return spaced[1]
    grouped = _GROUPED.fullmatch(text)
    if grouped:
        separators = text.count(grouped[1])
        return {",": ".", ".": ","}[grouped[1]] if separators > 1 else None
    single = _DECIMAL.fullmatch(text)
    return single[1] if single else None


def read_numbers(cells: Sequence[object], decimal: str | None, large: bool, stated: bool = False) -> Numbers:
    """Return the numbers of one column; ``large``: it counts people or money, so thousands are likely.

    ``decimal`` is the file's mark if known (`decimal_mark`); ``stated``: its mapping says so, which settles it.
    """
    habits: set[str] = set()
    bare = [_bare(cell) if isinstance(cell, str) and not is_missing(cell) else None for cell in cells]
    for one in bare:
        habits |= one[1] if one else set()
    mark = decimal if stated else _mark_of_column([one[0] for one in bare if one], decimal, large, habits)
    values, faults = [], []
    for place, (cell, one) in enumerate(zip(cells, bare, strict=True)):
        if one is not None:
            value = _value(one[0], mark or _proof(one[0]) or _own_mark(one[0], large), habits)
        elif is_missing(cell):
            habits |= {"suppressed"} if isinstance(cell, str) and cell.strip() else set()
            values.append(math.nan)
            continue
        else:
            value = _plain_value(cell)
        if math.isnan(value):
            faults.append(place)
        values.append(value)
    return Numbers(tuple(values), tuple(faults), frozenset(habits))


def _plain_value(cell: object) -> float:
    if not isinstance(cell, int | float) or isinstance(cell, bool):
        return math.nan
    return float(cell) if abs(cell) < LARGEST else math.inf


def _bare(cell: str) -> tuple[str, set[str]]:
    """Return ``cell`` without blanks around it, units, per cent signs and footnote marks, and their habits."""
    text = _BLANKS.sub(" ", cell).strip().replace("\u2212", "-")
    habits: set[str] = set()
    for pattern, habit in ((_MARKS, "unit"), (_PERCENT, "percent"), (_UNITS, "unit")):
        shorter = pattern.sub("", text)
        if shorter != text:
            text = shorter.strip()
            habits.add(habit)
    without = _APOSTROPHES.sub("", text)
    if without != text:
        text = without
        habits.add("thousands")
    return text, habits


def _separator(text: str) -> str | None:
    """Return the mark within ``text`` where it is a number with marks in it."""
    for pattern in (_GROUPED, _DECIMAL):
        if found := pattern.fullmatch(text):
            return found[1]
    return "," if _INDIAN.fullmatch(text) or _BOTH.fullmatch(text) else None


def _mark_of_column(texts: Sequence[str], decimal: str | None, large: bool, habits: set[str]) -> str | None:
    """Return the decimal mark of a column, None where its cells prove both (each then speaks for itself).

    A column proves its own mark, or takes the file's. Groups of exactly three digits in every marked cell
    prove neither: they are thousands in a large column, else where the file's mark is the other one, else
    where they are commas outside per cents, else where a cell without a mark would be out of proportion. Where groups
    stand with either mark, each speaks for itself (None).
    """
    proved = {_proof(text) for text in texts} - {None}
    if proved:
        return proved.pop() if len(proved) == 1 else None
    marked = [found for text in texts if (found := _GROUPED.fullmatch(text))]
    if not marked:
        return decimal or "."
    if len({found[1] for found in marked}) > 1:
        habits |= set() if large else {"ambiguous"}
        return None
    mark, other = marked[0][1], {",": ".", ".": ","}[marked[0][1]]
    if large or decimal is not None:
        return other if large else decimal
    habits.add("ambiguous")
    if mark == ",":
        return mark if "percent" in habits else other
    plain = [float(text) for text in texts if _PLAIN.fullmatch(text) and "." not in text]
    return other if plain and min(plain) > 5 * max(float(found[0]) for found in marked) else mark


def _own_mark(text: str, large: bool) -> str:
    """Return the decimal mark of one cell whose column holds groups of three digits with either mark."""
    grouped = _GROUPED.fullmatch(text)
    if grouped is None:
        return "."
    return {",": ".", ".": ","}[grouped[1]] if large else grouped[1]


def _value(text: str, mark: str, habits: set[str]) -> float:
    """Return the number that ``text`` is under the decimal ``mark``, nan if it is none."""
    thousands = "." if mark == "," else ","
    if _SPACED.fullmatch(text):
        habits.add("thousands")
        text = text.replace(" ", "")
    if thousands in text:
        whole, _, fraction = text.partition(mark)
        grouped = _GROUPED.fullmatch(whole)
        if not (grouped and grouped[1] == thousands) and not (thousands == "," and _INDIAN.fullmatch(whole)):
            return math.nan
        habits.add("thousands")
        text = whole.replace(thousands, "") + (mark + fraction if fraction else "")
    if mark == "," and "," in text:
        habits.add("decimal-comma")
        text = text.replace(",", ".")
    if not _PLAIN.fullmatch(text):
        return math.nan
    return float(text)
