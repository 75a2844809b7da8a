"""Who holds the data of the reference model, what can be done with them, and to whom (5.3, 5.5)."""

from __future__ import annotations

import math
from math import exp, tanh

from sim.reference.kinds import PlainCity
from sim.reference.numbers import WEEKS

OWNERS = ("residents", "commons", "municipality", "platform", "state")
TENDED = ("residents", "commons")  # data held so need tending


# 5.3
def hide_of(epsilon: float, curator: str) -> float:
    """Return how far noise hides people from the holder: only noise on each device does."""
    return 1.0 - tanh(0.5 * epsilon) if curator == "local" and math.isfinite(epsilon) else 0.0


def shield_of(epsilon: float) -> float:
    """Return what noise leaves visible to those who see what is published."""
    return epsilon / (1.0 + epsilon) if math.isfinite(epsilon) else 1.0


def expose(city: PlainCity) -> None:
    """Misuse by holders, and the exposure it means with what is published and what has leaked."""
    assume, lever = city.assume, city.lever
    untended = assume.neglect * (1.0 - city.stewardship)
    misuse = 0.0
    for owner, share in vars(city.own).items():
        by_owner = getattr(assume, f"misuse_{owner}") + (untended if owner in TENDED else 0.0)
        misuse += share * by_owner
    city.misuse = misuse * (1.0 - 0.5 * lever.purpose_limit)
    published = assume.open_leak * lever.openness * (1.0 - lever.oversight) * city.shield
    city.exposure = min(1.0, city.misuse * (1.0 - city.hide) + published + city.breach_memory)


# 5.5
def clarity_of(epsilon: float, curator: str) -> float:
    """Return how much of what the data tell survives the noise."""
    if not math.isfinite(epsilon):
        return 1.0
    return tanh(0.5 * epsilon) if curator == "local" else epsilon / (epsilon + 0.5)


def privacy_variance(city: PlainCity, sample: float) -> float:
    """Return the variance that the privacy budget adds to an estimate from ``sample`` people."""
    if math.isinf(city.epsilon):
        return 0.0
    people = max(sample, 1.0)
    if city.lever.curator == "local":
        return exp(city.epsilon) / ((exp(city.epsilon) - 1.0) ** 2 * people)
    return 2.0 / (city.epsilon * people) ** 2


def use_data(city: PlainCity) -> None:
    """Estimate needs, learn, and know persons."""
    city.usable = usable_data(city)
    for district in city.inhabited:
        district.observe()
    pooled = pooled_bias(city)
    for district in city.inhabited:
        district.estimate_need(pooled)
    learn(city)
    for person in city.people:
        person.be_known()


def usable_data(city: PlainCity) -> float:
    """Return the share of the data that can be used, given who holds them."""
    tended = 0.4 + 0.6 * city.stewardship
    usable = 0.0
    for owner, share in vars(city.own).items():
        use = getattr(city.assume, f"use_{owner}")
        usable += share * use * (tended if owner in TENDED else 1.0)
    return float(usable * (1.0 - 0.5 * city.assume.compliance * city.lever.purpose_limit))


def pooled_bias(city: PlainCity) -> float:
    """Return by how much those observed need more than all, over the whole city."""
    observed = sum(district.weight_observed for district in city.inhabited)
    if observed <= 0:
        return 0.0
    return sum(district.weight_observed * district.bias for district in city.inhabited) / observed


def learn(city: PlainCity) -> None:
    """The stock of data grows with use and becomes stale; the error of machines falls as a power of it."""
    assume = city.assume
    city.data_stock += (city.usable * city.clarity * city.share_rate - 0.5 * city.data_stock) / WEEKS
    floor = assume.learn_floor
    error = floor + (1.0 - floor) * (1.0 + city.data_stock / assume.learn_scale) ** -assume.learn_beta
    city.quality = 1.0 - error
