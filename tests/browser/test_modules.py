"""The page's own modules as a browser loads them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from sim.dashboard.assets import PLACE, address
from tests.browser.conftest import Server, Visit, prepared, ready

LOADED = f"performance.getEntriesByType('resource').filter(one => one.name.includes('{PLACE}/'))"


def opened(page: Page, url: str) -> Page:
    prepared(page).goto(url)
    return ready(page)


def test_each_module_is_asked_for_once_when_needed_at_the_address_of_its_content_and_then_kept(
    server: Server, browser: Browser
) -> None:
    context = browser.new_context(locale="en-GB")
    first = opened(context.new_page(), server.url)
    first.wait_for_load_state("networkidle")  # all of them are here, and kept
    asked = first.evaluate(f"{LOADED}.map(one => new URL(one.name).pathname)")
    assert len(asked) > 20
    assert sorted(asked) == sorted(set(asked))
    assert [path for path in asked if not path.startswith(address(""))] == []
    second = opened(context.new_page(), server.url)
    fetched = second.evaluate(f"{LOADED}.filter(one => one.transferSize > 0).map(one => one.name)")
    assert fetched == []
    a_panel_is_loaded_when_it_is_first_opened(second)
    context.close()


def a_panel_is_loaded_when_it_is_first_opened(page: Page) -> None:
    panels = f"{LOADED}.map(one => one.name.split('/').pop()).filter(name => name === 'keys.vue')"
    assert page.evaluate(panels) == []
    for _ in range(2):
        page.locator("body").press("?")
        expect(page.get_by_role("dialog")).to_contain_text("play and pause")
        page.keyboard.press("Escape")
    assert page.evaluate(panels) == ["keys.vue"]


@pytest.fixture(scope="module")
def below() -> Iterator[Server]:
    served = Server(TWO_CITIES_ROOT_PATH="/city/hall")
    yield served
    served.stop()


@pytest.mark.slow
def test_below_the_path_of_a_proxy_so_are_the_modules(below: Server, browser: Browser) -> None:
    context = browser.new_context(locale="en-GB")
    visited = Visit(prepared(context.new_page()), f"{below.url}city/hall/")
    page = visited.page
    paths = page.evaluate(f"{LOADED}.map(one => new URL(one.name).pathname)")
    assert len(paths) > 20
    assert [path for path in paths if not path.startswith(f"/city/hall{PLACE}/")] == []
    page.get_by_role("button", name="More").click()
    with page.expect_popup() as opening:
        page.get_by_role("button", name="Stage window on a second screen").click()
    expect(opening.value.locator("#caution")).to_have_text("Simulation, not a forecast")
    assert visited.errors == []
    assert visited.outside == []
    context.close()
