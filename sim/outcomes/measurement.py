"""Measuring a week: every outcome of `sim.outcomes`, and the district values of the maps.

One compiled pass over the residents sums what the outcomes need, in the residents' order, so results do not
depend on threads.
"""

from __future__ import annotations

from math import exp, sqrt
from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import number_of, sum_of, unit
from sim.engine.array import Array
from sim.engine.compile import inline, kernel
from sim.engine.mechanism import Mechanism, Read, Write
from sim.outcomes import OUTCOMES

DISTRICT_OUTCOMES = (
    "wellbeing",
    "service_fit",
    "trust",
    "expression",
    "calm",
    "takeup",
    "harmed",
    "active",
    "outage",
)
"""What maps can show, by row; `outage` is the weeks of outage left."""

(
    WELLBEING,
    SERVICE_FIT,
    RUNNING_COST,
    EXPRESSION,
    CALM,
    TRUST,
    ILLUSION,
    WELLBEING_LOW,
    AGENCY,
    GAP_DISTRICTS,
    GAP_HARDSHIP,
    HARMED,
    GAP_HARMED,
    TAKEUP,
    TIES,
    ISOLATED,
    CROSSING,
    LIKE_MINDED,
    MACHINE_MEDIATED,
    ADOPTION,
    SHARING,
    COVERAGE,
    ESTIMATE_ERROR,
    CONCENTRATION,
    EXPOSURE,
    FEES,
    SAVINGS,
    INNOVATION,
    PRODUCTIVITY,
    AI_QUALITY,
    COMPLEXITY,
    INCIDENTS,
    ACTIVE,
    DETAINED,
    OPINION_SPREAD,
    SPEND,
    REPORTED,
    DISORDER,
    DEFICIT,
    SELECTION,
    SILENCE,
    PROMISE,
    PROMISE_GAP,
    CATALYST_RATIO,
    MOOD,
    MOOD_COUPLING,
) = range(len(OUTCOMES))  # each outcome's place in a row; a test holds the names to the declarations

LOWEST_PART = 0.1  # "the lowest tenth"
BINS = 4096  # of `low_quantile`; plays no part in the result
FEW_TIES = 2  # or fewer: isolated
INCOME_WITHOUT_DATA = 1.0


class Columns(NamedTuple):
    """The view of the measurement."""

    district: Read
    population: Read
    hardship_group: Read
    wellbeing: Read
    satisfaction: Read
    trust: Read
    agency: Read
    opinion: Read
    expectation: Read
    speaks: Read
    shares: Read
    detention: Read
    harm_weeks: Read
    takeup: Read
    tie_count: Read
    mean_need: Read
    estimate: Read
    observed: Read
    district_spend: Read
    district_active: Read
    district_harmed: Read
    crime: Read
    outage_weeks: Read
    adoption: Read
    share_rate: Read
    exposure: Read
    ai_quality: Read
    innovation: Read
    catalyst_ratio: Read
    productivity: Read
    promised_productivity: Read
    complexity: Read
    incidents: Read
    income: Read
    overheads: Read
    fee: Read
    saved: Read
    spend: Read
    deficit: Read
    mean_crime: Read
    mean_disorder: Read
    active_share: Read
    harmed_share: Read
    mean_takeup: Read
    mean_mood: Read
    mood_coupling: Read
    like_minded: Read
    ties_in_all: Read
    ties_digital: Read
    crossing: Read
    outcomes: Write
    maps: Write


class Params(NamedTuple):
    """Registered names."""

    own_residents: float
    own_commons: float
    own_municipality: float
    own_platform: float
    own_state: float
    silence_as: float
    complain: float
    service_scale: float


@inline
def reported_satisfaction(
    satisfaction: float, speaks: bool, disappointed: bool, p: Params
) -> tuple[float, float]:
    """Return how the city reads one sharer: (value, weight).

    Who does not speak is read as ``satisfaction + silence_as(1 − satisfaction)``; who speaks and is below
    their expectation counts ``1 + complain`` times.
    """
    supposed = 0.0 if speaks else p.silence_as * (1.0 - satisfaction)
    louder = p.complain if speaks & disappointed else 0.0
    return satisfaction + supposed, 1.0 + louder


def low_quantile(values: Array, part: float) -> float:
    """Return the ``part`` quantile of ``values`` (N,) in [0, 1], interpolated between order statistics."""
    place = part * (values.size - 1)
    below = int(place)
    above = min(below + 1, values.size - 1)
    beside, before = _beside(values, below, above)
    beside.sort()
    low, high = np.float64(beside[below - before]), np.float64(beside[above - before])
    return low + (place - below) * (high - low)


