"""One burn-in, and the cities that branch off from it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from sim.model.city_model import CityModel
from sim.runs.recent import Recent
from sim.scenario.scenario import Scenario

BURN_IN = Scenario("burn-in", {})
"""The status quo, under which every city lives until the branch point."""


def burn_in(settings: Mapping[str, Any], model: type[CityModel] = CityModel) -> CityModel:
    """Return a city at week 0 that has lived its burn-in under ``settings``; any number can branch off."""
    return model(scenario=BURN_IN, **settings)


def branch(
    burnt: CityModel, scenario: Scenario, settings: Mapping[str, Any], model: type[CityModel] = CityModel
) -> CityModel:
    """Return a city at week 0 under ``scenario`` that takes over the burn-in of ``burnt``.

    ``settings`` are those of the burn-in, and what is new from here on: events, levers, mechanisms off.
    """
    return model(scenario=scenario, branch_point=burnt, **settings)


class BurnIns:
    """The burn-ins used last, so that moving a lever or taking the next run lives none anew."""

    def __init__(self, most: int, forget: Callable[[CityModel], object] = lambda city: None) -> None:
        self._most = most
        self._kept: Recent[Hashable, CityModel] = Recent(most, forget)

    def of(self, key: Hashable, settings: Mapping[str, Any], model: type[CityModel] = CityModel) -> CityModel:
        """Return the burn-in under ``settings``, which ``key`` tells from others, lived if it is not kept."""
        found = self._kept.get(key)
        if found is None:
            self._kept.make_room(self._most - 1)  # before, not after: two large cities may not fit
            found = burn_in(settings, model)
            self._kept.put(key, found)
        return found
