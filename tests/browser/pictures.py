"""Takes the pictures of the guide and the README from the page: ``python -m tests.browser.pictures``."""

from __future__ import annotations

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS, PATIENCE, ROOT, SIZES, Server

WORDS = {
    "en": {
        "debate": "Debate",
        "reveal": "Open the curtain",
        "runs": "sets of assumptions",
        "locale": "en-GB",
    },
    "fr": {"debate": "Débat", "reveal": "Lever le rideau", "runs": "jeux d’hypothèses", "locale": "fr-FR"},
}
FOLDER = ROOT / "docs" / "img"
SETTLED = 1_500  # ms
LINES = 3_500  # ms, after which the lines of the twenty runs have become symbols


def take(page: Page, name: str) -> None:
    """Save what the page shows as docs/img/``name``.png."""
    page.wait_for_timeout(SETTLED)
    page.screenshot(path=FOLDER / f"{name}.png")


def cue(page: Page, number: int) -> None:
    """Go to a cue and close the panel it opens."""
    page.locator(".tc-cues button").nth(number - 1).click()
    page.wait_for_timeout(SETTLED)


def script(page: Page, language: str) -> None:
    """Play the cues whose pictures the guide shows, as the room sees them."""
    words = WORDS[language]
    page.get_by_role("button", name=words["debate"], exact=True).click()
    for number in (1, 3, 5, 9):
        cue(page, number)
        if number in (1, 3):
            page.locator("body").press("p")
            take(page, f"facilitator/{language}-{number}")
            page.locator("body").press("p")
        else:
            take(page, f"facilitator/{language}-{number}" + ("-covered" if number == 5 else ""))
        if number == 5:
            page.get_by_role("button", name=words["reveal"]).click()
            page.wait_for_function("+document.querySelector('.tc-time input').value === 520")
            page.locator(".tc-sentence", has_text=words["runs"]).wait_for()
            page.locator("body").press("p")
            take(page, f"facilitator/{language}-5-open")
            page.locator("body").press("l")
            page.locator("body").press("t")
            page.wait_for_timeout(LINES)
            take(page, f"facilitator/{language}-5-large")
            page.locator("body").press("l")
            page.locator("body").press("p")


def main() -> None:
    """Take every picture, in both languages, at the size of a projector."""
    (FOLDER / "facilitator").mkdir(parents=True, exist_ok=True)
    server = Server()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for language, words in WORDS.items():
                width, height = SIZES["stage"]
                context = browser.new_context(
                    viewport={"width": width, "height": height}, locale=words["locale"]
                )
                page = context.new_page()
                page.set_default_timeout(PATIENCE * 5)
                page.goto(server.url)
                page.wait_for_selector(".tc-stage[data-draft='no']")
                page.locator(".tc-sentence", has_text=words["runs"]).wait_for()
                take(page, "page" if language == "en" else f"page-{language}")
                script(page, language)
                context.close()
    finally:
        server.stop()


if __name__ == "__main__":
    main()
