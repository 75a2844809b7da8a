"""What a resident of the reference model has to do with services and data (5.3 to 5.5, 5.9 to 5.10b)."""

from __future__ import annotations

from math import exp, log

from sim.engine import draws
from sim.reference.acquaintance import Acquaintance
from sim.reference.numbers import clip, logistic, store, within_a_week


class User(Acquaintance):
    """A person as user of services: adopting, sharing, being known, being served, being harmed."""

    # 5.3
    def adopt_or_leave(self) -> None:
        """Imitation and innovation bring adopters; worry about misuse makes some leave."""
        model, assume = self.model, self.model.assume
        reach = 1.0 - 0.8 * assume.divide * self.hardship
        self.has_access = self.access_draw < model.lever.connectivity * reach
        self.new_adopter = False
        if self.adopted:
            hazard = assume.abandon * self.concern * model.exposure * (1.0 - model.installed_digital)
            if self.draw(draws.ADOPT) < within_a_week(hazard):
                self.adopted = self.shares = False
        elif self.has_access:
            pushed = assume.imitation_q * (1.0 + assume.push * model.installed_digital)
            hazard = assume.innovation_p + pushed * self.share_adopted
            self.adopted = self.new_adopter = self.draw(draws.ADOPT) < within_a_week(hazard)

    # 5.4
    def decide_to_share(self) -> None:
        """A duty where mandatory; nothing from the harmed; else the default, or a choice on reflection."""
        self.willing = store(self._probability_of_consent())
        if not self.adopted:
            return
        if self.model.mandatory:
            self.shares = True
        elif self.harmed:
            self.shares = False
        else:
            self._take_default_or_choose()

    def _probability_of_consent(self) -> float:
        assume = self.model.assume
        return logistic(
            log(assume.willingness / (1.0 - assume.willingness))
            + assume.benefit_pull * (self.expectation - 0.55)
            + assume.trust_pull * (2.0 * self.trust - 1.0)
            - assume.concern_push * (self.concern * self.model.exposure - 0.1)
        )

    def _take_default_or_choose(self) -> None:
        if self.new_adopter:
            self.shares = self.model.default_is_sharing
        if self.draw(draws.ATTEND) < self.model.assume.attention:
            if self.inertia_draw < self.model.assume.inertia:
                self.shares = self.model.default_is_sharing
            else:
                self.shares = self.draw(draws.CHOOSE) < self.willing

    # 5.5
    def be_known(self) -> None:
        """The record accrues with use and fades with deletion; services recognise whom they have data of."""
        model = self.model
        self.record = store(self.record + 0.02 * (self.observed * model.kept_on_record - self.record))
        known = model.assume.recognise * model.usable * model.clarity * model.quality
        self.recognition = store(known * self.observed)

    # 5.9
    def take_part(self) -> None:
        """Take part in the vote on services, or not."""
        chance = 0.08 * (0.3 + self.model.share_adopted) * (1.2 - self.hardship) * (0.3 + self.agency)
        self.took_part = self.draw(draws.TAKE_PART) < chance
        self.turnout = store(self.turnout + (self.took_part - self.turnout) / 26.0)

    # 5.10
    def be_served(self) -> None:
        """Come for services or be found by them; be satisfied if they are enough, and fitting."""
        model, lever = self.model, self.model.lever
        self.takeup = store(1.0 - (1.0 - self._reach_of_services()) * (1.0 - self.recognition))
        enough = 1.0 - exp(-1.0 * model.productivity * self._spending_on_me() / self.need)
        misfit = (
            model.assume.misfit
            * (0.3 + 0.7 * lever.automation)
            * (1.0 - 0.6 * lever.participation)
            * (1.0 - 0.5 * lever.oversight)
        )
        missed = abs(self.need - self._need_as_estimated())
        self.satisfaction = store(clip((0.5 + 0.5 * self.takeup) * enough - misfit * missed))

    def _reach_of_services(self) -> float:
        """People tell and help each other, places reach out, cost cutting gates, online-only excludes."""
        model, assume = self.model, self.model.assume
        shut_out = 0.0 if self.adopted else model.installed_digital * (1.0 - 0.75 * self.share_adopted)
        return clip(
            assume.takeup
            * (0.6 + 0.4 * self.tie_worth)
            * (1.0 + assume.outreach * (model.lever.places - 0.3))
            * (1.0 - assume.gate * model.aim.cost)
            * (1.0 - shut_out)
        )

    def _spending_on_me(self) -> float:
        """Spending follows need as far as the person is known and well-being is the aim."""
        relative_need = self.need / self.district.estimate
        follows = 1.0 + self.model.aim.wellbeing * self.recognition * (relative_need - 1.0)
        return self.district.service_per_head * max(0.3, follows)

    def _need_as_estimated(self) -> float:
        estimate = self.district.estimate
        return estimate + self.recognition * (self.need - estimate)

    # 5.10b
    def be_harmed_or_recover(self) -> None:
        """Misuse of the record, decisions by machine without appeal, and leaks harm for months."""
        self.harm_weeks = max(0, self.harm_weeks - 1)
        if self.harmed:
            return
        by_use = self.draw(draws.HARM) < within_a_week(self._hazard_of_harm())
        by_leak = self.draw(draws.LEAK) < min(1.0, self.model.leak_chance * self.record)
        if by_use or by_leak:
            self.harm_weeks = self.model.length_of_harm

    def _hazard_of_harm(self) -> float:
        model, assume, lever = self.model, self.model.assume, self.model.lever
        stigma = 1.0 + assume.stigma * (self.hardship - 0.5)
        misused = assume.misuse_harm * self.record * model.misuse * (1.0 - model.hide) * stigma
        unchecked = lever.automation * (1.0 - lever.oversight) * (1.0 - model.quality)
        dependent = 1.0 if self.adopted else model.installed_digital
        wronged = assume.wrong_decision * unchecked * (0.5 + self.hardship) * dependent
        return max(0.0, misused + wronged)
