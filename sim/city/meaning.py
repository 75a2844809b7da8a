"""What the columns of a table mean: said by the mapping, else guessed from their names, with the alternatives."""

from __future__ import annotations

import re
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from typing import NamedTuple

from sim.city import district_columns
from sim.city.indicators import (
    LOWERS,
    RAISES,
    UNSURE,
    Sign,
    are_people,
    counts_everybody,
    is_count,
    is_domain,
    is_money,
    is_share,
    sign_of,
    speaks_of_deprivation,
)
from sim.city.mapping import Columns
from sim.city.numerals import is_missing, is_number
from sim.city.table import Table
from sim.city.words import vocabulary, without_year, words
from sim.files.errors import InputError, Problems
from sim.locale.text import Text, message

_KNOWN = {what: tuple(names) for what, names in vocabulary("columns").items()}
LARGEST_SHARE = 100.0
MOST_UNEMPLOYED = (
    40.0  # per cent in a district; whole numbers above, of a column that says no share, are people
)


class Guess(NamedTuple):
    """One thing decided about a file: ``chosen`` among ``alternatives``; ``stated`` by its user, or guessed.

    ``samples`` are (choice, how something of the file reads under it), of what can be judged by that alone.
    """

    what: str
    chosen: str | None
    alternatives: tuple[str, ...]
    stated: bool
    samples: tuple[tuple[str, str], ...] = ()


class Indicator(NamedTuple):
    """A column that speaks of hardship, or may: ``direction`` raises, lowers or unsure; ``kind`` of scale or "".

    ``used``: hardship rests on it. ``reason`` why not: text, unsure, count, or "" where it is used or unwanted.
    """

    column: str
    direction: str
    kind: str
    used: bool
    reason: str
    stated: bool


class Meaning(NamedTuple):
    """The columns of one table by what they mean."""

    name: Guess
    key: Guess
    population: Guess
    area_km2: Guess
    indicators: tuple[Indicator, ...]

    @property
    def used(self) -> tuple[str, ...]:
        """Every column read."""
        found = (self.name.chosen, self.key.chosen, self.population.chosen, self.area_km2.chosen)
        return (*(one for one in found if one), *(one.column for one in self.indicators if one.used))


def meaning_of(table: Table, columns: Columns, mapping: str) -> Meaning:
    """Return what the columns of ``table`` mean; ``columns`` is the mapping's word, in the file ``mapping``.

    Raises `InputError` where the mapping names a column that is not there.
    """
    for what, column in columns.stated:
        table.require(column, what, mapping)
    named = _guess("name", columns.name, _name_candidates(table))
    others = tuple(column for column in table.columns if column != named.chosen)
    population = _guess("population", columns.population, _population_candidates(table, others))
    key = _guess("key", columns.key, _key_candidates(table, others))
    area = _guess("area_km2", columns.area_km2, _matching(others, _KNOWN["area"]))
    taken = {named.chosen, population.chosen, area.chosen}
    return Meaning(named, key, population, area, _indicators(table, columns, taken))


def _guess(what: str, stated: str | None, candidates: Sequence[str]) -> Guess:
    if stated is not None:
        return Guess(what, stated, tuple(one for one in candidates if one != stated), stated=True)
    chosen = candidates[0] if candidates else None
    return Guess(what, chosen, tuple(candidates[1:]), stated=False)


