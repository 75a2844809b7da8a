"""What a visitor says about the files of an own city: each returns the mapping after it.

Only what was said is written down; everything else is guessed anew, since one answer may change the other guesses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sim.city.check import DECIDED, Check
from sim.city.guesses import OF_COLUMNS, OF_LONG, ONLY
from sim.city.indicators import LOWERS, RAISES
from sim.city.mapping import NOT_STATED, Columns, LongColumns
from sim.city.mapping import Mapping as CityMapping
from sim.dashboard.state.fields import printable
from sim.files import checks
from sim.files.errors import InputError, brief
from sim.locale.text import message, written

UNUSED = ""
DIRECTIONS = (RAISES, LOWERS, UNUSED)
LONGEST_SYSTEM = 60  # characters of a reference system, such as EPSG:2154
LONGEST_WORDS = 300
_VALUES: Mapping[str, Callable[[str], Any]] = {
    "swapped": lambda chosen: chosen == "true",
    "header": lambda chosen: tuple(map(int, chosen.split("+"))),
    "population_unit": int,
}
"""What a choice stands for in the mapping, where that is no text."""
WORDS = ("title", "attribution", "licence")


def with_guess(check: Check, what: str, value: str) -> CityMapping:
    """Return the mapping of ``check`` with one guess replaced by ``value``; raise InputError where it is none."""
    guess = next((one for one in check.guesses if one.what == what), None)
    if guess is None:
        raise InputError(message("picked-no-guess", what=brief(what), file=check.file))
    if what == "crs":
        return replace(check.mapping, crs=printable(value, LONGEST_SYSTEM) or None)
    legal = (*([guess.chosen] if guess.chosen else []), *guess.alternatives)
    if what not in OF_COLUMNS:
        return replace(check.mapping, **_said(check.mapping, what, checks.one_of(value, legal, what)))
    column = checks.one_of(value, (*legal, *check.columns), what)
    return replace(check.mapping, columns=_meaning(check.mapping.columns, column, what))


def _said(mapping: CityMapping, what: str, chosen: str) -> dict[str, Any]:
    """Return the keys of ``mapping`` that change when ``chosen`` answers the guess ``what``."""
    if what in OF_LONG:  # other columns are made of the table
        return {"long": replace(mapping.long, **{what: chosen}), "columns": Columns()}
    if what.startswith(ONLY):
        return {"only": mapping.only | {what.removeprefix(ONLY): chosen}}
    said: dict[str, Any] = {what: _VALUES[what](chosen) if what in _VALUES else chosen}
    if what == "sheet":  # another sheet has its header elsewhere
        said |= {"header": None, "long": LongColumns(), "only": {}}
    return said


def with_indicator(check: Check, column: str, direction: str) -> CityMapping:
    """Return the mapping of ``check`` with ``column`` raising hardship, lowering it or left out of it."""
    taken = {guess.chosen for guess in check.guesses if guess.what in OF_COLUMNS and guess.what != "key"}
    checks.one_of(column, [one for one in check.columns if one not in taken], "column")
    checks.one_of(direction, DIRECTIONS, "direction")
    used = {one.column: one.direction for one in check.indicators if one.used} | {column: direction}
    columns = replace(
        check.mapping.columns,
        raise_hardship=tuple(name for name, way in used.items() if way == RAISES),
        lower_hardship=tuple(name for name, way in used.items() if way == LOWERS),
    )
    return replace(check.mapping, columns=columns)


def with_row(check: Check, row: int, out: bool) -> CityMapping:
    """Return the mapping of ``check`` with its row of that number left out, or counted."""
    checks.whole_number(row, "row", 0, len(check.rows) - 1)
    left = [i for i, one in enumerate(check.rows) if one.left_out in DECIDED and i != row]
    left += [row] if out else []
    return replace(check.mapping, leave_out=tuple(check.rows[i].row for i in sorted(left)))


def with_words(check: Check, key: str, words: str) -> CityMapping:
    """Return the mapping of ``check`` with the city's title, attribution or licence; none for empty ``words``."""
    checks.one_of(key, WORDS, "key")
    said = printable(words, LONGEST_WORDS)
    if key == "title":
        return replace(check.mapping, title=written(en=said) if said else None)
    stated: dict[str, Any] = {key: written(en=said) if said else NOT_STATED}
    return replace(check.mapping, **stated)


def _meaning(columns: Columns, column: str, word: str) -> Columns:
    """Return ``columns`` in which ``column`` is what ``word`` says and, the key apart, nothing else."""
    said: dict[str, Any] = {}
    for one in ("name", "population", "area_km2"):
        said[one] = None if getattr(columns, one) == column and word != "key" else getattr(columns, one)
    for one in ("raise_hardship", "lower_hardship"):
        listed = getattr(columns, one)
        said[one] = None if listed is None else tuple(name for name in listed if name != column)
    return replace(columns, **(said | {word: column}))