@kernel
def _beside(values: Array, below: int, above: int) -> tuple[Array, int]:
    """Return those of ``values`` among which ranks ``below`` and ``above`` lie, and how many are less.

    Counting by bins leaves few to sort, at a cost that does not depend on their order.
    """
    counts = np.zeros(BINS + 1, np.int64)
    for value in values:
        counts[int(value * BINS)] += 1
    less = first = 0
    while less + counts[first] <= below:
        less += counts[first]
        first += 1
    until, last = less + counts[first], first
    while until <= above:
        last += 1
        until += counts[last]
    beside = np.empty(until - less + 1, values.dtype)
    found = 0
    for value in values:
        beside[found] = value  # kept only if it counts
        found += first <= int(value * BINS) <= last
    return beside[:found], less


@inline
def spread_of_districts(people: Array, sums: Array, squares: Array) -> float:
    """Return the weighted s.d. of district means (D,) beyond what differences within districts explain.

    ``sums`` and ``squares`` are of residents' values by district.
    """
    everybody = sum_of(people)
    mean = sum_of(sums) / everybody
    between = within = 0.0
    for d in range(people.size):
        n = people[d]
        if n > 0:
            own = sums[d] / n
            between += n * (own - mean) ** 2
            if n > 1:
                variance = max(0.0, (squares[d] - n * own * own) / (n - 1.0))
                within += n * (variance / n)
    return sqrt(max(0.0, (between - within) / everybody))


@inline
def promise_of(population: Array, spend: Array, estimate: Array, productivity: float, scale: float) -> float:
    """Return the satisfaction the optimiser believes in: promised ``productivity`` on its own estimates."""
    total = 0.0
    for d in range(population.size):
        if population[d] > 0:
            total += population[d] * unit(1.0 - exp(-scale * (productivity * spend[d]) / estimate[d]))
    return total / sum_of(population)


@inline
def error_of(population: Array, estimate: Array, mean_need: Array) -> float:
    """Return the population-weighted root mean square error of estimated needs; all (D,)."""
    total = 0.0
    for d in range(population.size):
        if population[d] > 0:
            total += population[d] * (estimate[d] - mean_need[d]) ** 2
    return sqrt(total / sum_of(population))


