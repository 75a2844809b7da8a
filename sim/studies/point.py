"""A point of a study as a city: its levers, and what makes it more than levers."""

from __future__ import annotations

from typing import NamedTuple

from sim.parameters import is_lever
from sim.scenario.scenario import Scenario
from sim.studies.change import scenario_of
from sim.studies.plan import Plan
from sim.studies.quantity import BLEND, LEVERS


class PointCity(NamedTuple):
    """The city of one run, and the names of what the run changes ``beyond`` levers."""

    scenario: Scenario
    beyond: tuple[str, ...]


def city_at(plan: Plan, row: int) -> PointCity:
    """Return the city of the run of ``row``: levers, blends and groups of levers are levers in the end."""
    run = plan.run(row)
    made_of_levers = {
        name: value for name, value in run.settings.items() if name == BLEND or name.startswith(LEVERS)
    }
    levers = {name: value for name, value in run.settings.items() if is_lever(name)}
    beyond = [name for name in run.settings if name not in made_of_levers | levers]
    if plan.study["events"]:
        beyond.append("events")
    return PointCity(scenario_of(plan.study, run.scenario, made_of_levers).change(levers), tuple(beyond))
