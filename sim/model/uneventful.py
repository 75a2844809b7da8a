"""Weeks in which nothing but mechanisms changes anything, so that one call may run them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from sim.model.institutions import CityHall
from sim.scenario.event import Event

WORTH_A_CALL = 8
"""Weeks from which on it pays to run them by one call."""

MOST_AT_ONCE = 2_000_000
"""Resident-weeks of one call, about a fifth of a second: nothing is heard from outside meanwhile."""

PIECE = 260_000
"""Resident-weeks between two looks at whether a run is still wanted: some 25 ms, half a year of 10,000 residents. A run
comes back to Python for each, and may wait there for other threads."""


class City(Protocol):
    """What is asked of a city."""

    week: int
    running: bool
    residents: int
    values: dict[str, float]
    events: tuple[Event, ...]

    @property
    def runs_at_once(self) -> bool:
        """Whether many weeks may be run by one call."""

    @property
    def city_hall(self) -> CityHall:
        """The institution that keeps the purse."""


def run_until(city: City, end: int, one_week: Callable[[], None], many: Callable[[int], None]) -> None:
    """Run the weeks before ``end``: by ``many``, told where to stop, where nothing happens between them."""
    at_once = city.runs_at_once
    for _ in range(end - city.week):
        if not city.running or city.week >= end:
            return
        until = uneventful_until(city, end) if at_once else city.week
        if until > city.week:
            many(until)
        else:
            one_week()


def weeks_between_looks(city: City) -> int:
    """Return how many weeks of ``city`` make a piece of work; one where each is looked at."""
    return max(1, PIECE // city.residents) if city.runs_at_once else 1


def uneventful_until(city: City, end: int) -> int:
    """Return the week, ``end`` at most, before which no event happens, no cut begins or ends, no lever drifts.

    It is the city's own week where that is not worth a call.
    """
    if drifts(city.values):
        return city.week
    changes = [one.week for one in city.events if one.week >= city.week]
    changes += [week for week in city.city_hall.changes() if week > city.week]
    until = min([end, *changes, city.week + MOST_AT_ONCE // city.residents])
    return until if until - city.week >= WORTH_A_CALL else city.week


def drifts(values: Mapping[str, float]) -> bool:
    """Return whether institutions may move levers by themselves, week by week."""
    return values["evolving"] != 0.0
