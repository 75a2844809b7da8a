"""Takes the pictures of the guide and the README from the page: ``python -m tests.browser.pictures``."""

from __future__ import annotations

from playwright.sync_api import Page, sync_playwright

from sim.dashboard.state.debates import debate_named
from sim.dashboard.state.steps import places, week_of
from tests.browser.conftest import CHROMIUM, FLAGS, PATIENCE, ROOT, SIZES, Server, prepared, ready
from tests.browser.remote import STAGE, enter, press
from tests.browser.states import counted, settle

LOCALES = {"en": "en-GB", "fr": "fr-FR"}
FOLDER = ROOT / "docs" / "img"
OF_CUES = ("opening", "before", "services", "room")
"""The cues whose first step the guide shows, on the moderator's own screen."""


def take(page: Page, name: str) -> None:
    """Save what the page shows as docs/img/``name``.png."""
    settle(page)
    page.screenshot(path=FOLDER / f"{name}.png")


def script(page: Page, language: str) -> None:
    """Walk through the ten minutes, and take the steps that the guide shows."""
    enter(page)
    walked = places(debate_named("ten-minutes"))
    for place in walked:
        if place is not walked[0]:
            press(page, "PageDown", place)
        if place.at[1] == 0 and place.cue.name in OF_CUES:
            take(page, f"facilitator/{language}-{place.cue.name}")
        if place.cue.name == "services" and place.step.kind == "curtain":
            reveal(page, language, week_of(place))


def reveal(page: Page, language: str, week: int) -> None:
    """Take a reveal once it stands and its means are there, then on the large stage with the runs counted."""
    page.wait_for_function(f"week => !{STAGE}.view.playing && {STAGE}.now === week", arg=week)
    page.locator(".tc-sentence .tc-link").last.wait_for()
    take(page, f"facilitator/{language}-services-open")
    page.locator("body").press("l")
    page.locator("body").press("t")
    page.wait_for_function(f"{STAGE}.view.runs === 'dots'")
    take(page, f"facilitator/{language}-services-large")
    page.locator("body").press("t")
    page.locator("body").press("l")
    page.wait_for_function(f"!{STAGE}.view.runs && !document.querySelector('.tc-page-large')")


def main() -> None:
    """Take every picture, in both languages, at the size of a projector."""
    (FOLDER / "facilitator").mkdir(parents=True, exist_ok=True)
    server = Server(small=False)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for language, locale in LOCALES.items():
                width, height = SIZES["stage"]
                context = browser.new_context(viewport={"width": width, "height": height}, locale=locale)
                page = prepared(context.new_page())
                page.set_default_timeout(PATIENCE * 5)
                page.goto(server.url)
                ready(page, language)
                counted(page)  # until then the chart may draw fewer runs than the sentence tells
                take(page, "page" if language == "en" else f"page-{language}")
                script(page, language)
                context.close()
    finally:
        server.stop()


if __name__ == "__main__":
    main()
