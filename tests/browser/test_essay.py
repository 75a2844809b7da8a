"""The essay sheet in a browser: collected, written, printed, kept there, and never sent."""

from __future__ import annotations

from playwright.sync_api import Page, WebSocket, expect

from tests.browser.conftest import Visitor, ready
from tests.browser.test_tours import door, understand

OWN_WORDS = "Nobody but me reads this sentence"


def hear(page: Page, sent: list[str]) -> None:
    """Have ``sent`` fill with all that ``page`` sends from its next load on."""

    def listen(line: WebSocket) -> None:
        line.on("framesent", lambda frame: sent.append(str(frame)))

    page.on("websocket", listen)
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    return sent


def test_a_sheet_is_collected_and_stays_in_the_browser(visit: Visitor) -> None:
    sent: list[str] = []
    visited = understand(visit, "en", before=lambda page: hear(page, sent))
    page = visited.page
    page.locator("[data-tour=how-to-read]").click()
    page.locator("[data-answer=B]").click()
    page.locator("[data-step=next]").click()
    page.get_by_text("It is on your sheet").wait_for()
    door(page, "essay", "en")
    items = page.locator(".tc-essay-item")
    expect(items).to_have_count(1)
    page.locator("[data-essay=figure]").click()
    page.locator("[data-essay=note]").click()
    expect(items).to_have_count(3)
    items.nth(2).locator("textarea").fill(OWN_WORDS)
    expect(items.nth(1).locator("img")).to_be_visible()
    with page.expect_popup() as opened:
        page.locator("[data-essay=print]").click()
    expect(opened.value.locator("article")).to_have_count(3)
    expect(opened.value.locator("article").nth(2)).to_contain_text(OWN_WORDS)
    page.reload()
    door(ready(page), "essay", "en")
    expect(items.nth(2).locator("textarea")).to_have_value(OWN_WORDS)
    assert sent
    assert [one for one in sent if OWN_WORDS in one or "data:image/webp" in one] == []
    page.locator("[data-essay=erase]").click()
    expect(items).to_have_count(0)
    page.wait_for_function("localStorage.getItem('two-cities-essay') === '[]'")
    assert visited.errors == []
