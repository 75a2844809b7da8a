"""The page for people who tell colours apart differently, at three sizes: lines keep pattern and symbol."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page

from sim.dashboard.state.links import write_link
from sim.dashboard.state.scene import Scene
from tests.browser.conftest import SIZES, Visitor
from tests.browser.states import counted, frames

DEFICIENCIES = ("none", "protanopia", "deuteranopia", "tritanopia", "achromatopsia")
OUTCOME = "expression"  # its lines lie far apart and jitter, which must not eat the gaps of the dashed one
FOLLOWED = (60, 490)  # weeks: past the branch point, short of the label
LEAST_CONTRAST = 3.0  # WCAG 2.1, 1.4.11: graphical objects

CURVES = """([letter, from, to]) => {
  const stage = part('.tc-stage');
  const { plan, current, view } = stage;
  const canvas = document.querySelector('canvas').getBoundingClientRect();
  const [low, high] = view.outcomes[view.focus].axis;
  const weeks = current.last - current.first;
  const city = current.letters.indexOf(letter) * current.outcomes.length + current.outcomeRow[view.focus];
  const series = current.arrays.series.subarray(city * (weeks + 1), (city + 1) * (weeks + 1));
  const points = [];
  for (let week = from; week <= to; week++) points.push([
    canvas.x + plan.plot.x + (week - current.first) / weeks * plan.plot.w,
    canvas.y + plan.plot.y + plan.plot.h * (1 - (series[week - current.first] - low) / (high - low)),
  ]);
  return points;
}"""

Pixels = NDArray[np.float64]


def seen(page: Page, deficiency: str) -> Pixels:
    """Return the page's pixels in linear light, as Chromium shows them to this kind of sight."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setEmulatedVisionDeficiency", {"type": deficiency})
    frames(page, 2)
    shown = page.screenshot()
    session.detach()  # and the page is seen by everybody again
    picture = Image.open(io.BytesIO(shown)).convert("RGB")
    srgb = np.asarray(picture, dtype=np.float64) / 255
    linear: Pixels = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    return linear


def luminance(pixels: Pixels) -> Any:
    return pixels @ np.array([0.2126, 0.7152, 0.0722])


def along(page: Page, picture: Pixels, letter: str) -> tuple[float, float]:
    """Return how much of a line is drawn, and the contrast of what is drawn with the ground."""
    points = np.round(np.array(page.evaluate(CURVES, [letter, *FOLLOWED]))).astype(int)
    light = luminance(picture[points[:, 1], points[:, 0]])
    ground = luminance(picture[points[:, 1] - 12, points[:, 0]])
    high, low = np.maximum(light, ground), np.minimum(light, ground)
    ratio = (high + 0.05) / (low + 0.05)
    drawn = ratio > LEAST_CONTRAST * 0.8  # edges of dashes are blended
    return float(drawn.mean()), float(np.median(ratio[drawn])) if drawn.any() else 1.0


EACH = [
    pytest.param(size, theme, marks=[] if (size == "laptop") == (theme == "dark") else pytest.mark.slow)
    for size in SIZES
    for theme in ("light", "dark")
]


@pytest.mark.parametrize(("size", "theme"), EACH)
def test_lines_are_told_apart_without_their_colours(visit: Visitor, size: str, theme: str) -> None:
    page = visit(size, theme=theme, at=f"#{write_link(Scene(focus=OUTCOME, theme=theme))}").page
    page.wait_for_function(f"part('.tc-stage').view?.focus === '{OUTCOME}'")
    counted(page)
    for deficiency in DEFICIENCIES:
        picture = seen(page, deficiency)
        (whole, solid), (dashed, contrast) = along(page, picture, "A"), along(page, picture, "B")
        assert whole > 0.95, (deficiency, "A is one solid line")
        assert 0.5 < dashed < 0.76, (deficiency, "B is dashed")
        assert min(solid, contrast) >= LEAST_CONTRAST, deficiency
