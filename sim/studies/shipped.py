"""The shipped scenarios in a study: those that a point of it is, and the others, run beside it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.parameters import is_lever
from sim.scenario.scenario import Scenario, list_scenarios, load_scenario
from sim.studies.design import Design
from sim.studies.estimate import estimate
from sim.studies.expansion import expand
from sim.studies.plan import Plan
from sim.studies.point import city_at
from sim.studies.quantity import EVENTS
from sim.studies.results import reported
from sim.studies.runner import Runner

SEEDS = 3
"""Of the study's own, the first: a mark needs a place, no interval."""
MOST_SECONDS = 20.0
"""Of a processor of standard pace for all that is run beside a study; what takes longer is not run."""


class Held(NamedTuple):
    """A shipped scenario that a point of a study is: the study's ``part``, and the ``row`` of its first run."""

    name: str
    assumptions: str
    part: int
    row: int


def held(parts: Sequence[Plan]) -> list[Held]:
    """Return which points of the ``parts`` of a study are shipped scenarios whole, the first of each and set."""
    shipped = [load_scenario(name) for name in list_scenarios()]
    found: dict[tuple[str, str], Held] = {}
    for part, plan in enumerate(parts):
        for row in _candidates(plan, shipped):
            name, assumed = _shipped_at(plan, row, shipped), plan.run(row).assumptions
            if name:
                found.setdefault((name, assumed), Held(name, assumed, part, row))
    return list(found.values())


def _candidates(plan: Plan, shipped: Sequence[Scenario]) -> Iterator[int]:
    """Yield the first row of each city whose varied levers are those of a shipped scenario: few in most studies."""
    levers = [name for name in plan.factors if is_lever(name)]
    known = {tuple(one.levers[name] for name in levers) for one in shipped}
    columns = [plan.table.column(name).to_pylist() for name in levers]
    cities = zip(
        *(plan.table.column(key).to_pylist() for key in ("point", "scenario", "assumptions")), strict=True
    )
    seen = set()
    for row, city in enumerate(cities):
        if city not in seen:
            seen.add(city)
            values = tuple(column[row] for column in columns)
            if None in values or values in known:
                yield row


def _shipped_at(plan: Plan, row: int, shipped: Sequence[Scenario]) -> str:
    """Return the name of the shipped scenario that the run of ``row`` has; empty where it has none, or is more."""
    city, beyond = city_at(plan, row)
    if beyond:
        return ""
    same = (one for one in shipped if _whole(one) == _whole(city))
    return next((one.name for one in same), "")


def _whole(scenario: Scenario) -> tuple[object, ...]:
    return dict(scenario.levers), scenario.events, frozenset(scenario.off)


class Beside:
    """Shipped scenarios that a study lacks, run as it would have run them: its city, sets, weeks and first seeds.

    ``plan`` is None where running them would take longer than `MOST_SECONDS`.
    """

    def __init__(self, study: Plan, names: Sequence[str]) -> None:
        self.names = names
        self.plan = _plan_beside(study, names) if names else None
        self._runs: list[NDArray[np.float64]] = []

    @property
    def seeds(self) -> int:
        """How many seeds each is run on."""
        return len(self.plan.study["seeds"]) if self.plan else 0

    @property
    def pending(self) -> bool:
        """Whether `run` has something to do."""
        return self.plan is not None and not self._runs

    def run(self) -> None:
        """Run them, in this thread; raise InputError where one cannot be run."""
        if self.plan is None:
            return
        runner = Runner(self.plan)
        self._runs = [runner.run(self.plan.run(row)).outcomes for row in range(self.plan.table.num_rows)]

    def means(self, outcome: str, year: int | None) -> Mapping[tuple[str, str], float]:
        """Return the mean over seeds by scenario and set, nan where it is undefined on all; empty before `run`."""
        if self.plan is None or not self._runs:
            return {}
        first, last = self.plan.period
        end = last if year is None else year * WEEKS_PER_YEAR
        column = self.plan.outcomes.index(outcome)
        values: dict[tuple[str, str], list[float]] = {}
        for row, run in enumerate(self._runs):
            about = self.plan.run(row)
            mine = values.setdefault((about.scenario, about.assumptions), [])
            mine.append(float(reported(run[None, :, column], end, first)[0]))
        return {key: _mean(found) for key, found in values.items()}


def _mean(values: Sequence[float]) -> float:
    known = [value for value in values if not np.isnan(value)]
    return sum(known) / len(known) if known else float("nan")


def _plan_beside(study: Plan, names: Sequence[str]) -> Plan | None:
    """Return the runs of ``names`` on the context of ``study``, on as many of `SEEDS` as there is time for."""
    design = Design.of(tomllib.loads(study.study["design"]), "design")
    varied = {name.split(".")[1] for name in study.factors if name.startswith(EVENTS)}
    bare = replace(
        design,
        method="grid",
        factors=(),
        rows=(),
        positions=(),
        constraints=(),
        districts=(),
        snapshots=(),
        scenarios=tuple(names),
        settings={name: value for name, value in design.settings.items() if not is_lever(name)},
        events={name: table for name, table in design.events.items() if name not in varied},
        blend_toward="",
        enough=None,
        source="",
    )
    for count in range(SEEDS, 0, -1):
        plan = expand(replace(bare, seeds=design.seeds[:count], source=""), study.study["model"])
        if estimate(plan).seconds <= MOST_SECONDS:
            return plan
    return None
