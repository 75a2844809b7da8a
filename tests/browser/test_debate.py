"""The debate: what the moderator clicks, and what the room sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from sim.dashboard.state.debates import debate_named
from tests.browser.conftest import SIZES, Server, Visit, Visitor, prepared
from tests.browser.remote import enter, quickly
from tests.browser.states import press, settle

PLAYED = debate_named("ten-minutes")


@pytest.fixture(scope="module")
def moderator(server: Server, browser: Browser) -> Iterator[Visit]:
    """A moderator whose page stays open from one evening to the next."""
    width, height = SIZES["stage"]
    context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB")
    visited = Visit(prepared(context.new_page()), server.url, "en")
    quickly(visited.page)
    yield visited
    context.close()


@pytest.fixture
def debate(moderator: Visit) -> Visit:
    """A debate that begins, for tests that change no city and open neither panels nor windows."""
    page = moderator.page
    page.get_by_role("button", name="Debate", exact=True).click()
    enter(page, PLAYED.name)
    expect(page.get_by_role("heading", name="The question")).to_be_visible()
    return moderator


@pytest.fixture
def own_debate(visit: Visitor) -> Visit:
    """A debate of a page of its own."""
    visited = visit("stage")
    visited.page.get_by_role("button", name="Debate", exact=True).click()
    expect(visited.page.get_by_role("heading", name="The question")).to_be_visible()
    return visited


def cue(page: Page, name: str, steps: int = 0) -> None:
    """Go to a cue by the list of all, then so many steps on."""
    number = [one.name for one in PLAYED.cues].index(name)
    page.locator(".tc-debate").evaluate("(e, to) => part('.tc-debate').act({ do: 'cue', to })", number)
    wait_for_place(page, number, 0)
    for step in range(1, steps + 1):
        page.locator(".tc-next").click()
        wait_for_place(page, number, step)


def wait_for_place(page: Page, number: int, step: int) -> None:
    page.wait_for_function("place => part('.tc-debate').view?.place === place", arg=f"{number}.{step}")


def test_the_curtain_covers_the_curve_until_it_opens(debate: Visit) -> None:
    page = debate.page
    cue(page, "calm", 1)
    expect(page.locator("canvas")).to_have_attribute("aria-label", "Covered until revealed.")
    expect(page.locator(".tc-sentence")).to_have_text("After ten years, where are the streets calmer?")
    expect(page.locator(".tc-table")).to_have_count(0)
    page.locator(".tc-next").click()
    expect(page.locator("canvas")).to_have_attribute("aria-label", re.compile("Calm streets.*Year 10"))
    assert debate.errors == []


def test_counts_stay_hidden_until_all_are_in(debate: Visit) -> None:
    page = debate.page
    cue(page, "calm", 1)
    page.get_by_text("Or count the cards").click()
    field = page.get_by_label("A", exact=True)
    field.fill("17")
    assert field.get_attribute("type") == "password"
    assert "17" not in page.locator(".tc-tally").inner_text()
    page.get_by_label("don’t know", exact=True).fill("3")
    page.get_by_role("button", name="All counts are in").click()
    expect(page.locator(".tc-tally")).to_contain_text("The room said: A 17, B 0, same 0, don’t know 3")


def test_a_quick_tally_is_one_click(debate: Visit) -> None:
    cue(debate.page, "calm", 1)
    debate.page.get_by_role("button", name="Split").click()
    expect(debate.page.locator(".tc-tally")).to_contain_text("The room said: Split")
    expect(debate.page.locator(".tc-tally [aria-pressed=true]")).to_have_text("Split")


def test_the_room_sets_its_city_and_opens_panels_as_large_as_the_stage(own_debate: Visit) -> None:
    the_room_sets_its_city_under_the_curtain(own_debate)
    a_panel_is_as_large_as_the_stage_and_escape_closes_it_wherever_the_focus_is(own_debate.page)


def the_room_sets_its_city_under_the_curtain(own_debate: Visit) -> None:
    page, before = own_debate.page, own_debate.change
    cue(page, "room")
    own_debate.wait_for_change(before)
    before = own_debate.change
    page.locator("[data-question=street]").press("End")
    own_debate.wait_for_change(before)
    expect(page.locator("canvas")).to_have_attribute("aria-label", "Covered until revealed.")
    page.locator(".tc-next").click()
    page.get_by_role("button", name="between the two").click()
    page.locator(".tc-next").click()
    expect(page.locator("canvas")).to_have_attribute("aria-label", re.compile("C \\d+"))


def a_panel_is_as_large_as_the_stage_and_escape_closes_it_wherever_the_focus_is(page: Page) -> None:
    press(page, "p")
    expect(page.locator(".tc-page-stage")).to_be_visible()
    press(page, "?")
    expect(page.get_by_role("dialog")).to_contain_text("play and pause")
    assert page.evaluate(SMALLEST) >= 28
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    cue(page, "sets")
    page.get_by_role("button", name=re.compile("^Assume this")).last.click(timeout=240_000)
    expect(page.get_by_role("button", name=re.compile("^Assume this")).last).to_have_attribute(
        "aria-pressed", "true"
    )
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


OFF_THEN_P = """box => {
  box.click();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', bubbles: true }));
}"""
"""Switches single keys off and presses one before the server can have answered."""


def test_one_resident_has_two_diaries_and_keys_act_until_they_are_switched_off(page: Page) -> None:
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="One resident, two cities").click()
    page.get_by_role("button", name="The next resident").click()
    expect(page.locator(".tc-diaries section")).to_have_count(2)
    expect(page.locator(".tc-diaries section").first).to_contain_text("Well-being goes from")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    keys_act_on_the_page_and_can_be_switched_off(page)


def keys_act_on_the_page_and_can_be_switched_off(page: Page) -> None:
    press(page, "b")
    assert page.evaluate("document.body.classList.contains('tc-blank')")
    press(page, "b")
    assert not page.evaluate("document.body.classList.contains('tc-blank')")
    press(page, "p")
    expect(page.locator(".tc-page-stage")).to_be_visible()
    press(page, "p")
    expect(page.locator(".tc-page-stage")).to_have_count(0)
    press(page, "?")
    page.get_by_label("Single keys act").evaluate(OFF_THEN_P)
    expect(page.get_by_label("Single keys act")).not_to_be_checked()
    page.get_by_role("button", name="Close", exact=True).click()
    press(page, "p")
    page.get_by_label("Outcome in the chart").select_option("trust")  # answered after what was pressed before
    page.wait_for_function("part('.tc-stage').view?.focus === 'trust'")
    expect(page.locator(".tc-page-stage")).to_have_count(0)


SMALLEST = """Math.min(...[...document.querySelectorAll('.tc-panel *')]
  .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
  .map(e => parseFloat(getComputedStyle(e).fontSize) * (e.getScreenCTM ? e.getScreenCTM().a : 1)))"""
"""The smallest type in the open panel, in CSS pixels."""
CUT_LABELS = """[...document.querySelectorAll('.tc-diaries svg text')].filter(label => {
  const [inner, outer] = [label, label.closest('svg')].map(e => e.getBoundingClientRect());
  return inner.left < outer.left || inner.top < outer.top || inner.right > outer.right || inner.bottom > outer.bottom;
}).map(label => label.textContent)"""
"""What is written beside a life's curve and does not lie whole in its picture."""


