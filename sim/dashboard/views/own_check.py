"""What the check screen of an own city shows: every guess with its choices, all problems, the city in figures."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.city.check import DECIDED, Check, CheckedRow, settled
from sim.city.city import City
from sim.city.guesses import OF_COLUMNS, ONLY
from sim.city.indicators import LOWERS, RAISES
from sim.city.mapping import NOT_STATED
from sim.city.mapping_text import mapping_text
from sim.city.meaning import Guess, Indicator
from sim.city.periods import NEWEST
from sim.city.table import row_in_words
from sim.dashboard.state.own_mapping import LONGEST_SYSTEM, LONGEST_WORDS, UNUSED
from sim.dashboard.views.stage import geometry_of
from sim.locale.catalogue import translate
from sim.locale.numbers import number

Content = dict[str, Any]
_IN_WORDS = {
    ("separator", ","): "own-separator-comma",
    ("separator", ";"): "own-separator-semicolon",
    ("separator", "\t"): "own-separator-tab",
    ("separator", "|"): "own-separator-bar",
    ("decimal", ","): "own-decimal-comma",
    ("decimal", "."): "own-decimal-point",
    ("population_unit", "1"): "own-unit-1",
    ("population_unit", "1000"): "own-unit-1000",
    ("population_unit", "1000000"): "own-unit-1000000",
    ("swapped", "true"): "own-swapped-true",
    ("swapped", "false"): "own-swapped-false",
}
DIRECTIONS = {RAISES: "own-raises", LOWERS: "own-lowers", UNUSED: "own-unused"}


def checked(check: Check, language: str) -> Content:
    """Return what is shown of ``check`` besides its map and its rows."""
    stem, _, _ = check.file.rpartition(".")
    return {
        "headline": _headline(check, language),
        "sound": check.sound,
        "problems": [problem.translate(language) for problem in check.problems],
        "notes": [note.translate(language) for note in check.notes],
        "guesses": [_guess(one, check, language) for one in check.guesses if _matters(one)],
        "indicators": [_indicator(one, language) for one in check.indicators],
        "others": _others(check),
        "longest": LONGEST_SYSTEM,
        "words_of": _words_of(check, stem, language),
        "longest_words": LONGEST_WORDS,
        "mapping": {"name": f"{stem}.toml", "text": mapping_text(settled(check), check.file)},
    }


def _headline(check: Check, language: str) -> str:
    if check.city is None:
        return translate("own-problems", language, n=len(check.problems))
    city = check.city
    return translate(
        "own-headline",
        language,
        districts=city.districts,
        people=number(float(np.nansum(city.population)), language),
        basis=translate(f"own-basis-{city.hardship_basis}", language),
    )


def _matters(guess: Guess) -> bool:
    """Return whether there is something to say: a choice was made, or can be."""
    return guess.chosen is not None or bool(guess.alternatives) or guess.what in ("name", "population", "crs")


def _guess(guess: Guess, check: Check, language: str) -> Content:
    values = list(dict.fromkeys([*([guess.chosen] if guess.chosen else []), *guess.alternatives]))
    if guess.what in OF_COLUMNS:
        values += [column for column in check.columns if column not in values]
    return {
        "what": guess.what,
        "label": _label(guess.what, language),
        "value": guess.chosen or "",
        "stated": guess.stated,
        "settled": guess.chosen is not None,
        "typed": guess.what == "crs",
        "fixed": guess.what == "table",
        "options": [{"value": one, "label": _option(guess, one, language)} for one in values],
    }


def _label(what: str, language: str) -> str:
    if what.startswith(ONLY):
        return translate("own-guess-only", language, column=what.removeprefix(ONLY))
    return translate(f"own-guess-{what}", language)


def _option(guess: Guess, value: str, language: str) -> str:
    """Return how a choice is written: encodings by how a name reads there, rows, separators and switches in words, all
    else as the file has it.
    """
    if guess.what == "header":
        key = "own-header-rows" if "+" in value else "own-header-row"
        return translate(key, language, rows=value.replace("+", " + "))
    sample = dict(guess.samples).get(value)
    if sample is not None:
        return translate("own-reads", language, word=sample, encoding=value)
    if guess.what.startswith(ONLY) and value == NEWEST:
        return translate("own-newest", language)
    word = _IN_WORDS.get((guess.what, value))
    return translate(word, language) if word else value


def _indicator(one: Indicator, language: str) -> Content:
    direction = one.direction if one.used else UNUSED
    return {
        "column": one.column,
        "value": direction,
        "stated": one.stated,
        "settled": one.used or one.stated,
        "why": translate(f"own-reason-{one.reason}", language) if one.reason else "",
        "options": [{"value": value, "label": translate(key, language)} for value, key in DIRECTIONS.items()],
    }


def _others(check: Check) -> list[str]:
    """Return the columns that may be made indicators: those that mean nothing yet."""
    taken = {guess.chosen for guess in check.guesses if guess.what in OF_COLUMNS}
    taken |= {one.column for one in check.indicators}
    return [column for column in check.columns if column not in taken]


def _words_of(check: Check, stem: str, language: str) -> list[Content]:
    mapping = check.mapping
    title = mapping.title.translate(language) if mapping.title else ""
    texts = {"attribution": mapping.attribution, "licence": mapping.licence}
    stated = {key: "" if text == NOT_STATED else text.translate(language) for key, text in texts.items()}
    return [
        {
            "key": key,
            "label": translate(f"own-words-{key}", language),
            "value": said,
            "usual": stem if key == "title" else translate("city-not_stated", language),
        }
        for key, said in {"title": title, **stated}.items()
    ]


def shape(check: Check | None, language: str) -> Content:
    """Return the map and the rows of ``check``, sent once: {"geometry": None or of the stage, "rows": ...}.

    ``rows`` holds, for every row of the file, its name, people, hardship out of 100 (None: unknown or drawn), why it
    is left out, in words, and whether that can be changed; ``districts`` are the rows of the map's districts.
    """
    if check is None or not check.rows:
        return {}
    rows = check.rows
    return {
        "geometry": None if check.city is None else geometry_of(check.city, language),
        "cartogram": check.city is not None and check.city.cartogram,
        "districts": _districts(check.city, rows),
        "rows": {
            "names": [one.name or row_in_words(one.row).translate(language) for one in rows],
            "people": [_people(one, language) for one in rows],
            "hardship": [_of_hundred(one) for one in rows],
            "out": [translate(f"own-out-{one.left_out}", language) if one.left_out else "" for one in rows],
            "decided": [not one.left_out or one.left_out in DECIDED for one in rows],
        },
    }


def _districts(city: City | None, rows: tuple[CheckedRow, ...]) -> list[int]:
    return [] if city is None else [i for i, one in enumerate(rows) if not one.left_out]


def _people(row: CheckedRow, language: str) -> str:
    return "–" if np.isnan(row.population) else number(row.population, language)


def _of_hundred(row: CheckedRow) -> float | None:
    return None if np.isnan(row.hardship) else round(100 * row.hardship, 1)
