"""Messages speak of one thing in the singular."""

from __future__ import annotations

from sim.files.counted import counted


def test_things_are_counted() -> None:
    assert [counted(n, "point") for n in (0, 1, 2, 1_200)] == [
        "0 points",
        "1 point",
        "2 points",
        "1,200 points",
    ]
    assert [counted(n, "city", "cities") for n in (1, 3)] == ["1 city", "3 cities"]
