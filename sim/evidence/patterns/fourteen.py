"""The fourteen outcomes in which holders of data and levers must show an effect, and which way is better."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from sim.evidence.patterns.setting import Outcomes, Setting, of
from sim.outcomes import OUTCOMES

FOURTEEN: Mapping[str, int] = {
    "wellbeing": 1,
    "wellbeing_low": 1,
    "service_fit": 1,
    "takeup": 1,
    "running_cost": -1,
    "trust": 1,
    "expression": 1,
    "agency": 1,
    "calm": 1,
    "exposure": -1,
    "harmed": -1,
    "gap_hardship": -1,
    "ai_quality": 1,
    "illusion": -1,
}
"""+1 where more is called better, −1 where less is; of the illusion its size counts, whatever its sign."""
PRICED: Mapping[str, int] = {
    **FOURTEEN,
    "savings": 1,
    "productivity": 1,
    "isolated": -1,
    "mood_coupling": -1,
}
"""The same and four more, in which a lever may show its price."""
LEAST = 0.004  # no difference below this counts, however sure
SURE = 2.0  # standard errors


class Move(NamedTuple):
    """Mean paired change of one outcome, its standard error, and whether it is for the better."""

    outcome: str
    change: float
    error: float
    better: bool

    @property
    def clear(self) -> bool:
        """Whether the change is beyond two standard errors and .004."""
        return abs(self.change) > max(SURE * self.error, LEAST)

    @property
    def material(self) -> bool:
        """Whether the change is clear and beyond what is material for the outcome."""
        return self.clear and abs(self.change) > OUTCOMES[self.outcome].material


def moves(before: Outcomes, after: Outcomes, directions: Mapping[str, int] = FOURTEEN) -> list[Move]:
    """Return how each outcome moves from ``before`` to ``after``, (seeds, outcomes) each, paired by seed."""
    found = []
    for name, sign in directions.items():
        one, other = of(before, name), of(after, name)
        if name == "illusion":
            one, other = np.abs(one), np.abs(other)
        change = other - one
        error = float(change.std(ddof=1) / np.sqrt(len(change)))
        found.append(Move(name, float(change.mean()), error, bool(sign * change.mean() > 0.0)))
    return found


def at_the_end(setting: Setting, base: str, changed: list[dict[str, object]], label: str) -> Outcomes:
    """Return the outcomes of the last year, (cities, seeds, outcomes): ``base``, then each change of it."""
    from sim.scenario.scenario import load_scenario

    scenario = load_scenario(base)
    scenarios = [scenario, *(scenario.change(one) for one in changed)]

    def run(seed: int) -> list[Outcomes]:
        cities = setting.comparison_of(scenarios, seed, residents=setting.price_residents)
        return [city.series.since_branch()[-52:].mean(axis=0) for city in cities]

    found: Outcomes = np.array(setting.each(label, run, setting.price_seeds))
    return found.swapaxes(0, 1)


def in_words(found: list[Move]) -> str:
    """Return the moves as text: "trust +.031, harmed −.012"."""
    return ", ".join(f"{move.outcome} {move.change:+.3f}" for move in found) or "none"
