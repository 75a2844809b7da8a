"""One city as a Mesa model: a common past, then weeks under its constitution."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import mesa
import numpy as np
from numpy.typing import NDArray

from sim.city.city import City, Settlement, settle
from sim.city.load import load_city
from sim.engine.array import Array
from sim.engine.compile import entry_point
from sim.engine.draws import EVENT_CASCADE, uniforms
from sim.engine.mechanism import Mechanism, key_of
from sim.files.errors import InputError
from sim.mechanisms import complexity, politics
from sim.model import population
from sim.model.collector import SeriesCollector
from sim.model.institutions import INSTITUTIONS, CityHall, Institution
from sim.model.schedule import ORDER
from sim.model.time_series import Happening, Series
from sim.outcomes import OUTCOMES
from sim.outcomes.measurement import MEASUREMENT, blank
from sim.parameters import ASSUMPTIONS, CONSTANTS, CONTEXT, LEVERS, Value
from sim.scenario import encoding as values
from sim.scenario.event import Event
from sim.scenario.scenario import Scenario, load_assumptions, load_scenario

MODEL_VERSION = "3"
"""Changes whenever the same settings give other results."""

DRIFT_SHOWN = 0.005  # a lever that moved less in a year is not worth an entry
YEAR = 52


class _Week(NamedTuple):
    """One mechanism, bound to this city's columns and parameters."""

    weekly: Any
    view: Any
    params: Any


