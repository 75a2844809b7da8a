"""The page as a visitor uses it, in a real browser with the network beyond this machine cut."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from sim.parameters import LEVER_GROUPS
from tests.browser.conftest import IN_BOTH, SIZES, Visit, Visitor, ready
from tests.browser.states import COUNTED, counted, frames, link_where, settle


def test_the_page_names_no_winner_asks_nobody_else_and_holds_still_under_the_hand(visit: Visitor) -> None:
    visited = visit()
    page = visited.page
    expect(page.locator("h1")).to_contain_text("Two Cities")
    assert painted(page) > 2_000
    expect(page.locator(".tc-sentence")).to_contain_text(re.compile(r"in \d+ of 20 runs"), timeout=COUNTED)
    assert not re.search("lead|win|beat", page.locator(".tc-sentence").inner_text())
    page.get_by_role("button", name="More").click()
    page.get_by_role("dialog").wait_for()
    assert visited.outside == []
    assert visited.errors == []
    of_solara = [text for text in visited.warned if text.startswith("Failed to evaluate Vue script")]
    assert len(of_solara) <= 1  # its navigator, see docs/page.md
    assert [text for text in visited.warned if text not in of_solara] == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    a_slider_stays_under_the_hand_that_moves_it(page)


def a_slider_stays_under_the_hand_that_moves_it(page: Page) -> None:
    blend = counted(page).locator("[data-blend]")
    before = blend.bounding_box()
    for _ in range(5):
        blend.press("ArrowRight")
    expect(page.locator(".tc-changes")).to_be_visible()
    settle(page)
    assert blend.bounding_box() == before


def the_outcome_is_not_written_over_its_unit(page: Page) -> None:
    menu, unit = page.locator(".tc-focus-menu select"), page.locator(".tc-focus-unit")
    names = menu.evaluate(
        "e => [...e.options].sort((a, b) => b.text.length - a.text.length).map(o => o.value)"
    )
    for name in names[:4]:
        menu.select_option(name)
        page.wait_for_function("name => part('.tc-stage').view?.focus === name", arg=name)
        settle(page)
        left, right = menu.bounding_box(), unit.bounding_box()
        assert left is not None
        assert right is not None
        assert left["x"] + left["width"] <= right["x"]


def the_levers_are_calm(page: Page) -> None:
    for question in range(len(LEVER_GROUPS)):
        fold = page.locator(".tc-question .tc-fold").nth(question)
        if fold.get_attribute("aria-expanded") != "true":
            fold.click()
        expect(fold).to_have_attribute("aria-expanded", "true")
        for head in page.locator(".tc-question-open .tc-lever-head").all():
            assert lines(head.locator("span").first) <= 2, head.inner_text()
        for lever in page.locator(".tc-question-open .tc-lever", has=page.locator("select")).all():
            assert lever.locator(".tc-lever-head b").count() == 0  # the list itself says what is chosen
        assert page.locator(".tc-lever-panel").evaluate("panel => panel.scrollWidth - panel.clientWidth") <= 0
        folded = page.locator(".tc-question:not(.tc-question-open) .tc-fold")
        assert folded.count() == len(LEVER_GROUPS) - 1
        assert all(lines(one) <= 2 for one in folded.all())


def no_sentence_leaves_its_place(page: Page) -> None:
    counted(page).locator(".tc-focus-menu select").select_option("running_cost")
    page.wait_for_function("part('.tc-stage').view?.focus === 'running_cost'")
    for key in "pl":
        page.locator("body").press(key)
        expect(page.locator(".tc-page-stage")).to_be_visible()
        settle(page)
        page.wait_for_function(
            "(e => e.scrollHeight - e.clientHeight <= 2)(document.querySelector('.tc-sentence'))"
        )
        page.locator("body").press(key)
        expect(page.locator(".tc-page-stage")).to_have_count(0)


WHERE_IT_IS_TIGHT = {
    "stage": no_sentence_leaves_its_place,
    "laptop": the_levers_are_calm,
    "phone": the_outcome_is_not_written_over_its_unit,
}
"""What is hardest to fit on a screen of each size."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", IN_BOTH)
def test_fits_every_screen(visit: Visitor, size: str, language: str) -> None:
    visited = visit(size, language)
    wide = visited.page.evaluate("document.querySelector('.tc-main').scrollWidth - innerWidth")
    assert wide <= 0
    assert painted(visited.page) > 2_000
    assert visited.errors == []
    WHERE_IT_IS_TIGHT[size](visited.page)


def test_a_slider_changes_the_curve_leaves_a_ghost_and_can_be_put_back(visit: Visitor) -> None:
    visited = visit()
    page = visited.page
    before, picture = visited.change, shot(page)
    page.get_by_role("button", name="What happens in public space?").click()
    slider = page.locator("[data-lever=surveillance]")
    slider.focus()
    slider.press("End")
    visited.wait_for_change(before)
    ready(page)
    expect(page.get_by_text("1 change from Autonomy first")).to_be_visible()
    assert shot(page) != picture
    assert page.locator(".tc-stage").get_attribute("data-ghost") == "yes"
    page.locator("[data-lever=enforcement]").press("End")
    page.locator("[data-lever=censorship]").press("End")
    page.get_by_text("3 changes from Autonomy first").click()  # lists of changes open on demand
    page.get_by_role("button", name="Put back: Police presence and penalties").click()
    expect(page.get_by_text("2 changes from Autonomy first")).to_be_visible()
    expect(page.get_by_role("button", name="Put back: Filtering of protest messages")).to_be_visible()
    assert visited.errors == []


