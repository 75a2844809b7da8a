"""A city of one's own: picked, checked and shown, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import IN_BOTH, Visitor
from tests.browser.states import settle
from tests.browser.test_access import violations
from tests.city.made import collection, feature, square

TABLE = "name,population,unemployment_pct\nPort,1000,5\nQuay,2000,9\nHill,3000,x\nTotal,6000,7\n"
MAP = collection(
    *(feature(name, square(2 + 0.01 * i, 48)) for i, name in enumerate(("Port", "Quay", "Hill")))
)
DOOR = {"en-GB": "Open a city of your own", "fr-FR": "Ouvrir votre propre ville"}


def open_picker(page: Page, language: str = "en-GB") -> None:
    page.locator(".tc-tools button").last.press("Enter")
    page.get_by_role("button", name=DOOR[language]).press("Enter")
    expect(page.locator("[data-slot=districts]")).to_be_visible()


def pick(page: Page, slot: str, path: Path) -> None:
    page.locator(f"[data-slot={slot}] input").set_input_files(str(path))


READ = """([column, direction]) => {
  const { view } = part('.tc-own');
  const indicator = view?.checked?.indicators.find(one => one.column === column);
  return Boolean(indicator) && !view.busy && indicator.value === direction;
}"""
"""Whether the files were read again with what is said of a column; until then nothing can be pressed."""


def indicate(page: Page, column: str, direction: str) -> None:
    """Say what a column tells of hardship, and wait until the files were read so."""
    page.locator(f"[data-column={column}] select").select_option(direction)
    page.wait_for_function(READ, arg=[column, direction])


def saved_mapping(page: Page) -> str:
    with page.expect_download() as saved:
        page.locator(".tc-own-end button").last.press("Enter")
    return Path(saved.value.path()).read_text("utf-8")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    boundaries, figures = tmp_path / "quays.geojson", tmp_path / "figures.csv"
    boundaries.write_text(MAP.replace('"population": 100', '"zone": 1'), encoding="utf-8")
    figures.write_text(TABLE, encoding="utf-8")
    return boundaries, figures


@pytest.mark.parametrize("language", IN_BOTH)
def test_from_two_files_to_the_page_by_keyboard(
    visit: Visitor, files: tuple[Path, Path], language: str
) -> None:
    visited = visit(language=language)
    page = visited.page
    open_picker(page, language)
    pick(page, "districts", files[0])
    expect(page.locator(".tc-own-problems li")).to_have_count(1)
    settle(page)
    assert violations(page) == []
    pick(page, "figures", files[1])
    expect(page.locator(".tc-own-map canvas")).to_be_visible()
    settle(page)
    assert violations(page) == []
    indicate(page, "unemployment_pct", "")
    indicate(page, "unemployment_pct", "raises")
    mapping = saved_mapping(page)
    assert 'population = "population"' in mapping
    take = page.locator(".tc-own-take")
    expect(take).to_be_enabled()
    take.press("Enter")
    expect(page.locator(".tc-credit b")).to_have_text("quays")
    page.wait_for_function("`${part('.tc-stage').geometry.names}` === 'Port,Quay,Hill'")
    assert visited.errors == []
    assert visited.outside == []


def test_files_are_refused_read_and_asked_about_one_after_the_other(page: Page, tmp_path: Path) -> None:
    open_picker(page)
    a_file_of_another_kind_is_refused_without_being_sent(page, tmp_path)
    the_encoding_is_chosen_by_how_a_name_reads(page, tmp_path)
    a_question_shows_no_answer_though_the_last_file_settled_it(page, tmp_path)


def a_file_of_another_kind_is_refused_without_being_sent(page: Page, tmp_path: Path) -> None:
    wrong = tmp_path / "report.pdf"
    wrong.write_bytes(b"%PDF")
    pick(page, "districts", wrong)
    expect(page.locator("[data-slot=districts] [role=status]")).to_contain_text("report.pdf")
    expect(page.locator(".tc-own-check")).to_have_count(0)


def the_encoding_is_chosen_by_how_a_name_reads(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "barris.csv"
    path.write_bytes("name;population\nGràcia;1000\nSants-Montjuïc;2000\n".encode("cp1252"))
    pick(page, "districts", path)
    encoding = page.locator("[data-guess=encoding] select")
    expect(encoding.locator("option", has_text="Gràcia (cp1252)")).to_have_count(1)
    encoding.select_option("cp1252")
    expect(page.locator(".tc-own-map canvas")).to_be_visible()


def a_question_shows_no_answer_though_the_last_file_settled_it(page: Page, tmp_path: Path) -> None:
    settled, open_ = tmp_path / "settled.csv", tmp_path / "open.csv"
    settled.write_text("name,population in thousands\nA,12.5\nB,20\n", encoding="utf-8")
    open_.write_text("name,population\nA,12.5\nB,20\n", encoding="utf-8")
    pick(page, "districts", settled)
    unit = page.locator("[data-guess=population_unit] select")
    expect(unit).to_have_value("1000")
    pick(page, "districts", open_)
    expect(page.locator(".tc-own-problems li")).to_have_count(1)
    expect(unit).to_have_value("")
    expect(unit.locator("option:checked")).to_have_text("none")
    unit.select_option("1000")
    expect(page.locator(".tc-own-map canvas")).to_be_visible()


def test_no_serious_violation_on_the_check_screen_of_a_phone_in_the_dark(
    visit: Visitor, files: tuple[Path, Path]
) -> None:
    page = visit("phone", theme="dark").page
    open_picker(page)
    pick(page, "districts", files[0])
    expect(page.locator(".tc-own-problems li")).to_have_count(1)
    settle(page)
    assert violations(page) == []
    pick(page, "figures", files[1])
    expect(page.locator(".tc-own-map canvas")).to_be_visible()
    settle(page)
    assert violations(page) == []
    assert page.evaluate("document.querySelector('.tc-own').scrollWidth <= innerWidth")
