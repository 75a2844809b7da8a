"""Links, undo, exports and the report."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import CHANGED, Server, Visitor, prepared, ready
from tests.browser.states import counted, frames, link_where


def test_a_damaged_link_opens_the_page_and_says_so(visit: Visitor) -> None:
    visited = visit(at="#no-such-link")
    expect(visited.page.get_by_role("alert")).to_contain_text("damaged")
    assert visited.errors == []


def test_a_narrow_picture_holds_the_whole_sentence_and_the_receipt(visit: Visitor) -> None:
    page = visit("phone").page
    counted(page)
    page.evaluate("""() => {
      window.written = [];
      const write = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        if (y <= this.canvas.height) window.written.push(text);
        return write.apply(this, arguments);
      };
    }""")
    page.get_by_role("button", name="More").click()
    page.evaluate("window.written = []")
    with page.expect_download():
        page.get_by_role("button", name="Picture of the charts (PNG)").click()
        frames(page, 20)
    written = " ".join(page.evaluate("window.written"))
    sentence = page.locator(".tc-sentence").inner_text().split("Show 20 runs")[0].split()
    assert " ".join(sentence) in " ".join(written.split())
    assert "· seeds 1 · weeks 104 + 520 ·" in written


def test_pictures_numbers_scenarios_and_a_report_are_taken_away(page: Page, tmp_path: Path) -> None:
    a_picture_names_its_outcomes(page)
    page.get_by_role("button", name="More").click()
    what_is_saved_is_whole(page, tmp_path)
    page.get_by_role("button", name="Report to print").click()
    the_report_holds_numbers_receipt_and_caution(page)


def a_picture_names_its_outcomes(page: Page) -> None:
    inked = """canvas => {
      const { plan } = part('.tc-stage');
      const { plot, focus, unit } = plan;
      const { data } = canvas.getContext('2d').getImageData(plot.x, focus.y, plot.w / 2, unit * 1.4);
      return data.filter((value, i) => i % 4 === 3 && value > 200).length;
    }"""
    assert page.evaluate(f"({inked})(document.querySelector('.tc-stage canvas'))") < 50  # there it is a menu
    assert page.evaluate(f"({inked})(part('.tc-stage').picture())") > 300


def what_is_saved_is_whole(page: Page, tmp_path: Path) -> None:
    picture = saved(page, "Picture of the charts (PNG)", tmp_path / "a.png")
    assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    with saved(page, "Numbers, week by week (CSV)", tmp_path / "a.csv").open() as file:
        text = file.read().splitlines()
    head = [line for line in text if line.startswith("# ")]
    assert head[0] == "# Simulation, not a forecast"
    assert {"# seeds: 1", "# residents: 10000"} <= set(head)
    assert any(line.startswith("# city: london, 33 districts, ") for line in head)
    assert any("two-cities compare emancipatory control" in line for line in head)
    assert "0 to 1 where the page says out of 100" in head[-1]
    assert "wellbeing × 100" in head[-1]
    rows = list(csv.DictReader(text[len(head) :]))
    assert len(rows) == 3 * 624
    assert {row["city"] for row in rows} == {"A", "B", "no change"}
    assert 0 < float(rows[-1]["wellbeing"]) < 1
    scenario = tomllib.loads(saved(page, "City B as a scenario file (TOML)", tmp_path / "b.toml").read_text())
    assert scenario["levers"]["surveillance"] == 0.8


def the_report_holds_numbers_receipt_and_caution(page: Page) -> None:
    expect(page.get_by_role("heading", name="Report to print")).to_be_visible()
    with page.expect_popup() as opening:
        page.get_by_role("dialog").get_by_role("button", name="Report to print").click()
    report = opening.value
    expect(report.locator("h1")).to_have_text("Two Cities: report of a comparison")
    expect(report.get_by_text("Simulation, not a forecast").first).to_be_visible()
    expect(report.locator("table").last).to_contain_text(
        "two-cities compare emancipatory control --city london"
    )
    expect(report.locator("img")).to_be_visible()
    assert report.locator("table").first.locator("tr").count() == 8


def saved(page: Page, button: str, path: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    download.value.save_as(path)
    return path


CUT_AND_ASK = """() => new Promise(seen => {
  const kernel = solara.debug.kernel();
  kernel.connectionStatusChanged.connect(() => {
    if (kernel.connectionStatus === 'connected') return;
    part('.tc-stage').act({ do: 'focus', outcome: 'calm' });
    seen();
  });
  solara.debug.dropConnection();
})"""
"""Cuts the page's socket, and asks for another outcome once the page has seen that."""


def test_what_is_asked_for_while_the_connection_is_cut_is_answered_when_it_is_back(visit: Visitor) -> None:
    visited = visit()
    page = visited.page
    page.get_by_label("Outcome in the chart").select_option("trust")
    link_where(page, lambda scene: scene.focus == "trust")
    page.evaluate(CUT_AND_ASK)
    page.wait_for_function(
        "solara.debug.reconnectCount === 1 && solara.debug.connectionStatus === 'connected'"
    )
    expect(page.get_by_label("Outcome in the chart")).to_have_value("calm")
    before = visited.change
    page.get_by_label("Starts from").select_option("platform-city")
    visited.wait_for_change(before)


@pytest.fixture
def one_seat() -> Iterator[Server]:
    """A server of one visitor at a time."""
    served = Server(TWO_CITIES_SESSIONS="1")
    yield served
    served.stop()


def test_a_seat_that_is_free_is_the_next_visitors_also_when_the_server_was_started_again(
    browser: Browser, one_seat: Server
) -> None:
    context = browser.new_context(locale="en-GB")
    context.clock.install()
    first, second = prepared(context.new_page()), prepared(context.new_page())
    first.goto(one_seat.url)
    expect(first.locator("h1")).to_contain_text("Two Cities")
    second.goto(one_seat.url)
    expect(second.get_by_text("you are number 1 in line")).to_be_visible(timeout=60_000)
    first.close()
    expect(second.locator("h1")).to_contain_text("Two Cities")
    ready(second).get_by_label("Outcome in the chart").select_option("trust")
    link_where(second, lambda scene: scene.focus == "trust")
    one_seat.stop()
    one_seat.start()
    context.clock.fast_forward(60_000)  # a page asks less and less often whether its server is back
    a_page_comes_back_as_it_was(second)
    context.close()


def a_page_comes_back_as_it_was(page: Page) -> None:
    page.wait_for_function("solara.debug.remountCount >= 1")
    expect(page.get_by_label("Outcome in the chart")).to_have_value("trust")
    before = int(page.get_attribute(".tc-stage", "data-change") or 0)
    page.get_by_label("Starts from").select_option("platform-city")
    page.wait_for_function(CHANGED, arg=before)
