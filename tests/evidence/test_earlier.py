"""Version 2's figures stand beside checks that exist."""

from pathlib import Path

import pytest

from sim.evidence.patterns.earlier import before, earlier

PAGE = (Path(__file__).parents[2] / "docs" / "patterns.md").read_text("utf-8")


@pytest.mark.parametrize("pattern", ["P10", "P13", "P14"])
def test_every_earlier_figure_stands_in_the_page_beside_its_check(pattern: str) -> None:
    shown = set(earlier()[pattern].values())
    assert shown
    assert [figure for figure in shown if f"| {figure} |" not in PAGE] == []


def test_the_strongest_lever_is_found_whatever_its_name() -> None:
    what = "dirichlet shares: unique R² of the strongest single lever (digital_only), wellbeing"
    assert before("P13", what).endswith("(consent)")
    assert before("P9", what) == ""
