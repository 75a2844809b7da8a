"""A row for each figure to a row for each district: one column for each indicator, of its newest period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sim.city.header import is_empty
from sim.city.numerals import is_missing, read_numbers
from sim.city.periods import newest_first
from sim.city.roles import Roles, cell_text, grouped, is_everybody, kinds, says_nothing
from sim.city.table import Table

MOST_FIGURES = 1_500  # columns made of indicators
ENOUGH = 0.5  # of the districts with any figure: a newer period with fewer is not complete yet
_POWERS = {"units": 0, "tens": 1, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9}
Cells = dict[str, dict[str, dict[str, int]]]  # column -> period -> district -> row


class Clash(NamedTuple):
    """Two ``rows`` with different figures for one ``district`` and ``column``; they differ in the columns ``apart``."""

    rows: tuple[int, int]
    district: str
    column: str
    apart: tuple[str, ...]


class Wide(NamedTuple):
    """The ``table`` with a row for each district, and of which period each of its columns of figures is."""

    table: Table
    periods: dict[str, str]


def widened(table: Table, roles: Roles) -> Wide | Clash:
    """Return ``table`` with a row for each district, or the first two rows that contradict each other."""
    groups = grouped(table, roles.area)
    cells: Cells = {}
    for district, rows in groups.items():
        for row in rows:
            for column in _names(table, roles, row):
                period = cell_text(table.cells[roles.period][row]) if roles.period else ""
                known = cells.setdefault(column, {}).setdefault(period, {})
                source = roles.value or column
                if not _agree(table, source, known.setdefault(district, row), row):
                    return _clash(table, roles, (known[district], row), district, column)
    return _wide(table, roles, groups, dict(list(cells.items())[:MOST_FIGURES]))


def _names(table: Table, roles: Roles, row: int) -> Sequence[str]:
    """Return the columns that a row has figures for: one made of its indicator and unit, or all there are."""
    if roles.indicator is None:
        return roles.figures
    said = [table.cells[column][row] for column in roles.qualifiers]
    of_whom = [cell_text(one) for one in said if not is_empty(one) and not is_everybody(cell_text(one))]
    unit = (
        cell_text(table.cells[roles.unit][row])
        if roles.unit and not is_empty(table.cells[roles.unit][row])
        else ""
    )
    added = [*of_whom, *([unit] if unit and not says_nothing(unit) else [])]
    named = table.cells[roles.indicator][row]
    return [] if is_empty(named) else [" ".join([cell_text(named), *(f"({one})" for one in added)])]


def _agree(table: Table, column: str, first: int, second: int) -> bool:
    cells = table.cells[column]
    return first == second or str(cells[first]) == str(cells[second])


def _clash(table: Table, roles: Roles, rows: tuple[int, int], district: str, column: str) -> Clash:
    apart = tuple(
        one
        for one in table.columns
        if one != roles.value
        and one not in roles.figures
        and str(table.cells[one][rows[0]]) != str(table.cells[one][rows[1]])
    )
    return Clash(rows, district, column, apart)


def _wide(table: Table, roles: Roles, groups: dict[str, list[int]], cells: Cells) -> Wide:
    firsts = [rows[0] for rows in groups.values()]
    base = table.select(firsts)
    kept = {column: base.cells[column] for column in dict.fromkeys([roles.area, *roles.kept])}
    figures: dict[str, list[object]] = {}
    origins: dict[str, tuple[str, ...]] = {}
    periods: dict[str, str] = {}
    for column, by_period in cells.items():
        name = column if column not in kept else f"{column} ({roles.value})"
        periods[name] = _period(table, roles.value or column, by_period)
        rows = [by_period[periods[name]].get(district) for district in groups]
        found = [None if row is None else table.cells[roles.value or column][row] for row in rows]
        figures[name] = _scaled(table, roles, rows, found)
        origins[name] = tuple(
            table.rows[first if row is None else row] for row, first in zip(rows, firsts, strict=True)
        )
    columns = (*kept, *figures)
    wide = base._replace(columns=columns, cells=kept | figures, places=(), origins=origins)
    return Wide(wide, periods)


def _period(table: Table, column: str, by_period: dict[str, dict[str, int]]) -> str:
    """Return the newest period that has a figure for enough of the districts, else the one with most."""
    often = {
        period: sum(not is_missing(table.cells[column][row]) for row in rows.values())
        for period, rows in by_period.items()
    }
    most = max(often.values())
    ordered = newest_first(list(by_period))
    return next(period for period in ordered if often[period] >= ENOUGH * most)


def _scaled(table: Table, roles: Roles, rows: Sequence[int | None], found: list[object]) -> list[object]:
    """Return the cells ``found`` times the power of ten that their rows declare."""
    if roles.scale is None or not any(_power(cell) for cell in kinds(table, roles.scale)):
        return found
    powers = [0 if row is None else _power(cell_text(table.cells[roles.scale][row])) for row in rows]
    values = read_numbers(found, None, large=False, stated=False).values
    return [
        cell if is_missing(cell) or not power or value != value else value * 10.0**power
        for cell, value, power in zip(found, values, powers, strict=True)
    ]


def _power(scale: str) -> int:
    """Return the power of ten that a cell of a column of multipliers declares, 0 where it declares none."""
    text = scale.strip().lower()
    return int(text) if text.isdigit() and len(text) == 1 else _POWERS.get(text, 0)
