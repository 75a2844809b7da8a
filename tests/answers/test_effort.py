"""How much is run: what a first look saves, and what both have in common."""

from __future__ import annotations

from sim.answers.effort import QUICK, RESIDENTS, STANDARD


def test_the_usual_numbers_of_runs() -> None:
    """What is computed beforehand is found by these numbers: another one leaves it untold."""
    assert vars(STANDARD) == {
        "seeds": 12,
        "least": 4,
        "lever_seeds": 3,
        "set_seeds": 4,
        "points": 64,
        "point_seeds": 2,
        "screen_seeds": 1,
        "flip_seeds": 3,
        "fresh_seeds": 5,
        "steps": 3,
        "per_kind": 1,
        "constants": False,
    }
    assert RESIDENTS == 2_000


def test_a_first_look_runs_half_the_seeds_and_a_quarter_of_the_points() -> None:
    saved = {name: value for name, value in vars(QUICK).items() if value != vars(STANDARD)[name]}
    assert saved == {
        "seeds": 6,
        "least": 3,
        "lever_seeds": 2,
        "set_seeds": 3,
        "points": 16,
        "fresh_seeds": 3,
    }
