"""A debate walked through by its remote."""

from __future__ import annotations

from playwright.sync_api import Page

from sim.dashboard.state.steps import Place

BAR = "part('.tc-bar')"
VIEW = "(part('.tc-debate').view || {})"
STAGE = "part('.tc-stage')"
APART = f"(bar => bar.lost === false && bar.$steady.now() - bar.$steady.last > 250)({BAR})"
"""Whether the next press is one of its own: two that are closer together are one, and none acts without contact."""
_LAST = f"{BAR}.$steady.last"
_QUICK = """() => {
  const { $player } = part('.tc-stage');
  const { start } = Object.getPrototypeOf($player);
  $player.start = (from, last, speed, ...more) => start.call($player, from, last, 10 * speed, ...more);
}"""


def enter(page: Page, name: str = "ten-minutes") -> Page:
    """Go into a debate, at its first step."""
    page.locator(".tc-modes button").first.click()
    page.wait_for_selector(".tc-debate")
    page.evaluate(f"part('.tc-debate').act({{ do: 'debate', name: '{name}' }})")
    page.wait_for_function(f"{VIEW}.debate === '{name}' && {VIEW}.first")
    return page


def quickly(page: Page) -> Page:
    """Play ten times as fast as the page can be asked to, until it is loaded again: for what is seen at the end."""
    page.evaluate("part('.tc-bar').act({ do: 'speed', speed: 2 })")
    page.evaluate(_QUICK)
    return page


def press(page: Page, key: str, place: Place) -> None:
    """Press a key of the remote and wait until the page stands at ``place``."""
    press_once(page, page, key)
    reached(page, place)


def press_once(page: Page, window: Page, key: str) -> None:
    """Press a key in a ``window`` of ``page``, again if contact was lost just then: what rests is not saved up."""
    taken = page.evaluate(_LAST)
    while page.evaluate(_LAST) == taken:
        page.wait_for_function(APART)
        window.keyboard.press(key)
        if window is not page:  # the other window passes its keys on
            page.wait_for_function(f"last => {_LAST} !== last || {BAR}.lost", arg=taken)


def reached(page: Page, place: Place) -> None:
    """Wait until the page stands at ``place``."""
    page.wait_for_function(f"place => {VIEW}.place === place", arg=".".join(map(str, place.at)))
