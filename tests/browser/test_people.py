"""The residents in a browser: four pictures, and from a dot to the resident's weeks."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.states import link_where
from tests.browser.test_tours import door, understand


@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.slow), "fr"])
def test_from_the_whole_city_to_one_resident(visit: Visitor, language: str) -> None:
    visited = understand(visit, language)
    page = visited.page
    door(page, "residents", language)
    expect(page.locator(".tc-people-groups tbody")).to_have_count(3)
    page.locator("[data-people=by]").select_option("district")
    expect(page.locator(".tc-people-groups tbody").nth(12)).to_be_visible()
    page.locator("[data-picture=scatter]").click()
    page.locator("[data-people=state]").select_option("trust")
    expect(page.locator(".tc-people-dots")).to_be_attached()
    page.locator("[data-picture=district]").click()
    first = page.locator(".tc-people-maps circle").first
    row = int(first.get_attribute("data-row") or -1)
    first.click()
    link_where(page, lambda scene: scene.resident >= 0)
    expect(page.locator("[data-why] tr")).to_have_count(12)
    page.locator("[data-picture=district]").click()
    expect(page.locator(f"circle.tc-people-me[data-row='{row}']")).to_have_count(2)
    assert visited.errors == []
    assert visited.outside == []
