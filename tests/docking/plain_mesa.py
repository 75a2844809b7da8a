"""The same model written a second time, as ordinary Mesa agents: the docking twin.

Written from the specification and from `docs/readings.md` alone, by somebody who had not read
`sim/mechanisms`, `sim/model` or `sim/outcomes/measurement.py`. Shared with them: the keyed draws,
the declared levers and assumptions, the cities and the scenario files. The constants of the weekly equations
are written here a second time, on purpose. `test_twin.py` compares both resident by resident; the benchmarks
use this city as their opponent.

`PlainCity` is the city; beside it `plain_person.py` and `plain_resident.py` hold the residents,
`plain_district.py` the districts, `plain_economy.py` and `plain_politics.py` what concerns the whole city,
`plain_dials.py` what is measured.

Choices made where specification and readings leave two honest ways
-------------------------------------------------------------------
Numbers
    Every float a resident keeps from one mechanism to the next (the state of section 4, and need,
    satisfaction, willingness and what was perceived) is rounded to 32 bits when stored. Privacy lost,
    machine-mediated share and effective ties are worked out anew where they are used, in 64 bits.
5.3
    The misuse of residents and of a commons is misuse + neglect·(1 - z), neither scaled nor clipped.
    Open leaks are not reduced by the purpose limit. Anybody who had adopted may leave, with access or not.
5.3, 5.11, 5.15, 5.16
    *adopted* is the city's share everywhere, in the equations of one resident too.
5.5
    The noise is drawn where nobody is observed too: census plus noise.
5.6
    The ratio R uses the stock M that the rate of the same week was computed with.
5.9
    Where nobody has voted in the rolling year the turnout ratio is 1. Means of estimates are weighted by
    residents.
5.11
    A resident without ties has n'/n = 0. Shares of 5.2 are those seen as the week began.
5.13
    Enforcement is the lever, not what is installed, save in the number of officers. The rounding variant
    applies to the perceived risk, not to the chance of an actual arrest. Weariness of all residents moves,
    of the detained too; those a spark added tire like the others.
5.19
    Pressure gathers only while 5.19 runs. Consent turns to opt-in only where it was mandatory. Whether an
    overthrow is due is judged by the levers from before the week's drift; it changes the drifted ones.
Events
    A breach or an outage let happen at the start of a week is followed by that week's decay (5.7): the
    outage silences ties in 8 weeks and lowers services in 7. Both count as incidents. A cut lasts from its
    week on for the weeks given; of two cuts both multiply the income. An injected outage is a cascade like
    any other, drawn with EVENT_CASCADE and EVENT_ORIGIN. A spark acts in 5.13 of its week.
Dials
    The tenth percentile interpolates linearly. Thirds by hardship: rank·3 div N, of equals the lower number
    is the better off. Expected part of the gap between districts: the sum of the within-district variances
    (n - 1) over N, subtracted from the weighted variance before the root, at least 0. Incidents of a rolling
    year: a memory that loses 1/52 a week. The promise ignores outages.
"""

from __future__ import annotations

import math
from types import SimpleNamespace

import mesa
import numpy as np

from sim.city.city import City, settle
from sim.city.load import load_city
from sim.engine import draws
from sim.parameters import ASSUMPTIONS, LEVERS
from sim.scenario.scenario import Scenario, load_scenario
from tests.docking import plain_economy as economy
from tests.docking.plain_dials import dials
from tests.docking.plain_district import District
from tests.docking.plain_numbers import WEEKS, clip
from tests.docking.plain_person import LOCAL_SLOTS
from tests.docking.plain_politics import govern
from tests.docking.plain_resident import Resident

OWNERS = ("residents", "commons", "municipality", "platform", "state")
AIMS = ("wellbeing", "cost", "order")


