"""Columns of figures as numbers, with notes on how they were written and a problem for each cell that is none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sim.city.geography import Floats
from sim.city.indicators import is_money
from sim.city.numerals import Numbers, is_missing, read_numbers
from sim.city.report import Report
from sim.city.shares import shares_among
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
                key = "problem-foreign-digits" if _foreign(cells[row]) else "problem-not-number"
                self.report.problem(message(key, place=place, cell=brief(cells[row])))
            elif not np.isnan(values[row]) and not low <= values[row] <= high:
                shown = {"value": f"{values[row]:g}", "low": f"{low:g}", "high": f"{high:g}"}
                self.report.problem(message("problem-outside", place=place, **shown))
        return values

    def refuse_mixture(self, column: str, values: Floats, rows: Sequence[int]) -> None:
        """Report shares of 1 among the per cents of ``rows``."""
        places = np.array(rows, dtype=int)
        mixed = places[shares_among(values[places])]
        if len(mixed) and not is_money(column):
            shown = {
                "small": f"{values[mixed[0]]:g}",
                "large": f"{np.nanmax(values[places]):g}",
                "count": len(mixed),
            }
            place = {"place": self.table.where(mixed[0], column), "column": brief(column)}
            self.report.problem(message("problem-mixed-shares", mapping=self.mapping_file, **place, **shown))

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


def _foreign(cell: object) -> bool:
    """Return whether ``cell`` has digits of another script than ours."""
    return any(letter.isdigit() and not letter.isascii() for letter in str(cell))
