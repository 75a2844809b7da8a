"""Which sheet of a workbook is the table of districts: the one that looks like it, where one alone does."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sim.city.delimited import Lines
from sim.city.header import LOOKED_AT
from sim.city.long_form import one_row_each
from sim.city.mapping import Columns, Mapping
from sim.city.meaning import meaning_of
from sim.city.numerals import is_number
from sim.city.report import Report, listed
from sim.city.spreadsheet import Page, sheets_of
from sim.city.table import Table, table_of
from sim.files.errors import InputError, brief
from sim.locale.text import message

_OF_DISTRICTS, _OF_FIGURES, _NO_TABLE = 2, 1, 0
_LOOKED_AT = 3 * LOOKED_AT  # lines of each sheet


class Chosen(NamedTuple):
    """The ``name`` of the sheet to read, the ``names`` of all, and whether that is for the user to say."""

    name: str
    names: tuple[str, ...]
    unsure: bool


def choose_sheet(path: Path, mapping: Mapping, mapping_file: str, report: Report) -> Chosen:
    """Return the sheet that ``mapping`` names, else the only visible one with names and a population.

    Where none has a population, the only one with a column of figures. Of several as good the first is read and
    ``report`` has the question. Raises `InputError` where no sheet holds a table.
    """
    pages, names = sheets_of(path, _LOOKED_AT)
    if mapping.sheet is not None:
        return Chosen(mapping.sheet, names, unsure=False)
    ranks = {name: _rank(lines, mapping) for name, lines in pages.items()}
    best = max(ranks.values(), default=_NO_TABLE)
    fit = [name for name, rank in ranks.items() if rank == best]
    if best == _NO_TABLE and len(fit) != 1:
        shown = {"file": path.name, "sheets": listed(names), "mapping": mapping_file}
        raise InputError(message("problem-no-sheet", **shown))
    if len(fit) > 1:
        shown = {"file": path.name, "names": listed(fit), "first": brief(fit[0]), "mapping": mapping_file}
        report.problem(message("problem-sheet-unsure", **shown))
    elif len(names) > 1:
        report.note_names("reading-sheets", names, used=fit[0], mapping=mapping_file)
    return Chosen(fit[0], names, unsure=len(fit) > 1)


def _rank(lines: Lines, mapping: Mapping) -> int:
    """Return how much the first ``lines`` of a sheet look like a table of districts."""
    if len(lines.cells) < 2:
        return _NO_TABLE
    try:
        written = table_of("", lines, mapping, "", Report())
        table, _ = one_row_each(written, mapping, "", Report())
    except InputError:
        return _NO_TABLE
    if len(table.columns) < 2 or not table.rows:
        return _NO_TABLE
    meaning = meaning_of(table, Columns(), "")
    people = mapping.columns.population or meaning.population.chosen
    if people in table.columns and any(map(is_number, table.cells[str(people)])):
        return _OF_DISTRICTS if meaning.name.chosen or mapping.columns.name in table.columns else _OF_FIGURES
    numeric = [one for one in table.columns if 2 * sum(map(is_number, table.cells[one])) > len(table.rows)]
    return _OF_FIGURES if len(table.rows) > 1 and len(numeric) > 0 and meaning.name.chosen else _NO_TABLE


def note_hidden(page: Page, table: Table, mapping_file: str, report: Report) -> None:
    """Say in ``report`` which rows and columns of the ``table`` its workbook hides."""
    if rows := [row for row in table.rows if int(row.rpartition(" ")[2]) in page.hidden_rows]:
        numbers, quoted = [row.rpartition(" ")[2] for row in rows], listed([f'"{row}"' for row in rows])
        report.note_names("reading-hidden", numbers, quoted=quoted, mapping=mapping_file)
    hidden = [
        column
        for column, place in zip(table.columns, table.places, strict=True)
        if place in page.hidden_columns
    ]
    if hidden:
        report.note_names("reading-hidden-columns", hidden)


def note_formats(page: Page, table: Table, report: Report) -> None:
    """Say in ``report`` which columns of the ``table`` hold numbers that its workbook shows as others."""
    placed = zip(table.columns, table.places, strict=True)
    if columns := [column for column, place in placed if place in page.formatted]:
        report.note_names("reading-as-shown", columns)
