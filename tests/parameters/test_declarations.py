"""Declarations: complete, in every language, consistent. One test a rule; each names all offenders."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from sim.files.errors import InputError
from sim.locale.catalogue import LANGUAGES, bundle_of, keys, missing
from sim.locale.text import Text
from sim.model.schedule import ORDER
from sim.outcomes import FIRST_SEVEN, OUTCOMES
from sim.parameters import (
    ASSUMPTIONS,
    COLUMNS,
    CONTEXT,
    DECLARATIONS,
    EVENTS,
    LEVER_GROUPS,
    LEVERS,
    PARAMETERS,
    SHARES,
    Parameter,
)
from sim.parameters.declaration import Declaration, read_declaration
from sim.parameters.registry import declare

STRENGTHS = {"strong", "moderate", "weak", "contested", "judgement", "theory"}
SHOWN = [*LEVERS.values(), *ASSUMPTIONS.values(), *CONTEXT.values()]
NARROW = "\u202f"
DTYPES = {"resident": {"f4", "u1", "i4"}, "district": {"f8"}, "city": {"f8"}}


def texts() -> Iterator[tuple[str, Text]]:
    """Yield every declared text with the name of who declares it."""
    for parameter in PARAMETERS.values():
        yield from ((parameter.name, text) for text in (parameter.title, parameter.help, parameter.contrary))
    for one in DECLARATIONS.values():
        yield from ((one.name, text) for text in (one.title, one.claim, one.contrary))
        yield from ((one.name, one.off.meaning) for _ in [0] if one.off)
    for outcome in OUTCOMES.values():
        yield from ((outcome.id, text) for text in (outcome.label, outcome.help, outcome.definition))


def test_no_language_lacks_a_message() -> None:
    assert {language: missing(language) for language in LANGUAGES} == {one: [] for one in LANGUAGES}


def test_no_language_has_a_message_that_english_lacks() -> None:
    assert {language: set(keys(language)) - set(keys("en")) for language in LANGUAGES} == {
        one: set() for one in LANGUAGES
    }


def test_every_declared_word_of_the_model_is_declared_by_something() -> None:
    """A message whose parameter was renamed would stay behind unseen."""
    families = {
        "lever": LEVERS,
        "assumption": ASSUMPTIONS,
        "constant": PARAMETERS,
        "context": CONTEXT,
        "mechanism": DECLARATIONS,
        "outcome": OUTCOMES,
    }
    others = re.compile(r"(outcome-group|unit|constant-contrary|context-contrary)")
    left_over = []
    for key in keys("en"):
        family, _, name = key.partition(".")[0].partition("-")
        if family in families and not others.match(key) and name not in families[family]:
            left_over.append(key)
    assert left_over == []


def test_words_are_there_trimmed_and_on_one_line() -> None:
    said = [(name, language, text.translate(language)) for name, text in texts() for language in LANGUAGES]
    assert [one for one in said if not one[2] or one[2] != one[2].strip() or "\n" in one[2]] == []


def test_french_has_its_typography() -> None:
    """Narrow no-break spaces before high punctuation and inside guillemets, decimal commas."""
    offenders = []
    for name, text in texts():
        bare = re.sub(r"(doi:|arXiv:)\S+", "", text.translate("fr"))
        wrong = rf"[^{NARROW}][:;?!%»]|«[^{NARROW}]|\d\.\d"
        if re.search(wrong, bare) or NARROW in text.translate("en"):
            offenders.append((name, bare))
    assert offenders == []


def test_titles_fit_two_lines_of_26_letters() -> None:
    titles = [(p.name, p.title.translate(language)) for p in SHOWN for language in LANGUAGES]
    assert [
        one
        for one in titles
        if len(textwrap.wrap(one[1], 26, break_on_hyphens=False)) > 2 or one[1].endswith(".")
    ] == []


def test_help_and_contrary_are_one_sentence_and_differ_between_the_languages() -> None:
    lines = [(p.name, text) for p in SHOWN for text in (p.help, p.contrary)]
    assert [
        (name, text.translate("en"))
        for name, text in lines
        for words in [[text.translate(language) for language in LANGUAGES]]
        if len(set(words)) < len(words)
        or any(len(one) > 180 or not one.endswith((".", "?")) for one in words)
    ] == []


def test_claims_of_mechanisms_are_sentences() -> None:
    lines = [text for one in DECLARATIONS.values() for text in (one.claim, one.contrary)]
    assert [text for text in lines if not all(text.translate(one).endswith(".") for one in LANGUAGES)] == []


def test_evidence_is_named() -> None:
    def wrong(one: Parameter | Declaration) -> bool:
        study = re.search(r"\b(19|20)\d\d\b", one.source)
        dois = re.findall(r"doi:([^\s;,]+)", one.source)
        return (
            one.strength not in STRENGTHS
            or not one.source
            or (one.strength in {"strong", "moderate"} and not study)
            or not all(re.match(r"10\.\d{4,5}/\w", doi) for doi in dois)
        )

    assert [one.name for one in (*PARAMETERS.values(), *DECLARATIONS.values()) if wrong(one)] == []


def test_ranges_nest_and_hold_the_default() -> None:
    def wrong(p: Parameter) -> bool:
        (low, high), (least, most) = p.possible, p.explored
        return not low <= least <= most <= high or (
            p.default != p.unlimited
            and (not least <= p.default <= most or type(p.default) is not (int if p.whole else float))
        )

    assert [p.name for p in PARAMETERS.values() if p.kind == "number" and wrong(p)] == []


def test_defaults_are_canonical() -> None:
    def wrong(p: Parameter) -> bool:
        spelt = str(p.default) if p.kind != "switch" else "no"
        checked = p.check(p.default)
        return checked != p.default or type(checked) is not type(p.default) or p.parse(spelt) != p.default

    assert [p.name for p in PARAMETERS.values() if wrong(p)] == []


def test_choices_explore_what_is_possible() -> None:
    choices = [p for p in SHOWN if p.kind == "choice"]
    assert choices
    assert [
        p.name for p in choices if not set(p.explored) <= set(p.possible) or p.default not in p.explored
    ] == []


def test_every_lever_stands_in_one_group_and_shares_are_levers() -> None:
    grouped = [name for names in LEVER_GROUPS.values() for name in names]
    assert grouped == list(LEVERS)
    assert [name for names in SHARES.values() for name in names if name not in LEVERS] == []
    assert {p.name: p.group for p in LEVERS.values()} == {
        name: group for group, names in LEVER_GROUPS.items() for name in names
    }


def test_every_mechanism_of_the_schedule_is_declared_in_its_place() -> None:
    assert [name for name in DECLARATIONS if name not in ("start", "measurement")] == [m.name for m in ORDER]
    assert [(m.name, m.section) for m in ORDER] == [
        (one.name, one.section) for one in DECLARATIONS.values() if one.name not in ("start", "measurement")
    ]


def test_columns_have_bounds_a_type_of_their_entity_and_a_meaning() -> None:
    assert [
        c.name
        for c in COLUMNS.values()
        if not c.low < c.high or c.dtype not in DTYPES[c.entity] or not c.meaning
    ] == []


def test_a_column_is_declared_by_a_mechanism_that_writes_it() -> None:
    writers = {m.name: set(m.writes) for m in ORDER}
    set_by_others = {
        "start": set(COLUMNS),
        "budget": {"budget_factor"},
    }  # institutions'
    assert [
        name
        for one in DECLARATIONS.values()
        for name in one.columns
        if name not in writers.get(one.name, set()) | set_by_others.get(one.name, set())
    ] == []


def test_a_kind_of_event_is_declared_by_the_mechanism_that_lets_it_happen() -> None:
    assert {m.name: set(m.events) for m in ORDER} == {m.name: set(DECLARATIONS[m.name].events) for m in ORDER}
    assert set(EVENTS) - {kind for m in ORDER for kind in m.events} == {"reform"}  # institutions'


def test_outcomes_have_an_axis_and_a_material_difference_inside_it() -> None:
    assert [
        outcome.id
        for outcome in OUTCOMES.values()
        if not 0.0 < outcome.material < outcome.axis[1] - outcome.axis[0]
    ] == []
    assert [name for name in FIRST_SEVEN if name not in OUTCOMES] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogues_parse_without_junk(language: str) -> None:
    assert len(keys(language)) > 100
    assert bundle_of(language).has_message("mechanism-trust")


DECLARED = """\
section = "5.20"

[columns]
curfew = { of = "city", dtype = "f8", low = 0.0, high = 1.0, meaning = "a curfew holds" }

[assumptions.curfew_fear]
default = 0.5
possible = [0.0, 1.0]

[assumptions.curfew_fear.en]
label = "Fear of curfews"
"""


def test_a_declaration_from_outside_brings_its_words(tmp_path: Path) -> None:
    path = tmp_path / "curfew.toml"
    path.write_text(DECLARED, encoding="utf-8")
    declared = read_declaration(path, {})
    assert declared.parameters["curfew_fear"].title.translate("fr") == "Fear of curfews"
    assert declared.parameters["curfew_fear"].group == "curfew"
    assert declared.columns["curfew"].entity == "city"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("section", "sektion", "unknown key 'sektion'; did you mean 'section'"),
        ("default = 0.5\n", "", "'default' is missing"),
    ],
)
def test_a_declaration_that_is_wrong_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "curfew.toml"
    path.write_text(DECLARED.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_declaration(path, {})


def test_nothing_is_declared_twice() -> None:
    other = DECLARATIONS["trust"].__class__(**{**vars(DECLARATIONS["trust"]), "name": "other"})
    with pytest.raises(InputError, match="'trust' is declared already"):
        declare(other)
