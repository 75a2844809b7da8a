"""One city's file read step by step: what each column means, which rows are districts, what is wrong with it.

Nothing stops at the first fault: problems and notes are gathered, so that all are told at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sim.city.aggregates import whole_city
from sim.city.coordinates import Degrees, to_degrees
from sim.city.figures import Figures
from sim.city.geography import Floats
from sim.city.ground import Metres, to_metres
from sim.city.hardship import Basis, are_fractions, basis_of, hardship_of
from sim.city.indicators import LOWERS, is_money, is_share
from sim.city.mapping import Mapping, read_mapping
from sim.city.meaning import Indicator, Meaning, meaning_of, require_columns
from sim.city.no_districts import no_districts, tell_region
from sim.city.numerals import decimal_mark, is_missing
from sim.city.people import people_of
from sim.city.repeats import long_table, same_rows
from sim.city.report import Report
from sim.city.source import UNSURE_LETTERS, Source, read_source
from sim.city.table import as_name, row_in_words
from sim.files.errors import InputError, Problems, brief
from sim.locale.text import message

MOST_DISTRICTS = 10_000
MOST_KM2 = 1e6
LONGEST_NAME = 100
LARGEST_FIGURE = 1e12


@dataclass
class Reading:
    """What a file says, row by row (R), before a city is made of it; ``kept`` are the rows that are districts."""

    source: Source
    mapping: Mapping
    mapping_file: str
    meaning: Meaning
    decimal: str | None
    names: list[str]
    population: Floats
    unit: int | None  # in which the table counts people, None where that is unsure
    area_km2: Floats
    figures: dict[str, Floats]
    bases: list[Basis]
    hardship: Floats
    degrees: Degrees | None
    metres: Metres
    kept: list[int]
    left_out: dict[int, str]  # row -> why: stated, empty, again, total, whole, nowhere, nobody
    report: Report


def read(path: Path, figures: Path | None = None, mapping: Mapping | None = None) -> Reading:
    """Return what the file at ``path`` says, with the table ``figures`` joined to it if given.

    ``mapping`` replaces the one beside the file. Raises `InputError` only where nothing can be said about the
    file at all; what is wrong with rows and columns stands in ``report.problems``.
    """
    mapping_file = path.with_suffix(".toml")
    mapping = read_mapping(mapping_file) if mapping is None else mapping
    report = Report()
    source = read_source(path, mapping, figures, report)
    table = source.table
    try:
        if not table.rows:
            raise InputError(message("problem-no-districts", file=table.file))
        meaning = meaning_of(table, mapping.columns, mapping_file.name)
        require_columns(meaning, table, mapping_file.name)
    except InputError as error:  # what was found out before may be why
        raise Problems(report.problems if source.unsure else [*report.problems, *error.all_said]) from None
    return _Steps(source, mapping, mapping_file.name, meaning, report).reading()


class _Steps:
    """The steps of one reading, in their order."""

    def __init__(self, source: Source, mapping: Mapping, mapping_file: str, meaning: Meaning, report: Report):
        self.source, self.mapping, self.meaning, self.report = source, mapping, meaning, report
        self.table, self.mapping_file = source.table, mapping_file
        self.left_out: dict[int, str] = {}
        used = [self.table.cells[column] for column in meaning.used if column in self.table.cells]
        self.decimal = mapping.decimal or decimal_mark(used)
        self.figures = Figures(self.table, self.decimal, mapping.decimal is not None, mapping_file, report)

    def reading(self) -> Reading:
        self.note_guesses()
        names = self.row_names()
        self.leave_out_stated(names)
        self.leave_out_empty(names)
        people = people_of(self.figures, str(self.meaning.population.chosen), self.present(), self.mapping)
        population = people.persons
        figures = {one.column: self.indicator(one) for one in self.used()}
        area = self.area()
        self.figures.note_habits()
        self.leave_out_totals(names, population, list(figures.values()))
        degrees, metres = self.places(names)
        self.leave_out_unplaced(names, population, metres)
        kept = [row for row in range(len(self.table.rows)) if row not in self.left_out]
        self.check(names, population, kept)
        self.settle_letters(names, kept)
        bases, hardship = self.hardship(figures, population, kept)
        return Reading(
            self.source, self.mapping, self.mapping_file, self.meaning, self.decimal, names, population,
            people.unit, area, figures, bases, hardship, degrees, metres, kept, self.left_out, self.report,
        )  # fmt: skip

    def note_guesses(self) -> None:
        """Say which columns stand for name and population where their names do not, and refuse twins that differ."""
        name, population = self.meaning.name, self.meaning.population
        plain = (str(name.chosen).lower(), str(population.chosen).lower()) == ("name", "population")
        if not plain and not (name.stated and population.stated):
            self.report.note("reading-columns-guessed", name=name.chosen, population=population.chosen)
        for column in self.meaning.used:
            twin = self.table.cells.get(f"{column} (2)")
            if twin is not None and list(twin) != list(self.table.cells[column]):
                shown = {"file": self.table.file, "column": brief(column)}
                self.report.problem(message("problem-column-twice", **shown))

    def used(self) -> list[Indicator]:
        return [one for one in self.meaning.indicators if one.used]

    def present(self) -> list[int]:
        return [row for row in range(len(self.table.rows)) if row not in self.left_out]

    def row_names(self) -> list[str]:
        """Return the districts' names, "" where there is none; where names repeat, the key tells them apart."""
        column, key = self.meaning.name.chosen, self.meaning.key.chosen
        names = [as_name(cell) for cell in self.table.cells[str(column)]]
        often = Counter(name for name in names if name)
        if key is None or max(often.values(), default=0) < 2:
            return names
        keys = [as_name(cell) for cell in self.table.cells[key]]
        self.report.note_names(
            "reading-names-repeat", [name for name, times in often.items() if times > 1], column=key
        )
        return [f"{name} ({own})" if often[name] > 1 else name for name, own in zip(names, keys, strict=True)]

    def leave_out_stated(self, names: Sequence[str]) -> None:
        wanted = set(self.mapping.leave_out or ())
        key = self.meaning.key.chosen
        for row, name in enumerate(names):
            known = {name, self.table.rows[row], as_name(self.table.cells[key][row]) if key else name}
            if known & wanted:
                self.left_out[row] = "stated"
                wanted -= known
        for unknown in sorted(wanted):
            shown = {"mapping": self.mapping_file, "name": brief(unknown)}
            self.report.problem(message("problem-leave-out", **shown))

    def leave_out_empty(self, names: Sequence[str]) -> None:
        """Leave out rows without name and figures: features without properties, rows of dashes."""
        figures = [column for column in self.meaning.used if column != self.meaning.name.chosen]
        empty = [
            row
            for row in self.present()
            if not names[row] and all(is_missing(self.table.cells[column][row]) for column in figures)
        ]
        if empty and len(empty) < len(self.present()):
            self.left_out |= dict.fromkeys(empty, "empty")
            self.report.note_names(
                "reading-left-out-empty", [row_in_words(self.table.rows[row]) for row in empty]
            )
        if self.mapping.leave_out is None:
            self.leave_out(same_rows(self.table, names, self.present()), "again", "reading-same-row", names)

    def indicator(self, one: Indicator) -> Floats:
        """Return the figures of one indicator; a negative one of what cannot be negative is a code for none."""
        values = self.figures.numbers(one.column, self.present(), -LARGEST_FIGURE, LARGEST_FIGURE)
        above_zero = bool(one.kind) or is_share(one.column) or is_money(one.column)
        values = self.figures.without_codes(one.column, values, self.present(), above_zero)
        if one.column not in self.mapping.as_written:
            self.figures.refuse_mixture(one.column, values, self.present())
        return values

    def area(self) -> Floats:
        column = self.meaning.area_km2.chosen
        return (
            np.full(len(self.table.rows), np.nan)
            if column is None
            else self.figures.numbers(column, self.present(), 0.0, MOST_KM2)
        )

    def leave_out_totals(self, names: Sequence[str], population: Floats, figures: Sequence[Floats]) -> None:
        rows = self.present()
        if self.mapping.leave_out is not None or len(rows) < 3:  # the mapping has decided
            return
        shares = [values[rows] for values in figures]
        title = self.mapping.title.translate("en") if self.mapping.title else Path(self.table.file).stem
        for why, note, places in no_districts([names[row] for row in rows], population[rows], shares, title):
            self.leave_out([rows[i] for i in places], why, note, names)
        column, said = str(self.meaning.population.chosen), self.mapping_file
        tell_region(self.table, column, self.present(), names, population, said, self.report)

    def leave_out(self, rows: Sequence[int], why: str, note: str, names: Sequence[str]) -> None:
        if rows:
            self.left_out |= dict.fromkeys(rows, why)
            self.report.note_names(note, [names[row] or row_in_words(self.table.rows[row]) for row in rows])

    def places(self, names: Sequence[str]) -> tuple[Degrees | None, Metres]:
        nowhere = Metres(np.full(len(self.table.rows), None, dtype=object), None)
        if self.table.shapes is None:
            return None, nowhere
        given = self.table.shapes.copy()
        given[list(self.left_out)] = None
        mapping = self.mapping
        try:
            file, said = self.table.file, self.mapping_file
            degrees = to_degrees(file, given, self.table.crs, mapping.crs, mapping.swapped, said, self.report)
            metres = to_metres(file, degrees.shapes, names, self.report)
        except InputError as error:
            self.report.attempt(error)
            return None, nowhere
        if mapping.leave_out is None and (round_all := whole_city(metres.shapes)):
            self.left_out |= dict.fromkeys(round_all, "whole")
            metres.shapes[round_all] = None
            self.report.note_names("reading-whole", [names[row] for row in round_all])
        return degrees, metres

    def leave_out_unplaced(self, names: Sequence[str], population: Floats, metres: Metres) -> None:
        """Leave out districts without a usable boundary in which nobody lives, where others have one."""
        if metres.projection is None:
            return
        rows = [row for row in self.present() if metres.shapes[row] is None and population[row] == 0]
        self.leave_out(rows, "nobody", "reading-left-out-nobody", names)

    def settle_letters(self, names: Sequence[str], kept: Sequence[int]) -> None:
        """Ask nothing about letters beyond ASCII that only stand where nothing is read: remarks, columns not used."""
        table = self.table
        read = (table.cells[column][row] for column in self.meaning.used for row in kept)
        texts = (*table.columns, *(names[row] for row in kept), *read)
        if "encoding" in self.source.unsure and all(str(text).isascii() for text in texts):
            self.report.withdraw(UNSURE_LETTERS)
            self.report.note("reading-encoding", encoding=self.source.encoding)
            self.source = self.source._replace(unsure=self.source.unsure - {"encoding"})

    def check(self, names: Sequence[str], population: Floats, kept: Sequence[int]) -> None:
        """Report what of the rows kept makes no city."""
        column = str(self.meaning.population.chosen)
        first: dict[str, int] = {}
        if (long := long_table(self.table, names, kept, self.mapping_file)) is not None:
            self.report.problem(long)
            return
        for row in kept:
            name = names[row]
            place = self.table.where(row, str(self.meaning.name.chosen))
            if not name:
                self.report.problem(message("problem-no-name-there", place=place))
            elif len(name) > LONGEST_NAME or not name.isprintable():
                self.report.problem(message("problem-long-name", place=place, most=LONGEST_NAME))
            elif name in first:
                other = row_in_words(self.table.rows[first[name]])
                shown = {"place": place, "name": brief(name), "other": other, "mapping": self.mapping_file}
                self.report.problem(message("problem-name-twice", **shown))
            first.setdefault(name, row)
            if is_missing(self.table.cells[column][row]):
                place = self.table.where(row, column)
                shown = {"place": place, "name": brief(name), "mapping": self.mapping_file}
                self.report.problem(message("problem-no-number", **shown))
        self.check_size(population, kept, column)

    def check_size(self, population: Floats, kept: Sequence[int], column: str) -> None:
        if not kept:
            self.report.problem(message("problem-no-districts", file=self.table.file))
        elif len(kept) > MOST_DISTRICTS:
            shown = {"file": self.table.file, "districts": len(kept), "most": MOST_DISTRICTS}
            self.report.problem(message("problem-many-districts", **shown))
        elif not self.report.problems and not np.nansum(population[list(kept)]) > 0:
            self.report.problem(message("problem-nobody", file=self.table.file, column=brief(column)))

    def hardship(
        self, figures: dict[str, Floats], population: Floats, kept: Sequence[int]
    ) -> tuple[list[Basis], Floats]:
        """Return how each indicator with figures was read, and hardship row by row, nan where to be drawn."""
        rows = list(kept)
        hardship = np.full(len(self.table.rows), np.nan)
        bases, parts = [], {}
        for one in self.used():
            values = figures[one.column][rows]
            if not np.isfinite(values).any():
                self.report.note_names("reading-no-figure-at-all", [one.column])
                continue
            basis = basis_of(one.column, one.direction == LOWERS, one.kind, self.mapping.reference, values)
            if basis.reference and are_fractions(values, basis.reference.value):
                self.report.note("reading-fractions", column=one.column)
            bases.append(basis)
            parts[one.column] = values
        people = np.nan_to_num(population[rows])
        if rows and people.sum() > 0 and not self.report.problems:
            hardship[rows] = hardship_of(parts, bases, people)
        return bases, hardship
