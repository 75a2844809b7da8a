"""The money of the reference model: where it comes from, who gets it, what comes back (5.8 to 5.10)."""

from __future__ import annotations

from math import exp

from sim.reference.kinds import PlainCity
from sim.reference.numbers import clip


# 5.8
def balance_the_budget(city: PlainCity) -> None:
    """Income and deficit pay for services, overheads, the platform's fee and what is saved."""
    assume, lever, own = city.assume, city.lever, city.own
    growth = own.platform * city.share_adopted * assume.lock_in - 0.5 * lever.openness * city.lock_in
    city.lock_in = clip(city.lock_in + 0.02 * growth)
    usual = 1.0 + assume.rent * city.share_rate * own.municipality + city.returned
    city.income = usual * budget_factor(city)
    city.overheads = overheads_of(city)
    city.fee = 0.2 * city.lock_in * own.platform
    rest = city.income - city.overheads - city.fee
    city.saved = 0.25 * city.aim.cost * max(0.0, rest)
    city.spent = max(0.1, rest - city.saved)
    city.deficit = city.spent + city.overheads + city.fee + city.saved - city.income


def budget_factor(city: PlainCity) -> float:
    """Return what cuts leave of the usual income."""
    left = 1.0
    for end, depth in city.cuts:
        if city.week < end:
            left *= 1.0 - depth
    return left


def overheads_of(city: PlainCity) -> float:
    """Return the cost of running the constitution, after thrift and what machines save."""
    assume, lever = city.assume, city.lever
    running = (
        0.05 * lever.oversight
        + 0.07 * lever.surveillance
        + 0.10 * lever.enforcement
        + 0.10 * lever.places
        + 0.04 * lever.continuity
        + 0.05 * lever.participation
        + 0.06 * lever.connectivity
        + 0.04 * lever.responsiveness
        + 0.3 * (1.0 - exp(-assume.upkeep * city.complexity / 0.3))
        + assume.concession_cost * city.success
    )
    by_counters_closed = assume.digital_saving * city.installed_digital * city.share_adopted
    by_machines = assume.automation_saving * lever.automation * city.quality
    return float(max(0.0, running * (1.0 - assume.thrift * city.aim.cost) - by_counters_closed - by_machines))


# 5.9
def allocate(city: PlainCity) -> None:
    """Optimiser and vote share out the service budget; no district falls below 40 % of an equal share."""
    for district in city.inhabited:
        district.warm_up()
    for person in city.people:
        person.take_part()
    for district in city.inhabited:
        district.count_votes()
    population = [len(district.people) / len(city.people) for district in city.inhabited]
    pairs = zip(population, mixed_shares(city), strict=True)
    floored = [max(0.4 * head, share) for head, share in pairs]
    whole = sum(floored)
    for district, head, share in zip(city.inhabited, population, floored, strict=True):
        district.receive(city.spent * share / whole / head)


def mixed_shares(city: PlainCity) -> list[float]:
    """Return the districts' shares: optimised ones, and voted ones by the lever of participation."""
    optimised, voted, by_vote = optimised_shares(city), voted_shares(city), city.lever.participation
    return [(1.0 - by_vote) * o + by_vote * v for o, v in zip(optimised, voted, strict=True)]


def optimised_shares(city: PlainCity) -> list[float]:
    """Return the shares that maximise Σ ω log x: with a base of 0, water-filling is proportional to ω."""
    mean_need, mean_heat = city.district_mean("estimate"), city.district_mean("heat")
    return normalised([district.optimised_weight(mean_need, mean_heat) for district in city.inhabited])


def voted_shares(city: PlainCity) -> list[float]:
    """Return the shares that the participants of the rolling year decide."""
    turnout = sum(district.voters for district in city.inhabited) / len(city.people)
    return normalised([district.voted_weight(turnout) for district in city.inhabited])


def normalised(weights: list[float]) -> list[float]:
    """Return ``weights`` scaled to sum to 1."""
    whole = sum(weights)
    return [weight / whole for weight in weights]


# 5.10
def serve(city: PlainCity) -> None:
    """Serve everybody; part of what nobody takes up comes back as next week's income."""
    for person in city.people:
        person.be_served()
    left = sum(0.5 * (1.0 - person.takeup) * person.district.service_per_head for person in city.people)
    city.returned = city.assume.returned * left / len(city.people)
