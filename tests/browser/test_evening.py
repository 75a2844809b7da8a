"""An evening by remote alone: every step seen, nothing below the fold, reloads and lost contact survived."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from sim.dashboard.state.debates import debate_named
from sim.dashboard.state.steps import Place, covers, places, week_of
from sim.debate.read import list_debates
from tests.browser.conftest import SIZES, Visitor, ready
from tests.browser.remote import APART, STAGE, enter, press, press_once, quickly, reached
from tests.browser.states import press as press_key
from tests.browser.states import settle

NEEDED = ".tc-say, .tc-next, .tc-tally .tc-button, .tc-room input"
SMALL = (1280, 720)


def stands(page: Page, place: Place) -> None:
    """Check that the step shows what it must: the curtain, or the years until where it stands."""
    if covers(place):
        expect(page.locator("canvas")).to_have_attribute("aria-label", re.compile(r"^(Covered|Caché)"))
        return
    page.wait_for_function(f"week => !{STAGE}.view.playing && {STAGE}.now === week", arg=week_of(place))


def above_the_fold(page: Page) -> list[str]:
    """Return what a cue needs and the screen does not show whole."""
    settle(page)
    return list(
        page.evaluate(
            """selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).filter(e => {
              const box = e.getBoundingClientRect();
              const foot = document.querySelector('.tc-foot').getBoundingClientRect().top;
              return box.top < 0 || box.bottom > foot || box.right > innerWidth;
            }).map(e => e.textContent)""",
            NEEDED,
        )
    )


def slowly(page: Page) -> None:
    """Play as slowly as the page can: what a test does while it plays is done before its end, on any machine."""
    page.evaluate("part('.tc-bar').act({ do: 'speed', speed: 0.5 })")


def open_stage(page: Page) -> Page:
    with page.expect_popup() as opening:
        page.evaluate("window.dispatchEvent(new CustomEvent('tc-stage-window'))")
    stage = opening.value
    expect(stage.locator("#caution")).not_to_be_empty()
    return stage


def test_the_remote_alone_plays_three_minutes_and_every_step_is_seen(visit: Visitor) -> None:
    visited = visit("laptop")
    visited.page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
    page = enter(visited.page, "three-minutes")
    quickly(page)
    walked = places(debate_named("three-minutes"))
    for number, place in enumerate(walked):
        if number:
            press(page, "PageDown" if number % 2 else "ArrowRight", place)
        assert above_the_fold(page) == []
        stands(page, place)
    for place in reversed(walked[-4:-1]):
        press(page, "PageUp", place)
        stands(page, place)
    assert visited.errors == []
    assert visited.outside == []


@pytest.mark.slow
@pytest.mark.parametrize("keys", [("PageDown", "PageUp"), ("ArrowRight", "ArrowLeft")])
@pytest.mark.parametrize("size", [SIZES["stage"], SMALL])
@pytest.mark.parametrize("language", ["en-GB", "fr-FR"])
@pytest.mark.parametrize("name", list_debates())
def test_every_shipped_debate_is_played_in_two_windows_with_a_reload_of_each(
    visit: Visitor, name: str, language: str, size: tuple[int, int], keys: tuple[str, str]
) -> None:
    visited = visit("stage", language)
    visited.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = enter(visited.page, name)
    quickly(page)
    stage = open_stage(page)
    walked = places(debate_named(name))
    for number, place in enumerate(walked):
        if number == len(walked) // 2:
            page.reload()
            reached(quickly(ready(page)), walked[number - 1])
            stage.reload()
            expect(stage.locator("#caution")).not_to_be_empty()
        if number:
            press(page, keys[0], place)
        assert above_the_fold(page) == []
        stands(page, place)
    for place in reversed(walked[:-1]):
        press(page, keys[1], place)
    assert visited.errors == []
    assert visited.outside == []


def test_a_reveal_ends_where_the_next_press_or_a_reload_finds_it(visit: Visitor) -> None:
    page = enter(visit("stage").page, "three-minutes")
    slowly(page)
    walked = places(debate_named("three-minutes"))
    for place in walked[1:3]:
        press(page, "PageDown", place)
    page.wait_for_function(f"{STAGE}.now > 30")
    press(page, "PageDown", walked[3])
    expect(page.locator(".tc-when")).to_contain_text("Year 0 · week 0")
    page.wait_for_function(f"{STAGE}.now === 0")
    press(page, "PageUp", walked[2])
    press(page, "PageUp", walked[1])
    press(page, "PageDown", walked[2])
    page.wait_for_function(f"{STAGE}.view.playing")
    page.reload()
    reached(ready(page), walked[2])
    stands(page, walked[2])
    expect(page.locator(".tc-when")).to_contain_text("Year 10")
    assert page.evaluate("part('.tc-debate').$clock.read.began") > 0


def test_back_in_the_browser_is_a_step_back_and_leaves_only_when_asked_twice(visit: Visitor) -> None:
    visited = visit("stage")
    page = enter(visited.page)
    walked = places(debate_named("ten-minutes"))
    for place in walked[1:3]:
        press(page, "PageDown", place)
    page.get_by_role("button", name="Most say B").click()
    expect(page.locator(".tc-tally")).to_contain_text("Most say B")
    page.go_back()
    reached(page, walked[1])
    page.go_forward()
    reached(page, walked[2])
    expect(page.locator(".tc-tally [role=status]")).to_contain_text("Most say B")
    for _ in range(3):
        page.go_back()
    page.wait_for_function("part('.tc-bar').view?.mode === 'explore'")
    page.go_back()
    expect(page.get_by_role("alert")).to_have_text("Back once more leaves the page.")
    assert page.url.startswith("http://localhost")


def test_two_windows_survive_reloads_and_lost_contact_and_take_keys_from_either(visit: Visitor) -> None:
    visited = visit("stage")
    page = enter(visited.page)
    stage = open_stage(page)
    walked = places(debate_named("ten-minutes"))
    press_once(page, stage, "PageDown")
    reached(page, walked[1])
    expect(stage.locator(".tc-overlay-card")).to_have_count(2)
    page.reload()
    reached(ready(page), walked[1])
    press(page, "PageDown", walked[2])
    expect(stage.locator("#sentence")).to_have_text("In which city would you rather live?")
    stage.reload()
    expect(stage.locator("#sentence")).to_have_text("In which city would you rather live?")
    press_once(page, stage, "PageUp")
    reached(page, walked[1])
    assert page.evaluate("part('.tc-stage').$link.isOpen()")
    they_share_their_fonts(page, stage)
    stage.close()
    page.wait_for_function("!part('.tc-stage').$link.isOpen()")
    assert visited.errors == []
    a_double_press_is_one_step(page, walked[2:4])
    lost_contact_is_shown_in_both_windows_keys_rest_and_it_heals(page, walked[3:5])


WIDTH = """async () => {
  const g = document.createElement('canvas').getContext('2d');
  g.font = `700 40px ${getComputedStyle(document.body.querySelector('.tc-sentence')).fontFamily}`;
  await document.fonts.load(g.font);
  return g.measureText('Who should hold a city’s data?').width;
}"""
"""How wide a window writes some words in the type of its sentence."""


def they_share_their_fonts(page: Page, stage: Page) -> None:
    stage.wait_for_function("[...document.fonts].some(f => f.family === 'Roboto' && f.status === 'loaded')")
    assert stage.evaluate(WIDTH) == page.evaluate(WIDTH)


PRESSED_TWICE = """() => [0, 1].forEach(() => document.body.dispatchEvent(
  new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true })))"""


def a_double_press_is_one_step(page: Page, walked: list[Place]) -> None:
    page.wait_for_function(APART)
    page.evaluate(PRESSED_TWICE)
    reached(page, walked[0])
    press(page, "PageDown", walked[1])


def lost_contact_is_shown_in_both_windows_keys_rest_and_it_heals(page: Page, walked: list[Place]) -> None:
    stage = open_stage(page)
    page.context.set_offline(True)
    expect(page.locator(".tc-contact")).to_contain_text("No contact with the server")
    expect(stage.locator("#contact")).to_be_visible()
    page.keyboard.press("PageDown")
    page.context.set_offline(False)
    expect(page.locator(".tc-contact")).to_be_hidden()
    expect(stage.locator("#contact")).to_be_hidden()
    reached(page, walked[0])
    press(page, "PageDown", walked[1])
    page.close()
    expect(stage.locator("#contact")).to_be_visible()


def test_on_a_projector_of_one_screen_the_room_is_asked_and_sets_its_city(visit: Visitor) -> None:
    visited = visit("stage")
    visited.page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
    page = enter(visited.page)
    walked = places(debate_named("ten-minutes"))
    quickly(page)
    press_key(page, "p")
    expect(page.locator(".tc-page-stage")).to_be_visible()
    for place in walked[1:]:
        press(page, "PageDown", place)
        needed = above_the_fold(page)
        assert needed == [], place
        if place.step.kind == "vote":
            expect(page.locator(".tc-tally .tc-presets button").first).to_be_visible()
        if place.step.kind == "room":
            expect(page.locator("[data-question=street]")).to_be_visible()
            return


def test_in_a_reveal_all_figures_agree_and_nothing_is_said_to_be_loading(visit: Visitor) -> None:
    visited = visit("stage")
    page = enter(visited.page, "three-minutes")
    walked = places(debate_named("three-minutes"))
    quickly(page)
    press_key(page, "p")
    expect(page.locator(".tc-page-stage")).to_be_visible()
    for place in walked[1:]:
        press(page, "PageDown", place)
        assert page.locator(".tc-waiting").count() == 0
        if place.step.kind == "horizon":
            break
    expect(page.locator(".tc-sentence-small")).to_contain_text("Means of 20 runs", timeout=240_000)
    page.wait_for_function(f"{STAGE}.current.runs === 20")
    stands(page, place)
    settle(page)
    said = dict(re.findall(r"\b([AB]) (\d+)", page.locator(".tc-sentence").inner_text()))
    told = dict(re.findall(r"\b([AB]) (\d+)", page.locator("canvas").get_attribute("aria-label") or ""))
    assert said == told
    plan = page.evaluate(f"(p => [p.focus.w, p.lanesTop + 2 * p.lane - p.focus.y])({STAGE}.plan)")
    assert plan[0] * plan[1] >= SIZES["stage"][0] * SIZES["stage"][1] / 2
