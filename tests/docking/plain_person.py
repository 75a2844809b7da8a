"""Who a resident of the docking twin is: traits drawn once, needs, ties, opinion."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

import mesa

from sim.engine import draws
from tests.docking.plain_numbers import clip, store

if TYPE_CHECKING:
    from tests.docking.plain_district import District
    from tests.docking.plain_mesa import PlainCity


LOCAL_SLOTS, SLOTS = 6, 12


class Person(mesa.Agent):
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
        self.ties: list[Person | None] = [None] * SLOTS

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

    def somebody(self, crowd: list[Person], u: float) -> Person | None:
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

    def _met_in_the_district(self) -> Person | None:
        place = self.draw(draws.TIE_PLACE)
        if place < 0.35 * self.model.lever.continuity:
            return self.somebody(self.district.people_next_door, self.draw(draws.CANDIDATE_1))
        if place < 0.35:
            return None
        return self.somebody(self.district.people, self.draw(draws.CANDIDATE_1))

    def _met_online(self) -> Person | None:
        people = self.model.people
        candidates = [
            people[int(len(people) * self.draw(purpose))]
            for purpose in (draws.CANDIDATE_1, draws.CANDIDATE_2, draws.CANDIDATE_3)
        ]
        chosen = candidates[0]
        if self.draw(draws.PERSONALISE) < self.model.lever.personalisation:
            chosen = min(candidates, key=lambda other: abs(other.opinion - self.opinion))
        return None if chosen is self else chosen
