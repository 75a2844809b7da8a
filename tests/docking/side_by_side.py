"""Both implementations side by side: what is compared, and how exactly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.model.city_model import CityModel
from sim.outcomes import OUTCOMES
from sim.parameters import LEVERS, SHARES
from sim.reference import PlainCity

FLOAT_TOLERANCE = 2e-6
"""Of residents' floats and outcomes, absolute: some thirty roundings of a 32-bit float near 1."""

STATES = {  # column of the model: attribute of the plain resident, equal without tolerance
    "adopted": "adopted",
    "shares": "shares",
    "connected": "has_access",
    "speaks": "speaks",
    "acting": "acting",
    "active": "active",
    "detention": "detention",
    "harm_weeks": "harm_weeks",
}
FLOATS = {  # the same, equal within FLOAT_TOLERANCE
    "hardship": "hardship",
    "concern": "concern",
    "risk": "risk_aversion",
    "access_draw": "access_draw",
    "need_draw": "need_draw",
    "inertia_draw": "inertia_draw",
    "first_opinion": "first_opinion",
    "need": "need",
    "record": "record",
    "recognition": "recognition",
    "takeup": "takeup",
    "satisfaction": "satisfaction",
    "trust": "trust",
    "expectation": "expectation",
    "wellbeing": "wellbeing",
    "watched": "watched",
    "accustomed": "accustomed",
    "agency": "agency",
    "mood": "mood",
    "turnout": "turnout",
    "opinion": "opinion",
    "opinion_anchor": "anchor",
    "weariness": "weariness",
    "acted": "acted",
}
NOT_AT_THE_START = {"connected", "need"}  # found out in the first week
EMPTY_SLOT = -1


class WatchedCity(CityModel):
    """A city that keeps a copy of its residents and outcomes after each week, the burn-in included."""

    def _run_week(self) -> None:
        if not hasattr(self, "weeks_seen"):
            self.weeks_seen: list[dict[str, NDArray[Any]]] = [self._snapshot()]
        super()._run_week()
        self.weeks_seen.append(self._snapshot() | {"outcomes": self._binding.row.copy()})

    def _snapshot(self) -> dict[str, NDArray[Any]]:
        return {name: self.columns[name].copy() for name in (*STATES, *FLOATS, "ties")}


class Pair:
    """The same city twice. ``settings`` are levers, assumptions and events, the same for both."""

    def __init__(
        self,
        scenario: str,
        seed: int,
        burn_in: int = 20,
        weeks: int = 40,
        residents: int = 200,
        **settings: Any,
    ) -> None:
        common = {"scenario": scenario, "residents": residents, "city": "synthetic", "burn_in": burn_in}
        self.burn_in, self.weeks = burn_in, weeks
        self.ours = WatchedCity(**{**common, **settings}, weeks=weeks, rng=seed)
        self.plain = PlainCity(**{**common, **settings}, seed=seed)

    def differences(self) -> Iterator[str]:
        """Yield what differs, from the start on and week by week; nothing if the two agree throughout."""
        if self.burn_in:
            yield from self._residents("start", self.ours.weeks_seen[0], NOT_AT_THE_START)
        for week in range(-self.burn_in, self.weeks):
            self.plain.step()
            if week >= 0:
                self.ours.step()
                yield from self._levers(week)
            seen = self.ours.weeks_seen[week + self.burn_in + 1]
            yield from self._residents(week, seen)
            yield from self._outcomes(week, seen["outcomes"])

    def _residents(
        self, week: int | str, seen: dict[str, NDArray[Any]], left_out: set[str] | None = None
    ) -> Iterator[str]:
        people = self.plain.people
        for table, tolerance in ((STATES, 0.0), (FLOATS, FLOAT_TOLERANCE)):
            for column, attribute in table.items():
                if left_out and column in left_out:
                    continue
                plain = np.array([float(getattr(person, attribute)) for person in people])
                ours = seen[column].astype(float)
                for i in np.flatnonzero(~(np.abs(plain - ours) <= tolerance)):
                    yield f"week {week}, resident {i}: {column} is {ours[i]}, plain {plain[i]}"
        plain_ties = [
            [EMPTY_SLOT if other is None else other.number for other in person.ties] for person in people
        ]
        ours_ties = seen["ties"].astype(np.int64)
        ours_ties[ours_ties >= len(people)] = EMPTY_SLOT
        for i, slot in np.argwhere(np.array(plain_ties) != ours_ties):
            yield f"week {week}, resident {i}, slot {slot}: {ours_ties[i, slot]}, plain {plain_ties[i][slot]}"

    def _outcomes(self, week: int, outcomes: NDArray[np.float64]) -> Iterator[str]:
        ours = dict(zip(OUTCOMES, outcomes.tolist(), strict=True))
        theirs = self.plain.outcomes()
        for name in sorted(ours.keys() ^ theirs.keys()):
            yield f"week {week}: outcome {name} is measured in one of the two alone"
        for name, plain in theirs.items():
            if name not in ours:
                continue
            tolerance = FLOAT_TOLERANCE * max(1.0, abs(plain))
            both_undefined = np.isnan(ours[name]) and np.isnan(plain)
            if not both_undefined and not abs(ours[name] - plain) <= tolerance:
                yield f"week {week}: outcome {name} is {ours[name]}, plain {plain}"

    def _levers(self, week: int) -> Iterator[str]:
        ours, plain = _normalised(self.ours.levers), _normalised(vars(self.plain.lever))
        for name in LEVERS:
            a, b = ours[name], plain[name]
            same = a == b if isinstance(a, str | bool) or isinstance(b, str) else abs(a - b) <= 1e-9
            if not same:
                yield f"week {week}: lever {name} is {a}, plain {b}"


def _normalised(levers: dict[str, Any]) -> dict[str, Any]:
    """Return ``levers`` with owners' shares and aims summing to 1, as both models use them."""
    scaled = dict(levers)
    for names in SHARES.values():
        total = sum(levers[name] for name in names)
        scaled |= {name: levers[name] / total for name in names}
    return scaled
