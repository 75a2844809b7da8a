"""Weeks in which nothing but mechanisms changes anything, so that one call may run them all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from sim.model.institutions import CityHall
from sim.scenario.event import Event

WORTH_A_CALL = 8
"""Weeks from which on it pays to run them by one call."""

MOST_AT_ONCE = 2_000_000
"""Resident-weeks of one call, about a fifth of a second: nothing is heard from outside meanwhile."""


class City(Protocol):
    """What is asked of a city."""

    week: int
    residents: int
    values: dict[str, float]
    events: tuple[Event, ...]

    @property
    def city_hall(self) -> CityHall:
        """The institution that keeps the purse."""


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
