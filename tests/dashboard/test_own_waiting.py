"""What is said of an own city while its files are being read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from sim.city.check import Check, check_city
from sim.dashboard.state.cities import city_named, offered
from sim.dashboard.work import own_city
from tests.dashboard.own_visitor import TABLE, Visitor

pytestmark = pytest.mark.usefixtures("no_own_city")


@pytest.fixture
def held(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A file has been read; from now on files are read only once this is set."""
    visitor.pick("districts", "ville.csv", TABLE)
    gate = threading.Event()

    def check_when_open(*files: Any) -> Check:
        gate.wait(240)
        return check_city(*files)

    monkeypatch.setattr(own_city, "check_city", check_when_open)
    yield gate
    gate.set()


def test_what_is_said_while_the_files_are_read_is_done_in_its_order_afterwards(
    visitor: Visitor, held: threading.Event
) -> None:
    visitor.own.act({"do": "own_indicator", "column": "revenu", "direction": "lowers"})
    visitor.own.act({"do": "own_row", "row": 1, "out": True})
    visitor.own.act({"do": "own_words", "key": "title", "words": "Ma ville"})
    visitor.own.act({"do": "own_take"})
    assert visitor.shown_under == ""
    held.set()
    visitor.wait_for(lambda: visitor.shown_under != "")
    shown = city_named(visitor.shown_under)
    assert shown.names == ("Port", "Coteaux")
    assert shown.title.translate("fr") == "Ma ville"
    assert [basis.column for basis in shown.bases] == ["revenu", "taux_chomage"]


def test_what_was_said_of_a_file_is_void_once_another_is_picked(
    visitor: Visitor, held: threading.Event
) -> None:
    visitor.own.act({"do": "own_row", "row": 1, "out": True})
    visitor.own.act({"do": "own_take"})
    visitor.hand_over("districts", "bourg.csv", TABLE)
    held.set()
    visitor.wait_for(lambda: not visitor.own.busy)
    assert visitor.city().names == ("Port", "Vieille Ville", "Coteaux")
    assert visitor.shown_under == ""
    assert "ville" not in offered()


def test_what_is_said_while_files_are_read_takes_a_bounded_place(
    visitor: Visitor, held: threading.Event
) -> None:
    for number in range(own_city.MOST_WAITING + 50):
        visitor.own.act({"do": "own_words", "key": "title", "words": str(number)})
    held.set()
    read = 2 + own_city.MOST_WAITING  # the file, the first words, and all that waited
    visitor.wait_for(lambda: visitor.own.number == read)
    assert visitor.city().title.translate("en") == str(own_city.MOST_WAITING)
