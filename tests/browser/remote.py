"""A debate walked through by its remote."""

from __future__ import annotations

from playwright.sync_api import Page

from sim.dashboard.state.steps import Place

VIEW = "(document.querySelector('.tc-debate')?.__vue__.view || {})"
STAGE = "document.querySelector('.tc-stage').__vue__"
APART = """(bar => !bar.lost && bar.$steady.now() - bar.$steady.last > 250)(
    document.querySelector('.tc-bar').__vue__)"""
"""Whether the next press is one of its own: two that are closer together are one, and none acts without contact."""


def enter(page: Page, name: str = "ten-minutes") -> Page:
    """Go into a debate, at its first step."""
    page.locator(".tc-modes button").first.click()
    page.wait_for_selector(".tc-debate")
    page.evaluate(f"document.querySelector('.tc-debate').__vue__.act({{ do: 'debate', name: '{name}' }})")
    page.wait_for_function(f"{VIEW}.debate === '{name}' && {VIEW}.first")
    return page


def press(page: Page, key: str, place: Place) -> None:
    """Press a key of the remote and wait until the page stands at ``place``."""
    page.wait_for_function(APART)
    page.keyboard.press(key)
    reached(page, place)


def reached(page: Page, place: Place) -> None:
    """Wait until the page stands at ``place``."""
    page.wait_for_function(f"place => {VIEW}.place === place", arg=".".join(map(str, place.at)))
