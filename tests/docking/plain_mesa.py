"""The same model written a second time, as ordinary Mesa agents: the docking twin.

Written from the specification and from `docs/readings.md` alone, by somebody who had not read
`sim/mechanisms`, `sim/model.py`, `sim/metrics.py` or `sim/population.py`. Shared with them: the keyed draws,
the declared levers and assumptions, the cities and the scenario files. The constants of the weekly equations
are written here a second time, on purpose. `test_twin.py` compares both resident by resident; the benchmarks
use this file as their opponent.

Choices made where specification and readings leave two honest ways
-------------------------------------------------------------------
Numbers
    Every float a resident keeps from one mechanism to the next (the state of section 4, and need, satisfaction,
    willingness and what was perceived) is rounded to 32 bits when stored. Privacy lost, machine-mediated
    share and effective ties are worked out anew where they are used, in 64 bits.
5.3
    The misuse of residents and of a commons is misuse + neglect·(1 − z), neither scaled nor clipped.
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
    Pressure gathers only while 5.19 runs. Consent turns to opt-in only where it was mandatory.
Events
    A breach or an outage let happen at the start of a week is followed by that week's decay (5.7): the
    outage counts 8 weeks then and 7 after it. They count as incidents. A cut lasts from its week on for the
    weeks given; of two cuts both multiply the income. An injected outage is a cascade like any other,
    drawn with EVENT_CASCADE and EVENT_ORIGIN. A spark acts in 5.13 of its week.
Dials
    Those below the tenth percentile: linear interpolation. Thirds by hardship hold floor(N/3) residents, of
    equals the lower number is the better off. Expected part of the gap between districts: the sum of the
    within-district variances (n − 1) over N, subtracted from the weighted variance before the root, at
    least 0. Incidents of a rolling year: a memory that loses 1/52 a week. The promise ignores outages.
"""

from __future__ import annotations

import math
from collections import deque
from math import exp, log
from types import SimpleNamespace

import mesa
import numpy as np

from sim import draws
from sim.cities import load_city
from sim.city import City, settle
from sim.parameters import ASSUMPTIONS, LEVERS
from sim.scenario import Scenario, load_scenario

OWNERS = ("residents", "commons", "municipality", "platform", "state")
AIMS = ("wellbeing", "cost", "order")
LOCAL_SLOTS, SLOTS = 6, 12
WEEKS = 52  # in a year
BIRTHS_OF_CASCADE = 16
OUTAGE_WEEKS = 8
DRIFTS_UP = ("participation", "openness", "oversight", "responsiveness", "purpose_limit")
DRIFTS_DOWN = ("surveillance", "enforcement", "censorship")


def store(value: float) -> float:
    """Return ``value`` as a resident keeps it: rounded to 32 bits."""
    return float(np.float32(value))