def measure(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Fill ``outcomes`` (in the order of `sim.outcomes.OUTCOMES`) and ``maps`` (9, D); undefined values are nan."""
    _sum_up(c, p, low_quantile(c.wellbeing, LOWEST_PART))


@kernel
def _sum_up(c: Columns, p: Params, lowest: float) -> None:
    n = c.district.size
    districts = c.population.size
    opinion = opinion2 = reported = weight = shared_service = 0.0
    detained = isolated = 0
    by_group = np.zeros(3)
    harmed_by_group = np.zeros(3)
    group_size = np.zeros(3)
    sums = np.zeros(districts)
    squares = np.zeros(districts)
    c.maps[:] = 0.0
    for i in range(n):
        d = c.district[i]
        w, sat, o = np.float64(c.wellbeing[i]), np.float64(c.satisfaction[i]), np.float64(c.opinion[i])
        opinion += o
        opinion2 += o * o
        detained += c.detention[i] > 0
        isolated += c.tie_count[i] <= FEW_TIES
        by_group[c.hardship_group[i]] += w
        harmed_by_group[c.hardship_group[i]] += 1.0 if c.harm_weeks[i] else 0.0
        group_size[c.hardship_group[i]] += 1.0
        sums[d] += sat
        squares[d] += sat * sat
        c.maps[0, d] += w
        c.maps[2, d] += c.trust[i]
        c.maps[3, d] += c.speaks[i]
        c.maps[5, d] += c.takeup[i]
        value, heard = reported_satisfaction(sat, c.speaks[i] > 0, sat < c.expectation[i], p)
        shared_service += sat if c.shares[i] else 0.0
        reported += heard * value if c.shares[i] else 0.0
        weight += heard if c.shares[i] else 0.0
    wellbeing, service, trust = sum_of(c.wellbeing), sum_of(c.satisfaction), sum_of(c.trust)
    agency, speaking, sharers = sum_of(c.agency), number_of(c.speaks), number_of(c.shares)
    for d in range(districts):
        people = c.population[d]
        for k in (0, 2, 3, 5):
            c.maps[k, d] = c.maps[k, d] / people if people > 0 else np.nan
        c.maps[1, d] = sums[d] / people if people > 0 else np.nan
        c.maps[4, d] = 1.0 - c.crime[d] if people > 0 else np.nan
        c.maps[6, d] = c.district_harmed[d] if people > 0 else np.nan
        c.maps[7, d] = c.district_active[d]
        c.maps[8, d] = c.outage_weeks[d]
    lived = service / n
    read = reported / weight if sharers else np.nan
    selected = shared_service / sharers if sharers else np.nan
    adopters = c.adoption[0]
    income = c.income[0] if c.income[0] > 0.0 else np.nan
    concentration = (
        p.own_residents**2 + p.own_commons**2 + p.own_municipality**2 + p.own_platform**2 + p.own_state**2
    )
    groups_hold = group_size[0] > 0 and group_size[2] > 0
    gap = by_group[0] / group_size[0] - by_group[2] / group_size[2] if groups_hold else np.nan
    harmed_gap = (
        harmed_by_group[2] / group_size[2] - harmed_by_group[0] / group_size[0] if groups_hold else np.nan
    )
    every_tie = c.ties_in_all[0]
    promised = promise_of(
        c.population, c.district_spend, c.estimate, c.promised_productivity[0], p.service_scale
    )
    c.outcomes[WELLBEING] = wellbeing / n
    c.outcomes[SERVICE_FIT] = lived
    c.outcomes[RUNNING_COST] = (c.overheads[0] + c.fee[0]) / income
    c.outcomes[EXPRESSION] = speaking / n
    c.outcomes[CALM] = 1.0 - c.mean_crime[0]
    c.outcomes[TRUST] = trust / n
    c.outcomes[ILLUSION] = read - lived
    c.outcomes[WELLBEING_LOW] = lowest
    c.outcomes[AGENCY] = agency / n
    c.outcomes[GAP_DISTRICTS] = spread_of_districts(c.population, sums, squares)
    c.outcomes[GAP_HARDSHIP] = gap
    c.outcomes[HARMED] = c.harmed_share[0]
    c.outcomes[GAP_HARMED] = harmed_gap
    c.outcomes[TAKEUP] = c.mean_takeup[0]
    c.outcomes[TIES] = every_tie / n
    c.outcomes[ISOLATED] = isolated / n
    c.outcomes[CROSSING] = c.crossing[0]
    c.outcomes[LIKE_MINDED] = c.like_minded[0]
    c.outcomes[MACHINE_MEDIATED] = c.ties_digital[0] / every_tie if every_tie > 0 else np.nan
    c.outcomes[ADOPTION] = adopters
    c.outcomes[SHARING] = c.share_rate[0] / adopters if adopters > 0 else np.nan
    c.outcomes[COVERAGE] = sum_of(c.observed) / n
    c.outcomes[ESTIMATE_ERROR] = error_of(c.population, c.estimate, c.mean_need)
    c.outcomes[CONCENTRATION] = concentration
    c.outcomes[EXPOSURE] = c.exposure[0]
    c.outcomes[FEES] = c.fee[0] / income
    c.outcomes[SAVINGS] = c.saved[0] / income
    c.outcomes[INNOVATION] = c.innovation[0]
    c.outcomes[PRODUCTIVITY] = c.productivity[0]
    c.outcomes[AI_QUALITY] = c.ai_quality[0]
    c.outcomes[COMPLEXITY] = c.complexity[0]
    c.outcomes[INCIDENTS] = c.incidents[0]
    c.outcomes[ACTIVE] = c.active_share[0]
    c.outcomes[DETAINED] = detained / n
    c.outcomes[OPINION_SPREAD] = sqrt(max(0.0, opinion2 / n - (opinion / n) ** 2))
    c.outcomes[SPEND] = c.spend[0] / INCOME_WITHOUT_DATA
    c.outcomes[REPORTED] = read
    c.outcomes[DISORDER] = c.mean_disorder[0]
    c.outcomes[DEFICIT] = c.deficit[0]
    c.outcomes[SELECTION] = selected - lived
    c.outcomes[SILENCE] = read - selected
    c.outcomes[PROMISE] = promised
    c.outcomes[PROMISE_GAP] = promised - lived
    c.outcomes[CATALYST_RATIO] = c.catalyst_ratio[0]
    c.outcomes[MOOD] = c.mean_mood[0]
    c.outcomes[MOOD_COUPLING] = c.mood_coupling[0]


MEASUREMENT = Mechanism("measurement", "6", measure, Columns, Params)


def blank(districts: int) -> dict[str, Array]:
    """Return room for one week's ``outcomes`` (K,) and ``maps`` (9, D)."""
    return {
        "outcomes": np.full(len(OUTCOMES), np.nan),
        "maps": np.full((len(DISTRICT_OUTCOMES), districts), np.nan),
    }
