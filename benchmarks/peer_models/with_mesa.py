"""Mesa: an object a resident, a method a rule; all look before anybody acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import mesa
import numpy as np

from benchmarks.peers import BASE, INFECTION, PULL, TIES, Start, uniform


class Resident(mesa.Agent):
    """Somebody with ties, who trusts and may act."""

    def __init__(self, model: mesa.Model, active: bool, trust: float) -> None:
        super().__init__(model)
        self.active, self.trust, self.near = active, trust, 0.0
        self.ties: list[Resident] = []

    def look(self) -> None:
        """See how many of the ties act."""
        self.near = sum(other.active for other in self.ties) / TIES

    def decide(self) -> None:
        """Let trust follow, and act by chance."""
        self.trust += PULL * (1.0 - self.near - self.trust)
        draw = self.model.draws[self.unique_id - 1]
        self.active = draw < BASE + INFECTION * self.near * (1.0 - self.trust)


class Town(mesa.Model):
    """All residents; the draws of a week are taken at once, as quickly as Python can."""

    def __init__(self, start: Start) -> None:
        super().__init__(rng=1)
        for active, trust in zip(start.active.tolist(), start.trust.tolist(), strict=True):
            Resident(self, active, trust)
        self.people = list(self.agents)
        for one, ties in zip(self.people, start.ties.tolist(), strict=True):
            one.ties = [self.people[other] for other in ties]

    def week(self, number: int) -> None:
        """Run the week of a number."""
        self.draws = uniform(np.uint64(number), np.arange(len(self.people), dtype=np.uint64)).tolist()
        self.agents.do("look")
        self.agents.do("decide")


def model(start: Start) -> Callable[[int], Any]:
    """Return a function that runs the week of a number."""
    town = Town(start)

    def week(number: int) -> Any:
        town.week(number)
        return np.array([one.active for one in town.people]), np.array([one.trust for one in town.people])

    return week
