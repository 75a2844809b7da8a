"""What a resident of the docking twin does and feels in a week, mechanism by mechanism (5.3 to 5.16)."""

from __future__ import annotations

import math
from math import exp, log

from sim.engine import draws
from tests.docking.plain_numbers import clip, logistic, store, within_a_week
from tests.docking.plain_person import Person


class Resident(Person):
    """One resident: who they are is in `Person`, their weekly rules are here."""

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
        """Agency follows participation that reaches one, open data, speech, success, keeping one's data."""
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
