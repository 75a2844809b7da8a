"""Our rules of unrest inside Mesa's own example of Epstein's model, and our city beside it."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from mesa.examples.advanced.epstein_civil_violence import agents as example

from benchmarks.epstein_docking import ROUNDINGS, city_run, describe, mesas_example, peer_run, wandering_run
from sim.mechanisms import mobilisation
from sim.parameters import PARAMETERS
from sim.scenario.choice_codes import ROUND
from sim.scenario.encoding import encode

STEPS = 120
K, THRESHOLD = 2.3, 0.1  # the defaults of both


class OurCitizen(example.Citizen):
    """Mesa's citizen who decides with our functions."""

    rounding = ROUND

    def step(self) -> None:
        if self.jail_sentence:
            self.jail_sentence -= 1
            return
        self.update_neighbors()
        around = list(self.neighbors)  # an iterator
        officers = sum(isinstance(other, example.Cop) for other in around)
        rebels = sum(getattr(other, "state", None) == example.CitizenState.ACTIVE for other in around)
        risk = mobilisation.arrest_risk(float(officers), 1.0 + rebels, K, self.rounding)
        acts = mobilisation.wants_to_act(self.grievance, 0.0, self.risk_aversion * risk, 0.0, THRESHOLD)
        self.state = example.CitizenState.ACTIVE if acts else example.CitizenState.QUIET
        self.move()


def active(rounding: str, steps: int) -> list[int]:
    """Return the number active after each step of a small example."""
    with patch.object(example, "round", ROUNDINGS[rounding], create=True):
        model = mesas_example(3, width=20, height=20, legitimacy=0.7, cop_density=0.04, max_jail_term=10)
        counts = []
        for _ in range(steps):
            model.step()
            counts.append(model.ACTIVE)
    return counts


@pytest.mark.parametrize("rounding", ROUNDINGS)
def test_our_rules_inside_the_example_change_nothing(rounding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = active(rounding, 25)
    monkeypatch.setattr(OurCitizen, "rounding", encode({"arrest_rounding": rounding})["arrest_rounding"])
    monkeypatch.setattr(example.Citizen, "step", OurCitizen.step)
    monkeypatch.setattr(example.Citizen, "rounding", OurCitizen.rounding, raising=False)
    assert active(rounding, 25) == theirs
    assert max(theirs) > 0


def test_epsteins_parameters_are_allowed() -> None:
    for name in ("connectivity", "crowd", "strategic", "backlash", "fatigue"):
        PARAMETERS[name].check(0.0)
    PARAMETERS["conversion"].check(1.0)
    PARAMETERS["threshold"].check(0.1)


def test_posted_officers_leave_no_gap_to_burst_from() -> None:
    for rounding in ROUNDINGS:
        assert city_run(rounding, 1, 200).max() < 0.005


def test_d26_wandering_officers_bring_bursts_with_rounding() -> None:
    exact, *rounded = (
        describe([wandering_run(rounding, seed, 400) for seed in (1, 2, 3)]) for rounding in ROUNDINGS
    )
    for found in rounded:
        assert found.peak > 0.03
        assert found.mean_size > 2.0 * exact.mean_size


@pytest.mark.slow
def test_d26_the_example_swells_with_rounding() -> None:
    exact, floor, rounded = (describe([peer_run(rounding, 1, STEPS)]) for rounding in ROUNDINGS)
    assert floor.mean_size > rounded.mean_size > 3.0 * exact.mean_size
    assert floor.peak > rounded.peak > 2.0 * exact.peak
