"""Columns of figures as numbers, with notes on how they were written and a problem for each cell that is none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sim.city.geography import Floats
from sim.city.indicators import is_money
from sim.city.numerals import Numbers, is_missing, read_numbers
from sim.city.report import Report
from sim.city.shares import codes_among, shares_among, thousands_among
from sim.city.spreadsheet import FORMULA
from sim.city.table import Table
from sim.files.errors import brief
from sim.locale.text import message

_HABITS = {
    "thousands": "reading-thousands",
    "decimal-comma": "reading-decimal-comma",
    "percent": "reading-percent",
    "unit": "reading-unit",
}
"""The note on each way of writing numbers that `sim.city.numerals` tells of."""


class Figures:
    """Reads the columns of one ``table``, whose decimal mark is ``decimal`` if known, ``stated`` by its mapping."""

    def __init__(self, table: Table, decimal: str | None, stated: bool, mapping_file: str, report: Report):
        self.table, self.decimal, self.stated = table, decimal, stated
        self.mapping_file, self.report = mapping_file, report
        self.habits: dict[str, list[str]] = {habit: [] for habit in _HABITS}

    def numbers(
        self, column: str, rows: Sequence[int], low: float, high: float, people: bool = False
    ) -> Floats:
        """Return ``column`` as numbers (R,), nan where missing; faults of ``rows`` become problems.

        Raises nothing. ``people``: it counts people, so that no figure has a fraction whatever the mapping says.
        """
        cells = self.table.cells[column]
        found = read_numbers(cells, self.decimal, people or is_money(column), self.stated and not people)
        self._note(column, cells, found)
        values, faults = np.array(found.values), set(found.faults)
        for row in rows:
            place = self.table.where(row, column)
            if row in faults:
                self.report.problem(message(_fault(cells[row]), place=place, cell=brief(cells[row])))
            elif not np.isnan(values[row]) and not low <= values[row] <= high:
                shown = {"value": f"{values[row]:g}", "low": f"{low:g}", "high": f"{high:g}"}
                self.report.problem(message("problem-outside", place=place, **shown))
        return values

    def refuse_mixture(self, column: str, values: Floats, rows: Sequence[int]) -> None:
        """Report shares of 1 among the per cents of ``rows``, and thousands among amounts of money."""
        places = np.array(rows, dtype=int)
        money = is_money(column)
        mixed = places[(thousands_among if money else shares_among)(values[places])]
        if len(mixed):
            key = "problem-mixed-thousands" if money else "problem-mixed-shares"
            shown = {
                "small": float(values[mixed[0]]),
                "large": float(np.nanmax(values[places])),
                "count": len(mixed),
            }
            place = {"place": self.table.where(mixed[0], column), "column": brief(column)}
            self.report.problem(message(key, mapping=self.mapping_file, **place, **shown))

    def without_codes(self, column: str, values: Floats, rows: Sequence[int], above_zero: bool) -> Floats:
        """Return ``values`` without what stands for no figure in ``rows``, and say so: nines far above all others, and,
        where a figure is ``above_zero``, what is below (of money: zero too).
        """
        places = np.array(rows, dtype=int)
        known = values[places]
        none = codes_among(known)
        if above_zero:
            none |= (known <= 0) if is_money(column) else (known < 0)
        if none.any():
            codes = dict.fromkeys(f"{value:.10g}" for value in known[none])
            self.report.note_names("reading-negative", list(codes), column=column)
        found = values.copy()
        found[places[none]] = np.nan
        return found

    def note_habits(self) -> None:
        """Say which columns were written with thousands separators, decimal commas, per cent signs or units."""
        for habit, columns in self.habits.items():
            if columns:
                self.report.note_names(_HABITS[habit], columns)

    def _note(self, column: str, cells: Sequence[object], found: Numbers) -> None:
        for habit in found.habits & self.habits.keys():
            self.habits[habit].append(column)
        if "suppressed" in found.habits:
            signs = dict.fromkeys(
                str(cell).strip() for cell in cells if isinstance(cell, str) and is_missing(cell)
            )
            self.report.note_names("reading-suppressed", [sign for sign in signs if sign], column=column)
        if "ambiguous" in found.habits:
            row = next(i for i, cell in enumerate(cells) if set(str(cell)) & {",", "."})
            cell, value = str(cells[row]).strip(), found.values[row]
            self.report.note(
                "reading-ambiguous", column=column, cell=cell, value=value, mapping=self.mapping_file
            )


def _fault(cell: object) -> str:
    """Return the problem that ``cell`` is, which is no number."""
    if cell == FORMULA:
        return "problem-formula"
    return "problem-foreign-digits" if _foreign(cell) else "problem-not-number"


def _foreign(cell: object) -> bool:
    """Return whether ``cell`` has digits of another script than ours."""
    return any(letter.isdigit() and not letter.isascii() for letter in str(cell))
