"""What levers cost and what is saved: by hand (5.8)."""

from __future__ import annotations

from math import exp

import pytest

from sim.mechanisms import (
    budget,
)
from tests.parameters_of import parameters_of


def test_lock_in_by_hand() -> None:
    p = parameters_of(budget.MECHANISM)
    assert budget.lock_in(0.2, 0.4, 0.5, 0.3, p) == pytest.approx(
        0.2 + 0.02 * (0.4 * 0.5 * 0.5 - 0.5 * 0.3 * 0.2)
    )
    assert budget.lock_in(1.0, 1.0, 1.0, 0.0, parameters_of(budget.MECHANISM, lock_in=5)) == 1.0


def test_levers_cost_what_is_printed() -> None:
    levers = ("oversight", "surveillance", "enforcement", "places", "continuity", "participation")
    every = dict.fromkeys((*levers, "connectivity", "responsiveness"), 1.0)
    assert budget.fixed_costs(parameters_of(budget.MECHANISM, **every)) == pytest.approx(0.51)
    assert budget.fixed_costs(parameters_of(budget.MECHANISM, **every | {"places": 0.0})) == pytest.approx(
        0.41
    )


def test_thrift_and_machines_lower_overheads() -> None:
    none = dict.fromkeys(("oversight", "surveillance", "enforcement", "places", "continuity"), 0.0)
    none |= {
        "participation": 0.0,
        "connectivity": 0.0,
        "responsiveness": 0.0,
        "upkeep": 0.0,
        "automation": 0.5,
    }
    p = parameters_of(
        budget.MECHANISM, aim_cost=0.5, aim_wellbeing=0.5, aim_order=0, **none | {"oversight": 1, "places": 1}
    )
    spent = (0.15 + 0.1 * 0.5) * (1 - 0.1 * 0.5)  # success ½ costs .1·½
    assert budget.overheads_of(0.0, 0.5, 0.0, 0.9, 0.0, p) == pytest.approx(spent)
    saved = 0.08 * 0.6 * 0.9 + 0.06 * 0.5 * 0.7
    assert budget.overheads_of(0.0, 0.5, 0.6, 0.9, 0.7, p) == pytest.approx(spent - saved)
    assert budget.overheads_of(0.0, 0.0, 1.0, 1.0, 1.0, parameters_of(budget.MECHANISM, **none)) == 0.0


def test_upkeep_saturates() -> None:
    p = parameters_of(budget.MECHANISM)
    assert budget.upkeep_of(1.0, p) == pytest.approx(0.3 * (1 - exp(-0.02)))
    assert budget.upkeep_of(1e6, p) == pytest.approx(0.3)
