"""The teacher's page: plans that fill the hour, links that can be typed, worksheets without answers."""

from __future__ import annotations

import re

import pytest

from benchmarks.classroom import figures
from sim.dashboard.state import actions_lab, actions_people  # noqa: F401 they register their actions
from sim.dashboard.state.actions import act
from sim.dashboard.state.lesson import SERVED
from sim.dashboard.state.links import read_typed, write_link, write_typed
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.panel import panel
from sim.dashboard.views.panels import classroom
from sim.dashboard.views.panels.classroom import PLANS
from sim.debate.tours import STOPS, list_tours, load_tour
from sim.debate.worksheet import worksheet
from sim.files.errors import InputError
from sim.locale.catalogue import LANGUAGES
from tests.dashboard.test_takeaway import Nothing


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_plans_seats_and_links(language: str) -> None:
    state = act(ViewState(Scene(language=language)), {"do": "lesson", "tour": "the-crowd", "stop": 3})
    shown = panel(state, Nothing())
    assert shown["link"] == "tour=the-crowd/4"
    assert [len(plan["steps"]) for plan in shown["plans"]] == [len(steps) for steps in PLANS.values()]
    assert shown["seats"]
    assert shown["worksheet"] == worksheet(load_tour("the-crowd"), language)


def test_lessons_last_as_long_as_they_say() -> None:
    assert [sum(minutes for _, minutes in steps) for steps in PLANS.values()] == [45, 90]


def test_the_address_is_that_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SERVED, "address", "http://192.0.2.7:8765/")
    shown = panel(ViewState(Scene(), panel="classroom"), Nothing())
    assert shown["address"] == "http://192.0.2.7:8765/"


@pytest.mark.parametrize("name", list_tours())
def test_a_typed_link_leads_to_its_tour_in_ones_own_language(name: str) -> None:
    for stop in range(len(STOPS)):
        assert read_typed(write_typed(name, stop)) == (name, stop)
    opened = act(ViewState(Scene()), {"do": "hello", "language": "fr", "link": f"tour={name}"})
    assert (opened.scene.tour, opened.scene.stop, opened.scene.language) == (name, 0, "fr")
    assert (opened.scene.mode, opened.scene.covered, opened.notice) == ("understand", True, "")


def test_a_typed_link_that_leads_nowhere_says_what_is_near() -> None:
    with pytest.raises(InputError, match="did you mean 'the-crowd'"):
        read_typed("tour=the-crowds")
    with pytest.raises(InputError, match="step"):
        read_typed("tour=the-crowd/9")
    assert read_typed(write_link(Scene(week=52))) is None
    assert act(ViewState(Scene()), {"do": "open_link", "link": "tour=nowhere"}).notice


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list_tours())
def test_a_worksheet_asks_and_does_not_tell(name: str, language: str) -> None:
    tour = load_tour(name)
    text = worksheet(tour, language)
    plain = re.sub(r"<[^>]+>", " ", text)
    assert tour.reveal.translate(language) not in plain
    assert text.count("class='line'") >= 12
    assert all(work.split(",")[0].replace("&", "&amp;") in text for work in tour.reading)


def test_what_was_measured_of_a_class_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {"sessions": 30, "processors": 2, "p95": 1.84, "worst": 2.5, "load": 0.4}
    monkeypatch.setattr(classroom, "_kept", lambda: kept)
    told = panel(ViewState(Scene(), panel="classroom"), Nothing())["measured"]
    assert "of 30 visitors" in told
    assert "within 1.8 s" in told
    monkeypatch.setattr(classroom, "_kept", dict)
    assert panel(ViewState(Scene(), panel="classroom"), Nothing())["measured"] == ""


def test_a_class_is_told_by_all_its_moves_and_by_the_session_served_worst() -> None:
    waited = [[0.1] * 19 + [0.9], [3.0, 3.0]]
    found = figures(waited)
    assert (found["sessions"], found["moves"], found["fewest_moves"]) == (2, 22, 2)
    assert (found["median"], found["p95"], found["worst"], found["longest"]) == (0.1, 3.0, 3.0, 3.0)
