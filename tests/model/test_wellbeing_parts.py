"""The parts of well-being are those of the compiled rule: their sum is what it moves toward, resident by resident."""

from __future__ import annotations

import numpy as np
import pytest

from sim.model.city_model import CityModel
from sim.model.wellbeing_parts import PARTS, wellbeing_parts

STILL = {"influence": 0.0, "anchor": 0.0}
"""Opinions move after well-being has: where they rest, the parts are exact."""


@pytest.mark.parametrize("scenario", ["emancipatory", "control"])
def test_parts_add_up_to_what_wellbeing_moves_toward(scenario: str) -> None:
    city = CityModel(scenario, 300, "synthetic:9", 8, 12, seed=4, **STILL)
    for _ in range(12):
        before = city.columns["wellbeing"].astype(float)
        values = city.values
        city.step()
        parts = wellbeing_parts(city.columns, values)
        assert parts.shape == (len(PARTS), 300)
        target = np.clip(parts.sum(axis=0), 0.0, 1.0)
        moved = before + values["wellbeing_speed"] * (target - before)
        assert np.allclose(moved, city.columns["wellbeing"], atol=1e-6)


def test_what_is_taken_is_below_zero_and_differs_where_levers_do() -> None:
    parts = {}
    for scenario in ("emancipatory", "control"):
        city = CityModel(scenario, 300, "synthetic:9", 8, 12, seed=4).run()
        parts[scenario] = dict(
            zip(PARTS, wellbeing_parts(city.columns, city.values).mean(axis=1), strict=True)
        )
    assert all(one["time"] <= 0 and one["privacy"] <= 0 and one["harm"] <= 0 for one in parts.values())
    assert parts["control"]["resentment"] < 0 == parts["emancipatory"]["resentment"]
    assert parts["emancipatory"]["say"] > parts["control"]["say"]
