"""Names that two places of the page's style must agree on."""

from __future__ import annotations

import re
from pathlib import Path

STYLE = (Path(__file__).parents[2] / "sim" / "dashboard" / "web" / "page.css").read_text("utf-8")


def test_every_area_of_a_grid_is_some_elements_and_the_other_way_round() -> None:
    templates = re.findall(r"grid-template: ([^;]+);", STYLE)
    in_grids = {
        name for template in templates for row in re.findall(r'"([^"]+)"', template) for name in row.split()
    }
    placed = set(re.findall(r"grid-area: ([\w-]+)", STYLE))
    assert "lever-panel" in placed
    assert in_grids - {"."} == placed
