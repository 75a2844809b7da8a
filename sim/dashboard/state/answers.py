"""The six answers, by the number of their key: the panel that each opens, and what a page may ask of it."""

from __future__ import annotations

from collections.abc import Sequence

from sim.answers.question import HORIZONS
from sim.debate.debate import YEAR
from sim.outcomes import OUTCOMES

ANSWER_PANELS = ("why", "who", "assumed", "flip", "district", "choice")
"""The panels of answers 1 to 6, in order."""
AXES = tuple(name for name, one in OUTCOMES.items() if one.direction and not one.definitional)
"""Outcomes that one can choose by: of which more, or less, is better, and that do not follow from the levers."""
FIRST_AXES = ("wellbeing", "calm")


def number_of(panel: str) -> int:
    """Return the number of the answer that ``panel`` shows, 0 for another panel."""
    return ANSWER_PANELS.index(panel) + 1 if panel in ANSWER_PANELS else 0


def year_at(week: int, years: Sequence[int] = HORIZONS) -> int:
    """Return which of ``years``, the answers' horizons, is nearest to ``week``; at the choice itself the last one."""
    if week <= 0:
        return years[-1]
    return min(years, key=lambda year: abs(year * YEAR - week))
