"""What was decided about a city's files without their user's word, each with the other ways it could have been."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sim.city.coordinates import Degrees, possible_systems
from sim.city.delimited import SEPARATORS
from sim.city.east_asia import SEVERAL_BYTES
from sim.city.encoding import ONE_BYTE
from sim.city.long_form import LongForm
from sim.city.mapping import UNITS, Columns, Mapping
from sim.city.meaning import Guess, Meaning, meaning_of
from sim.city.source import Source
from sim.city.table import Table
from sim.files.errors import InputError

OF_COLUMNS = ("name", "key", "population", "area_km2")
"""The guesses that are columns; any column may be meant."""
OF_LONG = ("indicator", "value")
"""The guesses that are columns of a table with a row for each figure."""
ONLY = "only."
"""Begins the names of guesses about which rows are read, before the name of a column."""
DECIMALS = (".", ",")
FOREIGN = ("utf-16", *SEVERAL_BYTES)
"""Encodings that are not judged, and can be chosen."""


def guesses_of(
    source: Source,
    mapping: Mapping,
    meaning: Meaning,
    unit: int | None,
    decimal: str | None,
    degrees: Degrees | None,
) -> tuple[Guess, ...]:
    """Return every guess of one reading: columns, how the files are written, where they lie."""
    columns = (meaning.name, meaning.key, meaning.population, meaning.area_km2)
    found = [
        *columns,
        *_of_people(unit, mapping),
        *_of_writing(source, mapping, decimal),
        *_of_place(source, mapping, degrees),
    ]
    return tuple(guess._replace(alternatives=_others(guess)) for guess in found)


def guesses_unread(sources: Sequence[Source], mapping: Mapping) -> tuple[Guess, ...]:
    """Return what is known of files that make no reading together, so that it can be changed all the same."""
    found: dict[str, Guess] = {}
    for source in sources:
        meaning = _meaning(source, mapping)
        for guess in guesses_of(source, mapping, meaning, 1, mapping.decimal, None):
            known = found.get(guess.what)
            if known is None or known.chosen is None:
                found[guess.what] = guess
    return tuple(found.values())


def _meaning(source: Source, mapping: Mapping) -> Meaning:
    """Return what the columns of ``source`` mean; where the mapping names one that is not there, without its word."""
    for columns in (mapping.columns, Columns()):
        try:
            return meaning_of(source.table, columns, "")
        except InputError:
            continue
    raise AssertionError("a mapping without columns names none that is missing")


def _of_people(unit: int | None, mapping: Mapping) -> Iterable[Guess]:
    """Yield in what people are counted, where that is not plainly persons."""
    if unit != 1 or mapping.population_unit is not None:
        chosen = None if unit is None else str(unit)
        yield Guess("population_unit", chosen, tuple(map(str, UNITS)), mapping.population_unit is not None)


def _of_writing(source: Source, mapping: Mapping, decimal: str | None) -> Iterable[Guess]:
    for form in source.forms:
        yield from _of_long_form(form, mapping)
    if source.companion is not None:
        yield Guess("table", source.companion, (), mapping.table is not None)
    if len(source.sheets) > 1:
        found = None if "sheet" in source.unsure else source.sheet
        yield Guess("sheet", found, source.sheets, mapping.sheet is not None)
    if len(source.layers) > 1:
        found = None if "layer" in source.unsure else source.layer
        yield Guess("layer", found, source.layers, mapping.layer is not None)
    if source.encoding is not None:
        found = None if "encoding" in source.unsure else source.encoding
        legal = tuple(encoding for encoding, _ in source.readings) or ("utf-8", *ONE_BYTE, *FOREIGN)
        yield Guess("encoding", found, legal, mapping.encoding is not None, source.readings)
    if source.table.header:
        yield Guess(
            "header", rows_text(source.table.header), _headers(source.table), mapping.header is not None
        )
    if source.separator is not None:
        yield Guess("separator", source.separator, SEPARATORS, mapping.separator is not None)
        yield Guess("decimal", decimal, DECIMALS, mapping.decimal is not None)


def _of_long_form(form: LongForm, mapping: Mapping) -> Iterable[Guess]:
    """Yield of which columns a table with several rows for each district was made, and which rows were read."""
    if form.indicator is not None:
        stated = mapping.long
        yield Guess("indicator", form.indicator, form.columns, stated.indicator is not None)
        yield Guess("value", form.value, form.columns, stated.value is not None)
    for one in form.slices:
        yield Guess(f"{ONLY}{one.column}", one.chosen, one.choices, one.stated)


def rows_text(rows: Sequence[int]) -> str:
    """Return the numbers of rows as one choice among others: "2+3"."""
    return "+".join(map(str, rows))


def _headers(table: Table) -> tuple[str, ...]:
    """Return what else may name the columns of ``table``: one row near where they were found, or two together."""
    last = table.header[-1] + 2
    return tuple(
        rows_text(range(row, row + many)) for many in (1, 2) for row in range(max(1, last - 7), last)
    )


def _of_place(source: Source, mapping: Mapping, degrees: Degrees | None) -> Iterable[Guess]:
    shapes = source.table.shapes
    if shapes is None:
        return
    system = degrees.crs if degrees is not None else mapping.crs or source.table.crs
    yield Guess("crs", system, possible_systems(shapes), mapping.crs is not None)
    turned = degrees.swapped if degrees is not None else bool(mapping.swapped)
    chosen = None if turned is None else "true" if turned else "false"
    yield Guess("swapped", chosen, ("true", "false"), mapping.swapped is not None)


def _others(guess: Guess) -> tuple[str, ...]:
    return tuple(one for one in guess.alternatives if one != guess.chosen)
