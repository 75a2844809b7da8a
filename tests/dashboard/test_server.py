from __future__ import annotations

from typing import Any

import pytest

from sim.dashboard.server import CULL_AFTER, PING_EVERY, PONG_WITHIN, address
from sim.locale.messages import (
    bar,
    charts,
    debate,
    diary,
    exports,
    levers,
    links,
    sentence,
    time,
    understand,
    waiting,
)
from sim.locale.text import Text
from sim.parameters import ASSUMPTIONS, CONTEXT

ADDRESSES = {
    ("localhost", ""): "http://localhost:80",
    ("0.0.0.0", "/cities"): "http://localhost:80/cities",
    ("::1", ""): "http://[::1]:80",
}


@pytest.mark.parametrize(("served", "found"), ADDRESSES.items())
def test_the_address_told_is_one_that_is_answered(served: tuple[str, str], found: str) -> None:
    host, root_path = served
    assert address(host, 80, root_path) == found


def test_a_seat_is_free_within_a_minute_of_a_cut_line() -> None:
    assert PING_EVERY + PONG_WITHIN + CULL_AFTER <= 60


def tables() -> list[tuple[str, Any]]:
    modules = (bar, charts, debate, diary, exports, levers, links, sentence, time, understand, waiting)
    found = [vars(module) for module in modules]
    found += [table for module in modules for table in vars(module).values() if isinstance(table, dict)]
    return [(name, text) for table in found for name, text in table.items() if isinstance(text, Text)]


def test_every_word_is_in_both_languages_with_french_typography() -> None:
    for name, text in tables():
        assert text.translate("en"), name
        assert text.translate("fr"), name
        for mark in ":;?!%»":
            assert f" {mark}" not in text.translate("fr"), (name, text.translate("fr"))
            before = text.translate("fr").split(mark)[:-1]
            assert all(part.endswith("\u202f") or not part for part in before), (name, text.translate("fr"))


def test_every_unit_of_an_assumption_is_in_both_languages() -> None:
    units = {parameter.unit for parameter in (*ASSUMPTIONS.values(), *CONTEXT.values())}
    assert units - {""} == set(levers.ASSUMED_IN)
