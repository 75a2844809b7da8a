"""Which column does what in a table with several rows for each district: whose, of what, when, in what unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from sim.city import district_columns
from sim.city.header import is_empty
from sim.city.indicators import is_uncertain
from sim.city.mapping import LongColumns
from sim.city.numerals import is_missing, is_number
from sim.city.periods import are_periods
from sim.city.table import Table
from sim.city.words import fold, vocabulary, words

_WORDS = {what: tuple(names) for what, names in vocabulary("long").items()}
_NAMES = (*vocabulary("columns")["names"], *vocabulary("columns")["keys"])
_LABELS = ("name", "label", "libelle", "lib", "nom", "bezeichnung", "nombre", "nome")
_ROW_IDS = frozenset({"id", "fid", "objectid"})


class Roles(NamedTuple):
    """The columns of a table by what they do there.

    ``area`` tells the districts apart; ``indicator`` and ``value`` are None where each figure has a column of its own,
    ``figures``; ``kept`` say the same in all rows of a district; ``dimensions`` (sex, age) differ within it, and
    ``qualifiers`` are such columns of which each indicator has one cell only.
    """

    area: str
    indicator: str | None
    value: str | None
    period: str | None
    unit: str | None
    scale: str | None
    kept: tuple[str, ...]
    figures: tuple[str, ...]
    dimensions: tuple[str, ...]
    qualifiers: tuple[str, ...]


def roles_of(table: Table, stated: LongColumns) -> Roles | None:
    """Return what each column of ``table`` does, None where it has one row for each district.

    ``stated`` are the columns that the mapping names.
    """
    indicator, value = _figures_of(table, stated)
    area = _area(table, None not in (indicator, value))
    if area is None:
        return None
    period = _first(table, "period", lambda column: are_periods(table.cells[column]))
    within = [column for column in table.columns if column != area and not determines(table, [area], column)]
    indicator = indicator or (value and _only_kind(table, within))
    varied = bool({indicator, period} & set(within)) or len(kinds(table, indicator or area)) == 1
    of_figures = None not in (indicator, value) and varied
    if not of_figures and period not in within and not any(_is(column, "dimension") for column in within):
        return None
    if not of_figures:
        indicator = value = None
    taken = {area, indicator, value, period}
    unit = _first(table, "unit", _free(table, taken))
    scale = _first(table, "scale", lambda one: one not in taken)
    rest = [column for column in within if column not in {*taken, scale} and not _is_aside(column)]
    rest = [column for column in rest if not (of_figures and _is(column, "unit"))]
    dimensions = _dimensions(table, rest, indicator, period)
    figures = () if value else tuple(column for column in rest if _is_figure(table, column))
    gone = {*within, indicator, value, period} - {area}
    kept = tuple(column for column in table.columns if column not in gone and not _is_aside(column, area))
    qualifiers = tuple(column for column in table.columns if _qualifies(table, column, dimensions))
    return Roles(area, indicator, value, period, unit, scale, kept, figures, dimensions, qualifiers)


def filled_down(table: Table, stated: LongColumns) -> tuple[Table, str | None]:
    """Return a table of figures whose merged cells of districts are filled, and the column; None where there are none.

    A workbook keeps what stands in merged cells in the first of them.
    """
    indicator, value = _figures_of(table, stated)
    if value is None or indicator is None or any(map(is_empty, table.cells[indicator])):
        return table, None
    for column in table.columns:
        cells = table.cells[column]
        if _is_of_districts(column) and not is_empty(cells[0]) and any(map(is_empty, cells)):
            found: list[object] = []
            for cell in cells:
                found.append(found[-1] if is_empty(cell) else cell)
            return table._replace(cells={**table.cells, column: found}), column
    return table, None


def _figures_of(table: Table, stated: LongColumns) -> tuple[str | None, str | None]:
    """Return the column that says of what each figure is, and that of the figures; ``stated`` ones go first."""
    indicator = stated.indicator if stated.indicator in table.columns else _indicator(table)
    value = stated.value if stated.value in table.columns else _value(table)
    return indicator, value or (_only_figure(table) if indicator else None)


def determines(table: Table, left: Sequence[str], right: str) -> bool:
    """Return whether rows that agree in all columns ``left`` agree in ``right`` too."""
    known: dict[tuple[str, ...], str] = {}
    for row, cell in enumerate(table.cells[right]):
        key = tuple(str(table.cells[column][row]) for column in left)
        if known.setdefault(key, str(cell)) != str(cell):
            return False
    return True


def kinds(table: Table, column: str) -> list[str]:
    """Return the different filled cells of ``column`` as text, in the order of the file."""
    return list(dict.fromkeys(cell_text(cell) for cell in table.cells[column] if not is_empty(cell)))


def cell_text(cell: object) -> str:
    """Return ``cell`` as a mapping would write it: whole numbers without decimals, single blanks."""
    whole = isinstance(cell, float) and cell.is_integer()
    return " ".join(str(int(cell) if isinstance(cell, float) and whole else cell).split())


def is_everybody(text: str) -> bool:
    """Return whether ``text`` in a column of kinds of people stands for all of them."""
    folded = fold(text)
    return folded in _WORDS["whole"] or folded.startswith(("total ", "all categories"))


def says_nothing(unit: str) -> bool:
    """Return whether a cell of a column of units names none: "Value"."""
    return fold(unit) in _WORDS["plain"]


def _is(column: str, what: str) -> bool:
    return fold(column) in _WORDS[what]


def _is_aside(column: str, area: str = "") -> bool:
    return column != area and (_is(column, "aside") or is_uncertain(column))


def _first(table: Table, what: str, fits: Callable[[str], bool]) -> str | None:
    """Return the column whose name is the likeliest for ``what`` among those that fit."""
    found = [column for column in table.columns if _is(column, what) and fits(column)]
    return min(found, key=lambda column: _WORDS[what].index(fold(column)), default=None)


def _free(table: Table, taken: Collection[str | None]) -> Callable[[str], bool]:
    """Return what tells columns with words apart that are not ``taken``."""
    return lambda column: column not in taken and not _all_numbers(table, column)


def _area(table: Table, of_figures: bool) -> str | None:
    """Return the column that tells districts apart and repeats; None where some column tells all rows apart.

    A table of figures (``of_figures``) may hold a single one for each district.
    """
    count = len(table.rows)
    candidates = [column for column in table.columns if _is_of_districts(column)]
    often = {column: len(kinds(table, column)) for column in candidates}
    alone = any(number == count for column, number in often.items() if fold(column) not in _ROW_IDS)
    if alone and not of_figures:
        return None
    repeating = {column: n for column, n in often.items() if n > 1 and fold(column) not in _ROW_IDS}
    if not repeating:
        return None
    most = max(repeating.values())
    return min((c for c in repeating if repeating[c] == most), key=lambda column: _of_codes(table, column))


def _is_of_districts(column: str) -> bool:
    """Return whether the name of ``column`` says that it tells districts apart."""
    compound = district_columns.is_code(column) or district_columns.is_name(column)
    ends = words(column)[-1:] in (("nm",), ("cd",))
    return _is(column, "area") or fold(column) in _NAMES or ends or compound


def _of_codes(table: Table, column: str) -> bool:
    """Return whether most of the cells of ``column`` hold a digit, as codes do."""
    found = kinds(table, column)
    return 2 * sum(any(map(str.isdigit, cell)) for cell in found) > len(found)


def _value(table: Table) -> str | None:
    """Return the column called a value that holds mostly numbers."""
    return _first(table, "value", lambda column: _is_figure(table, column))


def _only_figure(table: Table) -> str | None:
    """Return the one column of figures whose name says of nothing else what they are; None of several."""
    others = ("period", "unit", "scale", "dimension", "indicator")
    found = [
        column
        for column in table.columns
        if _is_figure(table, column) and not _is_of_districts(column) and not _is_aside(column)
        if not any(_is(column, what) for what in others) and not are_periods(table.cells[column])
    ]
    return found[0] if len(found) == 1 else None


def _indicator(table: Table) -> str | None:
    """Return the column that says what a figure is of: labels rather than codes."""
    found = [
        column for column in table.columns if _is(column, "indicator") and not _all_numbers(table, column)
    ]
    labelled = [column for column in found if words(column)[-1:] and words(column)[-1] in _LABELS]
    ordered = sorted(found, key=lambda column: _WORDS["indicator"].index(fold(column)))
    return next(iter([*labelled, *ordered]), None)


def _only_kind(table: Table, within: Sequence[str]) -> str | None:
    """Return the one column of ``within`` that says of what a figure is though its name does not, None of several."""
    known = ("period", "unit", "scale", "value", "dimension")
    rest = [
        column for column in within if not any(_is(column, what) for what in known) and not _is_aside(column)
    ]
    found: list[str] = []
    for column in sorted(rest, key=lambda one: _of_codes(table, one)):
        if not _all_numbers(table, column) and not _is_twin(table, column, found):
            found.append(column)
    return found[0] if len(found) == 1 else None


def _all_numbers(table: Table, column: str) -> bool:
    return all(is_number(cell) for cell in table.cells[column] if not is_missing(cell))


def _is_figure(table: Table, column: str) -> bool:
    """Return whether most filled cells of ``column`` are numbers, and it is none of the kinds of people."""
    filled = [cell for cell in table.cells[column] if not is_missing(cell)]
    return not _is(column, "dimension") and 2 * sum(map(is_number, filled)) >= max(len(filled), 1)


def _dimensions(
    table: Table, columns: Sequence[str], indicator: str | None, period: str | None
) -> tuple[str, ...]:
    """Return those of ``columns`` that split the people of a district, without codes of one that stands beside them."""
    by = [column for column in (indicator, period) if column]
    found: list[str] = []
    for column in sorted(columns, key=lambda one: _all_numbers(table, one)):
        if not _is(column, "dimension") and _is_figure(table, column):
            continue
        if any(determines(table, [one], column) for one in by):
            continue
        if not _is_twin(table, column, found):
            found.append(column)
    return tuple(found)


def _is_twin(table: Table, column: str, found: Iterable[str]) -> bool:
    return any(determines(table, [one], column) and determines(table, [column], one) for one in found)


def _qualifies(table: Table, column: str, dimensions: Sequence[str]) -> bool:
    """Return whether ``column`` says of which people, without the codes of one that says so in words."""
    apart = column not in dimensions and not _is_twin(table, column, dimensions)
    return _is(column, "dimension") and apart and not _all_numbers(table, column)


def people_of_one_kind(table: Table) -> dict[str, str]:
    """Return column -> kind of people where all rows are of that one kind, and not of everybody."""
    found = {}
    for column in table.columns:
        cells = kinds(table, column) if _is(column, "dimension") else []
        if (
            len(cells) == 1
            and not is_everybody(cells[0])
            and not is_number(cells[0])
            and not is_missing(cells[0])
        ):
            found[column] = cells[0]
    return found


def grouped(table: Table, column: str) -> dict[str, list[int]]:
    """Return the rows of each district that ``column`` tells apart, in the order of the file."""
    groups: dict[str, list[int]] = defaultdict(list)
    for row, cell in enumerate(table.cells[column]):
        if not is_empty(cell):
            groups[cell_text(cell)].append(row)
    return groups
