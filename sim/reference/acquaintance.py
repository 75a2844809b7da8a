"""Whom a person of the reference model knows, and what that does to opinion (5.2, 5.17, 5.18)."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from sim.engine import draws
from sim.reference.numbers import clip, mean_of, store
from sim.reference.person import SLOTS, Person

LOCAL_SLOTS = 6
BORDER = 0.35  # of meetings on the spot, how many a fully open border lets cross


class Acquaintance(Person):
    """A person among twelve slots for those they pay attention to: six local, six digital."""

    def make_first_ties(self) -> None:
        """Fill about 60 % of the slots."""
        for slot in range(SLOTS):
            if self.draw_once(draws.TIE_FILLED + slot) < self.model.start.ties:
                target = self.draw_once(draws.TIE_TARGET + slot)
                self.ties[slot] = self._somebody(self._crowd_of(slot), target)
        self._count_ties()
        self.tie_worth = store(self.worth_of_ties())

    def _crowd_of(self, slot: int) -> Sequence[Person]:
        if slot >= LOCAL_SLOTS:
            return self.model.people
        if self.draw_once(draws.TIE_BORDER + slot) < BORDER * self.model.lever.continuity:
            return self.district.people_next_door
        return self.district.people

    def _somebody(self, crowd: Sequence[Person], u: float) -> Person | None:
        """Return the one of ``crowd`` that ``u`` picks, or None if that is nobody or oneself."""
        if not crowd:
            return None
        found = crowd[int(u * len(crowd))]
        return None if found is self else found

    def _count_ties(self) -> None:
        self.ties_digital = sum(other is not None for other in self.ties[LOCAL_SLOTS:])
        self.ties_count = self.ties_digital + sum(other is not None for other in self.ties[:LOCAL_SLOTS])

    # 5.2
    def look_around(self) -> None:
        """The one pass over ties, whose results serve the whole week."""
        self._count_ties()
        known = [other for other in self.ties if other is not None]
        self.share_adopted = store(mean_of([other.adopted for other in known], 0.0))
        self.share_active = store(mean_of([other.active for other in known], 0.0))
        self.share_detained = store(mean_of([other.detention > 0 for other in known], 0.0))
        self.ties_alike = sum(self._agrees_with(other) for other in known)

        in_reach = self.ties[:LOCAL_SLOTS] if self.district.outage > 0 else self.ties
        reached = [other for other in in_reach if other is not None]
        self.ties_mood = store(mean_of([other.mood for other in reached], 0.0))

        speaking = [other for other in reached if other.speaks]
        self.agreement = store(mean_of([self._agrees_with(other) for other in speaking], 0.5))
        gaps = [other.opinion - self.opinion for other in speaking]
        close = [gap for gap in gaps if abs(gap) < self.model.assume.bound]
        self.opinion_gap = store(mean_of(close, 0.0))

    def _agrees_with(self, other: Person) -> bool:
        return self.opinion * other.opinion > 0

    @property
    def machine_mediated(self) -> float:
        """The share of this resident's contacts that pass through machines (5.11)."""
        digital = self.ties_digital / self.ties_count if self.ties_count else 0.0
        return 1.0 - (1.0 - digital) * (1.0 - 0.5 * self.model.lever.automation * self.model.share_adopted)

    # 5.11
    def value_ties(self) -> None:
        """How far ties satisfy: 1 - exp(-effective ties/4), remembered for next week's take-up."""
        self.tie_worth = store(self.worth_of_ties())

    def worth_of_ties(self) -> float:
        """Return the worth before it is stored: a district's cohesion is the mean of what is not rounded yet."""
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
            self.ties[slot] = self._met_on_the_spot() if slot < LOCAL_SLOTS else self._met_online()

    @property
    def online(self) -> bool:
        """Whether the resident uses the services this week."""
        return self.adopted and self.has_access

    def _chance_of_fading(self, slot: int) -> float:
        assume = self.model.assume
        if slot < LOCAL_SLOTS:
            return float(assume.drift_local * (1.0 + assume.displacement * self.online))
        return float(assume.drift_digital * (0.8 if self.has_access else 1.6))

    def _chance_of_meeting(self, slot: int) -> float:
        assume, lever = self.model.assume, self.model.lever
        if slot < LOCAL_SLOTS:
            free = 1.0 - assume.displacement * self.online
            return float(assume.meet * (0.4 + 1.2 * lever.places) * free)
        return float(1.6 * assume.meet * self.online * lever.connectivity + 0.02)

    def _met_on_the_spot(self) -> Person | None:
        place = self.draw(draws.TIE_PLACE)
        if place < BORDER * self.model.lever.continuity:
            return self._somebody(self.district.people_next_door, self.draw(draws.CANDIDATE_1))
        if place < BORDER:
            return None  # a closed border
        return self._somebody(self.district.people, self.draw(draws.CANDIDATE_1))

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
