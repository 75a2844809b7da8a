"""Who gets services: an optimiser with three aims, and residents' votes.

Claim: a planner that maximises Σ ω pop log(x + base) on estimated needs gives shares proportional to weights
(water-filling); a wrong estimate ŵ costs KL(w‖ŵ) nats. Votes express the needs of those who take part, few
and better off (participatory budgeting turnouts of 1–10 %).

    ω_d = aim_wellbeing·need̂_d/mean + aim_cost + aim_order(order_base + (1 − order_base)heat_d/mean)
    optimised: maximises Σ ω_d pop_d log(x_d + allocation_base)
    voted_d = pop_d·(mean need of its participants)·max(turnout_floor, turnout_d/mean turnout)^capture
    share_d ∝ max((1 − participation)·optimised share_d + participation·voted share_d, equal_floor·pop_d/N)
    heat_d moves by heat_speed toward share active_d
        + heat_discontent·share of residents with (1 − w)(1 − L) > discontent_line
    P(take part) = vote_rate(vote_adoption + adopted)(vote_hardship − h)(vote_agency + g)
    participants and their needs are remembered over a rolling year (vote_memory a week), one's own turnout
        over turnout_weeks
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import sum_of, weighted_mean
from sim.engine.array import Array
from sim.engine.blocks import BLOCK, block, block_of_draws, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.draws import TAKE_PART, draw_block
from sim.engine.mechanism import Mechanism, Read, Write
from sim.engine.scratch import give_back, lend


class Columns(NamedTuple):
    """The view of this mechanism."""

    district: Read
    population: Read
    census: Read
    hardship: Read
    agency: Read
    need: Read
    wellbeing: Read
    trust: Read
    active: Read
    adoption: Read
    estimate: Read
    spend: Read
    turnout: Write
    heat: Write
    voters: Write
    voted_need: Write
    district_spend: Write


class Params(NamedTuple):
    """Registered names."""

    aim_wellbeing: float
    aim_cost: float
    aim_order: float
    participation: float
    capture: float
    heat_speed: float
    heat_discontent: float
    discontent_line: float
    order_base: float
    allocation_base: float
    vote_rate: float
    vote_adoption: float
    vote_hardship: float
    vote_agency: float
    vote_memory: float
    turnout_weeks: float
    turnout_floor: float
    equal_floor: float


@inline
def water_fill(x: Array, weights: Array, base: Array, budget: float) -> None:
    """Fill x ≥ 0 (D,) with what maximises Σ weights·log(x + base) under Σ x = budget.

    ``weights`` ≥ 0 with a positive sum, ``base`` ≥ 0, ``budget`` > 0. Boyd & Vandenberghe 2004, example 5.2.
    """
    for d in range(weights.size):
        x[d] = 1.0 if weights[d] > 0.0 else 0.0  # for the time being: whether anything may go there
    level, dropped = 0.0, True
    while dropped:
        weight_sum = base_sum = 0.0
        for d in range(weights.size):
            if x[d]:
                weight_sum += weights[d]
                base_sum += base[d]
        level = (budget + base_sum) / weight_sum
        dropped = False
        for d in range(weights.size):
            if x[d] and level * weights[d] < base[d]:
                x[d] = 0.0
                dropped = True
    for d in range(weights.size):
        if x[d]:
            x[d] = level * weights[d] - base[d]


def misallocation_loss(weights: Array, estimated: Array) -> float:
    """Return the loss in nats of sharing by ``estimated`` where ``weights`` are true: KL(weights‖estimated).

    It equals burning a share 1 − e^−loss of the budget under log utility. Both (D,), positive where
    ``weights`` is; they are normalised here.
    """
    true = np.asarray(weights, float) / np.sum(weights)
    used = np.asarray(estimated, float) / np.sum(estimated)
    some = true > 0
    return float(np.sum(true[some] * np.log(true[some] / used[some])))


@inline
def _consult(c: Columns, p: Params, key: np.uint64, week: int, counts: Array) -> None:
    """Measure heat from last week's mood, and let residents take part; ``counts`` (4, D) are all 0 before."""
    active, discontent, part, part_need = counts[0], counts[1], counts[2], counts[3]
    eager = p.vote_rate * (p.vote_adoption + c.adoption[0])
    u, took_part, upset = block_of_draws(), block(), block()
    for first in range(0, c.district.size, BLOCK):
        rows = min(BLOCK, c.district.size - first)
        draw_block(u, key, first, rows, week, TAKE_PART)
        for offset in range(rows):
            i = row(first, offset)
            chance = eager * (p.vote_hardship - c.hardship[i]) * (p.vote_agency + c.agency[i])
            took_part[offset] = 1.0 if u[0, offset] < chance else 0.0
            unwell = (1.0 - c.wellbeing[i]) * (1.0 - c.trust[i])
            upset[offset] = 1.0 if unwell > p.discontent_line else 0.0
            c.turnout[i] += (took_part[offset] - c.turnout[i]) / p.turnout_weeks
        for offset in range(rows):
            i = row(first, offset)
            d = c.district[i]
            active[d] += c.active[i]
            discontent[d] += upset[offset]
            if took_part[offset]:
                part[d] += 1.0
                part_need[d] += c.need[i]
    _remember(c, p, active, discontent, part, part_need)


