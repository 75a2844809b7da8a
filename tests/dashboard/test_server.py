from __future__ import annotations

from typing import Any

import pytest

from sim.dashboard.server import address
from sim.dashboard.work import sessions
from sim.locale.messages import bar, charts, debate, diary, exports, levers, links, sentence, time, understand
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


def test_seats_are_limited_and_come_free_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "MOST_SESSIONS", 2)
    monkeypatch.setattr(sessions, "_taken", 0)
    assert [sessions.take() for _ in range(3)] == [True, True, False]
    sessions.leave()
    assert sessions.take()


def tables() -> list[tuple[str, Any]]:
    modules = (bar, charts, debate, diary, exports, levers, links, sentence, time, understand)
    found = [table for module in modules for table in vars(module).values() if isinstance(table, dict)]
    return [(name, text) for table in found for name, text in table.items() if hasattr(text, "fr")]


def test_every_word_is_in_both_languages_with_french_typography() -> None:
    for name, text in tables():
        assert text.en, name
        assert text.fr, name
        for mark in ":;?!%»":
            assert f" {mark}" not in text.fr, (name, text.fr)
            before = text.fr.split(mark)[:-1]
            assert all(part.endswith("\u202f") or not part for part in before), (name, text.fr)


def test_every_unit_of_an_assumption_is_in_both_languages() -> None:
    units = {parameter.unit for parameter in (*ASSUMPTIONS.values(), *CONTEXT.values())}
    assert units - {""} == set(levers.ASSUMED_IN)
