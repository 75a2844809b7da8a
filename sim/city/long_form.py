"""Tables with several rows for each district (a row for each figure, year or sex) to one row for each.

A column is made of each indicator, rows of everybody and the newest period are read, and all of that is said. Where the
table leaves open which rows are meant, that is a question.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import localtime
from typing import NamedTuple

from sim.city.mapping import Mapping
from sim.city.periods import NEWEST, is_open, moment, newest_first
from sim.city.pivot import Clash, Wide, widened
from sim.city.report import Report, listed
from sim.city.roles import (
    Roles,
    cell_text,
    filled_down,
    grouped,
    is_everybody,
    kinds,
    people_of_one_kind,
    roles_of,
)
from sim.city.table import Table
from sim.files.errors import InputError, brief, offer
from sim.locale.text import message

MOST_CHOICES = 60  # of rows to be read, offered to choose from


class Slice(NamedTuple):
    """Rows that are read: those with ``chosen`` in ``column``, one of its ``choices``; None where that is unsure."""

    column: str
    chosen: str | None
    choices: tuple[str, ...]
    stated: bool


class LongForm(NamedTuple):
    """How a table was brought into one row for each district.

    ``columns`` are all of the file; ``indicator`` and ``value`` those that columns were made of, or None.
    """

    columns: tuple[str, ...]
    indicator: str | None = None
    value: str | None = None
    slices: tuple[Slice, ...] = ()

    @property
    def unsure(self) -> bool:
        """Whether its user has to say which rows are meant."""
        return any(one.chosen is None for one in self.slices)


class _Questions(NamedTuple):
    """What is told of one table, and where its user answers."""

    table: Table
    mapping: Mapping
    mapping_file: str
    report: Report


def one_row_each(table: Table, mapping: Mapping, mapping_file: str, report: Report) -> tuple[Table, LongForm]:
    """Return ``table`` with one row for each district, and how that was reached; as it is where it has one.

    ``mapping`` may state the columns (``long``) and the rows (``only``). What is chosen and what is unsure stands in
    ``report``. Raises `InputError` for a stated column or row that is not there.
    """
    asked = _Questions(_filled(table, mapping, report), mapping, mapping_file, report)
    table, slices = _stated(asked)
    roles = roles_of(table, mapping.long)
    if roles is None or not _one_boundary_each(table, roles):
        slices += _of_one_kind(asked, table)
        return table, LongForm(asked.table.columns, slices=tuple(slices))
    table, found = _of_everybody(asked, table, roles)
    slices += found
    wide = widened(table, roles)
    while isinstance(wide, Clash):
        _tell_clash(asked, table, wide)
        if not wide.apart:
            return table, LongForm(asked.table.columns, slices=tuple(slices))
        choices = kinds(table, wide.apart[0])
        slices.append(Slice(wide.apart[0], None, tuple(choices[:MOST_CHOICES]), stated=False))
        table = _rows_with(table, wide.apart[0], choices[0])
        wide = widened(table, roles)
    slices += _of_period(asked, table, roles, wide)
    if roles.indicator and roles.value:
        shown = {"indicator": roles.indicator, "value": roles.value, "count": len(wide.table.rows)}
        report.note("reading-long", **shown)
    return wide.table, LongForm(asked.table.columns, roles.indicator, roles.value, tuple(slices))


def _filled(table: Table, mapping: Mapping, report: Report) -> Table:
    found, merged = filled_down(table, mapping.long) if table.rows else (table, None)
    if merged is not None:
        report.note("reading-filled-down", column=merged)
    return found


def refuse_unknown_slices(forms: Sequence[LongForm], mapping: Mapping, mapping_file: str) -> None:
    """Raise `InputError` for a column that ``mapping`` names for its rows and that none of the files has."""
    columns = [column for form in forms for column in form.columns]
    stated = (mapping.long.indicator, mapping.long.value, *mapping.only)
    for column in filter(None, stated):
        if column not in columns:
            shown = {"mapping": mapping_file, "column": brief(column)}
            raise InputError(message("problem-only-column", offer=offer(column, columns), **shown))


def _one_boundary_each(table: Table, roles: Roles) -> bool:
    """Return whether all rows of a district have the same boundary, if any."""
    shapes = table.shapes
    if shapes is None:
        return True
    groups = grouped(table, roles.area).values()
    return all(
        len({None if shapes[row] is None else shapes[row].wkb for row in rows}) == 1 for rows in groups
    )


def _stated(asked: _Questions) -> tuple[Table, list[Slice]]:
    """Return the rows of the table that its mapping states."""
    table, slices = asked.table, []
    for column, wanted in asked.mapping.only.items():
        if column not in table.columns or wanted == NEWEST:
            continue
        choices = kinds(asked.table, column)
        if wanted not in choices:
            shown = {"mapping": asked.mapping_file, "column": brief(column), "value": brief(wanted)}
            raise InputError(message("problem-only-row", offer=offer(wanted, choices), **shown))
        table = _rows_with(table, column, wanted)
        slices.append(Slice(column, wanted, tuple(choices[:MOST_CHOICES]), stated=True))
    return table, slices


def _rows_with(table: Table, column: str, wanted: str) -> Table:
    return table.select([row for row, cell in enumerate(table.cells[column]) if cell_text(cell) == wanted])


def _of_everybody(asked: _Questions, table: Table, roles: Roles) -> tuple[Table, list[Slice]]:
    """Return the rows of ``table`` that speak of everybody, and ask where none does."""
    slices = []
    for column in roles.dimensions:
        choices = kinds(table, column)
        whole = [one for one in choices if is_everybody(one)]
        chosen = whole[0] if len(whole) == 1 else None
        shown = {"column": brief(column), "names": listed(choices), "mapping": asked.mapping_file}
        if chosen is None:
            key = {"file": table.file, "first": brief(choices[0]), "key": brief(column)}
            asked.report.problem(message("problem-only-unsure", **shown, **key))
        else:
            asked.report.note("reading-only", value=chosen, **shown)
        slices.append(Slice(column, chosen, tuple(choices[:MOST_CHOICES]), stated=False))
        table = _rows_with(table, column, chosen or choices[0])
    return table, slices


def _of_one_kind(asked: _Questions, table: Table) -> list[Slice]:
    """Ask whether people of one kind are meant where all rows of a table are of them."""
    slices = []
    for column, kind in people_of_one_kind(table).items():
        if column not in asked.mapping.only:
            shown = {"file": table.file, "column": brief(column), "value": brief(kind)}
            asked.report.problem(message("problem-one-kind", mapping=asked.mapping_file, **shown))
            slices.append(Slice(column, None, (kind,), stated=False))
    return slices


def _of_period(asked: _Questions, table: Table, roles: Roles, wide: Wide) -> list[Slice]:
    """Say which period the figures are of, and ask where the newest cannot be told or is yet to come."""
    if roles.period is None:
        return []
    column, choices = roles.period, newest_first(kinds(table, roles.period))
    if len(choices) < 2:
        return []
    taken = dict.fromkeys(wide.periods.values())
    shown = {"column": brief(column), "names": listed(choices), "mapping": asked.mapping_file}
    stated = column in asked.mapping.only
    unsure = not stated and (is_open(choices) or _to_come(choices[0]))
    if unsure:
        key = {"file": table.file, "first": brief(choices[0]), "key": brief(column)}
        asked.report.problem(message("problem-only-unsure", **shown, **key))
    elif len(taken) == 1:
        asked.report.note("reading-newest", value=next(iter(taken)), **shown)
    else:
        told = [f"{name} {period}" for name, period in wide.periods.items()]
        asked.report.note("reading-newest-each", told=listed(told), **shown)
    chosen = next(iter(taken)) if len(taken) == 1 and not stated else NEWEST
    choices = [NEWEST, *choices] if chosen == NEWEST or unsure else choices
    return [Slice(column, None if unsure else chosen, tuple(choices[:MOST_CHOICES]), stated)]


def _to_come(period: str) -> bool:
    """Return whether ``period`` lies in a year that has not begun, so that its figures are a projection."""
    known = moment(period)
    return known is not None and known[0] > localtime().tm_year


def _tell_clash(asked: _Questions, table: Table, clash: Clash) -> None:
    """Say which two rows hold different figures of one district, indicator and period."""
    first, second = (table.rows[row].rpartition(" ")[2] for row in clash.rows)
    shown = {"file": table.file, "district": brief(clash.district), "column": brief(clash.column)}
    apart = ", ".join(map(brief, clash.apart)) or brief(clash.column)
    asked.report.problem(
        message(
            "problem-figures-twice",
            first=first,
            second=second,
            apart=apart,
            mapping=asked.mapping_file,
            **shown,
        )
    )
