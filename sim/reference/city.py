"""The city of the reference model: its start, its week mechanism by mechanism, its events.

`person`, `acquaintance`, `user` and `resident` hold the residents, `district` the districts; `data`,
`systems`, `budget`, `streets` and `politics` what concerns the whole city; `outcomes` what is measured.
"""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import mesa
import numpy as np

from sim.city.city import City, settle
from sim.city.load import load_city
from sim.engine import draws
from sim.parameters import ASSUMPTIONS, CONSTANTS, LEVERS
from sim.reference.acquaintance import LOCAL_SLOTS
from sim.reference.budget import allocate, balance_the_budget, serve
from sim.reference.data import OWNERS, clarity_of, expose, hide_of, shield_of, use_data
from sim.reference.district import District
from sim.reference.numbers import WEEKS, clip
from sim.reference.outcomes import outcomes
from sim.reference.politics import govern
from sim.reference.resident import Resident
from sim.reference.streets import keep_the_streets, mobilise
from sim.reference.systems import cut_off, innovate, leak_data, run_systems
from sim.scenario.scenario import Scenario, load_scenario

AIMS = ("wellbeing", "cost", "order")
START = {name: constant for name, constant in CONSTANTS.items() if name.startswith("start_")}


class PlainCity(mesa.Model):
    """One city. Weeks run from -burn_in on; the scenario's levers hold from week 0.

    ``city`` is a `City` or a name; ``changes`` are levers (of the scenario), assumptions and start values
    by name. Raises ValueError for any other name.
    """

    def __init__(
        self,
        scenario: str | Scenario = "status-quo",
        residents: int = 200,
        city: str | City = "synthetic",
        burn_in: int = 104,
        seed: int = 1,
        events: tuple[Any, ...] = (),
        **changes: Any,
    ) -> None:
        super().__init__(rng=seed)
        self.key = np.uint64(seed)
        self.constitution = load_scenario(scenario) if isinstance(scenario, str) else scenario
        self.events = (*self.constitution.events, *events)
        self._take_values(changes)
        self.week = -burn_in
        self.set_levers({name: lever.default for name, lever in LEVERS.items()})
        self._set_initial_values()
        self._settle(load_city(city) if isinstance(city, str) else city, residents)

    def _take_values(self, changes: dict[str, Any]) -> None:
        unknown = set(changes) - set(LEVERS) - set(ASSUMPTIONS) - set(START)
        if unknown:
            raise ValueError(f"neither levers, assumptions nor start values: {sorted(unknown)}")
        self.chosen = {name: changes.get(name, value) for name, value in self.constitution.levers.items()}
        assumed = {name: changes.get(name, known.default) for name, known in ASSUMPTIONS.items()}
        self.assume = SimpleNamespace(**assumed)
        started = {name: changes.get(name, known.default) for name, known in START.items()}
        self.start = SimpleNamespace(
            **{name.removeprefix("start_"): value for name, value in started.items()}
        )

    # Section 4
    def _set_initial_values(self) -> None:
        self.innovations = self.start.innovation
        self.data_stock = self.start.data_stock
        self.lock_in = self.start.lock_in
        self.crossing = self.start.crossing
        self.reference = self.start.reference
        self.installed_enforcement = self.lever.enforcement
        self.installed_cameras = self.lever.surveillance
        self.installed_digital = self.lever.digital_only
        self.breach_memory = self.leak_chance = self.incidents = 0.0
        self.success = self.pressure = self.returned = 0.0
        self.share_adopted = self.share_rate = self.share_active = 0.0
        self.last_overthrow = -WEEKS
        self.cuts: list[tuple[int, float]] = []
        self.spark = False
        self.log: list[tuple[int, str]] = []

    def _settle(self, city: City, residents: int) -> None:
        settled = settle(city, residents, int(self.key))
        self.districts = [District(self, d, float(h)) for d, h in enumerate(settled.hardship)]
        for district in self.districts:
            district.next_door = [self.districts[d] for d in city.neighbours_of(district.number)]
        self.people: list[Resident] = []
        for number, d in enumerate(settled.district):
            person = Resident(self, number, self.districts[d])
            self.people.append(person)
            person.district.people.append(person)
        self.inhabited = [district for district in self.districts if district.people]
        for district in self.inhabited:
            district.settle()
        for person in self.people:
            person.make_first_ties()
        self.share_rate = self.mean("shares")

    def draw(self, purpose: draws.Whole, row: int, week: int) -> float:
        """Return one keyed uniform."""
        return float(draws.uniform(self.key, row, week, purpose))

    def city_draw(self, purpose: draws.Whole) -> float:
        """Return this week's draw of ``purpose`` for the city."""
        return self.draw(purpose, 0, self.week)

    def mean(self, attribute: str) -> float:
        """Return the mean over residents, or the share of those of whom ``attribute`` is true."""
        return float(sum(getattr(person, attribute) for person in self.people) / len(self.people))

    def district_mean(self, attribute: str) -> float:
        """Return the mean over districts, weighted by residents."""
        weighted = sum(getattr(district, attribute) * len(district.people) for district in self.inhabited)
        return float(weighted / len(self.people))

    # Section 3
    def set_levers(self, levers: dict[str, Any]) -> None:
        """Put ``levers`` into force and derive what follows from them alone."""
        self.lever = lever = SimpleNamespace(**levers)
        total = sum(levers[f"own_{owner}"] for owner in OWNERS)
        self.own = SimpleNamespace(**{owner: levers[f"own_{owner}"] / total for owner in OWNERS})
        total = sum(levers[f"aim_{aim}"] for aim in AIMS)
        self.aim = SimpleNamespace(**{aim: levers[f"aim_{aim}"] / total for aim in AIMS})
        self.mandatory = lever.consent == "mandatory"
        self.default_is_sharing = lever.consent in ("opt_out", "mandatory")
        self.epsilon = math.inf if lever.epsilon == "none" else float(lever.epsilon)
        self.hide = hide_of(self.epsilon, lever.curator)
        self.shield = shield_of(self.epsilon)
        self.clarity = clarity_of(self.epsilon, lever.curator)
        self.kept_on_record = 1.0 - 0.5 * lever.purpose_limit
        self.stewardship = clip(0.2 + 0.5 * lever.oversight + 0.6 * lever.participation)
        self.length_of_harm = 26 + int(26.0 * (1.0 - lever.oversight) + 0.5)
        self.visible = 1.0 - 0.7 * lever.censorship

    # Section 5
    def step(self) -> None:
        """Live one week: every mechanism in its order."""
        if self.week == 0:
            self.set_levers(self.chosen)
        self._let_events_happen()
        self._feel_needs_and_look_around()  # 5.1, 5.2
        self._adopt_and_share()  # 5.3, 5.4
        use_data(self)  # 5.5
        innovate(self)  # 5.6
        run_systems(self)  # 5.7
        balance_the_budget(self)  # 5.8
        allocate(self)  # 5.9
        serve(self)  # 5.10
        self._harm()  # 5.10b
        keep_the_streets(self)  # 5.11
        self._each("speak_or_not")  # 5.12
        mobilise(self)  # 5.13
        self._trust()  # 5.14
        self._each("gain_or_lose_agency")  # 5.15
        self._each("live")  # 5.16
        self._each("change_opinion")  # 5.17
        self._each("change_ties")  # 5.18
        self._count_ties()
        self.week_own = self.own
        if self.lever.evolving and self.week >= 0:
            govern(self)  # 5.19
        self.week += 1

    def _each(self, rule: str) -> None:
        self.agents_by_type[Resident].do(rule)

    def _let_events_happen(self) -> None:
        self.spark = False
        self.leak_chance = 0.0
        for event in self.events:
            if event.week == self.week and event.concerns(self.constitution.name):
                self._let_happen(event)

    def _let_happen(self, event: Any) -> None:
        match event.kind:
            case "breach":
                leak_data(self, draws.EVENT_HOLDER)
            case "outage":
                cut_off(self, draws.EVENT_CASCADE, draws.EVENT_ORIGIN)
            case "spark":
                self.spark = True
            case "budget_cut":
                self.cuts.append((self.week + event.weeks, event.depth))
            case "new_technology":
                self.innovations += 10.0
            case "reform":
                self.set_levers({**vars(self.lever), event.lever: event.value})

    def _feel_needs_and_look_around(self) -> None:
        for district in self.inhabited:
            district.shake()
        self._each("feel_need")
        self._each("look_around")

    def _adopt_and_share(self) -> None:
        self.installed_digital += 0.02 * (self.lever.digital_only - self.installed_digital)
        expose(self)
        self._each("adopt_or_leave")
        self.share_adopted = self.mean("adopted")
        self._each("decide_to_share")
        self.share_rate = self.mean("shares")

    def _harm(self) -> None:
        self._each("be_harmed_or_recover")
        for district in self.inhabited:
            district.share_harmed = district.mean("harmed")

    def _trust(self) -> None:
        inferred_by = self.own.residents + self.own.platform + self.own.state
        self.leak = self.assume.spill * self.share_rate * inferred_by
        self._each("trust_the_city")

    def _count_ties(self) -> None:
        self.all_ties = self.digital_ties = crossing = 0
        for person in self.people:
            for slot, other in enumerate(person.ties):
                if other is not None:
                    self.all_ties += 1
                    self.digital_ties += slot >= LOCAL_SLOTS
                    crossing += other.district is not person.district
        self.crossing = crossing / self.all_ties if self.all_ties else 0.0

    # Section 6
    def outcomes(self) -> dict[str, float]:
        """Return the outcomes at the end of the week just lived; nan where one is undefined."""
        return outcomes(self)
