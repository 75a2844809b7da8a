"""The rows of a table that name its columns: one, or rows of groups over a row of what each group is made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from sim.city.delimited import Lines
from sim.city.indicators import counts_everybody
from sim.city.numerals import is_missing, is_number
from sim.files.errors import InputError
from sim.locale.text import message

LOOKED_AT = 60  # lines among which the header is sought
MOST_ROWS = 3  # of names over each other
LONGEST_GROUP = 80  # characters; what is longer is a title
_YEAR = re.compile(r"(18|19|20)\d\d")
_CODE = re.compile(r"[A-Z]{1,3}\d+\w*_\w+")


class Header(NamedTuple):
    """The names of the columns, and the places of the ``lines`` that they stand in."""

    names: list[str]
    lines: tuple[int, ...]


def find_header(lines: Lines, file: str, mapping: str) -> Header:
    """Return the header of ``lines``: the first wide line of words, with the lines of groups over or under it.

    Raises `InputError` where figures come before any words.
    """
    start = _first_names(lines)
    if start is None:
        raise InputError(message("problem-no-header", file=file, row=lines.numbers[0], mapping=mapping))
    rows = [start]
    while len(rows) < MOST_ROWS and _is_group(lines, rows[0] - 1, needed=_is_open(_joined(lines, rows))):
        rows.insert(0, rows[0] - 1)
    while len(rows) < MOST_ROWS and _is_divided(lines, rows[-1]):
        rows.append(rows[-1] + 1)
    return Header(_joined(lines, rows), tuple(rows))


def stated_header(lines: Lines, rows: Sequence[int], file: str, mapping: str) -> Header:
    """Return the header in the ``rows`` of the file that its mapping names; raise `InputError` for an empty one."""
    for row in rows:
        if row not in lines.numbers:
            raise InputError(message("problem-header-empty", file=file, row=row, mapping=mapping))
    places = tuple(sorted(lines.numbers.index(row) for row in rows))
    return Header(_joined(lines, places), places)


def labels_of(names: Sequence[str], labels: Sequence[str], stated: Collection[str]) -> list[str]:
    """Return ``names`` with the ``labels`` below them in place of an office's codes, which say nothing by themselves.

    A code that is known to count all people stays, as do all where the mapping has ``stated`` one.
    """
    codes = {name for name in names if _CODE.fullmatch(name) and not counts_everybody(name)}
    if codes & set(stated):
        return list(names)
    return [
        " ".join(label.replace("!!", " ").split()) if name in codes and label else name
        for name, label in zip(names, labels, strict=True)
    ]


def _first_names(lines: Lines) -> int | None:
    """Return the first line of words that is not much narrower than most, or the one right over the figures."""
    widths = Counter(filled(cells) for cells in lines.cells)
    several = {width: number for width, number in widths.items() if width > 1}
    usual = max(several, key=lambda width: (several[width], width)) if several else 1
    for place, cells in enumerate(lines.cells[:LOOKED_AT]):
        width = filled(cells)
        if 2 * width <= usual or (width == 1 and usual > 1):
            continue
        signs = sum(_is_figure(cell) or _is_sign(cell) for cell in cells)
        if 2 * signs < width:
            return place
        return place - 1 if _is_group(lines, place - 1, needed=True) else None
    return 0


def _is_group(lines: Lines, place: int, needed: bool) -> bool:
    """Return whether the line at ``place`` says what the names right under it are of.

    One that stands alone is a title, unless it stands over columns that leave open (``needed``) what they hold.
    """
    if place < 0 or not _follow(lines, place):
        return False
    cells = lines.cells[place]
    texts = [text_of(cell) for cell in cells]
    if any(_is_figure(cell) or _is_sign(cell) for cell in cells) or not any(texts[1:]):
        return False
    if any(len(text) > LONGEST_GROUP or text.endswith(":") for text in texts):
        return False
    return needed or (not texts[0] and filled(cells) > 1)


def _is_open(names: Sequence[str]) -> bool:
    """Return whether ``names`` alone do not say what the columns hold: twins, years, or nothing that counts all."""
    known = [name for name in names if name]
    return len(set(known)) < len(known) or any(map(_is_year, known)) or not any(map(counts_everybody, known))


def _is_divided(lines: Lines, place: int) -> bool:
    """Return whether the line under the one at ``place`` says what each of its groups of columns is made of."""
    if place + 2 >= len(lines.cells) or not _follow(lines, place):
        return False
    top, below, first = lines.cells[place], lines.cells[place + 1], lines.cells[place + 2]
    width = max(_width(top), _width(below))
    groups = _groups([text_of(cell_at(top, i)) for i in range(width)])
    if not groups or any(_is_figure(cell) or _is_sign(cell) for cell in below):
        return False
    under = {i: text_of(cell_at(below, i)) for i in range(width)}
    figures = sum(is_number(cell_at(first, i)) or is_missing(cell_at(first, i)) for i in groups)
    apart = all(
        i in groups
        or under[i] in ("", text_of(cell_at(top, i)))
        or is_empty(cell_at(top, i))
        or (i and not _is_year(under[i]))
        for i in range(width)
    )
    return apart and all(under[i] for i in groups) and 2 * figures >= len(groups)


def _groups(names: Sequence[str]) -> set[int]:
    """Return the places of ``names`` that one name stands for: it and the empty or equal ones behind it."""
    behind = {
        i
        for i, (left, name) in enumerate(pairwise(names), 1)
        if name == left or (not name and any(names[:i]))
    }
    return behind | {i - 1 for i in behind if i - 1 not in behind}


def _joined(lines: Lines, places: Sequence[int]) -> list[str]:
    """Return the names of the columns: those of the last line, each behind the groups that it belongs to."""
    width = max(_width(lines.cells[place]) for place in places)
    *over, last = ([text_of(cell_at(lines.cells[place], i)) for i in range(width)] for place in places)
    names = list(last)
    for row in reversed(over):
        group = ""
        for i, cell in enumerate(row):
            group = cell or (group if names[i] else "")
            if group and group != names[i]:
                names[i] = f"{group} {names[i]}".strip()
    return names


def _follow(lines: Lines, place: int) -> bool:
    """Return whether the line after the one at ``place`` follows it in the file too."""
    return place + 1 < len(lines.numbers) and lines.numbers[place + 1] == lines.numbers[place] + 1


def _is_figure(cell: object) -> bool:
    """Return whether ``cell`` is a number other than a year, which may well head a column."""
    return is_number(cell) and not _is_year(cell)


def _is_year(cell: object) -> bool:
    return bool(_YEAR.fullmatch(str(cell).strip()))


def _is_sign(cell: object) -> bool:
    """Return whether ``cell`` is a sign without letters for a missing figure, which names nothing."""
    return not is_empty(cell) and is_missing(cell) and not any(letter.isalpha() for letter in str(cell))


def _width(cells: Sequence[object]) -> int:
    return max((i for i, cell in enumerate(cells, 1) if not is_empty(cell)), default=1)


def filled(cells: Sequence[object]) -> int:
    """Return how many of ``cells`` hold something."""
    return sum(not is_empty(cell) for cell in cells)


def is_empty(cell: object) -> bool:
    """Return whether ``cell`` holds nothing but blanks."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text_of(cell: object) -> str:
    """Return ``cell`` as text with single blanks, "" where it is empty."""
    return "" if cell is None else " ".join(str(cell).split())


def cell_at(cells: Sequence[object], place: int) -> object:
    """Return the cell at ``place`` of a line, None where the line is shorter."""
    return cells[place] if place < len(cells) else None
