"""The view of a study in a browser: every picture, another year, a point as a city, the scene as a design."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sim.cli.main import main
from sim.scenario.scenario import list_scenarios, load_scenario
from sim.studies import sweep
from tests.browser.conftest import SIZES, Server, Visit, prepared
from tests.browser.states import link_where
from tests.browser.test_takeaway import saved
from tests.studies.small import HERE, design

LEVERS = ("openness", "surveillance")
TWO_YEARS = {"residents": 64, "weeks": 104, "seeds": 1}
SHOWN = """([kind, year]) => {
  const { view } = part('.tc-study');
  return view && view.drawn && view.drawn.kind === kind && view.year === year;
}"""
KINDS = {
    "Spread by week": "fan",
    "Differences": "paired",
    "What decides": "factors",
    "All points": "points",
}


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A page that shows a study of two levers in two cities."""
    folder = tmp_path_factory.mktemp("study")
    plan = {"method": "saltelli", "samples": 4}
    sweep(design(design=plan, run=TWO_YEARS, vary={name: {} for name in LEVERS}), folder, HERE)
    served = Server(TWO_CITIES_STUDY=str(folder))
    yield served
    served.stop()


def test_a_study_is_looked_at_and_gone_on_with(studied: Server, browser: Browser, tmp_path: Path) -> None:
    width, height = SIZES["laptop"]
    context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB")
    visited = Visit(prepared(context.new_page()), studied.url)
    page = visited.page
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Study", exact=True).click()
    expect(page.get_by_text("32 of 32 runs are in.")).to_be_visible()
    for label, kind in KINDS.items():
        page.get_by_role("button", name=label).click()
        drawn(page, kind, 0)
        page.get_by_label("When").select_option("after one year")
        drawn(page, kind, 1)
        page.get_by_label("When").select_option("at the end of the runs")
    names = (load_scenario(name).title.translate("en") for name in list_scenarios())
    listed = " · ".join(f"{number} {name}" for number, name in enumerate(names, 1))
    expect(page.get_by_text(f"on one of its seeds: {listed}.")).to_be_visible()
    drawn(page, "points", 0)
    page.locator(".tc-study .tc-tap").first.dispatch_event("click")
    expect(page.locator(".tc-study")).to_have_count(0)
    expect(page.get_by_text("Loaded. The page differs from the study in")).to_be_visible()
    link_where(page, lambda scene: set(scene.changes.get("C", ())) == set(LEVERS))
    page.get_by_role("button", name="More").click()
    path = saved(page, "Sweep this", tmp_path / "sweep.toml")
    assert main(["validate", str(path)]) == 0
    assert (visited.errors, visited.outside) == ([], [])
    context.close()


def drawn(page: Page, kind: str, year: int) -> None:
    """Wait until the picture of that ``kind`` at the end of ``year`` is there, and lies within its frame."""
    page.wait_for_function(SHOWN, arg=[kind, year])
    assert page.locator(".tc-study svg path").count() > len(KINDS)
