"""States of the page that tests wait for: a busy machine takes longer to reach them, and reaches them."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from sim.dashboard.state.links import read_link
from sim.dashboard.state.scene import Scene

_SETTLED = """() => {
  const moving = one => one.playState === 'running' && one.effect.getTiming().iterations !== Infinity;
  return !part('.tc-stage').$pending && !document.getAnimations().some(moving);
}"""
_COUNTED = "part('.tc-stage').current?.runs === 20"
COUNTED = 240_000
"""Milliseconds in which the paired runs are made, on a machine that is busy with others."""
_FRAMES = """count => new Promise(done => {
  const next = left => (left ? requestAnimationFrame(() => next(left - 1)) : done());
  next(count);
})"""


def settle(page: Page) -> None:
    """Wait until nothing moves: pictures have blended in, and what opens is open."""
    frames(page, 2)  # what was asked for is being drawn
    page.wait_for_function(_SETTLED)


def counted(page: Page) -> Page:
    """Wait until the paired runs are counted: the sentence has its doors, and the chart draws their means."""
    expect(page.locator(".tc-sentence > button.tc-link")).to_have_count(2, timeout=COUNTED)
    page.wait_for_function(_COUNTED, timeout=COUNTED)
    settle(page)
    return page


def frames(page: Page, count: int) -> None:
    """Wait until the page was drawn ``count`` times."""
    page.evaluate(_FRAMES, count)


def link_where(page: Page, holds: Callable[[Scene], bool]) -> str:
    """Return the page's link, from the "#" on, once the scene that it names ``holds``."""
    while True:
        link = str(page.evaluate("location.hash.slice(1)"))
        if link and holds(read_link(link)[0]):
            return f"#{link}"
        page.wait_for_function("old => location.hash.slice(1) !== old", arg=link)


def press(page: Page, key: str) -> None:
    """Press a key on the page itself once there is contact with the server; without it, keys rest."""
    page.wait_for_function("part('.tc-bar').lost === false")
    page.locator("body").press(key)
