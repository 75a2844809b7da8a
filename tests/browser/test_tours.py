"""The laboratory in a real browser: every tour in both languages, the lit map, a mechanism off, the glossary."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from sim.debate.tours import STOPS, list_tours, load_tour
from sim.locale.catalogue import translate
from tests.browser.conftest import Before, Visit, Visitor

LANGUAGES = {"en": "en-GB", "fr": "fr-FR"}


def understand(visit: Visitor, language: str, before: Before = None) -> Visit:
    visited = visit(language=LANGUAGES[language], before=before)
    visited.page.get_by_role("button", name=translate("mode-understand", language), exact=True).click()
    visited.page.locator("[data-tour]").first.wait_for()
    return visited


def door(page: Page, panel: str, language: str) -> None:
    page.get_by_role("button", name=translate(f"panel-title-{panel}", language), exact=True).first.click()


FEW = {"en": 3, "fr": 1}
"""How many tours are walked in each language; all are in `tests/dashboard/test_lab.py`, without a browser."""
WALKED = [
    pytest.param(language, tours, marks=marks)
    for language, few in FEW.items()
    for tours, marks in ((list_tours()[:few], []), (list_tours()[few:], pytest.mark.slow))
]


@pytest.mark.parametrize(("language", "tours"), WALKED)
def test_every_tour_is_walked(visit: Visitor, language: str, tours: list[str]) -> None:
    visited = understand(visit, language)
    page = visited.page
    for name in tours:
        page.locator(f"[data-tour={name}]").click()
        expect(page.locator(".tc-tour h2")).to_have_text(load_tour(name).title.translate(language))
        expect(page.locator("[data-step=next]")).to_be_disabled()
        page.locator("[data-answer=B]").click()
        for at in range(1, len(STOPS)):
            page.locator("[data-step=next]").click()
            page.locator(f".tc-tour[data-stop='{at}']").wait_for()
        expect(page.locator("[data-step=next]")).to_be_disabled()
        expect(page.locator(".tc-tour li").first).to_have_text(load_tour(name).reading[0])
        page.locator("[data-step=leave]").click()
        page.locator(f"[data-tour={name}]").wait_for()
    assert visited.errors == []


@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.slow), "fr"])
def test_the_map_leads_to_a_mechanism_and_the_glossary_finds_a_term_of_the_field(
    visit: Visitor, language: str
) -> None:
    visited = understand(visit, language)
    page = visited.page
    door(page, "model_map", language)
    page.locator("[data-lit=lever]").select_option("surveillance")
    page.locator("[data-lit=outcome]").select_option("expression")
    expect(page.locator(".tc-way li")).to_have_count(4)
    assert page.locator(".tc-flow-on").count() >= 3
    page.locator("[data-node='mechanism:expression']").click()
    expect(page.locator("#tc-panel-title")).to_have_text(translate("mechanism-expression", language))
    expect(page.locator(".tc-equations ruby").first).to_be_visible()
    expect(page.locator(".tc-curve-line")).to_have_count(2)
    page.keyboard.press("Escape")
    door(page, "glossary", language)
    found_without_accents(page)
    assert visited.errors == []


def found_without_accents(page: Page) -> None:
    """Look for a term in the open glossary, and for one that there is not."""
    page.locator(".tc-entries dt").first.wait_for()
    everything = page.locator(".tc-entries dt").count()
    page.locator(".tc-find").fill("Medecin bass")
    expect(page.locator(".tc-entries dt")).to_have_count(0)
    page.locator(".tc-find").fill("DEMATERIALISATION")
    expect(page.locator("[data-entry=digital_only]")).to_be_visible()
    assert 0 < page.locator(".tc-entries dt").count() < everything


def test_a_mechanism_switched_off_runs_both_cities_again(visit: Visitor) -> None:
    visited = understand(visit, "en")
    page, before = visited.page, visited.change
    page.locator("[data-mechanism=expression]").click()
    page.locator("[data-switch]").uncheck()
    visited.wait_for_change(before)
    expect(page.locator(".tc-without tbody tr")).to_have_count(
        7, timeout=240_000
    )  # forty runs on a busy machine
    expect(page.locator(".tc-without tbody tr").nth(3).locator("td").nth(1)).to_have_text("100.0")
    page.keyboard.press("Escape")
    expect(page.locator(".tc-striped")).to_contain_text("Speaking up")
    page.locator(".tc-striped button").click()
    expect(page.locator(".tc-striped")).to_have_count(0)
    assert visited.errors == []
