"""One burn-in, many cities."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.model.city_model import CityModel
from sim.runs.branch import BurnIns, branch, burn_in
from sim.runs.recent import Recent
from sim.scenario.scenario import load_scenario


def test_a_city_that_branches_off_is_the_city_that_lived_it_all(small: dict[str, Any]) -> None:
    alone = CityModel("control", **small).run()
    branched = branch(burn_in(small), load_scenario("control"), small).run()
    np.testing.assert_array_equal(alone.series.values, branched.series.values)


def test_a_burn_in_is_lived_once_and_the_oldest_goes_first(small: dict[str, Any]) -> None:
    forgotten: list[int] = []
    kept = BurnIns(2, lambda city: forgotten.append(city.run_seed))
    first = kept.of(1, small | {"rng": 1})
    assert kept.of(1, small | {"rng": 1}) is first
    kept.of(2, small | {"rng": 2})
    kept.of(1, small | {"rng": 1})
    kept.of(3, small | {"rng": 3})
    assert forgotten == [2]
    assert kept.of(1, {}) is first


def test_what_was_used_last_is_kept() -> None:
    gone: list[str] = []
    recent: Recent[int, str] = Recent(2, gone.append)
    for key, thing in enumerate("ab"):
        recent.put(key, thing)
    assert recent.get(0) == "a"
    recent.put(2, "c")
    assert (gone, recent.get(1), recent.get(0), recent.get(2)) == (["b"], None, "a", "c")
    recent.put(2, "d")
    assert (gone, recent.get(2)) == (["b"], "d")
