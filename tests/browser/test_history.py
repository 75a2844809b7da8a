"""The browser's Back and Forward, on a server that answers late."""

from __future__ import annotations

from playwright.sync_api import Page

from sim.dashboard.state.debates import debate_named
from sim.dashboard.state.steps import Place, places
from tests.browser.conftest import Visitor
from tests.browser.held import Held
from tests.browser.remote import enter, press, reached

NUMBER = "part('.tc-bar').$places.number"
PAST = "part('.tc-bar').view.answered"


def walk(page: Page, by: int) -> None:
    """Press Back or Forward in the browser and wait until the page has asked for that place, no longer."""
    asked = page.evaluate(NUMBER)
    page.evaluate("by => history.go(by)", by)
    page.wait_for_function(f"asked => {NUMBER} > asked", arg=asked)


def written(page: Page) -> str:
    return str(page.evaluate("history.state.place"))


def named(place: Place) -> str:
    return "debate " + ".".join(map(str, place.at))


def test_quick_presses_of_back_and_forward_end_where_the_last_one_leads(visit: Visitor) -> None:
    holding: list[Held] = []
    page = enter(visit("stage", before=lambda page: holding.append(Held(page))).page)
    (held,) = holding
    walked = places(debate_named("ten-minutes"))
    for place in walked[1:4]:
        press(page, "PageDown", place)
    length = page.evaluate("history.length")
    held.hold()
    for by in (-1, -1, -1, 1):
        walk(page, by)
    assert page.evaluate("part('.tc-debate').view.place") == ".".join(
        map(str, walked[3].at)
    )  # nothing came yet
    held.let_go()
    page.wait_for_function(f"{PAST} === {NUMBER}")
    reached(page, walked[1])
    assert (written(page), page.evaluate("history.length")) == (named(walked[1]), length)
    for place in walked[2:4]:  # what lies ahead was not overwritten
        page.go_forward()
        reached(page, place)
        assert written(page) == named(place)
