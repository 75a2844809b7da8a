"""Who a person of the reference model is: traits drawn once, and everything remembered from week to week."""

from __future__ import annotations

import mesa

from sim.engine import draws
from sim.reference.kinds import District, PlainCity
from sim.reference.numbers import clip, store

SLOTS = 12


class Person(mesa.Agent):
    """One resident's traits and memory (section 4). The weekly rules are in the classes built on this one."""

    model: PlainCity

    def __init__(self, model: PlainCity, number: int, district: District) -> None:
        super().__init__(model)
        self.number = number
        self.district = district
        self._draw_traits()
        self._start_with_services()
        self._start_with_feelings()
        self._start_in_the_street()
        self.ties: list[Person | None] = [None] * SLOTS

    def draw(self, purpose: draws.Whole) -> float:
        """Return this week's draw of ``purpose`` for this resident."""
        return self.model.draw(purpose, self.number, self.model.week)

    def draw_once(self, purpose: draws.Whole) -> float:
        """Return the one draw of ``purpose`` for this resident."""
        return self.model.draw(purpose, self.number, 0)

    def _deviate(self, a: draws.Whole, b: draws.Whole) -> float:
        return draws.normal(self.draw_once(a), self.draw_once(b))

    def _draw_traits(self) -> None:
        start = self.model.start
        deviate = self._deviate(draws.HARDSHIP_A, draws.HARDSHIP_B)
        self.hardship = store(
            clip(self.district.hardship + self.model.assume.start_hardship_spread * deviate, 0.02, 0.98)
        )
        deviate = self._deviate(draws.CONCERN_A, draws.CONCERN_B)
        self.concern = store(clip(start.concern + start.concern_spread * deviate))
        self.risk_aversion = store(self.draw_once(draws.RISK))
        self.access_draw = store(self._draw_access())
        self.need_draw = store(self.draw_once(draws.NEED))
        self.inertia_draw = store(self.draw_once(draws.INERTIA))
        deviate = self._deviate(draws.OPINION_A, draws.OPINION_B)
        self.opinion = store(clip(self.model.assume.value_prior + start.opinion_spread * deviate, -1.0, 1.0))
        self.first_opinion = self.anchor = self.opinion

    def _draw_access(self) -> float:
        """Some share the luck of their district: the network fails whole districts."""
        if self.draw_once(draws.PATCHY) < self.model.assume.patchiness:
            return self.model.draw(draws.DISTRICT_ACCESS, self.district.number, 0)
        return self.draw_once(draws.ACCESS)

    def _start_with_services(self) -> None:
        model, start = self.model, self.model.start
        self.need = self.census_need
        self.has_access = self.new_adopter = False
        self.adopted = self.draw_once(draws.ADOPTED) < start.adopted
        self.shares = self.adopted and self.draw_once(draws.SHARES) < start.sharing
        self.willing = 0.0
        self.record = store(self.observed * model.kept_on_record)
        self.recognition = self.takeup = self.satisfaction = 0.0
        self.expectation = store(start.expectation)
        self.took_part = False
        self.turnout = store(start.turnout)
        self.harm_weeks = 0
        if self.draw_once(draws.HARMED) < start.harmed:
            self.harm_weeks = 1 + int(self.draw_once(draws.HARM_LEFT) * model.length_of_harm)

    def _start_with_feelings(self) -> None:
        start = self.model.start
        luck = start.trust_spread * (self.draw_once(draws.TRUST) - 0.5)
        self.trust = store(clip(start.trust + luck + start.trust_hardship * (0.5 - self.hardship)))
        self.wellbeing = store(clip(start.wellbeing - start.wellbeing_hardship * (self.hardship - 0.5)))
        self.agency = store(start.agency)
        self.watched = store(start.watched)
        self.accustomed = 0.0
        self.mood = 0.0

    def _start_in_the_street(self) -> None:
        self.speaks = self.draw_once(draws.SPEAKS) < self.model.start.speaking
        self.acting = self.active = False
        self.acted = 0.0
        self.weariness = 0.0
        self.detention = 0

    @property
    def census_need(self) -> float:
        """Need as a census would find it, without the shock of the district."""
        return self._need_under(0.0)

    @property
    def observed(self) -> float:
        """The weight with which this resident is in the city's data (5.5)."""
        return 1.0 if self.shares else self.model.lever.surveillance * self.model.assume.sensor_reach

    @property
    def harmed(self) -> bool:
        """Whether what the city or a holder did with data still harms this resident (5.10b)."""
        return self.harm_weeks > 0

    # 5.1
    def feel_need(self) -> None:
        """Need: hardship, a personal part and the district's shock."""
        self.need = store(self._need_under(self.district.shock))

    def _need_under(self, shock: float) -> float:
        return clip(0.25 + 0.5 * self.hardship + 0.2 * (self.need_draw - 0.5) + shock, 0.05, 1.25)
