"""A district of the reference model: its people, what the city knows of it, what happens in its streets."""

from __future__ import annotations

import math
from math import exp

from sim.engine import draws
from sim.reference.data import privacy_variance
from sim.reference.kinds import PlainCity, Resident
from sim.reference.numbers import clip

OFFICERS_PER_HEAD = 0.004
USUAL_PATROL = 0.85  # officers per head at which patrols change nothing, relative to OFFICERS_PER_HEAD


class District:
    """One district. Nothing here is asked of a district without residents but its outages."""

    def __init__(self, model: PlainCity, number: int, hardship: float) -> None:
        self.model = model
        self.number = number
        self.hardship = hardship
        self.people: list[Resident] = []
        self.next_door: list[District] = []
        self.people_next_door: list[Resident] = []
        self.shock = 0.0
        self.outage = 0
        self.heat = float(model.start.heat)
        self.share_active = self.share_acting = self.share_harmed = 0.0

    def settle(self) -> None:
        """Take stock once everybody has moved in."""
        self.people_next_door = [person for district in self.next_door for person in district.people]
        self.mean_hardship = self.mean("hardship")
        self.census = self.mean("census_need")
        self.recorded = self.model.start.recorded * len(self.people)
        self.voters = self.model.start.voters * len(self.people)
        self.voters_need = self.voters * self.census

    def mean(self, attribute: str) -> float:
        """Return the mean of a resident's attribute, or the share of those of whom it is true."""
        return float(sum(getattr(person, attribute) for person in self.people) / len(self.people))

    # 5.1
    def shake(self) -> None:
        """The shock to needs fades, and a new one arrives."""
        u = self.model.draw(draws.SHOCK, self.number, self.model.week)
        self.shock = 0.95 * self.shock + 0.03 * (2.0 * u - 1.0)

    # 5.5
    def observe(self) -> None:
        """Who is observed, and how far their mean need lies from everybody's: the district's own bias."""
        self.mean_need = self.mean("need")
        self.weight_observed = sum(person.observed for person in self.people)
        self.coverage = self.weight_observed / len(self.people)
        self.bias = 0.0
        if self.weight_observed > 0:
            seen = sum(person.observed * person.need for person in self.people) / self.weight_observed
            self.bias = seen - self.mean_need

    def estimate_need(self, pooled_bias: float) -> None:
        """Combine what is observed with the census, by precision."""
        model, assume = self.model, self.model.assume
        sample = self.coverage * model.usable * assume.cell
        variance = assume.measure_noise**2 / max(sample, 0.5) + privacy_variance(model, sample)
        u, v = (model.draw(p, self.number, model.week) for p in (draws.ESTIMATE_A, draws.ESTIMATE_B))
        observed = self._need_as_observed(pooled_bias) + math.sqrt(variance) * draws.normal(u, v)
        precision = 1.0 / (variance + 0.012 / max(self.coverage * assume.cell, 0.1))
        prior = 1.0 / 0.05**2
        combined = (precision * observed + prior * self.census) / (precision + prior)
        self.estimate = clip(combined, 0.05, 1.25)

    def _need_as_observed(self, pooled_bias: float) -> float:
        """The own bias counts as far as the simulated residents stand for the people of one estimate."""
        if self.weight_observed <= 0:
            return self.census
        trusted = min(1.0, math.sqrt(len(self.people) / self.model.assume.cell))
        return self.mean_need + pooled_bias + (self.bias - pooled_bias) * trusted

    # 5.9
    def warm_up(self) -> None:
        """Heat follows who is active and who is unhappy and distrustful."""
        bitter = sum((1.0 - p.wellbeing) * (1.0 - p.trust) > 0.3 for p in self.people) / len(self.people)
        self.heat += 0.1 * (self.share_active + 0.1 * bitter - self.heat)

    def count_votes(self) -> None:
        """This week's participants enter the rolling year."""
        voters = [person for person in self.people if person.took_part]
        self.voters = 0.98 * self.voters + 0.02 * len(voters)
        self.voters_need = 0.98 * self.voters_need + 0.02 * sum(person.need for person in voters)

    def optimised_weight(self, mean_need: float, mean_heat: float) -> float:
        """What the optimiser gives to this district, before it is normalised."""
        aim = self.model.aim
        heat = self.heat / mean_heat if mean_heat > 0 else 1.0
        per_head = aim.wellbeing * self.estimate / mean_need + aim.cost + aim.order * (0.8 + 0.2 * heat)
        return float(per_head * len(self.people))

    def voted_weight(self, mean_turnout: float) -> float:
        """What the vote gives to this district, before it is normalised."""
        need = self.voters_need / self.voters if self.voters >= 1e-9 else self.census
        ratio = self.voters / len(self.people) / mean_turnout if mean_turnout > 0 else 1.0
        return float(len(self.people) * need * max(0.05, ratio) ** self.model.assume.capture)

    # 5.10
    def receive(self, per_head: float) -> None:
        """Take the spending per head that was planned; an outage leaves part of it without effect."""
        self.planned_per_head = per_head
        lost = self.model.assume.outage_depth * (0.4 + 0.6 * self.model.lever.automation)
        self.service_per_head = per_head * (1.0 - lost) if self.outage > 0 else per_head

    # 5.11
    def post(self, officers: float) -> None:
        """Receive this week's officers."""
        self.officers = officers
        self.relative_officers = officers / len(self.people) / OFFICERS_PER_HEAD
        self.officers_in_sight = self.model.assume.vision * officers / len(self.people)

    def suffer_crime(self) -> None:
        """Crime, and disorder as gatherings add to it."""
        assume, lever = self.model.assume, self.model.lever
        cohesion = sum(person.worth_of_ties() for person in self.people) / len(self.people)
        open_to_police = lever.surveillance * (1.0 - lever.purpose_limit)
        cameras = assume.cctv_effect * self.model.installed_cameras * (1.0 - 0.5 * lever.purpose_limit)
        self.crime = clip(
            self.mean_hardship
            * (1.3 - 0.6 * cohesion)
            * max(0.3, 1.0 - assume.patrol_effect * (self.relative_officers - USUAL_PATROL))
            * (1.0 - cameras - assume.predictive_effect * open_to_police)
        )
        self.disorder = clip(self.crime + assume.disruption * self.share_active)

    def feel_unsafe(self) -> None:
        """Disorder here and in the whole city, against what was usual before the fork."""
        self.unsafe = (0.5 * self.disorder + 0.5 * self.model.disorder) / self.model.reference

    # 5.13
    def prepare_arrests(self) -> None:
        """How many act, and what the others make of one's chance of arrest before data single one out."""
        acting, size = sum(person.acting for person in self.people), len(self.people)
        self.share_acting = acting / size
        others = (acting - 1) / max(size - 1, 1)
        ratio = self.officers_in_sight / max(self.model.assume.vision * others, 1.0)
        self.arrest_chance = (1.0 - exp(-ratio)) * 0.5 * self.model.lever.enforcement
        self.arrests = 0

    def record_incidents(self) -> None:
        """Arrests and the recorded part of crime, which grows with officers present."""
        known = self.model.assume.recorded_share
        recorded = known * len(self.people) + (1.0 - known) * 100.0 * self.officers
        self.recorded = 0.98 * self.recorded + 0.02 * (self.arrests + 0.1 * self.crime * recorded)
        self.share_active = self.mean("active")
