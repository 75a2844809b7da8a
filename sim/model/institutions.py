"""The deciding actors of a city, as Mesa agents: they hold the levers, keep accounts and drift."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import ClassVar, Protocol
from weakref import WeakKeyDictionary

from sim.engine.array import Array
from sim.model.face import MesaAgent
from sim.parameters import Value
from sim.scenario.event import Event


class City(Protocol):
    """What an institution needs of the city that it decides for."""

    week: int
    columns: dict[str, Array]


class _Numbering(WeakKeyDictionary[City, Iterator[int]]):
    """Numbers for the agents of each model that is still in use."""

    def __getitem__(self, model: City) -> Iterator[int]:
        return self.setdefault(model, count(1))


class Institution(MesaAgent):
    """An actor that holds some of the levers."""

    _ids = _Numbering()  # Mesa 3.3's own table keeps every model that ever had an agent
    holds: ClassVar[tuple[str, ...]]
    model: City

    def __init__(self, model: City, levers: Mapping[str, Value]) -> None:
        """Take charge of the own levers among ``levers``."""
        self.model = model
        self.levers: dict[str, Value] = {name: levers[name] for name in self.holds}

    def change(self, levers: Mapping[str, Value]) -> None:
        """Set those of ``levers`` that this institution holds."""
        self.levers.update({name: value for name, value in levers.items() if name in self.levers})


class CityHall(Institution):
    """Aims, decides, spends; keeps the purse, answers budget cuts.

    The levers of mechanisms from outside the package are its own too.
    """

    holds = (
        "aim_wellbeing",
        "aim_cost",
        "aim_order",
        "automation",
        "digital_only",
        "participation",
        "oversight",
        "responsiveness",
        "places",
        "continuity",
        "evolving",
    )

    def __init__(self, model: City, levers: Mapping[str, Value]) -> None:
        """Start without any budget cut, in charge of what no other institution holds."""
        super().__init__(model, levers)
        held = {name for institution in INSTITUTIONS for name in institution.holds}
        self.levers |= {name: value for name, value in levers.items() if name not in held}
        self._cuts: list[Event] = []

    def cut(self, event: Event) -> None:
        """Run with less income for the event's weeks."""
        self._cuts.append(event)

    def changes(self) -> Iterator[int]:
        """Yield the weeks in which a cut begins or is over."""
        for event in self._cuts:
            yield from (event.week, event.week + event.weeks)

    def open_budget(self) -> None:
        """Set this week's income relative to usual."""
        week = self.model.week
        factor = 1.0
        for event in self._cuts:
            if event.week <= week < event.week + event.weeks:
                factor *= 1.0 - event.depth
        self.model.columns["budget_factor"][0] = factor

    def accounts(self) -> dict[str, float]:
        """Return this week's accounts per head; income + deficit = services + overheads + fee + saved."""
        named = {"services": "spend", "overheads": "overheads", "fee": "fee", "saved": "saved"}
        sums = {"income": "income", "deficit": "deficit"} | named
        return {label: float(self.model.columns[column][0]) for label, column in sums.items()}


class Platform(Institution):
    """Runs the networks and the feeds."""

    holds = ("connectivity", "personalisation")


class DataSteward(Institution):
    """Keeps the rules for data: who holds them, under what consent, blurring and limits."""

    holds = (
        "own_residents",
        "own_commons",
        "own_municipality",
        "own_platform",
        "own_state",
        "consent",
        "curator",
        "epsilon",
        "openness",
        "purpose_limit",
    )


class StateSecurity(Institution):
    """Watches, patrols, filters."""

    holds = ("surveillance", "enforcement", "censorship")


INSTITUTIONS: tuple[type[Institution], ...] = (CityHall, Platform, DataSteward, StateSecurity)
