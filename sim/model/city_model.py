"""One city as a Mesa model: a common past, then weeks under its constitution."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from sim.city.city import City, Settlement, settle
from sim.city.load import load_city
from sim.engine.array import Array
from sim.engine.mechanism import Details, Mechanism, Occasion, key_of
from sim.files import checks
from sim.files.errors import InputError, unknown
from sim.model import population
from sim.model.binding import Binding
from sim.model.composition import REFORM, compose
from sim.model.drift import Drift
from sim.model.face import MesaModel
from sim.model.institutions import INSTITUTIONS, CityHall, Institution
from sim.model.resident import Resident, residents_frame
from sim.model.schedule import ORDER
from sim.model.time_series import EventRecord, Series
from sim.model.uneventful import run_until
from sim.parameters import CONTEXT, Value, is_lever
from sim.scenario import encoding as values
from sim.scenario.event import Event
from sim.scenario.off import check_burn_in, check_off
from sim.scenario.scenario import Scenario, load_assumptions, load_scenario

if TYPE_CHECKING:
    import pandas as pd

MODEL_VERSION = "3"
"""Changes whenever the same settings give other results."""


class CityModel(MesaModel):
    """A city under one constitution.

    ``scenario`` is a name, a path or a `Scenario`; ``city`` a name, a path or a `City`; ``assumptions`` the
    name or path of a set. Any lever, assumption or constant can be given by name in ``kwargs``. ``rng`` (or
    ``seed``) is a whole number; without one it is drawn and kept in ``run_seed``. ``branch_point`` is a city at week
    0 whose burn-in is taken over instead of run again. ``mechanisms`` are what a week runs, in order, those
    of the class (`schedule`) by default; some may come from outside the package. Those named in ``off`` run no
    more from week 0 on, and leave what their declaration says. The burn-in is lived on construction; each
    `step` is a week after it; ``running`` turns False after ``weeks``.

    Raises InputError for anything not allowed.
    """

    schedule: ClassVar[tuple[Mechanism, ...]] = ORDER
    settlement: Settlement
    columns: dict[str, Array]
    series: Series

    # Long: an argument a line, and what they are
    def __init__(
        self,
        scenario: str | Path | Scenario = "status-quo",
        residents: int = 10_000,
        city: str | Path | City = "london",
        burn_in: int = 104,
        weeks: int = 520,
        rng: int | None = None,
        seed: int | None = None,
        assumptions: str | Path | Mapping[str, Value] = "central",
        events: Iterable[Event] = (),
        branch_point: CityModel | None = None,
        mechanisms: Iterable[Mechanism] | None = None,
        off: str | Iterable[str] = (),
        **kwargs: Any,  # so named because the page of Mesa 3.3 takes any other name for a missing parameter
    ) -> None:
        """Build the city, live its burn-in, then give it its constitution."""
        self.run_seed = _seed(rng, seed)
        self.running = True
        self.constitution = scenario if isinstance(scenario, Scenario) else load_scenario(scenario)
        self.city = city if isinstance(city, City) else load_city(city)
        self.residents = int(CONTEXT["residents"].check(residents))
        self.burn_in = int(CONTEXT["burn_in"].check(burn_in))
        self.weeks = int(CONTEXT["weeks"].check(weeks))
        self.composition = compose(self.schedule if mechanisms is None else mechanisms)
        chosen = self.composition.keep(values.checked(kwargs))
        self.assumptions = self._settings_of(assumptions)
        self.assumptions |= {name: value for name, value in chosen.items() if not is_lever(name)}
        levers = {**self.constitution.levers, **{name: chosen[name] for name in chosen if is_lever(name)}}
        complete = self.composition.complete_levers(levers)
        changed = {
            name: complete[name] for name in complete if complete[name] != self.constitution.levers.get(name)
        }
        self.constitution = self.constitution.change(changed) if changed else self.constitution
        self.events = tuple(sorted((*self.constitution.events, *events), key=lambda event: event.week))
        self.off = self.composition.in_order((*self.constitution.off, *check_off(off)))
        check_burn_in(self.off, self.burn_in)
        self.composition.check_events(self.events)
        self.known_as: tuple[str, ...] = (self.constitution.name,)  # to whom events are addressed
        self.event_records: list[EventRecord] = []
        self._key = key_of(self.run_seed)
        self._assumed = values.encode(self.assumptions)
        self._begin(branch_point)
        self._drift = Drift(self)
        self._greet_mesa()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Declare what the mechanisms of a class of one's own bring along, so that their names are known."""
        super().__init_subclass__(**kwargs)
        compose(cls.schedule)

    def _settings_of(self, assumptions: str | Path | Mapping[str, Value]) -> dict[str, Value]:
        given = (
            load_assumptions(assumptions)
            if isinstance(assumptions, str | Path)
            else values.checked(assumptions)  # a file's are checked already
        )
        return self.composition.declared() | self.composition.keep(given)

    def _begin(self, branch_point: CityModel | None) -> None:
        if branch_point is None:
            self.week = -self.burn_in
            self._settle()
            self._found(self.composition.complete_levers({}))
            run_until(self, 0, self._run_week, self._run_on)
            self.hold(self.constitution.levers)
        else:
            self._check_branch_point(branch_point)
            self.week = 0
            self.settlement = branch_point.settlement
            self.columns = population.copy(branch_point.columns)
            self.series = branch_point.series.continued(self.weeks)
            self.event_records = list(branch_point.event_records)
            self._found(self.constitution.levers)
        for name in self.off:
            for column, value in self.composition.off[name].values.items():
                self.columns[column][:] = value
        self._binding.stop(self.off)

    def _settle(self) -> None:
        self.settlement = settle(self.city, self.residents, self.run_seed)
        self.columns = population.allocate(
            self.settlement, self.city.neighbour_offsets, self.city.neighbours, self.composition.columns
        )
        population.populate(self.columns, self.settlement.hardship, self._assumed, self.run_seed)
        self.series = Series(
            -self.burn_in, self.burn_in + self.weeks, self.city.districts, self.composition.outcomes
        )

    def _check_branch_point(self, branch_point: CityModel) -> None:
        def told(city: CityModel) -> tuple[object, ...]:
            mechanisms = city.composition.mechanisms
            return (
                city.run_seed,
                city.residents,
                city.burn_in,
                city.assumptions,
                city.city.fingerprint,
                mechanisms,
            )

        if told(self) != told(branch_point) or branch_point.week != 0 or branch_point.off:
            raise InputError("the past given is another city's, or has gone beyond the branch point")

    def _found(self, levers: Mapping[str, Value]) -> None:
        """Give the city its institutions, and bind every mechanism to its columns and parameters."""
        self.institutions = [institution(self, levers) for institution in INSTITUTIONS]
        self.values = values.encode_over(self._assumed, self.levers)
        self._binding = Binding(self.composition, self.columns, self.values, self._key)

    def hold(self, levers: Mapping[str, Value]) -> None:
        """Let institutions hold ``levers``, checked before, and mechanisms use them from now on."""
        for institution in self.institutions:
            institution.change(levers)
        self.values = values.encode_over(self._assumed, self.levers)
        self._binding.use(self.values)

    # Levers

    @property
    def levers(self) -> dict[str, Value]:
        """Every lever's present value, as held by the institutions."""
        held: dict[str, Value] = {}
        for institution in self.institutions:
            held |= institution.levers
        return {name: held[name] for name in self.composition.levers}

    @property
    def city_hall(self) -> CityHall:
        """The institution that keeps the purse."""
        return next(one for one in self.institutions if isinstance(one, CityHall))

    def set_levers(self, levers: Mapping[str, Value]) -> None:
        """Change levers from this week on; raise InputError for one that is not allowed."""
        kept = self.composition.keep(values.checked(levers))
        self.hold(self.constitution.change({**self.levers, **kept}).levers)

    # A week

    def step(self) -> None:
        """Run one week after the branch point."""
        if not self.running:
            return
        for event in self.events:
            if event.week == self.week and event.concerns(*self.known_as):
                self._happen(event)
        self._run_week()
        self._drift.follow()

    def run(self, weeks: int | None = None) -> CityModel:
        """Run ``weeks`` more weeks, or until the end, and return this city."""
        end = self.weeks if weeks is None else min(self.week + weeks, self.weeks)
        run_until(self, end, self.step, self._run_on)
        return self

    @property
    def runs_at_once(self) -> bool:
        """Whether `run` takes many weeks by one call: not where a step, a mechanism or Mesa looks at each."""
        own = type(self)
        plain = own.step is CityModel.step and own._run_week is CityModel._run_week and not self._has_face
        return plain and self._binding.can_chain()

    def _run_on(self, end: int) -> None:
        """Run the weeks before ``end``, or up to one in which something happened by itself."""
        self.city_hall.open_budget()
        self.week = self._binding.run_on(self.week, end - 1, self.series)
        self._end_week()

    def _run_week(self) -> None:
        self.city_hall.open_budget()
        self._binding.run(self.week)
        self.series.add(self._binding.row, self._binding.maps)
        self._end_week()

    def _end_week(self) -> None:
        for kind, details in self._binding.reports():
            self._note(kind, **details)
        self.week += 1
        self.running = self.week < self.weeks

    def _note(self, kind: str, **details: object) -> None:
        self.event_records.append(EventRecord(self.week, kind, details))

    # Events

    def happen(self, event: Event) -> None:
        """Let ``event`` happen at the start of its week, now or later."""
        self.composition.check_events([event])
        if event.week < self.week:
            raise InputError(
                f"event {event.kind}: week {event.week} is past (this city is in week {self.week})"
            )
        self.events = tuple(sorted((*self.events, event), key=lambda one: one.week))

    def _happen(self, event: Event) -> None:
        if event.kind == REFORM:
            self.set_levers({event.lever: event.value})
            details: Details = {"lever": event.lever, "value": event.value}
        else:
            details = self._binding.let(Occasion(event, self._key, self.week, self.city_hall))
        self._note(event.kind, injected=True, **details)

    # Residents

    def resident(self, number: int) -> Resident:
        """Return a view of one resident; raise InputError for a number that is none."""
        checked = checks.whole_number(number, "resident", 0, self.residents - 1)
        return Resident(checked, self.columns, self.composition.columns)

    def residents_frame(self, *names: str) -> pd.DataFrame:
        """Return a row for each resident with the columns ``names``, all by default, as they are now."""
        return residents_frame(self.columns, self.composition.columns, names)

    # Results

    def outcome(self, name: str) -> NDArray[np.float64]:
        """Return one outcome, week by week from the start of the burn-in on; InputError for an unknown one."""
        if name not in self.series.outcomes:
            raise unknown("outcome", name, self.series.outcomes)
        column = self.series.outcomes.index(name)
        series: NDArray[np.float64] = self.series.values[: self.series.filled, column]
        return series


def _seed(rng: int | None, seed: int | None) -> int:
    given = rng if seed is None else seed
    if given is None:
        return secrets.randbits(32)
    return int(CONTEXT["seed"].check(int(given) if isinstance(given, np.integer) else given))


__all__ = ["MODEL_VERSION", "CityModel", "Institution"]
