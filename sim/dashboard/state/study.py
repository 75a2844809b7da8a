"""How a visitor looks at the study that the page shows: which picture, of which outcomes, of which cities."""

from __future__ import annotations

from typing import NamedTuple

PICTURES = ("fan", "paired", "factors", "points")
"""How runs spread by week, how cities differ, what decides, all points on two outcomes."""


class StudyLook(NamedTuple):
    """What the study's panel shows; ``group`` is the place of a city or pair in its list.

    ``year`` is the one at whose end figures are taken; 0 takes the end of the runs.

    ``beyond`` names what the point chosen last is more than levers, so that it was not loaded. Outcomes left empty
    are the first that the study keeps.
    """

    picture: str = PICTURES[0]
    outcome: str = ""
    second: str = ""
    group: int = 0
    year: int = 0
    beyond: tuple[str, ...] = ()


FIRST_STUDY = StudyLook()