@inline
def _remember(c: Columns, p: Params, active: Array, discontent: Array, part: Array, part_need: Array) -> None:
    """Move heat and who takes part, with what need, toward what was counted by district this week; all (D,)."""
    for d in range(c.population.size):
        people = c.population[d]
        if people > 0:
            felt = (active[d] + p.heat_discontent * discontent[d]) / people
            c.heat[d] += p.heat_speed * (felt - c.heat[d])
        c.voters[d] += p.vote_memory * (part[d] - c.voters[d])
        c.voted_need[d] += p.vote_memory * (part_need[d] - c.voted_need[d])


@inline
def optimised_weights(weights: Array, population: Array, estimate: Array, heat: Array, p: Params) -> None:
    """Fill the optimiser's ``weights`` of each district, times its residents; all (D,)."""
    mean_need = weighted_mean(estimate, population)
    mean_heat = weighted_mean(heat, population)
    for d in range(weights.size):
        hot = heat[d] / mean_heat if mean_heat > 0.0 else 1.0
        order = p.aim_order * (p.order_base + (1.0 - p.order_base) * hot)
        weights[d] = population[d] * (p.aim_wellbeing * estimate[d] / mean_need + p.aim_cost + order)


@inline
def _fill_votes(
    votes: Array, population: Array, voters: Array, voted_need: Array, census: Array, p: Params
) -> None:
    """Fill the ``votes`` of each district: its residents, the need of its participants, their turnout; all (D,)."""
    usual = sum_of(voters) / sum_of(population)
    for d in range(votes.size):
        votes[d] = 0.0
        if population[d] > 0:
            need = voted_need[d] / voters[d] if voters[d] > 1e-9 else census[d]
            relative = voters[d] / population[d] / usual if usual > 0.0 else 1.0
            votes[d] = population[d] * need * max(p.turnout_floor, relative) ** p.capture


@inline
def share_out(
    shares: Array, base: Array, weights: Array, votes: Array, population: Array, spend: float, p: Params
) -> None:
    """Fill each district's ``shares`` of the service budget (D,), summing to 1; ``spend`` is per head.

    ``base`` (D,) takes theirs for `water_fill`.
    """
    everybody = sum_of(population)
    for d in range(weights.size):
        base[d] = p.allocation_base * population[d]
    water_fill(shares, weights, base, spend * everybody)
    optimised, voted = sum_of(shares), sum_of(votes)
    for d in range(weights.size):
        mixed = (1.0 - p.participation) * shares[d] / optimised + p.participation * votes[d] / voted
        shares[d] = max(mixed, p.equal_floor * population[d] / everybody)
    total = sum_of(shares)
    for d in range(weights.size):
        shares[d] /= total


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Consult, decide, and set each district's spending per head."""
    room = lend(8, c.population.size)
    _consult(c, p, key, week, room)
    weights, votes, base, shares = room[4], room[5], room[6], room[7]
    optimised_weights(weights, c.population, c.estimate, c.heat, p)
    _fill_votes(votes, c.population, c.voters, c.voted_need, c.census, p)
    share_out(shares, base, weights, votes, c.population, c.spend[0], p)
    everybody = sum_of(c.population)
    for d in range(shares.size):
        if c.population[d] > 0:
            c.district_spend[d] = c.spend[0] * shares[d] * everybody / c.population[d]
    give_back(room)


MECHANISM = Mechanism("allocation", "5.9", weekly, Columns, Params)
