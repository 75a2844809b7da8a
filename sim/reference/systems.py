"""Innovation and complexity of the reference model: ideas, machines, leaks and outages (5.6, 5.7)."""

from __future__ import annotations

from collections import deque
from math import exp, log

from sim.engine import draws
from sim.reference.kinds import District, PlainCity
from sim.reference.numbers import (
    MOST_OF_A_CASCADE,
    WEEKS,
    borel_number,
    clip,
    poisson_number,
    within_a_week,
)

OUTAGE_WEEKS = 8
STORE_SIZES = {"residents": 0.1, "commons": 0.5}  # many small stores; of any other holder one large one, 1


# 5.6
def innovate(city: PlainCity) -> None:
    """Ideas arrive, old ones become obsolete; what is in use makes services more productive."""
    assume, stock = city.assume, city.innovations
    rate = rate_of_ideas(city)
    city.catalyst_ratio = assume.catalyst * rate / (stock * assume.obsolescence)
    new = poisson_number(city.city_draw(draws.IDEAS), rate / WEEKS)
    city.innovations = stock * (1.0 - assume.obsolescence / WEEKS) + new
    produce(city)


def rate_of_ideas(city: PlainCity) -> float:
    """Return the ideas a year."""
    assume, lever, own, stock = city.assume, city.lever, city.own, city.innovations
    civic = lever.openness * city.share_adopted * (0.5 + city.mean("agency"))
    private = (own.platform + 0.3 * own.state) * (0.3 + city.share_adopted)
    private *= 1.0 - assume.compliance * lever.purpose_limit
    return float(
        assume.ideas
        * (civic + private)
        * (0.5 + city.crossing)
        * stock**assume.catalyst
        / (1.0 + stock / 200.0)
        * exp(-assume.difficulty * max(0.0, city.week / WEEKS))
    )


def produce(city: PlainCity) -> None:
    """Productivity, as it is and as the optimiser promises it."""
    assume, lever = city.assume, city.lever
    deciding = lever.participation + 0.25 * lever.oversight
    slow = 1.0 - assume.delay * deciding * (1.0 - 0.5 * lever.automation)
    in_use = log(1.0 + city.innovations) / log(101.0)
    promise = assume.gain * city.quality * (0.4 + 0.6 * lever.automation) * in_use
    city.promised_productivity = (1.0 + promise) * slow
    city.productivity = (1.0 + promise * assume.realisation) * slow


# 5.7
def run_systems(city: PlainCity) -> None:
    """Interfaces make complexity, complexity makes incidents."""
    city.complexity = complexity_of(city)
    for district in city.districts:
        district.outage = max(0, district.outage - 1)
    city.incidents *= 1.0 - 1.0 / WEEKS
    if city.city_draw(draws.INCIDENT) < within_a_week(hazard_of_incident(city)):
        if city.city_draw(draws.INCIDENT_KIND) < 0.5:
            leak_data(city, draws.HOLDER)
        else:
            cut_off(city, draws.CASCADE, draws.ORIGIN)
    city.breach_memory *= 2.0 ** (-1.0 / city.assume.breach_halflife)


def complexity_of(city: PlainCity) -> float:
    """Return X: what is in use, by automation, by holders that must be connected, by order kept."""
    lever = city.lever
    holders = 1.0 / sum(share**2 for share in vars(city.own).values())
    federated = max(0.0, 0.7 + city.assume.federation * (holders / 5.0 + lever.openness))
    connected = 0.1 * city.innovations * (0.3 + lever.automation) * federated * city.share_adopted
    return float(connected / (0.6 + 0.8 * lever.oversight))


def hazard_of_incident(city: PlainCity) -> float:
    """Return incidents a year; machines also watch machines."""
    watched = 1.0 - 0.5 * city.lever.automation * city.quality
    return float(city.assume.incident_rate * city.complexity / (1.0 + city.complexity / 4.0) * watched)


def leak_data(city: PlainCity, holder: draws.Whole) -> None:
    """One holder is hit: its share and the size of its store say how much is out."""
    owner = holder_hit(city, city.city_draw(holder))
    store = getattr(city.own, owner) * STORE_SIZES.get(owner, 1.0)
    checked = 1.0 - 0.5 * city.lever.oversight
    addition = 4.0 * city.assume.breach_trust * city.share_rate * store * checked
    city.breach_memory = clip(city.breach_memory + addition)
    city.leak_chance += city.assume.breach_harm * store * (1.0 - city.hide) * checked
    city.incidents += 1.0


def holder_hit(city: PlainCity, u: float) -> str:
    """Return the first owner whose cumulated share exceeds ``u``."""
    cumulated = 0.0
    for owner, share in vars(city.own).items():
        cumulated += share
        if cumulated > u:
            return owner
    return owner


def cut_off(city: PlainCity, cascade: draws.Whole, origin: draws.Whole) -> None:
    """An outage spreads from a random district over neighbours, as far as its cascade goes."""
    lever, count = city.lever, len(city.districts)
    offspring = city.assume.coupling * (0.3 + 0.7 * lever.automation) * (1.0 - 0.5 * lever.oversight)
    size = borel_number(city.city_draw(cascade), offspring)
    wanted = max(1, int(size * count / MOST_OF_A_CASCADE + 0.5))
    for district in spread(city.districts[int(city.city_draw(origin) * count)], wanted):
        district.outage = OUTAGE_WEEKS
    city.incidents += 1.0


def spread(first: District, wanted: int) -> set[District]:
    """Return the first ``wanted`` districts of a breadth-first walk from ``first``."""
    reached, queue = {first}, deque([first])
    while queue:
        for neighbour in queue.popleft().next_door:
            if len(reached) < wanted and neighbour not in reached:
                reached.add(neighbour)
                queue.append(neighbour)
    return reached