def test_the_stage_window_shows_the_room_what_the_cue_is_about(own_debate: Visit) -> None:
    page = own_debate.page
    with page.expect_popup() as opening:
        page.evaluate("window.dispatchEvent(new CustomEvent('tc-stage-window'))")
    stage = opening.value
    stage.set_viewport_size({"width": 1920, "height": 1080})
    expect(stage.locator(".tc-overlay-question")).to_be_visible()
    expect(stage.locator("#caution")).to_have_text("Simulation, not a forecast")
    on_top = "(r => document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2).id)"
    on_top += "(document.getElementById('caution').getBoundingClientRect())"
    assert stage.evaluate(on_top) == "caution"
    cue(page, "calm", 1)
    expect(stage.locator("#sentence")).to_have_text("After ten years, where are the streets calmer?")
    page.get_by_role("button", name="Most say B").click()
    expect(stage.locator("#told")).to_have_text("The room said: Most say B")
    cue(page, "resident")
    expect(page.locator(".tc-diaries section")).to_have_count(2)
    expect(stage.locator("#panel .tc-diaries section")).to_have_count(2)
    expect(stage.locator("#panel")).to_contain_text("Well-being goes from")
    assert stage.locator("#panel button:visible").count() == 0
    stage.wait_for_function(f"{SMALLEST} >= 28")
    expect(stage.locator("#panel .tc-diaries section").first).to_contain_text(
        "Well-being, out of 100, from the choice on"
    )
    assert stage.evaluate(CUT_LABELS) == []
    stage.wait_for_function("(e => e.scrollHeight - e.clientHeight <= 0)(document.getElementById('panel'))")
    assert stage.evaluate(on_top) == "caution"
    page.keyboard.press("Escape")
    expect(stage.locator("#panel")).not_to_be_visible()
    assert own_debate.errors == []


