"""When the leader changes."""

from __future__ import annotations

import numpy as np
import pytest

from sim.answers.when import Turn, turns_of, when
from sim.runs.size import Size
from tests.answers.small import OUTCOMES, made_detail, made_pair, pair

SPELLED = {"+": Size.HIGHER, "-": Size.LOWER, "=": Size.ABOUT_EQUAL, "?": Size.TOO_CLOSE, "u": Size.UNDEFINED}


@pytest.mark.parametrize(
    ("months", "turns"),
    [
        ("======", []),
        ("++++", [(0, "A")]),
        ("==+++", [(8, "A")]),
        ("==++=++=", []),  # never three in a row
        ("+++??---", [(0, "A"), (20, "B")]),
        ("+++==+++", [(0, "A")]),  # the same leader again is no turn
        ("---+++---", [(0, "B"), (12, "A"), (24, "B")]),
        ("uuu+++", [(12, "A")]),
        ("", []),
    ],
)
def test_turns(months: str, turns: list[tuple[int, str]]) -> None:
    assert turns_of([SPELLED[one] for one in months], ("A", "B")) == tuple(Turn(*turn) for turn in turns)


def test_streets_are_calmer_under_control_from_early_on() -> None:
    found = when(pair())
    assert set(found.turns) == set(OUTCOMES)
    first = found.turns["calm"][0]
    assert first.leader == "other"
    assert first.week % 4 == 0
    assert found.looks == 3 * 26


def test_a_lead_begins_with_the_first_of_three_months_and_goes_to_the_city_that_has_more() -> None:
    months = np.full((8, 3), 0.5)
    lead = np.array([0.0, 0.2, 0.2, 0.2, 0.0, -0.2, -0.2, -0.2])
    ahead = months.copy()
    ahead[:, 1] += lead
    details = [(made_detail(ahead), made_detail(months))] * 3
    found = when(made_pair(np.zeros((3, 2, 2, 3)), details, outcomes=("calm", "trust")))
    assert found.turns == {"calm": (Turn(4, "one"), Turn(20, "other")), "trust": ()}
    assert found.as_json("calm") == [{"week": 4, "higher": "one"}, {"week": 20, "higher": "other"}]
    assert (found.looks, found.seeds) == (16, (1, 2, 3))
