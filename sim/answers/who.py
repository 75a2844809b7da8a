"""Who is better off: the same residents in both cities, by what parts them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.answers.numbers import Band, band
from sim.answers.pair import Pair
from sim.answers.run_result import Detail
from sim.outcomes import Outcome
from sim.outcomes.sums import FEW_TIES
from sim.runs.statistics import CONFIDENCE, holm, number, p_values

Bools = NDArray[np.bool_]

THIRDS = ("hardship", "opinion")
STATES = ("harmed", "held", "isolated")
LIMITS = ("limit-luck-only", "limit-same-residents", "limit-groups")


class Parts(NamedTuple):
    """Of ``residents`` (mean over seeds), the share higher in A, in B, and about equal; bands are over seeds.

    ``lead`` is the share in A minus the share in B, ``sure`` whether its sign holds among all groups (Holm). All are
    nan where nobody was in the group in some seed.
    """

    first: float
    second: float
    equal: float
    residents: float
    lead: Band
    sure: bool


class Group(NamedTuple):
    """A group by which residents are told apart, and its name: a third 0, 1, 2, a district, a state in a city."""

    by: str
    name: str


@dataclass(frozen=True)
class Who:
    """Shares of residents by outcome and horizon, all and by group; None where the outcome is no mean of residents.

    ``worse`` names, for each city, the groups in which more residents are worse off there than in the other,
    surely among all groups: its losers.
    """

    at: Mapping[tuple[str, int], Mapping[Group, Parts] | None]
    labels: tuple[str, str]
    directions: Mapping[str, str | None]
    looks: int
    seeds: tuple[int, ...]
    limits: tuple[str, ...] = LIMITS

    def worse(self, outcome: str, year: int) -> dict[str, tuple[Group, ...]] | None:
        """Return the losers of each city; None where no direction says what is worse."""
        found, direction = self.at[outcome, year], self.directions[outcome]
        if found is None or direction is None:
            return None
        sign = 1.0 if direction == "more" else -1.0
        told = {
            group: sign * parts.lead.mean
            for group, parts in found.items()
            if parts.sure and group.by != ALL.by
        }
        first, second = self.labels
        return {
            first: tuple(group for group, lead in told.items() if lead < 0.0),
            second: tuple(group for group, lead in told.items() if lead > 0.0),
        }

    def as_json(self, outcome: str, year: int) -> dict[str, Any] | None:
        """Return the shares for JSON; null where the outcome is no mean of residents."""
        found = self.at[outcome, year]
        if found is None:
            return None
        worse = self.worse(outcome, year)
        said = {group: self._parts(parts) for group, parts in found.items()}
        return {
            "all": said[ALL],
            **{by: [said[Group(by, str(third))] for third in range(3)] for by in THIRDS},
            "groups": {group.name: one for group, one in said.items() if group.by in STATES},
            "districts": {group.name: one for group, one in said.items() if group.by == "district"},
            "worse_off": None
            if worse is None
            else {label: [list(group) for group in groups] for label, groups in worse.items()},
        }

    def _parts(self, parts: Parts) -> dict[str, Any]:
        return {
            "A": number(parts.first),
            "B": number(parts.second),
            "equal": number(parts.equal),
            "residents": number(parts.residents),
            "lead": {
                "mean": number(parts.lead.mean),
                "low": number(parts.lead.low),
                "high": number(parts.lead.high),
            },
        }


ALL = Group("all", "all")


def who(pair: Pair, names: tuple[str, ...]) -> Who:
    """Return who is higher in which city of ``pair``, whose districts are called ``names``.

    A resident counts for a city when their own value there is higher by more than what is material.
    """
    question = pair.question
    seen = pair.details[0][0].residents
    at = {
        (one.id, year): _at(pair, one, year, names) if one.resident in seen else None
        for one in question.declared
        for year in question.horizons
    }
    directions = {one.id: one.direction for one in question.declared}
    return Who(at, question.labels, directions, question.looks, pair.seeds)


def _at(pair: Pair, outcome: Outcome, year: int, names: tuple[str, ...]) -> dict[Group, Parts]:
    per_seed: dict[Group, list[tuple[float, ...]]] = {}
    for both in pair.details:
        first, second = (one.residents[outcome.resident][year - 1].astype(np.float64) for one in both)
        higher, lower = first - second > outcome.material, second - first > outcome.material
        for group, members in _groups(both, year, names, pair.question.labels):
            size = int(members.sum())
            shares = (higher[members].mean(), lower[members].mean()) if size else (np.nan, np.nan)
            per_seed.setdefault(group, []).append((*map(float, shares), size))
    found = {group: np.array(shares) for group, shares in per_seed.items()}
    leads = np.array([shares[:, 0] - shares[:, 1] for shares in found.values()]).T
    sure = holm(p_values(leads)) < 1.0 - CONFIDENCE
    return {
        group: _parts(shares, bool(one)) for (group, shares), one in zip(found.items(), sure, strict=True)
    }


def _parts(found: NDArray[np.float64], sure: bool) -> Parts:
    """Return the parts of one group from its shares in A and B and its size by seed, (S, 3)."""
    first, second, size = found.mean(axis=0)
    return Parts(first, second, 1.0 - first - second, size, band(found[:, 0] - found[:, 1]), sure)


def _groups(
    both: tuple[Detail, Detail], year: int, names: tuple[str, ...], labels: tuple[str, str]
) -> Iterator[tuple[Group, Bools]]:
    """Yield every group with who is in it, (N,)."""
    one = both[0]
    yield ALL, np.ones(one.homes.size, bool)
    for by in THIRDS:
        for third in range(3):
            yield Group(by, str(third)), one.groups[by] == third
    for label, detail in zip(labels, both, strict=True):
        for state, members in _states(detail, year).items():
            yield Group(state, f"{state} in {label}"), members
    for place, name in enumerate(names):
        yield Group("district", name), one.homes == place


def _states(detail: Detail, year: int) -> dict[str, Bools]:
    """Return who is harmed, held or isolated in the weeks that end ``year``."""
    now = {name: values[year - 1] for name, values in detail.residents.items()}
    return {
        "harmed": now["harm_weeks"] > 0.0,
        "held": now["detention"] > 0.0,
        "isolated": now["tie_count"] <= FEW_TIES,
    }
