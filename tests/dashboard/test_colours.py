"""The palette told apart by every kind of sight, and read on its ground."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest

from sim.dashboard.assets import read
from tests.dashboard.colours import SIGHTS, Lab, contrast, difference, lab

THEMES = {
    "light": r':root, :root\[data-theme="light"\] \{(.*?)\}',
    "dark": r'^:root\[data-theme="dark"\] \{(.*?)\}',
    "auto, dark": r':root\[data-theme="auto"\] \{(.*?)\}',
}
LINES = ("a", "b", "c", "none")
FARTHEST = {"light": 20.9, "dark": 16.8}
"""The smallest difference that the palette was chosen for, over normal sight and three deficiencies."""
STEP = 7.0  # between neighbouring classes of the map, greyscale included
LEGIBLE = 4.5

PAIRS: list[tuple[Lab, Lab, float]] = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
    ((90.8027, -2.0831, 1.441), (91.1528, -1.6435, 0.0447), 1.4441),
    ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
]


def palette(theme: str) -> dict[str, str]:
    block = re.search(THEMES[theme], read("page.css"), re.DOTALL | re.MULTILINE)
    assert block is not None
    return dict(re.findall(r"--tc-([\w-]+): (#[0-9A-Fa-f]{6});", block[1]))


@pytest.mark.parametrize(("one", "other", "published"), PAIRS)
def test_the_difference_is_the_published_one(one: Lab, other: Lab, published: float) -> None:
    assert difference(one, other) == pytest.approx(published, abs=5e-5)
    assert difference(other, one) == pytest.approx(published, abs=5e-5)


@pytest.mark.parametrize("theme", FARTHEST)
@pytest.mark.parametrize("sight", [sight for sight in SIGHTS if sight != "grey"])
def test_lines_differ_for_every_sight(theme: str, sight: str) -> None:
    colours = palette(theme)
    for one, other in combinations(LINES, 2):
        apart = difference(lab(colours[one], sight), lab(colours[other], sight))
        assert round(apart, 1) >= FARTHEST[theme], (one, other)


@pytest.mark.parametrize("theme", FARTHEST)
@pytest.mark.parametrize("sight", SIGHTS)
def test_neighbouring_classes_of_the_map_differ_for_every_sight(theme: str, sight: str) -> None:
    ramp = [palette(theme)[f"ramp-{step}"] for step in range(1, 6)]
    for one, other in pairwise(ramp):
        assert difference(lab(one, sight), lab(other, sight)) >= STEP, (one, other)


@pytest.mark.parametrize("theme", FARTHEST)
def test_more_has_more_contrast_with_the_ground(theme: str) -> None:
    colours = palette(theme)
    against = [contrast(colours[f"ramp-{step}"], colours["ground"]) for step in range(1, 6)]
    assert against == sorted(against)


@pytest.mark.parametrize("theme", FARTHEST)
@pytest.mark.parametrize("ink", [*LINES, "ink", "soft", "past"])
def test_what_is_written_on_the_canvas_can_be_read(theme: str, ink: str) -> None:
    colours = palette(theme)
    assert round(contrast(colours[ink], colours["ground"]), 1) >= LEGIBLE


def test_a_dark_system_gets_the_dark_palette() -> None:
    assert palette("auto, dark") == palette("dark")
