"""Needs, by hand (5.1)."""

from __future__ import annotations

import pytest

from sim.mechanisms import (
    needs,
)
from tests.parameters_of import parameters_of


@pytest.mark.parametrize(
    ("hardship", "draw", "shock", "need"),
    [(0.5, 0.5, 0.0, 0.5), (0.8, 1.0, 0.1, 0.85), (0.02, 0.0, -0.5, 0.05), (0.98, 1.0, 2.0, 1.25)],
)
def test_need(hardship: float, draw: float, shock: float, need: float) -> None:
    assert needs.need_of(hardship, draw, shock, parameters_of(needs.MECHANISM)) == pytest.approx(need)
