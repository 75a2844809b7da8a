"""How a visitor looks at the residents: which picture, which state, by what, in which district, in which week."""

from __future__ import annotations

from typing import NamedTuple

from sim.dashboard.work.residents import STATES

PICTURES = ("spread", "scatter", "district", "watched")
"""What is drawn: a state by groups, here against there, dots in one district, one resident's weeks."""
GROUPINGS = ("hardship", "opinion", "use", "district")


class People(NamedTuple):
    """What the residents' panel shows; ``place`` is the number of a district, ``week`` that of the resident watched."""

    picture: str = PICTURES[0]
    state: str = "wellbeing"
    by: str = GROUPINGS[0]
    place: int = 0
    week: int = 1


FIRST_LOOK = People()

__all__ = ["FIRST_LOOK", "GROUPINGS", "PICTURES", "STATES", "People"]
