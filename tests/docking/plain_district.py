"""A district of the docking twin."""

from __future__ import annotations

import math
from math import exp
from typing import TYPE_CHECKING

from sim.engine import draws
from tests.docking.plain_economy import privacy_variance
from tests.docking.plain_numbers import clip

if TYPE_CHECKING:
    from tests.docking.plain_mesa import PlainCity
    from tests.docking.plain_resident import Resident


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
        variance = assume.measure_noise**2 / max(sample, 0.5) + privacy_variance(model, sample)
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
