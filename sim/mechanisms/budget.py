"""The city's purse: income, overheads, the platform's fee, savings and what is left for services.

Claim: a platform's grip grows with use and yields to openness (lock-in; Arthur 1989, doi:10.2307/2234208,
whose inefficiency Liebowitz & Margolis 1995 dispute); upkeep grows with complexity (Tainter 1988).

    income + deficit = services + overheads + fee + saved, every week, per head, income without data = 1
    income = (1 + rent·share rate·municipality + what nobody took up last week and came back)·budget factor
    fee = platform_fee·lock-in·platform
    overheads = max(0, (oversight_cost·oversight + surveillance_cost·surveillance
        + enforcement_cost·enforcement + places_cost·places + continuity_cost·continuity
        + participation_cost·participation + connectivity_cost·connectivity
        + responsiveness_cost·responsiveness + upkeep_ceiling(1 − e^(−upkeep·X/upkeep_ceiling))
        + concession_cost·success)(1 − thrift·aim_cost)
        − digital_saving·δ·adopted − automation_saving·automation·Q)
    saved = saving_share·aim_cost·max(0, income − overheads − fee)
    services = max(least_spend, income − overheads − fee − saved)
    lock-in ← H(lock-in + lock_in_speed(platform·adopted·lock_in − openness_release·openness·lock-in))
"""

from __future__ import annotations

from math import exp
from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import unit
from sim.engine.compile import bare_kernel, inline
from sim.engine.mechanism import Details, Mechanism, Occasion, Read, Write


class Columns(NamedTuple):
    """The view of this mechanism."""

    adoption: Read
    share_rate: Read
    complexity: Read
    success: Read
    installed_digital: Read
    ai_quality: Read
    returned_money: Read
    budget_factor: Read
    lock_in_level: Write
    income: Write
    overheads: Write
    fee: Write
    saved: Write
    spend: Write
    deficit: Write


class Params(NamedTuple):
    """Registered names."""

    own_municipality: float
    own_platform: float
    openness: float
    aim_cost: float
    automation: float
    participation: float
    oversight: float
    surveillance: float
    enforcement: float
    responsiveness: float
    connectivity: float
    places: float
    continuity: float
    rent: float
    lock_in: float
    upkeep: float
    concession_cost: float
    thrift: float
    digital_saving: float
    automation_saving: float
    lock_in_speed: float
    openness_release: float
    oversight_cost: float
    surveillance_cost: float
    enforcement_cost: float
    places_cost: float
    continuity_cost: float
    participation_cost: float
    connectivity_cost: float
    responsiveness_cost: float
    platform_fee: float
    upkeep_ceiling: float
    saving_share: float
    least_spend: float


@inline
def lock_in(level: float, platform: float, adoption: float, openness: float, p: Params) -> float:
    """Return next week's lock-in, 0 to 1, for a platform's share, the adopters' share and openness."""
    pull = platform * adoption * p.lock_in
    return unit(level + p.lock_in_speed * (pull - p.openness_release * openness * level))


@inline
def upkeep_of(complexity: float, p: Params) -> float:
    """Return the cost of keeping systems of this complexity running, below `upkeep_ceiling`."""
    return p.upkeep_ceiling * (1.0 - exp(-p.upkeep * complexity / p.upkeep_ceiling))


@inline
def fixed_costs(p: Params) -> float:
    """Return what the levers themselves cost per head."""
    return (
        p.oversight_cost * p.oversight
        + p.surveillance_cost * p.surveillance
        + p.enforcement_cost * p.enforcement
        + p.places_cost * p.places
        + p.continuity_cost * p.continuity
        + p.participation_cost * p.participation
        + p.connectivity_cost * p.connectivity
        + p.responsiveness_cost * p.responsiveness
    )


@inline
def overheads_of(
    complexity: float, success: float, digital: float, adoption: float, quality: float, p: Params
) -> float:
    """Return what running the city costs per head, thrift and what machines save taken off; at least 0.

    ``digital`` is the digital share of services installed, ``quality`` that of machines.
    """
    spent = fixed_costs(p) + upkeep_of(complexity, p) + p.concession_cost * success
    machines = p.digital_saving * digital * adoption + p.automation_saving * p.automation * quality
    return max(0.0, spent * (1.0 - p.thrift * p.aim_cost) - machines)


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Settle the week's accounts."""
    c.lock_in_level[0] = lock_in(c.lock_in_level[0], p.own_platform, c.adoption[0], p.openness, p)
    usual = 1.0 + p.rent * c.share_rate[0] * p.own_municipality + c.returned_money[0]
    income = usual * c.budget_factor[0]
    overheads = overheads_of(
        c.complexity[0], c.success[0], c.installed_digital[0], c.adoption[0], c.ai_quality[0], p
    )
    fee = p.platform_fee * c.lock_in_level[0] * p.own_platform
    rest = income - overheads - fee
    saved = p.saving_share * p.aim_cost * max(0.0, rest)
    spend = max(p.least_spend, rest - saved)
    c.income[0], c.overheads[0], c.fee[0], c.saved[0], c.spend[0] = income, overheads, fee, saved, spend
    c.deficit[0] = max(0.0, spend + saved + overheads + fee - income)


def let_cut(c: Columns, p: Params, occasion: Occasion) -> Details:
    """Let income fall for some weeks; the city hall keeps count of the cuts in force."""
    event = occasion.event
    occasion.city_hall.cut(event)
    return {"depth": event.depth, "weeks": event.weeks}


MECHANISM = Mechanism("budget", "5.8", weekly, Columns, Params, {"budget_cut": let_cut})