def test_another_scenario_an_assumption_and_an_event_change_the_cities(visit: Visitor) -> None:
    visited = visit()
    before = visited.change
    visited.page.get_by_label("Starts from").select_option("platform-city")
    visited.wait_for_change(before)
    assert visited.errors == []
    ready(visited.page)
    assumptions_move_all_cities_and_say_so(visited)
    ready(visited.page)
    an_event_comes_onto_the_timeline(visited)


def assumptions_move_all_cities_and_say_so(visited: Visit) -> None:
    page, before = visited.page, visited.change
    page.get_by_role("button", name="Assumptions and context").click()
    expect(page.get_by_role("slider", name="How fast trust moves")).not_to_be_visible()
    page.get_by_label("Find an assumption").fill("fast trust")
    page.get_by_role("slider", name="How fast trust moves").press("End")
    visited.wait_for_change(before)
    expect(page.locator(".tc-striped")).to_contain_text("1 assumption differs")


def an_event_comes_onto_the_timeline(visited: Visit) -> None:
    page, before = visited.page, visited.change
    page.get_by_role("button", name="⚑ Event").click()
    page.get_by_role("button", name="Budget cut").click()
    visited.wait_for_change(before)
    expect(page.locator(".tc-time-mark")).to_have_count(1)
    page.get_by_role("button", name="⚑ Event").click()
    page.get_by_role("button", name=re.compile("^Remove Budget cut")).click()
    expect(page.locator(".tc-time-mark")).to_have_count(0)


def test_the_picture_is_asked_for_a_district_a_tile_a_difference_and_a_time(page: Page) -> None:
    page.locator(".tc-map-hit").first.press("ArrowRight")
    expect(page.locator(".tc-tip strong")).not_to_be_empty()
    expect(page.locator(".tc-tip")).to_contain_text("Well-being")
    page.get_by_role("button", name=re.compile("^Opinions voiced")).click()
    expect(page.get_by_label("Outcome in the chart")).to_have_value("expression")
    expect(page.get_by_role("button", name=re.compile("^Well-being:"))).to_be_visible()
    before = shot(page)
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Map of the difference").click()
    expect(page.get_by_role("button", name="Map of the difference")).to_have_attribute("aria-pressed", "true")
    page.wait_for_function("old => document.querySelector('canvas').toDataURL() !== old", arg=before)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    time_is_scrubbed_plays_and_stands_still(page)


def time_is_scrubbed_plays_and_stands_still(page: Page) -> None:
    time = page.get_by_label("Time: weeks since the choice")
    time.focus()
    time.press("Home")
    expect(page.locator(".tc-sentence")).to_contain_text("at the choice")
    assert week(page) == 0
    page.get_by_label("Speed").select_option("0.5")
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_function(
        "(week => week > 20 && week < 520)(+document.querySelector('.tc-time input').value)"
    )
    page.get_by_role("button", name="Pause", exact=True).click()
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    stopped = week(page)
    assert 0 < stopped < 520
    frames(page, 20)
    assert week(page) == stopped
    onward = page.get_by_role("button", name="One week on")
    onward.click()
    onward.click()
    page.wait_for_function("now => +document.querySelector('.tc-time input').value === now + 2", arg=stopped)


def test_the_theme_and_the_language_switch_everywhere_and_survive_a_reload(page: Page) -> None:
    ground = "getComputedStyle(document.querySelector('.tc-page')).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Theme: as the system").click()
    page.get_by_role("button", name="Theme: light").click()
    page.wait_for_function(f"{ground} !== '{light}'")
    page.get_by_role("button", name="Theme: dark").wait_for()
    page.get_by_role("button", name="Passer en français").click()
    expect(page.locator("h1")).to_contain_text("Deux villes")
    expect(page.get_by_role("button", name="Qui détient les données")).to_be_visible()
    expect(page.locator(".tc-foot")).to_contain_text("Simulation, pas une prévision")
    assert page.evaluate("document.documentElement.lang") == "fr"
    link_where(page, lambda scene: (scene.language, scene.theme) == ("fr", "dark"))
    page.reload()
    expect(page.locator("h1")).to_contain_text("Deux villes")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def painted(page: Page) -> int:
    """Return how many pixels of the canvas carry a colour other than the ground's."""
    settle(page)
    return int(
        page.evaluate(
            """() => {
              const canvas = document.querySelector('canvas');
              const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              let count = 0;
              for (let i = 3; i < data.length; i += 4) if (data[i]) count += 1;
              return count;
            }"""
        )
    )


def shot(page: Page) -> str:
    settle(page)
    return str(page.evaluate("document.querySelector('canvas').toDataURL()"))


def week(page: Page) -> int:
    return int(page.locator(".tc-time input").input_value())


def lines(text: Locator) -> int:
    tall = "e => (e.clientHeight || e.offsetHeight) - 2 * parseFloat(getComputedStyle(e).paddingTop)"
    return round(text.evaluate(tall) / text.evaluate("e => parseFloat(getComputedStyle(e).lineHeight)"))
