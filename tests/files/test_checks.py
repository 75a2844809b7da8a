"""The one check of each kind of value."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.files import checks
from sim.files.errors import InputError


@pytest.mark.parametrize("value", [3, 3.0, np.int32(3), np.float32(3), Fraction(3)])
def test_a_whole_number_may_be_of_any_numeric_type(value: Any) -> None:
    found = checks.whole_number(value, "n", 1, 5)
    assert (found, type(found)) == (3, int)
    assert checks.number(value, "n", 1, 5) == 3.0


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (0, "n = 0 is out of range (allowed: 1 to 5)"),
        (10**400, "is out of range (allowed: 1 to 5)"),
        (2.5, "n = 2.5 must be a whole number (allowed: 1 to 5)"),
        (True, "n = true must be a whole number (allowed: 1 to 5)"),
        ("3", "n = '3' must be a whole number (allowed: 1 to 5)"),
        (None, "n = None must be a whole number (allowed: 1 to 5)"),
        (math.nan, "n = nan must be finite (allowed: 1 to 5)"),
        (math.inf, "n = inf must be finite (allowed: 1 to 5)"),
    ],
)
def test_what_is_no_whole_number_in_range_is_refused_in_one_line(value: Any, problem: str) -> None:
    with pytest.raises(InputError) as refused:
        checks.whole_number(value, "n", 1, 5)
    assert problem in str(refused.value)


def test_what_is_allowed_can_be_said_in_words() -> None:
    with pytest.raises(InputError, match=r"depth = 2 is out of range \(allowed: 0 to 1 of income\)"):
        checks.number(2, "depth", 0, 1, "0 to 1 of income")
    with pytest.raises(InputError, match=r"keep = 0 is out of range \(allowed: 0.1 to 1\)"):
        checks.number(0, "keep", 0.1, 1.0)


def test_a_choice_is_refused_with_the_nearest_legal_one() -> None:
    assert checks.one_of("linear", ("linear", "log"), "scale") == "linear"
    with pytest.raises(InputError, match=r"scale = 'liner' is not known; did you mean 'linear'\?"):
        checks.one_of("liner", ("linear", "log"), "scale")
    with pytest.raises(InputError, match=r"scale = \['log'\] is not known; known: linear, log"):
        checks.one_of(["log"], ("linear", "log"), "scale")


def test_of_many_choices_as_many_are_named_as_a_line_holds() -> None:
    legal = [f"choice {number:03}" for number in range(200)]
    with pytest.raises(InputError) as refused:
        checks.one_of("zzz", [*legal, "x" * 10_000], "word")
    said = str(refused.value)
    assert said.startswith("word = 'zzz' is not known; known: choice 000, choice 001, ")
    assert said.endswith("choice 032 and others, 201 in all")
    assert "d’autres, 201 en tout" in refused.value.translate("fr")


def test_a_long_name_that_is_known_is_cut() -> None:
    with pytest.raises(InputError, match=r"known: x{57}\.\.\., b$"):
        checks.one_of("zzz", ["x" * 10_000, "b"], "word")


@pytest.mark.parametrize("value", [0, 1, "yes", None, 1.0])
def test_a_switch_is_true_or_false(value: object) -> None:
    assert checks.switch(True, "on") is True
    with pytest.raises(InputError, match="must be true or false"):
        checks.switch(value, "on")


@pytest.mark.parametrize(
    ("text", "value"),
    [("3", 3), (" -4 ", -4), ("2.5", 2.5), (".5", 0.5), ("1e3", 1000.0), ("-inf", -math.inf)],
)
def test_numbers_are_read_as_they_are_spelled(text: str, value: float) -> None:
    assert checks.spelled(text) == value


@pytest.mark.parametrize(
    "text", ["", "many", "1_000", "0x10", "١٢", "３", "1,5", "9" * 5_000, "1" * 500 + ".0"]
)
def test_what_spells_no_number_stays_text(text: str) -> None:
    assert checks.spelled(text) == text


@given(st.text() | st.floats().map(repr) | st.integers().map(str))
def test_whatever_is_given_is_a_number_or_refused_in_one_line(text: str) -> None:
    said = ""
    try:
        found = checks.whole_number(checks.spelled(text), "n", -100, 100)
    except InputError as refused:
        said = str(refused)
    assert ("(allowed: -100 to 100)" in said and "\n" not in said) or -100 <= found <= 100


@pytest.mark.parametrize("text", ["2.0", "1e3", "inf", ""])
def test_a_count_is_spelled_as_one(text: str) -> None:
    assert checks.spelled_whole(" 12 ") == 12
    assert checks.spelled_whole(text) == text
