"""Data, innovation, complexity and budget of the docking twin (5.5 to 5.8)."""

from __future__ import annotations

import math
from collections import deque
from math import exp, log
from typing import TYPE_CHECKING

from sim.engine import draws
from tests.docking.plain_numbers import (
    MOST_OF_A_CASCADE,
    WEEKS,
    borel_number,
    clip,
    poisson_number,
    within_a_week,
)

if TYPE_CHECKING:
    from tests.docking.plain_mesa import PlainCity


OUTAGE_WEEKS = 8


# 5.5
def privacy_variance(city: PlainCity, sample: float) -> float:
    """Return the variance that the privacy budget adds to an estimate from ``sample`` people."""
    if math.isinf(city.epsilon):
        return 0.0
    people = max(sample, 1.0)
    if city.lever.curator == "local":
        return exp(city.epsilon) / ((exp(city.epsilon) - 1.0) ** 2 * people)
    return 2.0 / (city.epsilon * people) ** 2


def use_data(city: PlainCity) -> None:
    assume, lever, own = city.assume, city.lever, city.own
    tended = 0.4 + 0.6 * city.stewardship
    city.usable = (
        own.residents * assume.use_residents * tended
        + own.commons * assume.use_commons * tended
        + own.municipality * assume.use_municipality
        + own.platform * assume.use_platform
        + own.state * assume.use_state
    ) * (1.0 - 0.5 * assume.compliance * lever.purpose_limit)
    for district in city.inhabited:
        district.estimate_need()
    city.data_stock += (city.usable * city.share_rate - 0.5 * city.data_stock) / WEEKS
    floor = assume.learn_floor
    error = floor + (1.0 - floor) * (1.0 + city.data_stock / assume.learn_scale) ** -assume.learn_beta
    city.quality = 1.0 - error


# 5.6
def innovate(city: PlainCity) -> None:
    assume, lever, own, stock = city.assume, city.lever, city.own, city.innovations
    civic = lever.openness * city.share_adopted * (0.5 + city.mean("agency"))
    private = (own.platform + 0.3 * own.state) * (0.3 + city.share_adopted)
    private *= 1.0 - assume.compliance * lever.purpose_limit
    years = city.week / WEEKS
    rate = (
        assume.ideas
        * (civic + private)
        * (0.5 + city.crossing)
        * stock**assume.catalyst
        / (1.0 + stock / 200.0)
        * exp(-assume.difficulty * max(0.0, years))
    )
    city.catalyst_ratio = assume.catalyst * rate / (stock * assume.obsolescence)
    new = poisson_number(city.city_draw(draws.IDEAS), rate / WEEKS)
    city.innovations = stock * (1.0 - assume.obsolescence / WEEKS) + new
    slow = 1.0 - assume.delay * (lever.participation + 0.25 * lever.oversight) * (
        1.0 - 0.5 * lever.automation
    )
    promise = (
        assume.gain * city.quality * (0.4 + 0.6 * lever.automation) * log(1.0 + city.innovations) / log(101.0)
    )
    city.promised_productivity = (1.0 + promise) * slow
    city.productivity = (1.0 + promise * assume.realisation) * slow


# 5.7
def run_systems(city: PlainCity) -> None:
    assume, lever = city.assume, city.lever
    holders = 1.0 / sum(share**2 for share in vars(city.own).values())
    city.complexity = (
        0.1
        * city.innovations
        * (0.3 + lever.automation)
        * max(0.0, 0.7 + assume.federation * (holders / 5.0 + lever.openness))
        * city.share_adopted
        / (0.6 + 0.8 * lever.oversight)
    )
    for district in city.districts:
        district.outage = max(0, district.outage - 1)
    city.incidents *= 1.0 - 1.0 / WEEKS
    if city.city_draw(draws.INCIDENT) < within_a_week(assume.incident_rate * city.complexity):
        if city.city_draw(draws.INCIDENT_KIND) < 0.5:
            breach(city)
        else:
            outage(city, draws.CASCADE, draws.ORIGIN)
    city.breach_memory *= 2.0 ** (-1.0 / assume.breach_halflife)


def breach(city: PlainCity) -> None:
    addition = 2.0 * city.assume.breach_trust * city.share_rate * (1.0 - 0.5 * city.lever.oversight)
    city.breach_memory = clip(city.breach_memory + addition)
    city.incidents += 1.0


def outage(city: PlainCity, cascade: int, origin: int) -> None:
    lever, count = city.lever, len(city.districts)
    offspring = city.assume.coupling * (0.3 + 0.7 * lever.automation) * (1.0 - 0.5 * lever.oversight)
    size = borel_number(city.city_draw(cascade), offspring)
    wanted = max(1, int(size * count / MOST_OF_A_CASCADE + 0.5))
    first = city.districts[int(city.city_draw(origin) * count)]
    reached, queue = {first}, deque([first])
    while queue:
        district = queue.popleft()
        for neighbour in district.next_door:
            if len(reached) < wanted and neighbour not in reached:
                reached.add(neighbour)
                queue.append(neighbour)
    for district in reached:
        district.outage = OUTAGE_WEEKS
    city.incidents += 1.0


# 5.8
def balance_the_budget(city: PlainCity) -> None:
    assume, lever, own = city.assume, city.lever, city.own
    growth = own.platform * city.share_adopted * assume.lock_in - 0.5 * lever.openness * city.lock_in
    city.lock_in = clip(city.lock_in + 0.02 * growth)
    city.income = 1.0 + assume.rent * city.share_rate * own.municipality
    for last_week, depth in city.cuts:
        if city.week < last_week:
            city.income *= 1.0 - depth
    city.overheads = (
        0.05 * lever.oversight
        + 0.07 * lever.surveillance
        + 0.10 * lever.enforcement
        + 0.10 * lever.places
        + 0.04 * lever.continuity
        + 0.05 * lever.participation
        + 0.3 * (1.0 - exp(-assume.upkeep * city.complexity / 0.3))
        + assume.concession_cost * city.success
    )
    city.fee = 0.2 * city.lock_in * own.platform
    rest = city.income - city.overheads - city.fee
    city.saved = 0.25 * city.aim.cost * max(0.0, rest)
    city.spent = max(0.1, rest - city.saved)
    city.deficit = city.spent + city.overheads + city.fee + city.saved - city.income