class PlainCity(mesa.Model):
    """One city. Weeks run from -history to weeks - 1; the scenario's levers hold from week 0.

    ``city`` is a `City` or a name; ``changes`` are levers (of the scenario) and assumptions by name.
    """

    def __init__(
        self,
        scenario: str | Scenario = "status-quo",
        residents: int = 200,
        city: str | City = "synthetic",
        history: int = 104,
        seed: int = 1,
        events: tuple[object, ...] = (),
        **changes: object,
    ) -> None:
        super().__init__(rng=seed)
        self.key = np.uint64(seed)
        self.constitution = load_scenario(scenario) if isinstance(scenario, str) else scenario
        self.events = (*self.constitution.events, *events)
        unknown = set(changes) - set(LEVERS) - set(ASSUMPTIONS)
        if unknown:
            raise ValueError(f"neither levers nor assumptions: {sorted(unknown)}")
        self.chosen = {name: changes.get(name, value) for name, value in self.constitution.levers.items()}
        self.assume = SimpleNamespace(
            **{name: changes.get(name, parameter.default) for name, parameter in ASSUMPTIONS.items()}
        )
        self.week = -history
        self.set_levers({name: lever.default for name, lever in LEVERS.items()})
        self._set_initial_values()
        self._settle(load_city(city) if isinstance(city, str) else city, residents)

    def _set_initial_values(self) -> None:
        self.innovations = 1.0
        self.data_stock = 0.0
        self.lock_in = 0.2
        self.breach_memory = 0.0
        self.success = 0.0
        self.crossing = 0.5
        self.reference = 0.37
        self.installed_enforcement = self.lever.enforcement
        self.installed_cameras = self.lever.surveillance
        self.share_adopted = self.share_rate = self.share_active = 0.0
        self.pressure = 0.0
        self.last_overthrow = -WEEKS
        self.cuts: list[tuple[int, float]] = []
        self.incidents = 0.0
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
        for district in self.districts:
            if district.people:
                district.settle()
        for person in self.people:
            person.make_first_ties()
        self.share_rate = self.share_of("shares")

    def draw(self, purpose: int, row: int, week: int) -> float:
        """Return one keyed uniform."""
        return draws.uniform(self.key, row, week, purpose)

    def city_draw(self, purpose: int) -> float:
        """Return this week's draw of ``purpose`` for the city."""
        return self.draw(purpose, 0, self.week)

    def mean(self, attribute: str) -> float:
        """Return the mean over residents."""
        return sum(getattr(person, attribute) for person in self.people) / len(self.people)

    share_of = mean  # of a yes or no

    def district_mean(self, attribute: str) -> float:
        """Return the mean over districts, weighted by residents."""
        return sum(getattr(d, attribute) * len(d.people) for d in self.inhabited) / len(self.people)

    def set_levers(self, levers: dict[str, object]) -> None:
        """Put ``levers`` into force and derive what follows from them alone."""
        self.lever = lever = SimpleNamespace(**levers)
        total = sum(levers[f"own_{owner}"] for owner in OWNERS)
        self.own = SimpleNamespace(**{owner: levers[f"own_{owner}"] / total for owner in OWNERS})
        total = sum(levers[f"aim_{aim}"] for aim in AIMS)
        self.aim = SimpleNamespace(**{aim: levers[f"aim_{aim}"] / total for aim in AIMS})
        self.mandatory = lever.consent == "mandatory"
        self.default_is_sharing = lever.consent in ("opt_out", "mandatory")
        self.epsilon = math.inf if lever.epsilon == "none" else float(lever.epsilon)
        self.visible = 1.0 - 0.7 * lever.censorship
        self.stewardship = clip(0.2 + 0.5 * lever.oversight + 0.6 * lever.participation)

    def step(self) -> None:
        """Live one week."""
        if self.week == 0:
            self.set_levers(self.chosen)
        self._let_events_happen()
        residents = self.agents_by_type[Resident]
        for district in self.inhabited:
            district.shake()
        residents.do("feel_need")
        residents.do("look_around")
        self._expose()
        residents.do("adopt_or_leave")
        self.share_adopted = self.share_of("adopted")
        residents.do("decide_to_share")
        self.share_rate = self.share_of("shares")
        economy.use_data(self)
        economy.innovate(self)
        economy.run_systems(self)
        economy.balance_the_budget(self)
        self._allocate(residents)
        residents.do("be_served")
        self._keep_the_streets(residents)
        residents.do("speak_or_not")
        self._mobilise(residents)
        self.leak = (
            self.assume.spill * self.share_rate * (self.own.residents + self.own.platform + self.own.state)
        )
        residents.do("trust_the_city")
        residents.do("gain_or_lose_agency")
        residents.do("live")
        residents.do("change_opinion")
        residents.do("change_ties")
        self._count_ties()
        self.week_levers = self.lever
        self.week_own = self.own
        if self.lever.evolving and self.week >= 0:
            govern(self)
        self.week += 1

    def _let_events_happen(self) -> None:
        self.spark = False
        for event in self.events:
            if event.week != self.week or not event.concerns(self.constitution.name):
                continue
            match event.kind:
                case "breach":
                    economy.breach(self)
                case "outage":
                    economy.outage(self, draws.EVENT_CASCADE, draws.EVENT_ORIGIN)
                case "spark":
                    self.spark = True
                case "budget_cut":
                    self.cuts.append((self.week + event.weeks, event.depth))
                case "new_technology":
                    self.innovations += 10.0
                case "reform":
                    self.set_levers({**vars(self.lever), event.lever: event.value})

    # 5.3
    def _expose(self) -> None:
        assume, lever, own = self.assume, self.lever, self.own
        untended = assume.neglect * (1.0 - self.stewardship)
        misuse = (
            own.residents * (assume.misuse_residents + untended)
            + own.commons * (assume.misuse_commons + untended)
            + own.municipality * assume.misuse_municipality
            + own.platform * assume.misuse_platform
            + own.state * assume.misuse_state
        ) * (1.0 - 0.5 * lever.purpose_limit) + assume.open_leak * lever.openness * (1.0 - lever.oversight)
        shield = 1.0 if math.isinf(self.epsilon) else self.epsilon / (1.0 + self.epsilon)
        self.exposure = min(1.0, misuse * (0.4 + 0.6 * shield) + self.breach_memory)

    # 5.9
    def _allocate(self, residents: mesa.agent.AgentSet) -> None:
        assume, lever, aim, total = self.assume, self.lever, self.aim, len(self.people)
        for district in self.inhabited:
            district.warm_up()
        residents.do("take_part")
        for district in self.inhabited:
            district.count_votes()
        mean_need = self.district_mean("estimate")
        mean_heat = self.district_mean("heat")
        weights = [
            (
                aim.wellbeing * d.estimate / mean_need
                + aim.cost
                + aim.order * (0.3 + 0.7 * (d.heat / mean_heat if mean_heat > 0 else 1.0))
            )
            * len(d.people)
            for d in self.inhabited
        ]
        turnout = sum(d.voters for d in self.inhabited) / total
        votes = [d.voted_weight(turnout) for d in self.inhabited]
        population = [len(d.people) / total for d in self.inhabited]
        shares = [
            max(
                0.4 * head,
                (1.0 - lever.participation) * weight / sum(weights) + lever.participation * vote / sum(votes),
            )
            for head, weight, vote in zip(population, weights, votes, strict=True)
        ]
        whole = sum(shares)
        for district, share, head in zip(self.inhabited, shares, population, strict=True):
            district.planned_per_head = self.spent * share / whole / head
            lost = assume.outage_depth * (0.4 + 0.6 * lever.automation) if district.outage > 0 else 0.0
            district.service_per_head = district.planned_per_head * (1.0 - lost)

    # 5.11
    def _keep_the_streets(self, residents: mesa.agent.AgentSet) -> None:
        lever, total = self.lever, len(self.people)
        self.installed_enforcement += 0.02 * (lever.enforcement - self.installed_enforcement)
        self.installed_cameras += 0.02 * (lever.surveillance - self.installed_cameras)
        officers = 0.004 * total * (0.25 + 1.5 * self.installed_enforcement)
        recorded = sum(d.recorded for d in self.inhabited)
        by_records = lever.surveillance * (1.0 - lever.purpose_limit) if recorded > 0 else 0.0
        for district in self.inhabited:
            share = (1.0 - by_records) * len(district.people) / total
            if by_records > 0:
                share += by_records * district.recorded / recorded
            district.officers = officers * share
            district.relative_officers = district.officers / len(district.people) / 0.004
        residents.do("notice_watching")
        for district in self.inhabited:
            district.suffer_crime()
        self.disorder = self.district_mean("disorder")
        if self.week < 0:
            self.reference += 0.05 * (self.disorder - self.reference)
        for district in self.inhabited:
            district.unsafe = (0.5 * district.disorder + 0.5 * self.disorder) / self.reference

    # 5.13
    def _mobilise(self, residents: mesa.agent.AgentSet) -> None:
        self.mean_mood = self.mean("mood")
        residents.do("act_or_not")
        self.mean_coupling = self.mean("mood_coupling")
        for district in self.inhabited:
            district.prepare_arrests()
        residents.do("meet_the_police")
        self.share_active = self.share_of("active")
        heard = min(1.0, 20.0 * self.share_active) * self.lever.responsiveness
        self.success = 0.96 * self.success + 0.04 * heard
        for district in self.inhabited:
            district.record_incidents()

    # 5.18
    def _count_ties(self) -> None:
        self.all_ties = self.digital_ties = crossing = 0
        for person in self.people:
            for slot, other in enumerate(person.ties):
                if other is not None:
                    self.all_ties += 1
                    self.digital_ties += slot >= LOCAL_SLOTS
                    crossing += other.district is not person.district
        self.crossing = crossing / self.all_ties if self.all_ties else 0.0

    def dials(self) -> dict[str, float]:
        """Return the dials at the end of the week just lived; nan where one is undefined."""
        return dials(self)