class CityModel(mesa.Model):
    """A city under one constitution.

    ``scenario`` is a name, a path or a `Scenario`; ``city`` a name, a path or a `City`; ``assumptions`` the
    name or path of a set. Any lever, assumption or constant can be given by name in ``kwargs``. ``rng`` (or
    ``seed``) is a whole number; without one it is drawn and kept in ``run_seed``. ``past`` is a city at week
    0 whose history is taken over instead of lived again. The history is lived on construction; each `step` is
    a week after it; ``running`` turns False after ``weeks``.

    Raises InputError for anything not allowed.
    """

    running: bool  # Mesa's
    settlement: Settlement
    columns: dict[str, Array]
    series: Series

    def __init__(
        self,
        scenario: str | Path | Scenario = "status-quo",
        residents: int = 10_000,
        city: str | Path | City = "london",
        history: int = 104,
        weeks: int = 520,
        rng: int | None = None,
        seed: int | None = None,
        assumptions: str | Path | Mapping[str, Value] = "central",
        events: Iterable[Event] = (),
        past: CityModel | None = None,
        **kwargs: Any,  # so named because the page of Mesa 3.3 takes any other name for a missing parameter
    ) -> None:
        """Build the city, live its history, then give it its constitution."""
        self.run_seed = _seed(rng, seed)
        super().__init__(rng=self.run_seed)
        self.constitution = scenario if isinstance(scenario, Scenario) else load_scenario(scenario)
        self.city = city if isinstance(city, City) else load_city(city)
        self.residents = int(CONTEXT["residents"].check(residents))
        self.history = int(CONTEXT["history"].check(history))
        self.weeks = int(CONTEXT["weeks"].check(weeks))
        chosen = values.checked(kwargs)
        self.assumptions = _settings_of(assumptions) | {k: v for k, v in chosen.items() if k not in LEVERS}
        self.constitution = self.constitution.change({k: v for k, v in chosen.items() if k in LEVERS})
        self.events = tuple(sorted((*self.constitution.events, *events), key=lambda event: event.week))
        self.known_as: tuple[str, ...] = (self.constitution.name,)  # to whom events are addressed
        self.happenings: list[Happening] = []
        self._key = key_of(self.run_seed)
        self._assumed = values.encode(self.assumptions)
        self._measured = blank(self.city.districts)
        self._begin(past)
        self._levers_shown = self.levers
        self.datacollector = SeriesCollector(self.series)

    # The past

    def _begin(self, past: CityModel | None) -> None:
        if past is None:
            self.week = -self.history
            self._settle()
            self._found(_status_quo())
            for _ in range(self.history):
                self._live()
            self._refound(self.constitution.levers)
        else:
            self._check_past(past)
            self.week = 0
            self.settlement = past.settlement
            self.columns = population.copy(past.columns)
            self.series = past.series.continued(self.weeks)
            self.happenings = list(past.happenings)
            self._found(self.constitution.levers)

    def _settle(self) -> None:
        self.settlement = settle(self.city, self.residents, self.run_seed)
        self.columns = population.allocate(self.settlement, self.city.neighbour_offsets, self.city.neighbours)
        population.populate(self.columns, self.settlement.hardship, self._assumed, self.run_seed)
        self.series = Series(-self.history, self.history + self.weeks, self.city.districts)

    def _check_past(self, past: CityModel) -> None:
        ours = (self.run_seed, self.residents, self.history, self.assumptions, self.city.fingerprint)
        theirs = (past.run_seed, past.residents, past.history, past.assumptions, past.city.fingerprint)
        if ours != theirs or past.week != 0:
            raise InputError("the past given is another city's, or has gone beyond the fork")

    def _found(self, levers: Mapping[str, Value]) -> None:
        """Give the city its institutions, and bind every mechanism to its columns and parameters."""
        self.institutions = [institution(self, levers) for institution in INSTITUTIONS]
        self.values = values.encode_over(self._assumed, self.levers)
        self._order = [self._bound(mechanism) for mechanism in ORDER]
        measured = MEASUREMENT.view(self.columns | self._measured)
        self._measurement = _Week(MEASUREMENT.weekly, measured, MEASUREMENT.parameters(self.values))

    def _bound(self, mechanism: Mechanism) -> _Week:
        view, params = mechanism.view(self.columns), mechanism.parameters(self.values)
        return _Week(entry_point(mechanism.weekly, view, params, self._key, self.week), view, params)

    def _refound(self, levers: Mapping[str, Value]) -> None:
        """Let institutions hold ``levers``, and mechanisms use them from now on."""
        for institution in self.institutions:
            institution.change(levers)
        self.values = values.encode_over(self._assumed, self.levers)
        self._order = [
            week._replace(params=mechanism.parameters(self.values))
            for mechanism, week in zip(ORDER, self._order, strict=True)
        ]
        self._measurement = self._measurement._replace(params=MEASUREMENT.parameters(self.values))

    # Levers

    @property
    def levers(self) -> dict[str, Value]:
        """Every lever's present value, as held by the institutions."""
        held: dict[str, Value] = {}
        for institution in self.institutions:
            held |= institution.levers
        return {name: held[name] for name in LEVERS}

    @property
    def city_hall(self) -> CityHall:
        """The institution that keeps the purse."""
        return next(one for one in self.institutions if isinstance(one, CityHall))

    def set_levers(self, levers: Mapping[str, Value]) -> None:
        """Change levers from this week on; raise InputError for one that is not allowed."""
        self._refound(self.constitution.change({**self.levers, **levers}).levers)

    # Mesa

    @property
    def scenario(self) -> None:
        """None: what Mesa 3.5 keeps here is its own, and its page would take it for our constitution."""

    @scenario.setter
    def scenario(self, _: object) -> None:
        """Leave what Mesa gives; a city's scenario is its `constitution`."""

    # A week

    def step(self) -> None:
        """Live one week after the fork."""
        if not self.running:
            return
        for event in self.events:
            if event.week == self.week and event.concerns(*self.known_as):
                self._happen(event)
        self._live()
        self._drift()
        self.running = self.week < self.weeks

    def run(self, weeks: int | None = None) -> CityModel:
        """Live ``weeks`` more weeks, or until the end, and return this city."""
        left = self.weeks - self.week if weeks is None else min(weeks, self.weeks - self.week)
        for _ in range(left):
            self.step()
        return self

    def _live(self) -> None:
        self.city_hall.open_purse()
        for mechanism in self._order:
            mechanism.weekly(mechanism.view, mechanism.params, self._key, self.week)
        measurement = self._measurement
        measurement.weekly(measurement.view, measurement.params, self._key, self.week)
        self.series.add(**self._measured)
        self.columns["spark"][0] = 0.0
        self._note_incident()
        self.week += 1

    def _note_incident(self) -> None:
        kind = self.columns["incident"][0]
        if kind == complexity.BREACH:
            self._note("breach")
        elif kind == complexity.OUTAGE:
            out = self.columns["outage_weeks"] == self.values["outage_length"]
            self._note("outage", districts=int(out.sum()))

    def _note(self, kind: str, **details: object) -> None:
        self.happenings.append(Happening(self.week, kind, details))

    # Events and drift

    def happen(self, event: Event) -> None:
        """Let ``event`` happen at the start of its week, now or later."""
        if event.week < self.week:
            raise InputError(
                f"event {event.kind}: week {event.week} is past (this city is in week {self.week})"
            )
        self.events = tuple(sorted((*self.events, event), key=lambda one: one.week))

    def _happen(self, event: Event) -> None:
        details: dict[str, object] = {"injected": True}
        columns = self.columns
        if event.kind == "breach":
            params = self._params_of("complexity")
            _, _, u_holder, _ = uniforms(self._key, 0, self.week, EVENT_CASCADE)
            memory, leak_chance = columns["breach_memory"], columns["leak_chance"]
            complexity.breach(memory, leak_chance, columns["share_rate"][0], u_holder, params)
            columns["incidents"][0] += 1.0
        elif event.kind == "outage":
            u_size, u_origin, _, _ = uniforms(self._key, 0, self.week, EVENT_CASCADE)
            details["districts"] = complexity.outage(
                columns["outage_weeks"],
                self.city.neighbour_offsets,
                self.city.neighbours,
                u_size,
                u_origin,
                self._params_of("complexity"),
            )
            columns["incidents"][0] += 1.0
        elif event.kind == "spark":
            columns["spark"][0] = 1.0
        elif event.kind == "budget_cut":
            self.city_hall.cut(event)
            details |= {"depth": event.depth, "weeks": event.weeks}
        elif event.kind == "new_technology":
            columns["innovation"][0] += self.values["technology_wave"]
        else:
            self.set_levers({event.lever: event.value})
            details |= {"lever": event.lever, "value": event.value}
        self._note(event.kind, **details)

    def _params_of(self, name: str) -> Any:
        return next(week.params for week, m in zip(self._order, ORDER, strict=True) if m.name == name)

    def _drift(self) -> None:
        """Let institutions change the levers they hold, where the constitution may evolve."""
        if self.values["evolving"] == 0.0:
            return
        concession, order, capture = (
            float(self.columns[f"{name}_drift"][0]) for name in ("concession", "order", "capture")
        )
        self._give_way(politics.drift(self.values, concession, order, capture, self.values))
        outcome = float(self.columns["overthrown"][0])
        if outcome != politics.STAYS:
            kind = "reform" if outcome == politics.REFORM else "restoration"
            self.happenings.append(Happening(self.week - 1, kind, {"overthrow": True}))
            self._give_way(politics.overthrow(self.values, outcome, self.values))
        if self.week % YEAR == 0:
            self._note_drift()

    def _give_way(self, changes: Mapping[str, float]) -> None:
        consent = self.levers["consent"]
        self._refound({name: values.decode(name, number) for name, number in changes.items()})
        if self.levers["consent"] != consent:
            details = {"lever": "consent", "value": self.levers["consent"], "drift": True}
            self.happenings.append(Happening(self.week - 1, "drift", details))

    def _note_drift(self) -> None:
        before, now = self._levers_shown, self.levers
        moved = {
            name: (before[name], now[name])
            for name in now
            if isinstance(now[name], float) and abs(float(now[name]) - float(before[name])) > DRIFT_SHOWN
        }
        if moved:
            self.happenings.append(Happening(self.week - 1, "drift", {"levers": moved}))
        self._levers_shown = now

    # Results

    def dial(self, name: str) -> NDArray[np.float64]:
        """Return one dial, week by week from the start of the history on."""
        column = list(OUTCOMES).index(name)
        series: NDArray[np.float64] = self.series.dials[: self.series.filled, column]
        return series


def _seed(rng: int | None, seed: int | None) -> int:
    given = rng if seed is None else seed
    if given is None:
        return secrets.randbits(32)
    return int(CONTEXT["seed"].check(int(given) if isinstance(given, np.integer) else given))


def _settings_of(assumptions: str | Path | Mapping[str, Value]) -> dict[str, Value]:
    declared = {name: p.default for name, p in (ASSUMPTIONS | CONSTANTS).items()}
    if isinstance(assumptions, str | Path):
        return declared | load_assumptions(assumptions)
    return declared | values.checked(assumptions)


def _status_quo() -> dict[str, Value]:
    return {name: lever.default for name, lever in LEVERS.items()}


__all__ = ["MODEL_VERSION", "CityModel", "Institution"]
