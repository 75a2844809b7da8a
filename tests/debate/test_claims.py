"""What the shipped debates claim, their measured runs bear out; and what they do not bear out is said."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sim.debate.claims import LEAST_PIXELS, Runs, failures, failures_of, pixels_of
from sim.debate.debate import Claim, Cue, Debate, Step
from sim.debate.read import list_debates, load_debate
from sim.locale.text import written
from sim.outcomes import OUTCOMES

TEXT = written(en="x")
CUE = Cue("trust", TEXT, 60, (Step("curtain"),), "trust", claims=(Claim("higher", 10, "A"),))
BURN_IN, WEEKS = 8, 520


def runs(gap: float, noise: float = 0.001, seeds: int = 20) -> Runs:
    """Return runs in which A is ``gap`` above B from the choice on, after a burn-in at a half."""
    values = np.full((seeds, 2, BURN_IN + WEEKS), 0.5)
    values[:, 0, BURN_IN:] += gap + np.random.default_rng(1).normal(0.0, noise, seeds)[:, None]
    return Runs(values, None, BURN_IN)


def faults(cue: Cue, measured: Runs) -> list[str]:
    return failures_of(cue, measured)


def test_a_claim_that_holds_has_no_fault() -> None:
    assert faults(CUE, runs(0.2)) == []


@pytest.mark.parametrize(
    ("measured", "fault"),
    [
        (runs(-0.2), "-20.00 is not beyond the interval over seeds"),
        (runs(0.02, noise=0.2), "is not beyond the interval over seeds"),
        (runs(0.01), "is less than the 2 that are material"),
    ],
)
def test_what_does_not_hold_is_said(measured: Runs, fault: str) -> None:
    (said,) = faults(CUE, measured)
    assert said.startswith("trust: year 10: A is higher: ")
    assert fault in said


def test_what_the_last_row_cannot_see_is_no_reveal() -> None:
    whole = replace(CUE, cut=False)
    assert pixels_of(runs(0.021), whole) * 0.021 < LEAST_PIXELS < pixels_of(runs(0.021), CUE) * 0.021
    (said,) = faults(whole, runs(0.0215, noise=0.0001))
    assert f"fewer than {LEAST_PIXELS}" in said


def test_both_must_gain_for_a_gain_of_both() -> None:
    both = replace(CUE, claims=(Claim("gain", 10),))
    (said,) = faults(both, runs(0.2))
    assert "B gains" in said
    less = replace(both, outcome="running_cost")
    assert OUTCOMES["running_cost"].direction == "less"
    assert [line.split(": ")[2] for line in faults(less, runs(0.2))] == ["A gains", "B gains"]


def test_an_event_must_show_where_it_is_said_to() -> None:
    event = {"kind": "breach", "week": 260, "city": "all"}
    leak = replace(CUE, events=(event,), claims=(Claim("shows", 10, "B"), Claim("apart", 10, "B")))
    calm = runs(0.0)
    struck = calm.values.copy()
    struck[:, 1, BURN_IN + 260 :] -= 0.05
    assert faults(leak, Runs(struck, calm.values, BURN_IN)) == []
    assert len(faults(leak, Runs(calm.values, calm.values, BURN_IN))) == 2
    assert len(faults(leak, calm)) == 2


@pytest.mark.slow
@pytest.mark.parametrize("name", list_debates())
def test_what_a_shipped_debate_claims_is_there(name: str) -> None:
    assert failures(load_debate(name)) == []


def test_a_cue_is_measured_as_the_page_runs_it() -> None:
    """Two seeds of few residents, to see that the real runs go through the same check."""
    debate = Debate("small", TEXT, TEXT, (CUE,), "synthetic", {"A": "emancipatory", "B": "control"})
    said = failures(debate, seeds=2, residents=200)
    assert all(line.startswith("small: trust: year 10: A is higher: ") for line in said)
    reverse = replace(CUE, claims=(Claim("higher", 10, "B"),))
    assert failures(replace(debate, cues=(reverse,)), seeds=2, residents=200) != []
