"""What the picture can be asked for: twenty runs, a cut axis, the large stage, names for the cities."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor, ready
from tests.browser.states import counted, link_where, press, settle

RUNS = re.compile(r"(Higher in [AB] in (\d+)|No difference in) (of )?20 runs")
PLAN = "part('.tc-stage').plan"
DRAWN = "document.getElementById('canvas').toDataURL()"
HOLD = """() => {
  const { setTimeout } = window;
  window.held = [];
  window.setTimeout = (work, after, ...more) =>
    after === 3000 ? -held.push(work) : setTimeout(work, after, ...more);
}"""
"""Keeps what is to be done after the moment for which the lines of the runs are shown, until a test does it."""


def held(page: Page) -> Page:
    """Let the moment of the lines last until ``held.pop()()``."""
    page.evaluate(HOLD)
    return page


def label(page: Page) -> str:
    return page.locator("canvas").get_attribute("aria-label") or ""


LETTERED = """() => {
  const words = [];
  const pen = CanvasRenderingContext2D.prototype;
  const { fillText } = pen;
  pen.fillText = function (text, ...place) {
    words.push(text);
    return fillText.call(this, text, ...place);
  };
  part('.tc-stage').draw();
  pen.fillText = fillText;
  return words;
}"""


def lettered(page: Page) -> list[str]:
    """Return all that is written on the picture, in order: what it shows, whatever its pixels."""
    settle(page)
    return list(page.evaluate(LETTERED))


def shot(page: Page) -> str:
    settle(page)
    return str(page.evaluate("document.querySelector('canvas').toDataURL()"))


def test_twenty_runs_are_thin_lines_for_a_moment_then_dots_and_gone_with_their_city(page: Page) -> None:
    held(counted(page))
    bare, without = label(page), shot(page)
    page.get_by_role("button", name="Show 20 runs").click()
    page.wait_for_function("part('.tc-stage').view?.runs === 'lines'")
    lines = shot(page)
    page.evaluate("held.pop()()")
    page.wait_for_function("part('.tc-stage').view?.runs === 'dots'")
    said = RUNS.search(label(page))
    assert said is not None
    assert not RUNS.search(bare)
    assert len({without, lines, shot(page)}) == 3
    assert f"in {said[2]} of 20 runs" in page.locator(".tc-sentence").inner_text()
    page.get_by_role("button", name="one by one").click()
    rows = page.get_by_role("dialog").locator("tbody tr")
    expect(rows).to_have_count(22)
    gaps = [float(rows.nth(i).locator("td").last.inner_text().replace("−", "-")) for i in range(2, 22)]
    higher = max(sum(gap > 0 for gap in gaps), sum(gap < 0 for gap in gaps))
    assert higher == int(said[2])
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.wait_for_function("part('.tc-stage').paired !== null")
    page.get_by_role("button", name="What happens in public space?").click()
    page.locator("[data-lever=surveillance]").press("End")
    page.wait_for_function("part('.tc-stage').paired === null")
    page.wait_for_function("part('.tc-stage').view?.runs === ''")


def test_less_motion_plays_year_by_year_and_shows_the_runs_until_pressed(visit: Visitor) -> None:
    page = visit(still=True).page
    the_runs_stay_until_pressed(page)
    page.wait_for_function("part('.tc-stage').view?.year_steps")
    page.get_by_label("Speed").select_option("2")
    page.evaluate(
        "() => { window.weeks = []; addEventListener('tc-week', e => window.weeks.push(e.detail)); }"
    )
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_function("window.weeks.length >= 4")
    weeks = page.evaluate("window.weeks.slice(0, 4)")
    assert weeks == sorted(set(weeks))
    assert all(week % 52 == 0 for week in weeks)


def the_runs_stay_until_pressed(page: Page) -> None:
    held(counted(page)).locator("body").press("t")
    page.wait_for_function("part('.tc-stage').view?.runs === 'lines'")
    settle(page)
    assert page.evaluate("held") == []
    page.locator("body").press("t")
    page.wait_for_function("part('.tc-stage').view?.runs === 'dots'")
    page.locator("body").press("t")
    page.wait_for_function("part('.tc-stage').view?.runs === ''")


def the_axis_is_whole_until_the_switch_cuts_it_and_says_so(page: Page) -> None:
    counted(page)  # a sentence that comes later takes height from the chart
    assert "Axis cut" not in label(page)
    whole = lettered(page)
    assert {"0", "50", "100"} <= set(whole)
    switch = page.get_by_role("button", name="Cut the axis to the part in use")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(page.locator("canvas")).to_have_attribute("aria-label", re.compile(r"Axis cut: \d+ to \d+"))
    assert lettered(page) != whole
    low, high = map(int, re.findall(r"Axis cut: (\d+) to (\d+)", label(page))[0])
    values = [int(value) for value in re.findall(r"[AB] (\d+)", label(page))]
    assert low <= min(values) <= max(values) <= high < 100
    page.locator("body").press("z")
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert lettered(page) == whole


def a_name_is_only_text(page: Page) -> None:
    page.get_by_text("Rename").click()
    field = page.get_by_label("Name of city A")
    assert field.get_attribute("maxlength") == "24"
    field.fill("<b>Agora</b>")
    field.press("Enter")
    expect(page.locator(".tc-tab").first).to_contain_text("A · <b>Agora</b>")
    expect(page.locator(".tc-sentence")).to_contain_text("<b>Agora</b> (A) ")
    assert page.locator(".tc-page b", has_text="Agora").count() == 0


def undo_and_redo(page: Page) -> None:
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Outcome in the chart")).to_have_value("wellbeing")
    page.get_by_role("button", name="Redo").click()
    expect(page.get_by_label("Outcome in the chart")).to_have_value("trust")


def test_a_link_and_a_report_hold_the_cut_axis_a_name_levers_and_the_outcome(visit: Visitor) -> None:
    first = visit()
    the_axis_is_whole_until_the_switch_cuts_it_and_says_so(first.page)
    first.page.locator("body").press("z")
    first.page.wait_for_function("part('.tc-stage').view?.zoom")
    a_name_is_only_text(first.page)
    first.page.get_by_role("button", name="What happens in public space?").click()
    before = first.change
    first.page.locator("[data-lever=surveillance]").press("End")
    first.wait_for_change(before)
    ready(first.page).get_by_label("Outcome in the chart").select_option("trust")
    undo_and_redo(first.page)
    second = visit(at=link_where(first.page, lambda scene: scene.focus == "trust" and scene.zoom)).page
    a_link_brings_back_every_value(second)
    the_name_and_the_axis_are_in_the_report(second)
    assert first.errors == []


def a_link_brings_back_every_value(page: Page) -> None:
    expect(page.get_by_label("Outcome in the chart")).to_have_value("trust")
    expect(page.get_by_text("1 change from Autonomy first")).to_be_visible()
    assert page.locator("[data-lever=surveillance]").input_value() == "1"
    expect(page.locator("canvas")).to_have_attribute("aria-label", re.compile("Axis cut"))
    expect(page.get_by_role("group", name="Map of city A · <b>Agora</b>")).to_be_visible()


def the_name_and_the_axis_are_in_the_report(page: Page) -> None:
    page.get_by_text("The same as tables").click()
    expect(page.get_by_role("columnheader", name="A · <b>Agora</b>").first).to_be_visible()
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Report to print").click()
    expect(page.get_by_role("heading", name="Report to print")).to_be_visible()
    with page.expect_popup() as opening:
        page.get_by_role("dialog").get_by_role("button", name="Report to print").click()
    expect(opening.value.get_by_text("the chart’s axis is cut")).to_be_visible()
    expect(opening.value.get_by_role("columnheader", name="A · <b>Agora</b>")).to_be_visible()


def test_the_large_stage_holds_chart_and_sentence_and_behind_the_curtain_the_axis_is_whole(
    visit: Visitor,
) -> None:
    page = counted(visit("stage").page)
    the_large_stage_holds_chart_and_sentence_and_nothing_else(page)
    page.get_by_role("button", name="Debate", exact=True).click()
    expect(page.locator(".tc-cue-now")).to_contain_text("1 / 14")
    press(page, "PageDown")
    expect(page.locator(".tc-cue-now")).to_contain_text("2 / 14")
    press(page, "v")
    expect(page.locator("canvas")).to_have_attribute("aria-label", "Covered until revealed.")
    covered = lettered(page)
    assert {"0", "50", "100"} <= set(covered)
    press(page, "z")
    page.wait_for_function("part('.tc-stage').view?.zoom")
    expect(page.locator("canvas")).to_have_attribute("aria-label", "Covered until revealed.")
    assert lettered(page) == covered


def the_large_stage_holds_chart_and_sentence_and_nothing_else(page: Page) -> None:
    page.locator("body").press("l")
    expect(page.locator(".tc-page-large")).to_be_visible()
    expect(page.locator(".tc-sentence")).to_have_css("font-size", re.compile(r"6[0-9](\.\d+)?px"))
    plan = page.evaluate(f"(p => [p.maps.length, p.tiles.length, p.lane])({PLAN})")
    assert plan == [0, 0, 0]
    expect(page.locator(".tc-foot button:visible")).to_have_text(["Simulation, not a forecast", "✕"])
    assert page.locator(".tc-sentence button").count() == 0
    sentence, charts = page.locator(".tc-sentence").bounding_box(), page.evaluate(f"{PLAN}.focus")
    assert sentence is not None
    assert sentence["y"] >= charts["y"] + charts["h"]
    page.locator("body").press("l")
    expect(page.locator(".tc-page-stage")).to_have_count(0)


def test_the_stage_window_follows_turns_large_and_goes_on_when_loaded_again(visit: Visitor) -> None:
    visited = visit()
    page = counted(visited.page)
    page.get_by_role("button", name="More").click()
    with page.expect_popup() as opening:
        page.get_by_role("button", name="Stage window on a second screen").click()
    stage = opening.value
    stage.wait_for_function("document.getElementById('sentence').style.fontSize")
    page.get_by_role("button", name="Close", exact=True).click()
    it_follows_without_the_server(page, stage)
    assert visited.outside == []
    it_turns_large_and_the_page_stays_as_it_is(page, stage)
    stage.reload()
    expect(stage.locator("#sentence")).to_contain_text("Trust")
    stage.wait_for_function("document.getElementById('canvas').width > 300")
    expect(stage).to_have_title("Charts and maps")


def it_follows_without_the_server(page: Page, stage: Page) -> None:
    stage.wait_for_function("document.getElementById('canvas').width > 0")
    stage.wait_for_function("document.getElementById('caution').textContent !== ''")
    expect(stage.locator("#sentence")).to_contain_text("Well-being")
    before = stage.evaluate(DRAWN)
    page.get_by_label("Outcome in the chart").select_option("trust")
    stage.wait_for_function(f"old => {DRAWN} !== old", arg=before)


def it_turns_large_and_the_page_stays_as_it_is(page: Page, stage: Page) -> None:
    size = "parseFloat(document.getElementById('sentence').style.fontSize) / innerWidth"
    small = stage.evaluate(size)
    page.locator("body").press("l")
    stage.wait_for_function(f"{size} > {small} * 1.2")
    expect(page.locator(".tc-page-stage")).to_have_count(0)
    page.locator("body").press("l")
    stage.wait_for_function(f"{size} < {small} * 1.2")
    before = stage.evaluate(DRAWN)
    page.locator("body").press("t")
    stage.wait_for_function(f"old => {DRAWN} !== old", arg=before)
