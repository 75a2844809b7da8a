"""The printed week, recalculated by hand from what is printed."""

from __future__ import annotations

from typing import Any

import pytest

import sim.engine.draws
from sim.engine.draws import uniform_reference
from sim.model.schedule import ORDER
from tests.worked import example
from tests.worked.hand import calculate
from tests.worked.hand_week import Section

ROUNDED = 3e-6  # seven printed digits, carried through the equations of a week


@pytest.fixture(scope="module")
def printed() -> dict[str, Section]:
    return example.read(example.PAGE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def by_hand(printed: dict[str, Section]) -> dict[str, Section]:
    columns = printed["slots"]["resident"]
    ties = [[int(columns[f"slot {k}"][i]) for k in range(12)] for i in range(20)]
    state = printed["state"]
    state["resident"]["district"] = [int(d) for d in state["resident"]["district"]]
    return calculate(printed["parameters"]["city"], state, printed["draws"], ties, example.WEEK)


@pytest.mark.parametrize("name", [mechanism.name for mechanism in ORDER])
def test_every_printed_value_is_what_the_equations_give(
    name: str, printed: dict[str, Section], by_hand: dict[str, Section]
) -> None:
    assert set(printed[name]) == set(by_hand[name])
    for entity, values in printed[name].items():
        assert set(values) == set(by_hand[name][entity])
        for symbol, value in values.items():
            expected: Any = by_hand[name][entity][symbol]
            assert value == pytest.approx(expected, rel=ROUNDED, abs=ROUNDED), symbol


def test_the_page_shows_the_model_as_it_is(printed: dict[str, Section]) -> None:
    now = example.read(example.page())
    assert list(printed) == list(now)
    for title, section in now.items():
        for entity, values in section.items():
            for symbol, value in values.items():
                expected = value if isinstance(value, str) else pytest.approx(value, rel=2e-6, abs=2e-6)
                assert printed[title][entity][symbol] == expected, (title, symbol)


def test_the_printed_draws_are_those_of_the_table(printed: dict[str, Section]) -> None:
    speaks = printed["draws"]["resident"]["SPEAK"]
    expected = [uniform_reference(example.SEED, i, example.WEEK, sim.engine.draws.SPEAK) for i in range(20)]
    assert speaks == pytest.approx(expected, abs=1e-7)


def test_much_happens_in_the_week(printed: dict[str, Section]) -> None:
    """The example is worth reading only if its branches are taken."""
    before, ties = printed["state"]["resident"], printed["slots"]["resident"]
    street = printed["mobilisation"]["resident"]
    assert any(printed["adoption"]["resident"]["joined"])
    assert any(a and not b for a, b in zip(street["acting"], street["active"], strict=True))
    assert any(before["detention"])
    assert printed["complexity"]["city"]["incident"] == 1
    harm = printed["harm"]["resident"]["harm_weeks"]
    assert any(left and not was for was, left in zip(before["harm_weeks"], harm, strict=True))
    assert any(left and was for was, left in zip(before["harm_weeks"], harm, strict=True))
    assert any(printed["state"]["district"]["outage_weeks"])
    assert printed["innovation"]["city"]["ideas"] >= 1
    changed = printed["ties"]["resident"]
    assert any(changed["tie"][i] != ties[f"slot {int(changed['slot'][i])}"][i] for i in range(20))
