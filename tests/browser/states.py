"""States of the page that tests wait for: a busy machine takes longer to reach them, and reaches them."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from sim.dashboard.state.links import read_link
from sim.dashboard.state.scene import Scene

_SETTLED = """() => {
  const stage = document.querySelector('.tc-stage');
  const moving = one => one.playState === 'running' && one.effect.getTiming().iterations !== Infinity;
  return !(stage && stage.__vue__.$pending) && !document.getAnimations().some(moving);
}"""
_FRAMES = """count => new Promise(done => {
  const next = left => (left ? requestAnimationFrame(() => next(left - 1)) : done());
  next(count);
})"""


def settle(page: Page) -> None:
    """Wait until nothing moves: pictures have blended in, and what opens is open."""
    frames(page, 2)  # what was asked for is being drawn
    page.wait_for_function(_SETTLED)


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
    page.wait_for_function("!document.querySelector('.tc-bar').__vue__.lost")
    page.locator("body").press(key)
