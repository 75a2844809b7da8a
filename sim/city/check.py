"""A city's file looked through before it is used: every guess with its alternatives, all problems at once.

`check_city` gives the whole picture, `settled` the mapping that writes every guess down; change that mapping
(`dataclasses.replace`), check again with it, and `sim.city.mapping_text.write_mapping` keeps it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from sim.city.city import City
from sim.city.guesses import ONLY, guesses_of, guesses_unread
from sim.city.indicators import LOWERS, RAISES
from sim.city.load import city_of
from sim.city.mapping import Columns, LongColumns, Mapping, read_mapping
from sim.city.meaning import Guess, Indicator
from sim.city.reading import Reading, read
from sim.city.report import Report
from sim.city.source import read_alone
from sim.files.errors import InputError
from sim.locale.text import Text

DECIDED = (
    "stated",
    "again",
    "total",
    "whole",
    "nowhere",
)  # reasons to leave a row out that a mapping may overrule


class CheckedRow(NamedTuple):
    """One row of the file: its district's name, people and hardship (nan: unknown or to be drawn).

    ``left_out``: "", or why it is no district (stated, empty, again, total, whole, nowhere, nobody).
    """

    row: str
    name: str
    population: float
    hardship: float
    left_out: str


@dataclass(frozen=True)
class Check:
    """What a reading of ``file`` came to.

    ``guesses`` (name, key, population, area_km2, population_unit, indicator, value, only.COLUMN, table, sheet, layer,
    encoding, header, separator, decimal, crs, swapped)
    and ``indicators`` are what was taken for what, among the ``columns`` of the files; ``rows`` every row;
    ``problems`` one line each and ``notes``, in every language; ``city`` what it makes, None while there
    are problems.
    """

    file: str
    mapping: Mapping
    guesses: tuple[Guess, ...]
    columns: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    rows: tuple[CheckedRow, ...]
    problems: tuple[Text, ...]
    notes: tuple[Text, ...]
    city: City | None

    @property
    def sound(self) -> bool:
        """Whether the file makes a city."""
        return self.city is not None


def check_city(path: Path, table: Path | None = None, mapping: Mapping | None = None) -> Check:
    """Return what the file at ``path`` would be read as, with the figures of ``table`` joined to it if given.

    ``mapping`` stands for the one beside the file. Whatever is wrong with the files stands in ``problems``.
    """
    given = Mapping()
    try:
        given = read_mapping(path.with_suffix(".toml")) if mapping is None else mapping
        reading = read(path, table, given)
    except InputError as error:
        return _unread(path, table, given, error.all_said)
    city, problems = None, tuple(reading.report.problems)
    if not problems:
        try:
            city = city_of(reading, path, str(path))
        except InputError as error:
            problems = error.all_said
    return Check(
        path.name,
        given,
        guesses_of(reading.source, given, reading.meaning, reading.unit, reading.decimal, reading.degrees),
        reading.source.table.columns,
        reading.meaning.indicators,
        _rows(reading),
        problems,
        tuple(reading.report.notes),
        city,
    )


def _unread(path: Path, table: Path | None, mapping: Mapping, problems: tuple[Text, ...]) -> Check:
    """Return the check of files that make no reading, with what each of them says by itself."""
    sources = []
    for file in (path, table):
        try:
            sources += [] if file is None else [read_alone(file, mapping, Report())]
        except InputError:  # stands in ``problems``
            continue
    columns = dict.fromkeys(column for source in sources for column in source.table.columns)
    return Check(
        path.name, mapping, guesses_unread(sources, mapping), tuple(columns), (), (), problems, (), None
    )


def _rows(reading: Reading) -> tuple[CheckedRow, ...]:
    hardship = np.where(np.isnan(reading.hardship), np.nan, reading.hardship).tolist()
    return tuple(
        CheckedRow(
            label,
            reading.names[row],
            float(reading.population[row]),
            hardship[row],
            reading.left_out.get(row, ""),
        )
        for row, label in enumerate(reading.source.table.rows)
    )


# Long: a key of the mapping a line
def settled(check: Check) -> Mapping:
    """Return the mapping of ``check`` with every guess written down, so that nothing is left to be guessed.

    That of a file which could not be read at all is returned as it is.
    """
    if not check.rows:
        return check.mapping
    chosen = {guess.what: guess.chosen for guess in check.guesses}
    used = [one for one in check.indicators if one.used]
    columns = Columns(
        name=chosen.get("name"),
        key=chosen.get("key"),
        population=chosen.get("population"),
        area_km2=chosen.get("area_km2"),
        raise_hardship=tuple(one.column for one in used if one.direction == RAISES),
        lower_hardship=tuple(one.column for one in used if one.direction == LOWERS),
    )
    return replace(
        check.mapping,
        columns=columns,
        long=LongColumns(chosen.get("indicator"), chosen.get("value")),
        only={what.removeprefix(ONLY): one for what, one in chosen.items() if what.startswith(ONLY) and one},
        table=chosen.get("table"),
        sheet=chosen.get("sheet") or check.mapping.sheet,
        layer=chosen.get("layer") or check.mapping.layer,
        encoding=chosen.get("encoding"),
        separator=chosen.get("separator"),
        header=_header(chosen.get("header")),
        population_unit=int(chosen.get("population_unit") or 0) or None,
        decimal=chosen.get("decimal"),
        crs=chosen.get("crs"),
        swapped=None if chosen.get("swapped") is None else chosen["swapped"] == "true",
        leave_out=_left_out(check),
    )


def _header(rows: str | None) -> tuple[int, ...] | None:
    return tuple(map(int, rows.split("+"))) if rows else None


def _left_out(check: Check) -> tuple[str, ...]:
    names = [row.name for row in check.rows]
    left = [row for row in check.rows if row.left_out in DECIDED]
    return tuple(row.name if row.name and names.count(row.name) == 1 else row.row for row in left)
