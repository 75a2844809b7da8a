"""When the leader changes."""

from __future__ import annotations

import pytest

from sim.answers.when import Turn, turns_of, when
from sim.runs.size import Size
from tests.answers.small import OUTCOMES, pair

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