def _matching(columns: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return the columns whose folded name is ``known``, in the order of ``known``."""
    order = {name: place for place, name in enumerate(known)}
    found = [column for column in columns if without_year(column) in order]
    return sorted(found, key=lambda column: order[without_year(column)])


def _name_candidates(table: Table) -> list[str]:
    known = _matching(table.columns, _KNOWN["names"])
    known += [
        column
        for column in table.columns
        if column not in known and (words(column)[-1:] == ("nm",) or district_columns.is_name(column))
    ]
    texts = [column for column in table.columns if column not in known and _is_text(table.cells[column])]
    different = [column for column in texts if _all_different(table.cells[column])]
    found = known + sorted(different, key=lambda column: _is_coded(table.cells[column]))
    return found or _key_candidates(table, table.columns)  # codes alone tell districts apart, too


def _is_coded(cells: Sequence[object]) -> bool:
    """Return whether every one of ``cells`` holds a digit and no blank, as codes do."""
    return all(re.search(r"\d", str(cell)) and not re.search(r"\s", str(cell)) for cell in cells)


def _is_text(cells: Sequence[object]) -> bool:
    filled = [cell for cell in cells if not is_missing(cell)]
    return bool(filled) and all(isinstance(cell, str) and not is_number(cell) for cell in filled)


def _all_different(cells: Sequence[object]) -> bool:
    return len(cells) > 1 and len({str(cell) for cell in cells}) == len(cells)


def _key_candidates(table: Table, columns: Sequence[str]) -> list[str]:
    known = _matching(columns, _KNOWN["keys"])
    known += [column for column in columns if column not in known and district_columns.is_code(column)]
    return [column for column in known if _all_different(table.cells[column])]


def _population_candidates(table: Table, columns: Sequence[str]) -> list[str]:
    """Return the columns that count all people, the latest year first."""
    known = _matching(columns, _KNOWN["population"])
    alike = [
        column
        for column in columns
        if column not in known and counts_everybody(column) and _has_figures(table.cells[column])
    ]
    plain = [column for column in known if _year(column) == 0]
    dated = sorted((column for column in known if _year(column)), key=_year, reverse=True)
    return plain + dated + sorted(alike, key=_year, reverse=True)


def _year(column: str) -> int:
    years = [int(word) for word in words(column) if re.fullmatch(r"(18|19|20)\d\d", word)]
    return max(years, default=0)


def _indicators(table: Table, columns: Columns, taken: set[str | None]) -> tuple[Indicator, ...]:
    stated = dict.fromkeys(columns.raise_hardship or (), RAISES)
    stated |= dict.fromkeys(columns.lower_hardship or (), LOWERS)
    explicit = columns.raise_hardship is not None or columns.lower_hardship is not None
    found = []
    deprived = any(speaks_of_deprivation(column) for column in table.columns)
    for column in table.columns:
        sign = sign_of(column)
        if sign is not None and deprived and is_domain(column):
            sign = Sign(UNSURE)
        if column in stated:
            kind = sign.kind if sign and sign.direction == stated[column] else ""
            found.append(Indicator(column, stated[column], kind, used=True, reason="", stated=True))
        elif sign is not None and column not in taken:
            reason = _doubt(column, sign.direction, sign.kind, table.cells[column])
            used = not explicit and not reason
            found.append(Indicator(column, sign.direction, sign.kind, used, reason, stated=explicit))
    return tuple(found)


def _has_figures(cells: Sequence[object]) -> bool:
    """Return whether ``cells`` hold a number, or nothing at all."""
    filled = [cell for cell in cells if not is_missing(cell)]
    return not filled or any(is_number(cell) for cell in filled)


def _doubt(column: str, direction: str, kind: str, cells: Sequence[object]) -> str:
    """Return why an indicator is offered rather than used: no numbers, direction open, or it counts people."""
    if not _has_figures(cells):
        return "text"
    if direction not in (RAISES, LOWERS):
        return "unsure"
    numbers = [float(cell) for cell in cells if isinstance(cell, int | float) and not isinstance(cell, bool)]
    numbers += [
        float(cell) for cell in cells if isinstance(cell, str) and re.fullmatch(r"\s*\d+\s*", cell, re.ASCII)
    ]
    large = bool(numbers) and max(numbers) > LARGEST_SHARE
    share = direction == RAISES or is_share(column)
    many = kind == "unemployment" and not is_share(column) and max(numbers, default=0) > MOST_UNEMPLOYED
    people = (are_people(column) or many) and all(_is_whole(cell) for cell in cells if not is_missing(cell))
    return "count" if is_count(column) or people or (share and large and not is_money(column)) else ""


def _is_whole(cell: object) -> bool:
    return isinstance(cell, int) or bool(re.fullmatch(r"\s*\d+\s*", str(cell), re.ASCII))


def require_columns(meaning: Meaning, table: Table, mapping: str) -> None:
    """Raise `Problems` where no column could be taken for the name or the population, with the remedies."""
    if not table.columns:
        raise InputError(message("problem-no-properties", file=table.file))
    if len(table.columns) == 1 and table.header:
        raise InputError(message("problem-one-column", file=table.file))
    lines: list[Text] = []
    for guess, usual in ((meaning.name, "name"), (meaning.population, "population")):
        if guess.chosen is None:
            try:
                table.require(usual, guess.what, mapping)
            except InputError as error:
                lines += error.all_said
            else:
                lines.append(message("problem-no-column-for", file=table.file, what=guess.what))
    if lines and table.header:
        shown = {
            "rows": ", ".join(map(str, table.header)),
            "first": table.header[0],
            "next": table.header[0] + 1,
        }
        lines.append(message("problem-header-rows", file=table.file, mapping=mapping, **shown))
    if lines:
        raise Problems(lines)


def known_kinds(indicators: Sequence[Indicator]) -> Dictionary[str, str]:
    """Return column -> kind of scale of the indicators used."""
    return {one.column: one.kind for one in indicators if one.used and one.kind}
