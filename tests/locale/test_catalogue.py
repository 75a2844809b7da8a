"""The catalogues are sound, say the same in every language, and are read only when asked."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from fluent.syntax.ast import Junk

from sim.cli.output import shown
from sim.locale.catalogue import FALLBACK, LANGUAGES, keys, pattern, translate, words
from sim.locale.numbers import number, trimmed, with_sign
from sim.locale.text import message, written
from sim.outcomes import outcome
from tests.locale.catalogues import FOLDER, MARKER, page_patterns, parts, variables

NARROW = "\u202f"
UNUSED_IN_ENGLISH = {"sentence-decimal_years": {"n"}}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_sound_and_its_page_comes_after_its_model(language: str) -> None:
    text = (FOLDER / f"{language}.ftl").read_text(encoding="utf-8")
    assert text.count(MARKER) == 1
    assert [entry.content for part in parts(language) for entry in part.body if isinstance(entry, Junk)] == []
    assert len(keys(language)) == len(set(keys(language)))


def test_a_language_has_no_variable_that_english_lacks() -> None:
    english = page_patterns(FALLBACK)
    assert {
        f"{key} in {language}": sorted(extra)
        for language in LANGUAGES
        for key, said in page_patterns(language).items()
        if (extra := variables(said) - variables(english[key]) - UNUSED_IN_ENGLISH.get(key, set()))
    } == {}


def test_words_of_the_page_are_there_and_on_one_line() -> None:
    found = {(key, one): pattern(key, one) for key in page_patterns(FALLBACK) for one in LANGUAGES}
    assert {
        name: said for name, said in found.items() if not said or said != said.strip(" ") or "\n" in said
    } == {}


CODES = re.compile(r"(EPSG|synthetic):|(doi|arXiv):\S+")
"""What is to be typed has the typography of no language."""


def test_french_has_its_typography() -> None:
    """Narrow no-break spaces before high punctuation and inside guillemets, decimal commas."""
    wrong = re.compile(rf"[^{NARROW}][:;?!%»]|«[^{NARROW}]|\d\.\d")
    french = {key: CODES.sub("", pattern(key, "fr")) for key in keys("fr")}
    assert {key: said for key, said in french.items() if wrong.search(said)} == {}
    assert [key for key in keys("en") if NARROW in pattern(key, "en")] == []


@pytest.mark.parametrize(
    ("key", "language", "expected"),
    [
        ("sentence-weeks", "en", ["0 weeks", "1 week", "2 weeks"]),
        ("sentence-weeks", "fr", ["0 semaine", "1 semaine", "2 semaines"]),
        ("sentence-years", "en", ["0 years", "1 year", "2 years"]),
        ("sentence-years", "fr", ["0 an", "1 an", "2 ans"]),
        ("city-altered", "fr", ["0 changement", "1 changement", "2 changements"]),
        (
            "diary-outage",
            "fr",
            [
                "Les services sont en panne 0 semaine.",
                "Les services sont en panne une semaine.",
                "Les services sont en panne 2 semaines.",
            ],
        ),
    ],
)
def test_plurals_are_those_of_the_language(key: str, language: str, expected: list[str]) -> None:
    assert [translate(key, language, n=n) for n in (0, 1, 2)] == expected


def test_years_with_a_decimal() -> None:
    def said(years: float, language: str) -> str:
        return translate("sentence-decimal_years", language, n=years, written=number(years, language, 1))

    assert [said(1.0, "en"), said(1.5, "en"), said(2.0, "en")] == ["1.0 years", "1.5 years", "2.0 years"]
    assert [said(1.0, "fr"), said(1.5, "fr"), said(2.0, "fr")] == ["1,0 an", "1,5 an", "2,0 ans"]


def test_what_cannot_be_said_is_refused() -> None:
    with pytest.raises(KeyError, match="no-such-word"):
        translate("no-such-word", "fr")
    with pytest.raises(KeyError, match="no-such-panel"):
        words("no-such-panel", "fr")
    with pytest.raises(ValueError, match=r"'sentence-weeks' in fr: .*\bn\b"):
        translate("sentence-weeks", "fr")
    assert translate("shared-close", "tlh") == "Close"


def test_a_panel_gets_its_words_by_prefix_with_variables_left_to_the_browser() -> None:
    panel = words("panel", "en")
    assert panel["undo"] == "Undo"
    assert not [name for name in panel if "-" in name or "." in name]
    assert words("foot", "fr")["year"] == "Année {n}"
    panel["undo"] = ""
    assert words("panel", "en")["undo"] == "Undo"


def test_texts_hold_texts() -> None:
    more = message("reading-more", names="A, B", n=3)
    assert message("reading-repaired", names=more).translate("fr") == (
        f"Limites non valides, réparées{NARROW}: A, B et 3 de plus."
    )
    assert written(en="Mine", fr="").translate("fr") == "Mine"
    assert written(en="Mine", fr="La mienne").translate("fr") == "La mienne"


def test_numbers_are_written_as_the_language_does() -> None:
    assert [number(-1234567.891, one, 2) for one in LANGUAGES] == [
        "−1,234,567.89",
        f"−1{NARROW}234{NARROW}567,89",
    ]
    assert [number(1234.5, one, 1) for one in ("de", "tlh")] == ["1.234,5", "1,234.5"]
    assert [trimmed(text, "fr") for text in ("2,50", "2,00", f"1{NARROW}200")] == [
        "2,5",
        "2",
        f"1{NARROW}200",
    ]


@pytest.mark.parametrize(
    ("value", "told", "difference"),
    [
        (0.04, "0,0", "0,0"),
        (-0.04, "0,0", "0,0"),
        (0.06, "0,1", "+0,1"),
        (-0.06, "−0,1", "−0,1"),
        (10.0, "10,0", "+10,0"),
    ],
)
def test_what_rounds_to_nothing_has_no_sign(value: float, told: str, difference: str) -> None:
    assert number(value, "fr", 1) == told
    assert with_sign(number(value, "fr", 1)) == difference
    assert shown(outcome("wellbeing"), value / 100).replace("-", "−").replace(".", ",") == told
    signed = shown(outcome("wellbeing"), value / 100, signed=True)
    assert signed.replace("-", "−").replace(".", ",") == difference


def test_a_run_reads_no_catalogue() -> None:
    """Words are read when they are asked for: a receipt's notes, a table's labels, a page."""
    program = (
        "import sys, sim, sim.parameters\n"
        "sim.CityModel(city='synthetic:1', residents=20, burn_in=0, weeks=4).run()\n"
        "read = [name for name in ('fluent.runtime', 'babel') if name in sys.modules]\n"
        "print(read, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"