def test_the_debate_opens_with_nothing_revealed(debate: Visit) -> None:
    page = debate.page
    expect(page.locator(".tc-sentence")).to_have_text("")
    expect(page.locator(".tc-ticker")).to_have_text("")
    expect(page.locator(".tc-table")).to_have_count(0)
    page.get_by_role("button", name="Explore", exact=True).click()
    expect(page.locator("canvas")).to_have_attribute("aria-label", re.compile("Year 10: A"))


def test_a_reveal_of_one_year_shows_one_year(debate: Visit) -> None:
    page = debate.page
    cue(page, "cost", 2)
    expect(page.locator("canvas")).to_have_attribute("aria-label", re.compile("Year 1:"))
    page.wait_for_function("!part('.tc-stage').view.playing")
    settled(page)
    assert coloured(page, 200, 500) == 0
    page.get_by_text("The same as tables").click()
    expect(page.locator(".tc-table table").first.locator("tbody tr")).to_have_count(2)
    page.locator(".tc-next").click()
    expect(page.locator("canvas")).to_have_attribute("aria-label", re.compile("Year 10:"))
    page.wait_for_function("!part('.tc-stage').view.playing")
    settled(page)
    assert coloured(page, 200, 500) > 100


def settled(page: Page) -> None:
    """Wait until the picture of the present week is drawn and no more is asked for."""
    page.wait_for_function("!part('.tc-stage').$pending")


def coloured(page: Page, first: int, last: int) -> int:
    """Return how many pixels of the chart between two weeks have a hue, as only the cities' lines do."""
    return int(
        page.evaluate(
            """([first, last]) => {
              const { plan, current } = part('.tc-stage');
              const weeks = current.last - current.first;
              const x = week => plan.plot.x + (week - current.first) / weeks * plan.plot.w;
              const g = document.querySelector('canvas').getContext('2d');
              const { data } = g.getImageData(x(first), plan.plot.y, x(last) - x(first), plan.plot.h);
              let count = 0;
              for (let i = 0; i < data.length; i += 4) {
                const rgb = data.slice(i, i + 3);
                if (data[i + 3] > 40 && Math.max(...rgb) - Math.min(...rgb) > 50) count += 1;
              }
              return count;
            }""",
            [first, last],
        )
    )


def test_on_a_phone_the_words_and_next_are_on_the_first_screen(visit: Visitor) -> None:
    page = visit("phone", language="fr-FR").page
    page.get_by_role("button", name="Plus", exact=True).click()
    page.get_by_role("button", name="Débat", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    for step in ("0.0", "1.0"):
        page.wait_for_function("step => part('.tc-debate').view?.place === step", arg=step)
        settle(page)
        for one in (".tc-say", ".tc-next"):
            box = page.locator(one).bounding_box()
            assert box is not None
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= page.locator(".tc-foot").bounding_box()["y"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.locator(".tc-next").click()
    expect(page.locator(".tc-cue-now")).to_contain_text("2 / 14")
