"""What a screen reader and a keyboard find: axe-core in languages, themes and sizes, and tables."""

from __future__ import annotations

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import SIZES, Visitor
from tests.browser.states import counted, link_where, settle

SERIOUS = ("serious", "critical")


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html'][:120]} {node.get('failureSummary', '')[:200]}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"][:2]
    ]


ONCE = {("stage", "light", "en-GB"), ("laptop", "dark", "fr-FR"), ("phone", "light", "en-GB")}
"""Every size, theme and language; how they meet is looked at in `make test-all`."""
EACH = [
    pytest.param(*kind, marks=[] if kind in ONCE else pytest.mark.slow)
    for kind in product(SIZES, ("light", "dark"), ("en-GB", "fr-FR"))
]


@pytest.mark.parametrize(("size", "theme", "language"), EACH)
def test_no_serious_violation(visit: Visitor, size: str, theme: str, language: str) -> None:
    assert violations(visit(size, language, theme).page) == []


def violations_behind(page: Page, door: str, opened: str, exact: bool = True) -> list[str]:
    """Go through a door and return what is wrong with what has ``opened``; panels are left again."""
    page.get_by_role("button", name=door, exact=exact).click()
    page.locator(opened).first.wait_for()
    settle(page)
    found = violations(page)
    page.keyboard.press("Escape")
    expect(page.locator(".tc-panel")).to_have_count(0)
    return found


def test_no_serious_violation_in_what_opens_and_in_the_laboratory(page: Page) -> None:
    opened = {"More": ".tc-panel", "⚑ Event": ".tc-panel", "Assumptions and context": ".tc-assumptions"}
    for door, what in (opened | {"Debate": ".tc-debate"}).items():
        assert violations_behind(page, door, what, exact=False) == [], door
    page.get_by_role("button", name="Understand", exact=True).click()
    for door in ("Model map", "Glossary", "Speaking up"):
        assert violations_behind(page, door, ".tc-panel") == [], door
    assert violations_behind(page, "Being watched", ".tc-tour") == []


@pytest.mark.parametrize("theme", [pytest.param("light", marks=pytest.mark.slow), "dark"])
def test_no_serious_violation_in_what_the_picture_can_be_asked_for(visit: Visitor, theme: str) -> None:
    page = visit(theme=theme).page
    counted(page).get_by_role("button", name="Show 20 runs").click()
    switch = page.get_by_role("button", name="Cut the axis to the part in use")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    page.get_by_text("Rename").click()
    page.get_by_label("Name of city A").wait_for()
    settle(page)
    assert violations(page) == []
    page.get_by_role("button", name="one by one").click()
    page.get_by_role("dialog").wait_for()
    settle(page)
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator("body").press("l")
    page.locator(".tc-page-large").wait_for()
    settle(page)
    assert violations(page) == []


def test_all_is_reached_by_keyboard_and_told_in_words(page: Page) -> None:
    counted(page)  # a sentence that comes later brings buttons of its own
    everything_can_be_reached_by_keyboard(page)
    the_skip_link_leaves_the_address_alone(page)
    bar = page.locator(".v-application--wrap > .v-progress-linear")  # the nameless one of a busy server
    shown = "bar => { bar.style.visibility = 'visible'; return getComputedStyle(bar).display }"
    assert bar.evaluate(shown) == "none"
    page.get_by_role("button", name="What happens in public space?").click()
    slider = page.get_by_role("slider", name="Cameras and network monitoring")
    assert slider.get_attribute("aria-valuetext") == "10 · low / 100, today 30, City B 80"
    every_chart_has_a_table(page)


def everything_can_be_reached_by_keyboard(page: Page) -> None:
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.className + '|' + document.activeElement.tagName"))
    classes = " ".join(reached)
    for part in ("tc-hit", "tc-map-hit", "tc-play", "tc-fold", "tc-language"):
        assert part in classes, part


def the_skip_link_leaves_the_address_alone(page: Page) -> None:
    page.get_by_label("Outcome in the chart").select_option("trust")
    scene = link_where(page, lambda scene: scene.focus == "trust")
    page.locator(".tc-skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "tc-charts"
    assert page.evaluate("location.hash") == scene
    page.get_by_label("Outcome in the chart").select_option("wellbeing")
    link_where(page, lambda scene: scene.focus == "wellbeing")


def every_chart_has_a_table(page: Page) -> None:
    page.get_by_text("The same as tables").click()
    years, districts = page.locator(".tc-table table").all()
    assert years.locator("tbody tr").count() == 11
    assert districts.locator("tbody tr").count() == 33
    expect(years.locator("caption")).to_contain_text("Well-being")
    label = page.locator("canvas").get_attribute("aria-label") or ""
    shown = years.locator("tbody tr").last.locator("td").first.inner_text()
    assert f"A {shown}" in label
    years.get_by_role("button", name="Definition of Well-being").press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Well-being")


def test_on_a_phone_targets_are_large_and_nothing_is_out_of_reach(visit: Visitor) -> None:
    page = visit("phone").page
    counted(page)
    small = """() => [...document.querySelectorAll('.tc-main .tc-i, .tc-sentence .tc-link')].filter(one => {
      const { width, height } = one.getBoundingClientRect();
      return Math.min(width, height) < 44;
    }).map(one => one.outerHTML)"""
    assert page.evaluate(small) == []
    page.get_by_role("button", name="More").click()
    for name in ("Undo", "Redo", "Replay the last change", "Start over"):
        expect(page.get_by_role("dialog").get_by_role("button", name=name)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    no_sideways_scroll_at_320(page)


def no_sideways_scroll_at_320(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    settle(page)
    assert page.evaluate("document.querySelector('.tc-main').scrollWidth <= innerWidth")
    assert page.evaluate("document.querySelector('.tc-foot').scrollWidth <= innerWidth")