def clip(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """Return ``value`` held between ``low`` and ``high``."""
    return min(max(value, low), high)


def logistic(value: float) -> float:
    """Return 1/(1 + e^-value)."""
    return 1.0 / (1.0 + exp(-value))


def within_a_week(yearly_hazard: float) -> float:
    """Return the probability that something of this yearly hazard happens in one week."""
    return 1.0 - exp(-yearly_hazard / WEEKS)


class Resident(mesa.Agent):
    """One resident: traits drawn once, what changes, and twelve slots for those they pay attention to."""

    def __init__(self, model: PlainCity, number: int, district: District) -> None:
        super().__init__(model)
        self.number = number
        self.district = district
        assume, draw = model.assume, self.draw_once
        self.hardship = store(
            clip(
                district.hardship + 0.18 * draws.normal(draw(draws.HARDSHIP_A), draw(draws.HARDSHIP_B)),
                0.02,
                0.98,
            )
        )
        self.concern = store(clip(0.5 + 0.22 * draws.normal(draw(draws.CONCERN_A), draw(draws.CONCERN_B))))
        self.risk_aversion = store(draw(draws.RISK))
        if draw(draws.PATCHY) < assume.patchiness:
            self.access_draw = store(model.draw(draws.DISTRICT_ACCESS, district.number, 0))
        else:
            self.access_draw = store(draw(draws.ACCESS))
        self.need_draw = store(draw(draws.NEED))
        self.inertia_draw = store(draw(draws.INERTIA))

        self.adopted = draw(draws.ADOPTED) < 0.10
        self.shares = self.adopted and draw(draws.SHARES) < 0.30
        self.trust = store(clip(0.45 + 0.1 * (draw(draws.TRUST) - 0.5) + 0.15 * (0.5 - self.hardship)))
        self.expectation = store(0.55)
        self.wellbeing = store(clip(0.7 - 0.25 * (self.hardship - 0.5)))
        self.watched = store(0.2)
        self.agency = store(0.3)
        self.speaks = draw(draws.SPEAKS) < 0.60
        self.mood = 0.0
        self.turnout = store(0.04)
        deviate = draws.normal(draw(draws.OPINION_A), draw(draws.OPINION_B))
        self.opinion = store(clip(assume.value_prior + 0.45 * deviate, -1.0, 1.0))
        self.first_opinion = self.opinion
        self.anchor = self.opinion
        self.active = False
        self.detention = 0
        self.weariness = 0.0
        self.satisfaction = 0.0
        self.need = self.census_need
        self.has_access = False
        self.willing = 0.0
        self.acting = False
        self.took_part = False
        self.ties: list[Resident | None] = [None] * SLOTS

    @property
    def census_need(self) -> float:
        """Need as a census would find it, without the shock of the district."""
        return clip(0.25 + 0.5 * self.hardship + 0.2 * (self.need_draw - 0.5), 0.05, 1.25)

    def draw(self, purpose: int) -> float:
        """Return this week's draw of ``purpose`` for this resident."""
        return self.model.draw(purpose, self.number, self.model.week)

    def draw_once(self, purpose: int) -> float:
        """Return the one draw of ``purpose`` for this resident."""
        return self.model.draw(purpose, self.number, 0)

    def make_first_ties(self) -> None:
        """Fill about 60 % of the slots."""
        border = 0.35 * self.model.lever.continuity
        for slot in range(SLOTS):
            if self.draw_once(draws.TIE_FILLED + slot) >= 0.6:
                continue
            target = self.draw_once(draws.TIE_TARGET + slot)
            if slot >= LOCAL_SLOTS:
                crowd = self.model.people
            elif self.draw_once(draws.TIE_BORDER + slot) < border:
                crowd = self.district.people_next_door
            else:
                crowd = self.district.people
            self.ties[slot] = self.somebody(crowd, target)

    def somebody(self, crowd: list[Resident], u: float) -> Resident | None:
        """Return the one of ``crowd`` that ``u`` picks, or None if that is nobody or oneself."""
        if not crowd:
            return None
        found = crowd[int(u * len(crowd))]
        return None if found is self else found

    # 5.1
    def feel_need(self) -> None:
        """Need: hardship, a personal part and the district's shock."""
        need = 0.25 + 0.5 * self.hardship + 0.2 * (self.need_draw - 0.5) + self.district.shock
        self.need = store(clip(need, 0.05, 1.25))

    # 5.2
    def look_around(self) -> None:
        """The one pass over ties, whose results serve the whole week."""
        bound = self.model.assume.bound
        cut_off = self.district.outage > 0
        ties = digital = adopted = active = detained = like_minded = 0
        reached = speaking = agreeing = close = 0
        mood = gaps = 0.0
        for slot, other in enumerate(self.ties):
            if other is None:
                continue
            ties += 1
            adopted += other.adopted
            active += other.active
            detained += other.detention > 0
            same_side = self.opinion * other.opinion > 0
            like_minded += same_side
            if slot >= LOCAL_SLOTS:
                digital += 1
                if cut_off:
                    continue
            reached += 1
            mood += other.mood
            if other.speaks:
                speaking += 1
                agreeing += same_side
                gap = other.opinion - self.opinion
                if abs(gap) < bound:
                    close += 1
                    gaps += gap
        self.ties_count, self.ties_digital, self.ties_alike = ties, digital, like_minded
        self.share_adopted = store(adopted / ties) if ties else 0.0
        self.share_active = store(active / ties) if ties else 0.0
        self.share_detained = store(detained / ties) if ties else 0.0
        self.ties_mood = store(mood / reached) if reached else 0.0
        self.opinion_gap = store(gaps / close) if close else 0.0
        self.agreement = store(agreeing / speaking) if speaking else 0.5

    @property
    def machine_mediated(self) -> float:
        """The share of this resident's contacts that pass through machines."""
        digital = self.ties_digital / self.ties_count if self.ties_count else 0.0
        return 1.0 - (1.0 - digital) * (1.0 - 0.5 * self.model.lever.automation * self.model.share_adopted)

    @property
    def belonging(self) -> float:
        """How far ties satisfy: 1 - exp(-effective ties/4)."""
        local = self.ties_count - self.ties_digital
        return 1.0 - exp(-(local + self.model.assume.digital_worth * self.ties_digital) / 4.0)

    # 5.3
    def adopt_or_leave(self) -> None:
        """Imitation and innovation bring adopters; worry about misuse makes some leave."""
        model, assume = self.model, self.model.assume
        self.has_access = self.access_draw < model.lever.connectivity * (
            1.0 - 0.8 * assume.divide * self.hardship
        )
        self.new_adopter = False
        if self.adopted:
            hazard = assume.abandon * self.concern * model.exposure
            if not model.mandatory and self.draw(draws.ADOPT) < within_a_week(hazard):
                self.adopted = self.shares = False
        elif self.has_access:
            hazard = assume.innovation_p + assume.imitation_q * self.share_adopted
            if model.mandatory:
                hazard += assume.mandate_push
            self.adopted = self.new_adopter = self.draw(draws.ADOPT) < within_a_week(hazard)

    # 5.4
    def decide_to_share(self) -> None:
        """Default for the new and the inert, a choice for others who reconsider, a duty where mandatory."""
        model, assume = self.model, self.model.assume
        self.willing = store(
            logistic(
                log(assume.willingness / (1.0 - assume.willingness))
                + assume.benefit_pull * (self.expectation - 0.55)
                + assume.trust_pull * (2.0 * self.trust - 1.0)
                - assume.concern_push * (self.concern * model.exposure - 0.1)
            )
        )
        if not self.adopted:
            return
        if model.mandatory:
            self.shares = True
            return
        if self.new_adopter:
            self.shares = model.default_is_sharing
        if self.draw(draws.ATTEND) < assume.attention:
            if self.inertia_draw < assume.inertia:
                self.shares = model.default_is_sharing
            else:
                self.shares = self.draw(draws.CHOOSE) < self.willing

    @property
    def observed(self) -> float:
        """The weight with which this resident is in the city's data."""
        return 1.0 if self.shares else self.model.lever.surveillance * self.model.assume.sensor_reach

    # 5.9
    def take_part(self) -> None:
        """Take part in the vote on services, or not."""
        chance = 0.08 * (0.3 + self.model.share_adopted) * (1.2 - self.hardship) * (0.3 + self.agency)
        self.took_part = self.draw(draws.TAKE_PART) < chance
        self.turnout = store(self.turnout + (self.took_part - self.turnout) / 26.0)

    # 5.10
    def be_served(self) -> None:
        """Satisfaction with services: enough of them, and fitting."""
        lever, district = self.model.lever, self.district
        misfit = (
            self.model.assume.misfit
            * (0.3 + 0.7 * lever.automation)
            * (1.0 - 0.6 * lever.participation)
            * (1.0 - 0.5 * lever.oversight)
        )
        served = 1.0 - exp(-0.62 * self.model.productivity * district.service_per_head / self.need)
        self.satisfaction = store(clip(served - misfit * abs(self.need - district.estimate)))

    # 5.11
    def notice_watching(self) -> None:
        """The feeling of being watched follows monitoring, holders, machines, arrests nearby and stops."""
        model, lever = self.model, self.model.lever
        target = (
            lever.surveillance
            * (0.35 + 0.65 * (1.0 - lever.purpose_limit))
            * (0.5 + 0.5 * (model.own.state + 0.5 * model.own.platform))
            * (0.6 + 0.8 * self.machine_mediated)
            + self.share_detained
            + model.assume.stops * max(0.0, self.district.relative_officers - 0.85)
        )
        self.watched = store(self.watched + 0.05 * (clip(target) - self.watched))

    # 5.12
    def speak_or_not(self) -> None:
        """Spiral of silence, chilling and censorship against agency."""
        assume = self.model.assume
        leaning = (
            0.5
            + 2.0 * assume.spiral * (self.agreement - 0.5)
            - 2.0 * assume.chilling * self.watched * (1.0 - self.trust)
            + (self.agency - 0.3)
            - self.model.lever.censorship * (1.0 - self.trust)
        )
        self.speaks = self.detention == 0 and self.draw(draws.SPEAK) < logistic(leaning)

    # 5.13
    @property
    def grievance(self) -> float:
        """Deprivation and distrust, inflamed by some repression seen and muted by much."""
        deprivation = 0.5 * self.hardship + 0.5 * clip((0.95 - self.wellbeing) / 0.6)
        seen = min(1.0, 3.0 * self.share_detained)
        backlash = 1.0 + 4.0 * self.model.assume.backlash * seen * (1.0 - seen)
        return deprivation * (1.0 - self.trust) * backlash

    @property
    def mood_coupling(self) -> float:
        """How strongly the moods of others carry this resident's: J."""
        model = self.model
        return 3.0 * model.assume.crowd * model.visible * model.lever.connectivity * self.has_access

    def arrest_risk(self) -> float:
        """The risk of arrest as this resident sees it."""
        model, assume, district = self.model, self.model.assume, self.district
        in_sight = (
            1.0 + assume.vision * district.share_active + model.visible * self.ties_count * self.share_active
        )
        ratio = assume.vision * district.officers / len(district.people) / in_sight
        if assume.arrest_rounding == "floor":
            ratio = math.floor(ratio)
        elif assume.arrest_rounding == "round":
            ratio = round(ratio)
        return 1.0 - exp(-assume.arrest_k * ratio)

    def feel_with_the_crowd(self) -> None:
        """Move the mood toward those of ties and city, carried by the network."""
        model = self.model
        carried = self.mood_coupling * (0.5 * self.ties_mood + 0.5 * model.mean_mood)
        seen = 3.0 * (0.7 * self.share_active + 0.3 * model.share_active)
        self.mood = store(self.mood + 0.2 * (math.tanh(carried + seen - 0.05) - self.mood))

    def act_or_not(self) -> None:
        """Decide whether to go into the street this week."""
        model, assume = self.model, self.model.assume
        self.detention = max(0, self.detention - 1)
        self.feel_with_the_crowd()
        self.acting = False
        if self.detention == 0:
            grievance = self.grievance
            feel = assume.crowd * self.mood + 4.0 * assume.strategic * min(model.share_active, 0.25)
            cost = self.risk_aversion * self.arrest_risk() * (0.4 + model.lever.enforcement) + self.weariness
            wants = grievance * (1.0 + feel) - cost > assume.threshold
            self.acting = wants and (self.active or self.draw(draws.FOLLOW_THROUGH) < assume.conversion)
            if model.spark and not self.acting and grievance > 0.5 * assume.threshold:
                self.acting = self.draw(draws.SPARK) < 0.3
        self.weariness = store(clip(self.weariness + assume.fatigue * self.acting - 0.012))

    def meet_the_police(self) -> None:
        """Be arrested, or stay active."""
        self.active = self.acting
        if self.acting and self.draw(draws.ARREST) < self.district.arrest_chance:
            self.active = False
            self.detention = 1 + int(26.0 * self.draw(draws.TERM) * self.model.lever.enforcement)
            self.district.arrests += 1

    # 5.14
    @property
    def privacy_lost(self) -> float:
        """What is known about this resident against their concern, shared or inferred from others."""
        data = 1.0 if self.shares else self.model.leak
        return self.concern * (0.5 * self.watched + 0.5 * self.model.exposure * data)

    @property
    def resentment(self) -> float:
        """Unwillingness of one whose data must be shared."""
        return (1.0 - self.willing) * self.shares if self.model.mandatory else 0.0

    def trust_the_city(self) -> None:
        """Trust follows services against expectations, voice, privacy, safety and repression seen."""
        model, assume, o = self.model, self.model.assume, self.opinion
        surprise = self.satisfaction - self.expectation
        weighted = surprise * assume.loss_weight if surprise < 0 else surprise
        target = (
            0.48
            + 0.9 * weighted
            + 0.5 * (self.satisfaction - 0.55)
            - 2.0 * model.breach_memory * self.shares
            - 0.4 * self.share_detained
            + 0.4 * model.success
            + 0.2 * (1.0 + o) * (self.agency - 0.3)
            - 0.3 * (1.0 + o) * self.privacy_lost
            + 0.5 * assume.reassure * (1.0 - o) * self.watched
            + assume.safety_trust * (1.0 - o) * (1.0 - self.district.unsafe)
            + assume.machine_trust * (self.machine_mediated - 0.5)
            - assume.resent * self.resentment
        )
        self.trust = store(self.trust + assume.trust_speed * (clip(target) - self.trust))
        self.expectation = store(self.expectation + assume.habituation * surprise)

    # 5.15
    def gain_or_lose_agency(self) -> None:
        """Agency follows participation that reaches one, open data, speech, success and control of one's data."""
        model, lever, own = self.model, self.model.lever, self.model.own
        voice = model.assume.voice_reach
        reach = voice + (1.0 - voice) * min(1.0, 12.0 * self.turnout)
        target = (
            0.1
            + 0.8
            * lever.participation
            * (0.5 + 0.5 * model.share_adopted)
            * (1.2 - 0.6 * self.hardship)
            * reach
            + 0.25 * lever.openness * model.share_adopted
            + 0.25 * self.speaks
            + 0.5 * model.success
            + 0.3 * (own.residents + model.stewardship * own.commons) * self.shares
        )
        self.agency = store(self.agency + 0.03 * (clip(target) - self.agency))

    # 5.16
    def live(self) -> None:
        """Well-being moves toward what this resident's values make of the week."""
        model, assume, o = self.model, self.model.assume, self.opinion
        target = (
            0.12
            + assume.value_income * (1.0 - self.hardship)
            + assume.value_service * self.satisfaction
            + assume.value_ties * self.belonging
            + assume.value_autonomy * (1.0 + o) * self.agency
            - assume.value_privacy * (1.0 + o) * self.privacy_lost
            + assume.value_safety * (1.0 - o) * (1.0 - self.district.unsafe)
            + assume.convenience * model.share_adopted * model.quality
            - assume.burden * model.lever.participation * (1.0 - 0.5 * self.agency)
            - 0.25 * (self.detention > 0)
            - 0.25 * assume.resent * self.resentment
            + 0.3 * model.saved
            + 0.3 * assume.rent * model.share_rate * (model.own.residents + model.own.commons)
        )
        self.wellbeing = store(self.wellbeing + 0.05 * (clip(target) - self.wellbeing))

    # 5.17
    def change_opinion(self) -> None:
        """Experience moves the anchor, speaking ties within the bound and the anchor move the opinion."""
        assume, district = self.model.assume, self.district
        alarm = district.unsafe - 0.8 + min(1.0, 5.0 * district.share_acting)
        target = self.first_opinion + assume.experience * self.privacy_lost - assume.security_demand * alarm
        self.anchor = store(self.anchor + 0.004 * (clip(target, -1.0, 1.0) - self.anchor))
        pull = assume.influence * self.opinion_gap + assume.anchor * (self.anchor - self.opinion)
        self.opinion = store(clip(self.opinion + pull, -1.0, 1.0))

    # 5.18
    def change_ties(self) -> None:
        """One slot a week: a tie may fade, an empty slot may find somebody."""
        slot = int(SLOTS * self.draw(draws.TIE_SLOT))
        change = self.draw(draws.TIE_CHANGE)
        if self.ties[slot] is not None:
            if change < self._chance_of_fading(slot):
                self.ties[slot] = None
        elif change < self._chance_of_meeting(slot):
            self.ties[slot] = self._met_in_the_district() if slot < LOCAL_SLOTS else self._met_online()

    @property
    def online(self) -> bool:
        """Whether the resident uses the services this week."""
        return self.adopted and self.has_access

    def _chance_of_fading(self, slot: int) -> float:
        assume = self.model.assume
        if slot < LOCAL_SLOTS:
            return assume.drift_local * (1.0 + assume.displacement * self.online)
        return assume.drift_digital * (0.8 if self.has_access else 1.6)

    def _chance_of_meeting(self, slot: int) -> float:
        assume, lever = self.model.assume, self.model.lever
        if slot < LOCAL_SLOTS:
            return assume.meet * (0.4 + 1.2 * lever.places) * (1.0 - assume.displacement * self.online)
        return 1.6 * assume.meet * self.online * lever.connectivity + 0.02

    def _met_in_the_district(self) -> Resident | None:
        place = self.draw(draws.TIE_PLACE)
        if place < 0.35 * self.model.lever.continuity:
            return self.somebody(self.district.people_next_door, self.draw(draws.CANDIDATE_1))
        if place < 0.35:
            return None
        return self.somebody(self.district.people, self.draw(draws.CANDIDATE_1))

    def _met_online(self) -> Resident | None:
        people = self.model.people
        candidates = [
            people[int(len(people) * self.draw(purpose))]
            for purpose in (draws.CANDIDATE_1, draws.CANDIDATE_2, draws.CANDIDATE_3)
        ]
        chosen = candidates[0]
        if self.draw(draws.PERSONALISE) < self.model.lever.personalisation:
            chosen = min(candidates, key=lambda other: abs(other.opinion - self.opinion))
        return None if chosen is self else chosen


class District:
    """One district: its people, what the city knows of it, and what happens in its streets."""

    def __init__(self, model: PlainCity, number: int, hardship: float) -> None:
        self.model = model
        self.number = number
        self.hardship = hardship
        self.people: list[Resident] = []
        self.next_door: list[District] = []
        self.people_next_door: list[Resident] = []
        self.shock = 0.0
        self.outage = 0
        self.heat = 0.05
        self.share_active = 0.0
        self.share_acting = 0.0

    def settle(self) -> None:
        """Take stock once everybody has moved in."""
        self.people_next_door = [person for district in self.next_door for person in district.people]
        self.mean_hardship = self.mean("hardship")
        self.census = self.mean("census_need")
        self.recorded = 0.02 * len(self.people)
        self.voters = 0.03 * len(self.people)
        self.voters_need = self.voters * self.census

    def mean(self, attribute: str) -> float:
        """Return the mean of a resident's attribute."""
        return sum(getattr(person, attribute) for person in self.people) / len(self.people)

    def shake(self) -> None:
        """5.1: the shock to needs fades, and a new one arrives."""
        u = self.model.draw(draws.SHOCK, self.number, self.model.week)
        self.shock = 0.95 * self.shock + 0.03 * (2.0 * u - 1.0)

    def estimate_need(self) -> None:
        """5.5: combine what is observed with the census, by precision."""
        model, assume = self.model, self.model.assume
        weights = [person.observed for person in self.people]
        seen = sum(weights)
        self.coverage = seen / len(self.people)
        sample = self.coverage * model.usable * assume.cell
        found = self.census
        if seen > 0:
            found = sum(w * person.need for w, person in zip(weights, self.people, strict=True)) / seen
        variance = assume.measure_noise**2 / max(sample, 0.5) + model.privacy_variance(sample)
        week = model.week
        u, v = (model.draw(p, self.number, week) for p in (draws.ESTIMATE_A, draws.ESTIMATE_B))
        found += math.sqrt(variance) * draws.normal(u, v)
        precision = 1.0 / (variance + 0.012 / max(seen, 0.1))
        prior = 1.0 / 0.05**2
        self.estimate = clip((precision * found + prior * self.census) / (precision + prior), 0.05, 1.25)
        self.mean_need = self.mean("need")

    def warm_up(self) -> None:
        """5.9: heat follows who is active and who is unhappy and distrustful."""
        bitter = sum((1.0 - p.wellbeing) * (1.0 - p.trust) > 0.3 for p in self.people) / len(self.people)
        self.heat += 0.1 * (self.share_active + 0.1 * bitter - self.heat)

    def count_votes(self) -> None:
        """5.9: this week's participants enter the rolling year."""
        voters = [person for person in self.people if person.took_part]
        self.voters = 0.98 * self.voters + 0.02 * len(voters)
        self.voters_need = 0.98 * self.voters_need + 0.02 * sum(person.need for person in voters)

    def voted_weight(self, mean_turnout: float) -> float:
        """5.9: what the vote gives to this district, before it is normalised."""
        need = self.voters_need / self.voters if self.voters >= 1e-9 else self.census
        ratio = self.voters / len(self.people) / mean_turnout if mean_turnout > 0 else 1.0
        return len(self.people) * need * max(0.05, ratio) ** self.model.assume.capture

    def suffer_crime(self) -> None:
        """5.11: crime, and disorder as gatherings add to it."""
        assume, lever = self.model.assume, self.model.lever
        cohesion = self.mean("belonging")
        open_to_police = lever.surveillance * (1.0 - lever.purpose_limit)
        cameras = assume.cctv_effect * self.model.installed_cameras * (1.0 - 0.5 * lever.purpose_limit)
        self.crime = clip(
            self.mean_hardship
            * (1.3 - 0.6 * cohesion)
            * max(0.3, 1.0 - assume.patrol_effect * (self.relative_officers - 0.85))
            * (1.0 - cameras - assume.predictive_effect * open_to_police)
        )
        self.disorder = clip(self.crime + assume.disruption * self.share_active)

    def prepare_arrests(self) -> None:
        """5.13: how many act, and what that makes of the chance of arrest."""
        vision, size = self.model.assume.vision, len(self.people)
        self.share_acting = sum(person.acting for person in self.people) / size
        ratio = vision * self.officers / size / max(vision * self.share_acting, 1.0)
        self.arrest_chance = (1.0 - exp(-ratio)) * 0.5 * self.model.lever.enforcement
        self.arrests = 0

    def record_incidents(self) -> None:
        """5.13: arrests and the recorded part of crime, which grows with officers present."""
        known = self.model.assume.recorded_share
        recorded = known * len(self.people) + (1.0 - known) * 100.0 * self.officers
        self.recorded = 0.98 * self.recorded + 0.02 * (self.arrests + 0.1 * self.crime * recorded)
        self.share_active = sum(person.active for person in self.people) / len(self.people)


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
        self.scenario = load_scenario(scenario) if isinstance(scenario, str) else scenario
        self.events = (*self.scenario.events, *events)
        unknown = set(changes) - set(LEVERS) - set(ASSUMPTIONS)
        if unknown:
            raise ValueError(f"neither levers nor assumptions: {sorted(unknown)}")
        self.chosen = {name: changes.get(name, value) for name, value in self.scenario.levers.items()}
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
        self._use_data()
        self._innovate()
        self._run_systems()
        self._balance_the_budget()
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
            self._govern()
        self.week += 1

    def _let_events_happen(self) -> None:
        self.spark = False
        for event in self.events:
            if event.week != self.week or not event.concerns(self.scenario.name):
                continue
            match event.kind:
                case "breach":
                    self._breach()
                case "outage":
                    self._outage(draws.EVENT_CASCADE, draws.EVENT_ORIGIN)
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

    # 5.5
    def privacy_variance(self, sample: float) -> float:
        """Return the variance that the privacy budget adds to an estimate from ``sample`` people."""
        if math.isinf(self.epsilon):
            return 0.0
        people = max(sample, 1.0)
        if self.lever.curator == "local":
            return exp(self.epsilon) / ((exp(self.epsilon) - 1.0) ** 2 * people)
        return 2.0 / (self.epsilon * people) ** 2

    def _use_data(self) -> None:
        assume, lever, own = self.assume, self.lever, self.own
        tended = 0.4 + 0.6 * self.stewardship
        self.usable = (
            own.residents * assume.use_residents * tended
            + own.commons * assume.use_commons * tended
            + own.municipality * assume.use_municipality
            + own.platform * assume.use_platform
            + own.state * assume.use_state
        ) * (1.0 - 0.5 * assume.compliance * lever.purpose_limit)
        for district in self.inhabited:
            district.estimate_need()
        self.data_stock += (self.usable * self.share_rate - 0.5 * self.data_stock) / WEEKS
        floor = assume.learn_floor
        error = floor + (1.0 - floor) * (1.0 + self.data_stock / assume.learn_scale) ** -assume.learn_beta
        self.quality = 1.0 - error

    # 5.6
    def _innovate(self) -> None:
        assume, lever, own, stock = self.assume, self.lever, self.own, self.innovations
        civic = lever.openness * self.share_adopted * (0.5 + self.mean("agency"))
        private = (own.platform + 0.3 * own.state) * (0.3 + self.share_adopted)
        private *= 1.0 - assume.compliance * lever.purpose_limit
        years = self.week / WEEKS
        rate = (
            assume.ideas
            * (civic + private)
            * (0.5 + self.crossing)
            * stock**assume.catalyst
            / (1.0 + stock / 200.0)
            * exp(-assume.difficulty * max(0.0, years))
        )
        self.catalyst_ratio = assume.catalyst * rate / (stock * assume.obsolescence)
        new = poisson_number(self.city_draw(draws.IDEAS), rate / WEEKS)
        self.innovations = stock * (1.0 - assume.obsolescence / WEEKS) + new
        slow = 1.0 - assume.delay * (lever.participation + 0.25 * lever.oversight) * (
            1.0 - 0.5 * lever.automation
        )
        promise = (
            assume.gain
            * self.quality
            * (0.4 + 0.6 * lever.automation)
            * log(1.0 + self.innovations)
            / log(101.0)
        )
        self.promised_productivity = (1.0 + promise) * slow
        self.productivity = (1.0 + promise * assume.realisation) * slow

    # 5.7
    def _run_systems(self) -> None:
        assume, lever = self.assume, self.lever
        holders = 1.0 / sum(share**2 for share in vars(self.own).values())
        self.complexity = (
            0.1
            * self.innovations
            * (0.3 + lever.automation)
            * (0.7 + assume.federation * (holders / 5.0 + lever.openness))
            * self.share_adopted
            / (0.6 + 0.8 * lever.oversight)
        )
        for district in self.districts:
            district.outage = max(0, district.outage - 1)
        self.incidents *= 1.0 - 1.0 / WEEKS
        if self.city_draw(draws.INCIDENT) < within_a_week(assume.incident_rate * self.complexity):
            if self.city_draw(draws.INCIDENT_KIND) < 0.5:
                self._breach()
            else:
                self._outage(draws.CASCADE, draws.ORIGIN)
        self.breach_memory *= 2.0 ** (-1.0 / assume.breach_halflife)

    def _breach(self) -> None:
        addition = 2.0 * self.assume.breach_trust * self.share_rate * (1.0 - 0.5 * self.lever.oversight)
        self.breach_memory = clip(self.breach_memory + addition)
        self.incidents += 1.0

    def _outage(self, cascade: int, origin: int) -> None:
        lever, count = self.lever, len(self.districts)
        offspring = self.assume.coupling * (0.3 + 0.7 * lever.automation) * (1.0 - 0.5 * lever.oversight)
        size = borel_number(self.city_draw(cascade), offspring)
        wanted = max(1, int(size * count / BIRTHS_OF_CASCADE + 0.5))
        first = self.districts[int(self.city_draw(origin) * count)]
        reached, queue = {first}, deque([first])
        while queue:
            district = queue.popleft()
            for neighbour in district.next_door:
                if len(reached) < wanted and neighbour not in reached:
                    reached.add(neighbour)
                    queue.append(neighbour)
        for district in reached:
            district.outage = OUTAGE_WEEKS
        self.incidents += 1.0

    # 5.8
    def _balance_the_budget(self) -> None:
        assume, lever, own = self.assume, self.lever, self.own
        growth = own.platform * self.share_adopted * assume.lock_in - 0.5 * lever.openness * self.lock_in
        self.lock_in = clip(self.lock_in + 0.02 * growth)
        self.income = 1.0 + assume.rent * self.share_rate * own.municipality
        for last_week, depth in self.cuts:
            if self.week < last_week:
                self.income *= 1.0 - depth
        self.overheads = (
            0.05 * lever.oversight
            + 0.07 * lever.surveillance
            + 0.10 * lever.enforcement
            + 0.10 * lever.places
            + 0.04 * lever.continuity
            + 0.05 * lever.participation
            + 0.3 * (1.0 - exp(-assume.upkeep * self.complexity / 0.3))
            + assume.concession_cost * self.success
        )
        self.fee = 0.2 * self.lock_in * own.platform
        rest = self.income - self.overheads - self.fee
        self.saved = 0.25 * self.aim.cost * max(0.0, rest)
        self.spent = max(0.1, rest - self.saved)
        self.deficit = self.spent + self.overheads + self.fee + self.saved - self.income

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

    # 5.19
    def _govern(self) -> None:
        assume, lever, own = self.assume, self.lever, self.own
        self.pressure = 0.9 * self.pressure + 0.1 * self.share_active
        heat = min(1.0, 20.0 * self.pressure)
        fear = assume.security_demand * clip(2.0 * (self.district_mean("unsafe") - 1.0))
        opinion = self.mean("opinion")
        voice = lever.responsiveness * (heat + max(0.0, opinion))
        order = (1.0 - lever.responsiveness) * heat + lever.responsiveness * (max(0.0, -opinion) + fear)
        capture = assume.lobbying * (own.platform + 0.5 * own.state) * self.share_adopted
        capture *= self.lock_in * (1.0 - lever.oversight)
        drift = 0.01 * assume.concession * (voice - order) - 0.01 * capture

        new = dict(vars(lever))
        for name in DRIFTS_UP:
            new[name] = clip(new[name] + drift, 0.02, 0.95)
        for name in DRIFTS_DOWN:
            new[name] = clip(new[name] - drift, 0.0, 0.95)
        new.update({f"own_{owner}": share for owner, share in self._move_data(drift, capture, order).items()})
        if new["purpose_limit"] < 0.1 and new["responsiveness"] < 0.3:
            new["consent"] = "mandatory"
        elif new["purpose_limit"] > 0.5 and new["consent"] == "mandatory":
            new["consent"] = "opt_in"
        self._perhaps_overthrow(new)
        self.set_levers(new)

    def _move_data(self, drift: float, capture: float, order: float) -> dict[str, float]:
        own = dict(vars(self.own))
        givers = ("platform", "state") if drift > 0 else ("residents", "commons")
        held = sum(own[giver] for giver in givers)
        moved = min(abs(drift), held)
        if moved == 0:
            return own
        for giver in givers:
            own[giver] -= moved * own[giver] / held
        if drift > 0:
            own["commons"] += moved
        else:
            by_order = self.assume.concession * max(0.0, order)
            own["platform"] += moved * capture / (capture + by_order)
            own["state"] += moved * by_order / (capture + by_order)
        return own

    def _perhaps_overthrow(self, new: dict[str, object]) -> None:
        condition = new["responsiveness"] < 0.5 and self.pressure > self.assume.overthrow * (
            0.5 + new["enforcement"]
        )
        if (
            not condition
            or self.week - self.last_overthrow < WEEKS
            or self.city_draw(draws.OVERTHROW) >= 0.05
        ):
            return
        self.last_overthrow = self.week
        if self.city_draw(draws.SETTLEMENT) < self.assume.settlement:
            self.log.append((self.week, "reform"))
            new["responsiveness"] = max(0.75, new["responsiveness"])
            new["participation"] = max(0.3, new["participation"])
            new["censorship"] *= 0.3
            new["surveillance"] *= 0.5
            new["enforcement"] *= 0.7
        else:
            self.log.append((self.week, "restoration"))
            new["enforcement"] = min(0.95, new["enforcement"] + 0.15)
            new["censorship"] = min(0.95, new["censorship"] + 0.15)
            new["surveillance"] = min(0.95, new["surveillance"] + 0.1)
            new["responsiveness"] = max(0.02, 0.5 * new["responsiveness"])

    # Section 6
    def dials(self) -> dict[str, float]:
        """Return the dials at the end of the week just lived; nan where one is undefined."""
        people, total = self.people, len(self.people)
        sharers = [person for person in people if person.shares]
        satisfaction = self.mean("satisfaction")
        reported = self._reported(sharers)
        by_hardship = sorted(people, key=lambda person: person.hardship)
        third = total // 3
        ties = [sum(other is not None for other in person.ties) for person in people]
        opinions = [person.opinion for person in people]
        return {
            "wellbeing": self.mean("wellbeing"),
            "service_fit": satisfaction,
            "running_cost": (self.overheads + self.fee + self.saved) / self.income,
            "expression": self.share_of("speaks"),
            "calm": 1.0 - self.district_mean("crime"),
            "trust": self.mean("trust"),
            "illusion": reported - satisfaction,
            "wellbeing_low": float(np.percentile([person.wellbeing for person in people], 10)),
            "agency": self.mean("agency"),
            "gap_districts": self._gap_between_districts(satisfaction),
            "gap_hardship": mean_of([p.wellbeing for p in by_hardship[:third]])
            - mean_of([p.wellbeing for p in by_hardship[total - third :]]),
            "ties": sum(ties) / total,
            "isolated": sum(count <= 2 for count in ties) / total,
            "crossing": self.crossing,
            "like_minded": ratio(sum(p.ties_alike for p in people), sum(p.ties_count for p in people)),
            "machine_mediated": ratio(self.digital_ties, self.all_ties),
            "adoption": self.share_adopted,
            "sharing": ratio(self.share_rate, self.share_adopted),
            "coverage": self.district_mean("coverage"),
            "estimate_error": math.sqrt(
                sum(len(d.people) * (d.estimate - d.mean_need) ** 2 for d in self.inhabited) / total
            ),
            "concentration": sum(share**2 for share in vars(self.week_own).values()),
            "exposure": self.exposure,
            "fees": self.fee / self.income,
            "savings": self.saved / self.income,
            "innovation": self.innovations,
            "productivity": self.productivity,
            "ai_quality": self.quality,
            "complexity": self.complexity,
            "incidents": self.incidents,
            "active": self.share_active,
            "detained": sum(person.detention > 0 for person in people) / total,
            "opinion_spread": float(np.std(opinions)),
            "spend": self.spent,
            "reported": reported,
            "disorder": self.disorder,
            "deficit": self.deficit,
            "promise": self._promise(),
            "catalyst_ratio": self.catalyst_ratio,
            "mood_coupling": self.mean("mood_coupling"),
        }

    def _reported(self, sharers: list[Resident]) -> float:
        """Mean satisfaction as the city reads it from its sharers."""
        total = weight = 0.0
        for person in sharers:
            counted, read = 1.0, person.satisfaction
            if not person.speaks:
                read += self.assume.silence_as * (1.0 - read)
            elif person.satisfaction < person.expectation:
                counted += self.assume.complain
            total += counted * read
            weight += counted
        return ratio(total, weight)

    def _gap_between_districts(self, overall: float) -> float:
        total = len(self.people)
        between = within = 0.0
        for district in self.inhabited:
            levels = [person.satisfaction for person in district.people]
            between += len(levels) * (mean_of(levels) - overall) ** 2 / total
            if len(levels) > 1:
                within += float(np.var(levels, ddof=1)) / total
        return math.sqrt(max(0.0, between - within))

    def _promise(self) -> float:
        """Mean satisfaction the optimiser believes it delivers, on its own estimates."""
        return sum(
            len(d.people) * (1.0 - exp(-0.62 * self.promised_productivity * d.planned_per_head / d.estimate))
            for d in self.inhabited
        ) / len(self.people)


def mean_of(values: list[float]) -> float:
    """Return the mean, nan of nothing."""
    return ratio(sum(values), len(values))


def ratio(part: float, whole: float) -> float:
    """Return part/whole, nan where there is no whole."""
    return part / whole if whole else math.nan


def poisson_number(u: float, mean: float) -> int:
    """Return the smallest n with ``u`` below the Poisson distribution function, at most 1,000."""
    n, term = 0, exp(-mean)
    below = term
    while u >= below and n < 1_000:
        n += 1
        term *= mean / n
        below += term
    return n


def borel_number(u: float, mean: float) -> int:
    """Return the smallest n with ``u`` below the Borel distribution function, at most 16."""
    below = 0.0
    for n in range(1, BIRTHS_OF_CASCADE + 1):
        below += exp(-mean * n) * (mean * n) ** (n - 1) / math.factorial(n)
        if u < below:
            return n
    return BIRTHS_OF_CASCADE
