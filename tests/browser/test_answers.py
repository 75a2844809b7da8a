"""The six answers, full screen: by their keys, in both languages, on the stage, in a debate, to take away."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from sim.dashboard.state.debates import debate_named
from sim.dashboard.state.links import write_link
from sim.dashboard.state.scene import Scene
from tests.browser.conftest import IN_BOTH, Visitor
from tests.browser.states import frames

SAID = {
    "en-GB": (
        ("Why do they differ?", "Mostly: data."),
        ("Who is better off?", "of 100 residents"),
        ("Under whose assumptions?", "admissible assumptions"),
        ("What would flip it?", "turns if"),
        ("My district", "Type three letters, or tap a district."),
        ("Is there another choice?", "cities are unbeaten"),
    ),
    "fr-FR": (
        ("Pourquoi diffèrent-elles", "Surtout"),
        ("Qui s’en sort mieux", "sur 100 habitants"),
        ("Sous quelles hypothèses", "hypothèses admissibles"),
        ("Qu’est-ce qui renverserait la réponse", "se renverse si"),
        ("Mon quartier", "Tapez trois lettres, ou touchez un quartier."),
        ("Y a-t-il un autre choix", "imbattues"),
    ),
}
LARGE_ENOUGH = 28  # pixels on a projector of 1920, for the sentence and labels


def press(page: Page, number: int) -> None:
    page.locator("body").press(str(number))
    expect(page.locator(f".tc-answer[data-answer='{number}']")).to_be_visible()


@pytest.mark.parametrize("language", IN_BOTH)
def test_keys_1_to_6_show_the_six_answers(visit: Visitor, language: str) -> None:
    link = write_link(Scene(language=language[:2]))  # told beforehand is London's pair: French opens on Paris
    visited = visit("stage", language, at=f"#{link}")
    page = visited.page
    for number, (question, said) in enumerate(SAID[language], 1):
        press(page, number)
        expect(page.locator("#tc-panel-title")).to_contain_text(question)
        expect(page.locator(".tc-answer-sentence")).to_contain_text(said)
        expect(page.locator(".tc-shapes path").first).to_be_attached()
        expect(page.locator(".tc-answer-limits")).not_to_be_empty()
        sizes = page.locator(".tc-shapes text").evaluate_all(
            "all => all.filter(e => e.textContent.trim().length > 1)"
            ".map(e => +e.getAttribute('font-size') * e.ownerSVGElement.getScreenCTM().a)"
        )
        assert all(size >= LARGE_ENOUGH * 0.85 for size in sizes)
        sentence = page.locator(".tc-answer-sentence").evaluate(
            "e => parseFloat(getComputedStyle(e).fontSize)"
        )
        assert sentence >= LARGE_ENOUGH
    page.locator("body").press("Escape")
    expect(page.locator(".tc-answer")).to_have_count(0)
    assert visited.errors == []
    assert visited.outside == []


def test_the_answers_of_a_laptop_are_in_the_menu_above_the_fold_and_let_things_be_chosen(
    visit: Visitor,
) -> None:
    visited = visit("laptop")
    page = visited.page
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("button", name="Who is better off?").click()
    expect(page.locator(".tc-answer[data-answer='2']")).to_be_visible()
    for number in (1, 2, 3, 4, 6):
        press(page, number)
        expect(page.locator(".tc-shapes path").first).to_be_attached()
        foot = page.locator(".tc-answer-foot").bounding_box()
        assert foot is not None
        assert foot["y"] + foot["height"] <= 768
    an_assumption_is_dragged_to_the_flip(page)
    picture_and_table_are_taken_away_with_the_receipt(page)
    the_year_the_district_and_a_point_are_chosen(page)
    assert visited.errors == []


def an_assumption_is_dragged_to_the_flip(page: Page) -> None:
    press(page, 4)
    slider = page.get_by_role("slider", name="Values at the start")
    slider.focus()
    slider.press("Home")
    expect(page.locator(".tc-answer-notes")).to_contain_text("Assumptions are moved")
    page.get_by_role("button", name="All back", exact=True).click()
    expect(page.locator(".tc-answer-notes")).not_to_contain_text("Assumptions are moved")


def picture_and_table_are_taken_away_with_the_receipt(page: Page) -> None:
    press(page, 3)
    with page.expect_download() as picture:
        page.get_by_role("button", name="Picture (PNG)").click()
        frames(
            page, 20
        )  # between frames a browser finds time to encode a picture; without any, seconds later
    assert picture.value.suggested_filename == "two-cities-assumed-wellbeing-10.png"
    assert picture.value.path().read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as table:
        page.get_by_role("button", name="Table (CSV)").click()
    text = table.value.path().read_text(encoding="utf-8")
    assert "answer: two-cities explain emancipatory control --outcome wellbeing --horizon 10" in text
    assert "Central values,66,62,higher in A" in text


def the_year_the_district_and_a_point_are_chosen(page: Page) -> None:
    press(page, 1)
    page.get_by_role("button", name="Year 2", exact=True).click()
    expect(page.locator(".tc-answer-sentence")).to_contain_text("year 2")
    press(page, 5)
    expect(page.locator(".tc-shapes path.tc-tap").first).to_be_attached()
    page.get_by_role("combobox", name="Type three letters").press_sequentially("cam")
    expect(page.locator(".tc-answer-sentence")).to_contain_text("Camden: A")
    press(page, 6)
    page.get_by_label("Load a point as city C").select_option(label="B with, of A: data, ties")
    expect(page.locator(".tc-answer")).to_have_count(0)
    page.wait_for_function("part('.tc-stage').view?.letters.includes('C')")


def test_the_stage_window_takes_the_keys_of_answers_and_the_remote_opens_a_cues(visit: Visitor) -> None:
    page = visit("laptop").page
    with page.context.expect_page() as opened:
        page.evaluate("window.dispatchEvent(new CustomEvent('tc-stage-window'))")
    stage = opened.value
    press(page, 1)
    expect(stage.locator("#panel .tc-answer-sentence")).to_contain_text("Mostly: data.")
    expect(stage.locator("#panel .tc-shapes path").first).to_be_attached()
    expect(stage.locator("#panel")).to_have_class(re.compile("tc-panel-full"))
    stage.locator("body").press("3")
    expect(stage.locator("#panel .tc-answer-sentence")).to_contain_text("admissible assumptions")
    expect(stage.locator("#panel button:visible")).to_have_count(0)
    stage.locator("body").press("Escape")
    expect(page.locator(".tc-answer")).to_have_count(0)
    expect(stage.locator("#veil")).to_be_hidden()
    the_remote_opens_the_answer_of_a_cue(page)


def the_remote_opens_the_answer_of_a_cue(page: Page) -> None:
    page.get_by_role("button", name="Debate", exact=True).click()
    cues = debate_named("ten-minutes").cues
    number = [cue.name for cue in cues].index("cost")
    page.locator(".tc-debate").evaluate("(e, to) => part('.tc-debate').act({ do: 'cue', to })", number)
    for step in range(len(cues[number].steps)):
        page.wait_for_function(
            "place => part('.tc-debate').view.place === place",
            arg=f"{number}.{step}",
        )
        if step == 0:
            press(page, 1)
            expect(page.locator(".tc-answer-sentence")).to_contain_text("The curtain is closed")
            page.locator("body").press("Escape")
            expect(page.locator(".tc-answer")).to_have_count(0)
        if step < len(cues[number].steps) - 1:
            page.locator(".tc-debate").evaluate("e => part('.tc-debate').act({ do: 'step', by: 1 })")
    expect(page.locator(".tc-answer[data-answer='1'] .tc-answer-sentence")).to_contain_text(
        "Cost of running the city"
    )
    page.locator(".tc-debate").evaluate("e => part('.tc-debate').act({ do: 'step', by: 1 })")
    expect(page.locator(".tc-answer")).to_have_count(0)
