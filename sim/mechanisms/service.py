"""Services as lived: who gets them, and what the money achieves for a resident, less the misfit.

Claim: of those entitled, a sixth to more than half do not get what is due to them, by benefit and country
(Eurofound 2015; for the United States and Britain Currie 2004, doi:10.3386/w10488): people tell and help each
other, cost cutting gates, services offered only through machines exclude, and data find those who do not come.
Returns to spending diminish, and decisions made on a district's estimate miss the individual as far as the
individual is not known; people, votes and audit soften the miss. Weights are judgement.

    reach_i = H(takeup(reach_alone + (1 − reach_alone)·last week's worth of ties)
        ·(1 + outreach(places − usual_places))(1 − gate·aim_cost)·online_i)
    online_i = 1 for an adopter, else 1 − δ(1 − digital_help·x_i),  x_i the share of ties who adopted
    take-up τ_i = 1 − (1 − reach_i)(1 − k_i)
    spending_i = spending per head_d·max(follow_floor, 1 + aim_wellbeing·k_i(need_i/need̂_d − 1))
    est_i = need̂_d + k_i(need_i − need̂_d)
    sat_i = H((universal + (1 − universal)τ_i)(1 − exp(−service_scale·A·spending_i/need_i))
        − misfit(manual_misfit + (1 − manual_misfit)automation)(1 − participation_fit·participation)
        ·(1 − oversight_fit·oversight)|need_i − est_i|)
    spending per head in an outage is multiplied by
        1 − outage_depth(manual_outage + (1 − manual_outage)automation)
    not taken up = mean of (1 − universal)(1 − τ_i)·spending per head_d; `returned` of it is income next week
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import exponential, share_of_ties, sum_of, unit
from sim.engine.array import Array
from sim.engine.blocks import BLOCK, block, look_up, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.mechanism import Mechanism, Read, Write
from sim.engine.scratch import give_back, lend


class Columns(NamedTuple):
    """The view of this mechanism."""

    district: Read
    population: Read
    need: Read
    adopted: Read
    tie_count: Read
    adopted_ties: Read
    tie_worth: Read
    recognition: Read
    estimate: Read
    district_spend: Read
    outage_weeks: Read
    productivity: Read
    installed_digital: Read
    takeup: Write
    satisfaction: Write
    mean_takeup: Write
    returned_money: Write


class Params(NamedTuple):
    """Registered names."""

    aim_wellbeing: float
    aim_cost: float
    automation: float
    participation: float
    oversight: float
    places: float
    takeup: float
    outreach: float
    gate: float
    returned: float
    misfit: float
    outage_depth: float
    reach_alone: float
    usual_places: float
    digital_help: float
    universal: float
    follow_floor: float
    service_scale: float
    manual_misfit: float
    participation_fit: float
    oversight_fit: float
    manual_outage: float


@inline
def misfit_of(p: Params) -> float:
    """Return how much satisfaction one unit of mistaken need costs."""
    decided = p.manual_misfit + (1.0 - p.manual_misfit) * p.automation
    return (
        p.misfit
        * decided
        * (1.0 - p.participation_fit * p.participation)
        * (1.0 - p.oversight_fit * p.oversight)
    )


@inline
def outage_factor(p: Params) -> float:
    """Return the part of services that still works during an outage."""
    return 1.0 - p.outage_depth * (p.manual_outage + (1.0 - p.manual_outage) * p.automation)


@inline
def offered(p: Params) -> float:
    """Return take-up by somebody whom ties help as far as they can, where nothing is online only."""
    return p.takeup * (1.0 + p.outreach * (p.places - p.usual_places)) * (1.0 - p.gate * p.aim_cost)


@inline
def reach_of(
    offer: float, tie_worth: float, adopted: bool, friends: float, digital: float, p: Params
) -> float:
    """Return how much of what is due reaches a resident who is not known from data, 0 to 1.

    ``friends`` is the share of ties who use digital services, ``digital`` that of services online only.
    """
    told = p.reach_alone + (1.0 - p.reach_alone) * tie_worth
    shut_out = 0.0 if adopted else digital * (1.0 - p.digital_help * friends)
    return unit(offer * told * (1.0 - shut_out))


@inline
def satisfaction(
    effective_spend: float,
    takeup: float,
    known: float,
    need: float,
    estimate: float,
    misfit: float,
    p: Params,
) -> float:
    """Return satisfaction with services, 0 to 1.

    ``effective_spend`` is productivity times the district's spending per head, ``known`` how far the person
    is known, ``estimate`` the district's estimated need.
    """
    follows = max(p.follow_floor, 1.0 + p.aim_wellbeing * known * (need / estimate - 1.0))
    received = p.universal + (1.0 - p.universal) * takeup
    served = 1.0 - exponential(-p.service_scale * (effective_spend * follows) / need)
    missed = abs(need - (estimate + known * (need - estimate)))
    return unit(received * served - misfit * missed)


@inline
def _settle(c: Columns, p: Params, spend: Array, taken: Array) -> None:
    """Set mean take-up, and what of ``spend`` (D,), per head, comes back because nobody came for it.

    ``taken`` (D,), all 0 before, takes the sums of take-up.
    """
    for i in range(c.takeup.size):
        taken[c.district[i]] += c.takeup[i]
    left = 0.0
    for d in range(spend.size):
        left += spend[d] * (c.population[d] - taken[d])
    c.mean_takeup[0] = sum_of(taken) / c.takeup.size
    c.returned_money[0] = p.returned * (1.0 - p.universal) * left / c.takeup.size


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Serve every resident."""
    misfit, offer, digital = misfit_of(p), offered(p), c.installed_digital[0]
    working, productivity = outage_factor(p), c.productivity[0]
    room = lend(2, c.district_spend.size)
    spending, taken = room[0], room[1]
    for d in range(spending.size):
        spending[d] = c.district_spend[d] * (working if c.outage_weeks[d] > 0 else 1.0)
    spend, estimate = block(), block()
    for first in range(0, c.need.size, BLOCK):
        rows = min(BLOCK, c.need.size - first)
        look_up(spend, spending, c.district, first, rows)
        look_up(estimate, c.estimate, c.district, first, rows)
        for offset in range(rows):
            i = row(first, offset)
            need, known = np.float64(c.need[i]), np.float64(c.recognition[i])
            friends = share_of_ties(c.adopted_ties[i], c.tie_count[i])
            reach = reach_of(offer, c.tie_worth[i], c.adopted[i] > 0, friends, digital, p)
            takeup = 1.0 - (1.0 - reach) * (1.0 - known)
            c.takeup[i] = takeup
            effective = productivity * spend[offset]
            c.satisfaction[i] = satisfaction(effective, takeup, known, need, estimate[offset], misfit, p)
    _settle(c, p, spending, taken)
    give_back(room)


MECHANISM = Mechanism("service", "5.10", weekly, Columns, Params)
