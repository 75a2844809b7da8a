"""Scenario files and sets that are refused, in one line."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.parameters import LEVERS
from sim.scenario.scenario import (
    load_assumptions,
    load_scenario,
)
from tests.scenario.given import loaded_or_refused, refusal, write
from tests.thorough import tries

BAD_FILES = [
    ("[levers]\nsurveilance = 0.5", ["[levers]: surveilance = 0.5", "did you mean 'surveillance'?"]),
    ("[levers]\nsurveillance = 1.5", ["[levers]: surveillance = 1.5", "0 to 1"]),
    ("[levers]\nsurveillance = nan", ["surveillance = nan", "finite", "0 to 1"]),
    ("[levers]\nsurveillance = -inf", ["surveillance = -inf", "finite"]),
    ("[levers]\nsurveillance = true", ["surveillance = true", "must be a number"]),
    ('[levers]\nsurveillance = "0.5"', ["surveillance = '0.5'", "must be a number"]),
    ("[levers]\nsurveillance = 1979-05-27", ["surveillance = datetime.date", "must be a number"]),
    ("[levers]\nsurveillance = {a = 1}", ["surveillance = {'a': 1}", "must be a number"]),
    (f"[levers]\nsurveillance = 1{'0' * 400}", ["surveillance = 1000", "0 to 1"]),
    (f"[levers]\nsurveillance = 1{'0' * 9000}", ["broken TOML"]),
    ("[levers]\nsurveillance = 1e999", ["surveillance = inf", "finite"]),
    ("[levers]\nepsilon = 0", ["epsilon = 0", "0.01 to 10", "'none'"]),
    ('[levers]\nconsent = "optin"', ["consent = 'optin'", "did you mean 'opt_in'?"]),
    ('[levers]\nevolving = "perhaps"', ["evolving = 'perhaps'", "true or false"]),
    ("[levers]\nchilling = 1.0", ["chilling = 1.0", "is not a lever but an assumption"]),
    ("[levers]\naim_wellbeing = 0\naim_cost = 0\naim_order = 0", ["aim_wellbeing", "all 0"]),
    ("[levers]\nplaces = 0.1\nplaces = 0.2", ["broken TOML", "Cannot overwrite", "'places = 0.2'"]),
    ("[levers]\nplaces = 0.1\nplaces = 0.2\ncontinuity = 0.3", ["broken TOML", "line 3", "'places = 0.2'"]),
    ("[levers]\nplaces = 0.1\n[levers]\n", ["broken TOML", "line 3", "'[levers]'"]),
    ("[levers\nplaces = 0.1", ["broken TOML", "line 1", "'[levers'"]),
    ("levers = 3", ["levers = 3", "must be a table"]),
    ("[lever]\nplaces = 0.1", ["unknown key 'lever'", "did you mean 'levers'?"]),
    ("[levers]\n[text]\nen = 'x'", ["en = 'x'", "must be a table"]),
    ("[text.de]\ntitle = 'x'", ["[text]: unknown key 'de'", "did you mean 'en'?"]),
    ("[text.en]\ntitel = 'x'", ["[text.en]", "unknown key 'titel'", "did you mean 'title'?"]),
    ("[text.en]\ntitle = 3", ["[text.en]: title = 3", "must be text"]),
    (f"[text.fr]\ncaution = '{'x' * 3000}'", ["[text.fr]: caution = 'xxx", "at most 2000 letters"]),
    ("events = 3", ["events = 3", "list of tables"]),
    ("[[events]]\nweek = 3", ["event 1: kind is missing"]),
    ("[[events]]\nkind = 'breach'", ["event 1 (breach): week is missing"]),
    ("[[events]]\nkind = 'leak'\nweek = 3", ["kind = 'leak'", "breach, outage"]),
    ("[[events]]\nkind = 'outtage'\nweek = 3", ["kind = 'outtage'", "did you mean 'outage'?"]),
    ("[[events]]\nkind = 'breach'\nweek = -1", ["week = -1", "0 to 5200 weeks"]),
    ("[[events]]\nkind = 'breach'\nweek = 1.5", ["week = 1.5", "whole number"]),
    ("[[events]]\nkind = 'breach'\nweek = true", ["week = true", "whole number"]),
    ("[[events]]\nkind = 'breach'\nweek = 1\ndepth = 0.1", ["event 1 (breach): unknown key 'depth'"]),
    ("[[events]]\nkind = 'breach'\nweek = 1\ncity = '../x'", ["city = '../x'", "'all'"]),
    ("[[events]]\nkind = 'budget_cut'\nweek = 1\ndepth = 1.5", ["depth = 1.5", "0 to 1"]),
    ("[[events]]\nkind = 'budget_cut'\nweek = 1\ndepth = nan", ["depth = nan", "0 to 1"]),
    ("[[events]]\nkind = 'budget_cut'\nweek = 1\nweeks = 0", ["weeks = 0", "1 to 5200 weeks"]),
    ("[[events]]\nkind = 'reform'\nweek = 1\nvalue = 0", ["event 1 (reform): lever is missing"]),
    ("[[events]]\nkind = 'reform'\nweek = 1\nlever = 'places'", ["event 1 (reform): value is missing"]),
    (
        "[[events]]\nkind = 'reform'\nweek = 1\nlever = 'place'\nvalue = 0.2",
        ["lever = 'place'", "did you mean 'places'?"],
    ),
    ("[[events]]\nkind = 'reform'\nweek = 1\nlever = 'places'\nvalue = 7", ["places = 7", "0 to 1"]),
    (
        (
            "[levers]\naim_wellbeing = 0\naim_cost = 0\n"
            "[[events]]\nkind = 'reform'\nweek = 9\nlever = 'aim_order'\nvalue = 0"
        ),
        ["after the reform of week 9", "aim_order are all 0"],
    ),
    ("[[events]]\nkind = 'breach'\nweek = 1\n" * 1001, ["1001 events", "at most 1000"]),
    ("x = " + "[" * 100_000, ["nested too deeply"]),
    ("   \n", ["the file is empty"]),
]


@pytest.mark.parametrize(("text", "parts"), BAD_FILES, ids=lambda v: str(v)[:40])
def test_bad_scenario_files_are_refused_in_one_line(tmp_path: Path, text: str, parts: list[str]):
    path = write(tmp_path, text)
    message = refusal(load_scenario, path)
    assert message.startswith(str(path))
    for part in parts:
        assert part in message


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"\xff\xfe[\x00l\x00", "not UTF-8 text (byte 1)"),
        ("[text.fr]\ntitle = 'é'".encode("latin-1"), "not UTF-8 text (byte 20)"),
        (b"# long\n" * 200_000, "larger than 1 MB"),
        (b"a = 1\x00", "broken TOML"),
    ],
)
def test_bad_bytes_are_refused(tmp_path: Path, content: bytes, part: str):
    path = tmp_path / "mine.toml"
    path.write_bytes(content)
    assert part in refusal(load_scenario, path)


def test_a_byte_order_mark_is_forgiven(tmp_path: Path):
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xef\xbb\xbf[levers]\nplaces = 0.9\n")
    assert load_scenario(path).levers["places"] == 0.9


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("controll", "unknown scenario 'controll'; did you mean 'control'?"),
        ("status_quo", "did you mean 'status-quo'?"),
        ("qqqqqq", "known: "),
        ("", "neither a name"),
        ("../control", "scenario = '../control' is neither a name"),
        ("assumptions/central", "neither a name"),
        ("/etc/passwd", "neither a name"),
        ("a\nb", "neither a name"),
        ("no/such.toml", "no such file"),
    ],
)
def test_unknown_scenarios_are_refused_with_the_nearest(name: str, part: str):
    assert part in refusal(load_scenario, name)


def test_a_folder_is_not_a_scenario(tmp_path: Path):
    assert "no such file" in refusal(load_scenario, tmp_path)


def test_a_misspelt_path_offers_its_neighbour(tmp_path: Path):
    write(tmp_path, "[levers]\n", "harbour.toml")
    assert "did you mean 'harbour.toml'?" in refusal(load_scenario, tmp_path / "habour.toml")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("[assumptions]\nchiling = 1", ["[assumptions]: chiling = 1", "did you mean 'chilling'?"]),
        ("[assumptions]\nsurveillance = 1", ["is not an assumption but a lever"]),
        ("[assumptions]\nbreach_halflife = 0", ["breach_halflife = 0", "0.5 to 1040 weeks"]),
        ('[assumptions]\narrest_rounding = "ceiling"', ["none, floor, round"]),
        ("[levers]\nplaces = 1", ["unknown key 'levers'"]),
    ],
)
def test_bad_sets_of_assumptions_are_refused(tmp_path: Path, text: str, parts: list[str]):
    message = refusal(load_assumptions, write(tmp_path, text))
    assert all(part in message for part in parts)


def test_unknown_sets_are_refused_with_the_nearest():
    assert "did you mean 'sceptic'?" in refusal(load_assumptions, "skeptic")


@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda b: b.decode("latin-1")))
@settings(max_examples=tries(200))
def test_no_text_whatever_gives_a_traceback(tmp_path_factory, text: str):
    path = tmp_path_factory.mktemp("any") / "any.toml"
    path.write_text(text, encoding="utf-8", errors="replace")
    found = loaded_or_refused(path)
    assert len(found.splitlines()) == 1 if isinstance(found, str) else set(found.levers) == set(LEVERS)
