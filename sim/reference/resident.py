"""What a resident of the reference model feels and does about it, mechanism by mechanism (5.11 to 5.16)."""

from __future__ import annotations

import math
from math import exp

from sim.engine import draws
from sim.reference.numbers import clip, logistic, store
from sim.reference.user import User


class Resident(User):
    """One resident: `Person` says who they are, `Acquaintance` whom they know, `User` how they are served."""

    # 5.11
    def notice_watching(self) -> None:
        """One gets used to being watched; then the feeling follows monitoring, holders, arrests and stops."""
        self.accustomed = store(self.accustomed + 0.01 * ((self.watched > 0.3) - self.accustomed))
        model = self.model
        stopped = model.assume.stops * max(0.0, self.district.relative_officers - 0.85)
        target = self._monitoring() + self.share_detained + stopped
        self.watched = store(self.watched + 0.05 * (clip(target) - self.watched))

    def _monitoring(self) -> float:
        lever, own = self.model.lever, self.model.own
        shared_with_police = 0.35 + 0.65 * (1.0 - lever.purpose_limit)
        holders = 0.5 + 0.5 * (own.state + 0.5 * own.platform)
        return float(lever.surveillance * shared_with_police * holders * (0.6 + 0.8 * self.machine_mediated))

    @property
    def felt_watching(self) -> float:
        """What being watched still does to one who is used to it."""
        return self.watched * (1.0 - self.model.assume.accustom * self.accustomed)

    # 5.12
    def speak_or_not(self) -> None:
        """Spiral of silence, chilling and censorship against agency."""
        assume = self.model.assume
        leaning = (
            0.5
            + 2.0 * assume.spiral * (self.agreement - 0.5)
            - 2.0 * assume.chilling * self.felt_watching * (1.0 - self.trust)
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
        return float(3.0 * model.assume.crowd * model.visible * model.lever.connectivity * self.has_access)

    @property
    def targeting(self) -> float:
        """How much likelier data make it to be found: 1 + targeted·trace."""
        lever, own = self.model.lever, self.model.own
        by_monitoring = lever.surveillance * (1.0 - 0.5 * lever.purpose_limit)
        by_record = self.record * (own.state + 0.5 * own.platform) * (1.0 - lever.purpose_limit)
        return float(1.0 + self.model.assume.targeted * min(1.5, by_monitoring + by_record))

    def arrest_risk(self) -> float:
        """The risk of arrest as this resident sees it."""
        model, assume, district = self.model, self.model.assume, self.district
        friends = model.visible * self.ties_count * self.share_active
        in_sight = 1.0 + assume.vision * district.share_active + friends
        ratio = district.officers_in_sight / in_sight
        if assume.arrest_rounding == "floor":
            ratio = math.floor(ratio)
        elif assume.arrest_rounding == "round":
            ratio = round(ratio)
        return 1.0 - exp(-assume.arrest_k * self.targeting * ratio)

    def feel_with_the_crowd(self) -> None:
        """Move the mood toward those of ties and city, carried by the network; a spark lifts it."""
        model = self.model
        carried = self.mood_coupling * (0.5 * self.ties_mood + 0.5 * model.mean_mood)
        seen = 3.0 * (0.7 * self.share_active + 0.3 * model.share_active)
        mood = self.mood + 0.2 * (max(0.0, math.tanh(carried + seen - 0.02)) - self.mood)
        if model.spark and self.has_access:
            mood = max(mood, 0.4 * model.visible)
        self.mood = store(mood)

    def act_or_not(self) -> None:
        """Decide whether to go into the street this week."""
        assume = self.model.assume
        self.detention = max(0, self.detention - 1)
        self.feel_with_the_crowd()
        self.acting = False
        if self.detention == 0:
            follows = self.active or self.draw(draws.FOLLOW_THROUGH) < assume.conversion
            self.acting = follows and self._wants_to_act()
            if self.model.spark and not self.acting and self.grievance > 0.5 * assume.threshold:
                self.acting = self.draw(draws.SPARK) < 0.3
        self.weariness = store(clip(self.weariness + assume.fatigue * self.acting - 0.012))

    def _wants_to_act(self) -> bool:
        model, assume = self.model, self.model.assume
        feel = 1.0 * assume.crowd * self.mood + 4.0 * assume.strategic * min(model.share_active, 0.25)
        fear = self.risk_aversion * self.arrest_risk() * (0.4 + model.lever.enforcement)
        urge = self.grievance * (1.0 + feel) - fear - self.weariness
        return bool(urge > assume.threshold - assume.encourage * model.success)

    def meet_the_police(self) -> None:
        """Be arrested, or stay active; remember having acted."""
        self.active = self.acting
        chance = min(1.0, self.district.arrest_chance * self.targeting)
        if self.acting and self.draw(draws.ARREST) < chance:
            self.active = False
            self.detention = 1 + int(26.0 * self.draw(draws.TERM) * self.model.lever.enforcement)
            self.district.arrests += 1
        self.acted = store(max(float(self.active), 0.97 * self.acted))

    # 5.14
    @property
    def privacy_lost(self) -> float:
        """What is known about this resident against their concern, shared or inferred from others."""
        data = 1.0 if self.shares else self.model.leak
        return self.concern * (0.5 * self.felt_watching + 0.5 * self.model.exposure * data)

    @property
    def resentment(self) -> float:
        """Unwillingness of one whose data must be shared."""
        return (1.0 - self.willing) * self.shares if self.model.mandatory else 0.0

    @property
    def answer_felt(self) -> float:
        """How those who acted were answered: 1 if fully heard, -1 if not at all, 0 for who never acted."""
        return float((2.0 * self.model.lever.responsiveness - 1.0) * self.acted)

    def trust_the_city(self) -> None:
        """Trust follows services, how the city behaved, and what each one's values make of it."""
        surprise = self.satisfaction - self.expectation
        target = 0.48 + self._judge_services(surprise) + self._judge_conduct() + self._judge_by_values()
        self.trust = store(self.trust + self.model.assume.trust_speed * (clip(target) - self.trust))
        self.expectation = store(self.expectation + self.model.assume.habituation * surprise)

    def _judge_services(self, surprise: float) -> float:
        assume = self.model.assume
        weighted = surprise * assume.loss_weight if surprise < 0 else surprise
        return float(0.9 * weighted + assume.trust_service * (self.satisfaction - 0.55))

    def _judge_conduct(self) -> float:
        model, assume = self.model, self.model.assume
        return float(
            assume.answered * self.answer_felt
            + assume.audit_trust * (model.lever.oversight - 0.4)
            - 2.0 * model.breach_memory * self.shares
            - 0.4 * self.share_detained
            - 0.2 * self.harmed
            - 0.25 * self.district.share_harmed
            - assume.resent * self.resentment
        )

    def _judge_by_values(self) -> float:
        """Some put autonomy first, some order; machines are liked or not."""
        assume, autonomy, order = self.model.assume, 1.0 + self.opinion, 1.0 - self.opinion
        return float(
            0.2 * autonomy * (self.agency - 0.3)
            - 0.3 * autonomy * self.privacy_lost
            + 0.5 * assume.reassure * order * self.watched
            + assume.safety_trust * order * (1.0 - self.district.unsafe)
            + assume.machine_trust * (self.machine_mediated - 0.5)
        )

    # 5.15
    def gain_or_lose_agency(self) -> None:
        """Agency follows participation that reaches one, open data, speech, answers, keeping one's data."""
        model, lever = self.model, self.model.lever
        target = (
            0.1
            + 0.8 * lever.participation * self._reach_of_participation()
            + 0.25 * lever.openness * model.share_adopted
            + 0.25 * self.speaks
            + 0.15 * self.answer_felt
            + 0.2 * self._own_data_kept()
            - 0.2 * self.harmed
        )
        self.agency = store(self.agency + 0.03 * (clip(target) - self.agency))

    def _reach_of_participation(self) -> float:
        voice = self.model.assume.voice_reach
        reach = voice + (1.0 - voice) * min(1.0, 12.0 * self.turnout)
        return float((0.5 + 0.5 * self.model.share_adopted) * (1.2 - 0.6 * self.hardship) * reach)

    def _own_data_kept(self) -> float:
        """Holding one's data alone or in common; compelled sharing is no holding."""
        model, own = self.model, self.model.own
        alone = 0.0 if model.mandatory else own.residents
        return float((alone + model.stewardship * own.commons) * self.adopted)

    # 5.16
    def live(self) -> None:
        """Well-being moves toward what this resident's values make of the week."""
        target = 0.12 + self._goods() + self._by_values() - self._burdens()
        self.wellbeing = store(self.wellbeing + 0.05 * (clip(target) - self.wellbeing))

    def _goods(self) -> float:
        model, assume, own = self.model, self.model.assume, self.model.own
        return float(
            assume.value_income * (1.0 - self.hardship)
            + assume.value_service * self.satisfaction
            + assume.value_ties * self.tie_worth
            + assume.convenience * self.adopted * model.quality * (0.6 + own.platform)
            + assume.value_saved * model.saved
            + 0.3 * assume.rent * model.share_rate * (own.residents + own.commons)
        )

    def _by_values(self) -> float:
        assume, autonomy, order = self.model.assume, 1.0 + self.opinion, 1.0 - self.opinion
        return float(
            assume.value_autonomy * autonomy * self.agency
            - assume.value_privacy * autonomy * self.privacy_lost
            + assume.value_safety * order * (1.0 - self.district.unsafe)
        )

    def _burdens(self) -> float:
        model, assume = self.model, self.model.assume
        return float(
            assume.burden * model.lever.participation * (1.0 - 0.5 * self.agency)
            + 0.25 * (self.detention > 0)
            + assume.harm_cost * self.harmed
            + 0.25 * assume.resent * self.resentment
        )
