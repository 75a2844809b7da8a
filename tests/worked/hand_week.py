"""What is known of a week that is calculated by hand, and the few functions its equations share."""

from __future__ import annotations

from math import cos, exp, log, pi, sqrt
from types import SimpleNamespace as Names
from typing import Any

Section = dict[str, dict[str, Any]]


def clip(x: float, low: float = 0.0, high: float = 1.0) -> float:
    return max(low, min(high, x))


def chance(rate: float) -> float:
    return 1 - exp(-rate / 52)


def mean(values: Any) -> float:
    values = list(values)
    return sum(values) / len(values)


def normal(u: float, v: float) -> float:
    return sqrt(-2 * log(u)) * cos(2 * pi * v)


class Week:
    """What is known so far: parameters ``p``, residents ``r``, districts ``d``, city ``c``, draws ``u``."""

    def __init__(
        self, p: dict[str, Any], state: Section, draws: Section, ties: list[list[int]], week: int
    ) -> None:
        self.p, self.t, self.ties = Names(**p), week, [list(row) for row in ties]
        self.r, self.d, self.c = (Names(**state[entity]) for entity in ("resident", "district", "city"))
        self.u, self.ud, self.uc = (Names(**draws[entity]) for entity in ("resident", "district", "city"))
        self.R, self.D = range(len(self.r.trust)), range(len(self.d.census))
        self.of = [[i for i in self.R if self.r.district[i] == d] for d in self.D]
        self.n = [sum(j >= 0 for j in row) for row in self.ties]
        self.digital = [sum(j >= 0 for j in row[6:]) for row in self.ties]
        self.usual = [len(people) / len(self.R) for people in self.of]
        owners = {
            o: getattr(self.p, f"own_{o}")
            for o in ("residents", "commons", "municipality", "platform", "state")
        }
        aims = {a: getattr(self.p, f"aim_{a}") for a in ("wellbeing", "cost", "order")}
        self.own = Names(**{o: share / sum(owners.values()) for o, share in owners.items()})
        self.aim = Names(**{a: share / sum(aims.values()) for a, share in aims.items()})

    def keep(self, **sections: dict[str, Any]) -> Section:
        """Remember new values and return them as this mechanism's section."""
        for entity, values in sections.items():
            vars({"resident": self.r, "district": self.d, "city": self.c}[entity]).update(values)
        return sections
