"""The people of each district: persons, or thousands or millions of them where the table counts so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from sim.city.figures import Figures
from sim.city.geography import Floats
from sim.city.indicators import in_millions, in_thousands
from sim.city.mapping import Mapping
from sim.files.errors import brief
from sim.locale.text import message

MOST_PEOPLE = 1e9  # in one district
FEWEST_IN_PERSONS = 1000.0  # of the largest district; below, fractions are likely to be of thousands
_UNITS = {1000: "reading-in-thousands", 1_000_000: "reading-in-millions"}


class People(NamedTuple):
    """The ``persons`` row by row, nan where missing, and the ``unit`` the table counts in, None where it is unsure."""

    persons: Floats
    unit: int | None


def people_of(figures: Figures, column: str, rows: Sequence[int], mapping: Mapping) -> People:
    """Return the people that ``column`` counts; what is wrong with ``rows`` stands in the report of ``figures``.

    The unit is what ``mapping`` says, else what the column's name says, else persons. Fractions of persons are told,
    and asked about where no district has a thousand.
    """
    unit = mapping.population_unit or (
        1_000_000 if in_millions(column) else 1000 if in_thousands(column) else 1
    )
    counted = figures.numbers(column, rows, 0.0, MOST_PEOPLE / unit, people=unit == 1)
    if unit != 1:
        figures.report.note(_UNITS[unit], column=column)
        return People(unit * counted, unit)
    known = counted[list(rows)]
    parts = known[np.isfinite(known) & (known % 1 != 0)]
    if not parts.size:
        return People(counted, unit)
    shown = {"value": float(parts[0]), "mapping": figures.mapping_file}
    if mapping.population_unit is None and np.nanmax(known) < FEWEST_IN_PERSONS:
        named = {"file": figures.table.file, "column": brief(column), **shown}
        figures.report.problem(message("problem-people-unit", **named))
        return People(counted, None)
    figures.report.note("reading-parts-of-people", column=column, **shown)
    return People(counted, unit)
