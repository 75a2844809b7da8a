"""Rules that drift and are overthrown: by hand (5.19)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.mechanisms import (
    politics,
)
from sim.parameters import CONSTANTS

FIXED = {name: float(c.default) for name, c in CONSTANTS.items()}


def drift(concession: float, order: float, capture: float, **levers: float) -> dict[str, float]:
    held = {
        "participation": 0.3,
        "openness": 0.3,
        "oversight": 0.3,
        "responsiveness": 0.5,
        "purpose_limit": 0.5,
    }
    held |= {"surveillance": 0.3, "enforcement": 0.3, "censorship": 0.1, "consent": 0.0}
    held |= {
        "own_residents": 0.1,
        "own_commons": 0.2,
        "own_municipality": 0.3,
        "own_platform": 0.3,
        "own_state": 0.1,
    }
    return politics.drift(held | levers, concession, order, capture, FIXED)


def test_concessions_move_levers_and_data_to_the_commons() -> None:
    new = drift(0.05, 0.01, 0.0)
    assert new["participation"] == pytest.approx(0.34)
    assert new["surveillance"] == pytest.approx(0.26)
    assert new["own_commons"] == pytest.approx(0.24)
    assert new["own_platform"] == pytest.approx(0.27)  # three quarters of what is taken
    assert new["own_state"] == pytest.approx(0.09)


def test_capture_and_order_share_what_residents_lose() -> None:
    new = drift(0.0, 0.01, 0.03)
    assert new["oversight"] == pytest.approx(0.26)
    assert new["enforcement"] == pytest.approx(0.34)
    assert (new["own_residents"], new["own_commons"]) == pytest.approx((0.1 - 0.04 / 3, 0.2 - 0.08 / 3))
    assert (new["own_platform"], new["own_state"]) == pytest.approx((0.33, 0.11))


@given(st.floats(0, 0.5), st.floats(0, 0.5), st.floats(0, 0.5))
def test_drifting_shares_still_sum_to_one(concession: float, order: float, capture: float) -> None:
    new = drift(concession, order, capture)
    owners = [new.get(name) for name in politics.OWNERS]
    assert owners == [None] * 5 or sum(owners) == pytest.approx(1.0)
    assert all(0.02 <= new[name] <= 0.95 for name in politics.CIVIC)
    assert all(0.0 <= new[name] <= 0.95 for name in politics.COERCIVE)


def test_consent_turns_mandatory_and_back() -> None:
    assert drift(0.0, 0.01, 0.0, purpose_limit=0.1, responsiveness=0.2)["consent"] == 2.0
    assert "consent" not in drift(0.0, 0.01, 0.0, purpose_limit=0.1, responsiveness=0.4)
    assert drift(0.01, 0.0, 0.0, purpose_limit=0.495, consent=2.0)["consent"] == 0.0
    assert "consent" not in drift(0.01, 0.0, 0.0, purpose_limit=0.4, consent=2.0)
    assert "consent" not in drift(0.01, 0.0, 0.0, purpose_limit=0.9, consent=1.0)


HELD = {
    "responsiveness": 0.2,
    "participation": 0.1,
    "censorship": 0.5,
    "surveillance": 0.9,
    "enforcement": 0.7,
}


def test_an_overthrow_reforms() -> None:
    new = politics.overthrow(HELD, politics.REFORM, FIXED)
    assert new == pytest.approx(
        {
            "responsiveness": 0.75,
            "participation": 0.3,
            "censorship": 0.15,
            "surveillance": 0.45,
            "enforcement": 0.49,
        }
    )


def test_an_overthrow_restores() -> None:
    new = politics.overthrow(HELD, politics.RESTORATION, FIXED)
    assert new == pytest.approx(
        {"enforcement": 0.85, "censorship": 0.65, "surveillance": 0.95, "responsiveness": 0.1}
    )
