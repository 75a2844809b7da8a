"""The best case of each camp on a sample whose best points are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from sim.answers.assumptions import Sample
from sim.answers.best_case import best_case
from sim.answers.factors import factors
from sim.outcomes import OUTCOMES
from sim.runs.spec import CitySpec
from tests.answers.ruled import Ruled
from tests.answers.small import TINY, question


def chilled(assumed: Mapping[str, Any], seed: int, city: CitySpec) -> float:
    return float(assumed["chilling"]) * (city.label == "one")


def test_each_camp_has_the_point_where_it_leads_most_at_the_last_horizon() -> None:
    asked = question(outcomes=("calm",))
    values = [1.0, 3.0, 0.5, 2.0]
    leads = np.array([[9.0, 0.1], [0.0, 0.4], [0.0, -0.3], [-9.0, 0.2]])  # by point and year
    differences = leads[:, None, :, None] + np.array([-0.5, 0.5])[:, None, None]  # two seeds
    chosen = tuple(one for one in factors(asked) if one.name == "chilling")
    sample = Sample(chosen, tuple({"chilling": value} for value in values), differences, (1, 2))
    ruled = Ruled(chilled)
    found = best_case(asked, ruled, sample, TINY)  # type: ignore[arg-type]
    assert found.rows["one", "calm", 2].values == {"one": 3.0, "other": 0.0}
    assert found.rows["other", "calm", 2].values == {"one": 0.5, "other": 0.0}
    assert found.rows["other", "calm", 1].mean == 0.0
    assert (found.tried, found.looks) == (4, 4)
    assert found.seeds == asked.fresh(TINY.fresh_seeds)
    default = float(chosen[0].parameter.default)
    assert found.moved == {("one", "calm"): int(default != 3.0), ("other", "calm"): int(default != 0.5)}
    told = found.as_json("calm", 2)
    assert list(told) == ["one", "other"]
    assert told["one"]["moved"] == found.moved["one", "calm"]
    assert told["one"]["mean"] == 3.0


@pytest.mark.parametrize(("name", "best"), [("calm", 2.0), ("running_cost", 1.0), ("trust", 2.0)])
def test_less_is_better_where_so_declared(name: str, best: float) -> None:
    assert [OUTCOMES[one].direction for one in ("calm", "running_cost", "trust")] == ["more", "less", None]
    asked = question(outcomes=(name,))
    differences = np.array([-1.0, 1.0])[:, None, None, None] * np.ones((2, 2, 2, 1))
    sample = Sample((), ({"chilling": 1.0}, {"chilling": 2.0}), differences, (1, 2))
    found = best_case(asked, Ruled(chilled, name), sample, TINY)  # type: ignore[arg-type]
    assert found.rows["one", name, 2].values["one"] == best
    assert found.rows["other", name, 2].values["one"] == 3.0 - best


def test_what_is_undefined_everywhere_has_no_best_case() -> None:
    asked = question(outcomes=("calm", "trust"))
    differences = np.zeros((2, 2, 2, 2))
    differences[..., 0] = np.nan
    differences[0, :, :, 1] = np.nan
    sample = Sample((), ({"chilling": 1.0}, {"chilling": 2.0}), differences, (1, 2))
    found = best_case(asked, Ruled(chilled), sample, TINY)  # type: ignore[arg-type]
    assert {name for _, name, _ in found.rows} == {"trust"}
    assert found.as_json("calm", 2) == {}
