"""Well-being, as each resident values its parts.

Claim: income and ties matter strongly (Killingsworth et al. 2023, doi:10.1073/pnas.2208661120; Holt-Lunstad
et al. 2010, doi:10.1371/journal.pmed.1000316), services and convenience too; what autonomy, privacy and
safety are worth is a value choice that differs between residents (o) and between debaters. Parts are reported
beside the sum.

    w moves by wellbeing_speed toward H(wellbeing_base + value_income(1 − h) + value_service·sat
        + value_ties·worth of ties + value_autonomy(1 + o)g − value_privacy(1 + o)lost
        + value_safety(1 − o)(1 − unsafe_d) + convenience·adopted_i·Q(convenience_base + platform)
        − burden·participation(1 − burden_relief·g) − wellbeing_detained[detained] − harm_cost[harmed]
        − wellbeing_resent·resent(1 − π)shares [if mandatory]
        + value_saved·saved + wellbeing_rent·rent·share rate(residents + commons))
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import unit
from sim.engine.blocks import BLOCK, block, look_up, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.mechanism import Mechanism, Read, Write
from sim.scenario.choice_codes import is_mandatory


class Columns(NamedTuple):
    """The view of this mechanism."""

    district: Read
    hardship: Read
    opinion: Read
    satisfaction: Read
    tie_worth: Read
    agency: Read
    privacy_lost: Read
    detention: Read
    harm_weeks: Read
    adopted: Read
    willing: Read
    shares: Read
    unsafe: Read
    share_rate: Read
    ai_quality: Read
    saved: Read
    wellbeing: Write


class Params(NamedTuple):
    """Registered names."""

    own_residents: float
    own_commons: float
    own_platform: float
    consent: float
    participation: float
    value_income: float
    value_service: float
    value_ties: float
    value_autonomy: float
    value_privacy: float
    value_safety: float
    value_saved: float
    harm_cost: float
    convenience: float
    burden: float
    resent: float
    rent: float
    wellbeing_speed: float
    wellbeing_base: float
    burden_relief: float
    wellbeing_detained: float
    wellbeing_resent: float
    wellbeing_rent: float
    convenience_base: float


@inline
def common_part(saved: float, share_rate: float, p: Params) -> float:
    """Return the part of well-being that everybody shares alike."""
    dividend = p.wellbeing_rent * p.rent * share_rate * (p.own_residents + p.own_commons)
    return p.wellbeing_base + p.value_saved * saved + dividend


@inline
def income_part(hardship: float, p: Params) -> float:
    """Return what income adds: less with hardship."""
    return p.value_income * (1.0 - hardship)


@inline
def self_part(opinion: float, agency: float, lost: float, p: Params) -> float:
    """Return what a say adds and what privacy ``lost`` takes, more to those who put autonomy first."""
    return (1.0 + opinion) * (p.value_autonomy * agency - p.value_privacy * lost)


@inline
def safety_part(opinion: float, unsafe: float, p: Params) -> float:
    """Return what a safe district adds, more to those who put order first."""
    return (1.0 - opinion) * p.value_safety * (1.0 - unsafe)


@inline
def ease_of(quality: float, p: Params) -> float:
    """Return what digital services add to those who use them."""
    return p.convenience * quality * (p.convenience_base + p.own_platform)


@inline
def time_part(agency: float, p: Params) -> float:
    """Return the time that participation takes, less for those with a say."""
    return p.burden * p.participation * (1.0 - p.burden_relief * agency)


@inline
def resentment_of(p: Params) -> float:
    """Return what being made to share takes from those who would never have."""
    return p.wellbeing_resent * p.resent if is_mandatory(p.consent) else 0.0


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Move everybody's well-being."""
    common = common_part(c.saved[0], c.share_rate[0], p)
    ease, resent = ease_of(c.ai_quality[0], p), resentment_of(p)
    unsafe = block()
    for first in range(0, c.wellbeing.size, BLOCK):
        rows = min(BLOCK, c.wellbeing.size - first)
        look_up(unsafe, c.unsafe, c.district, first, rows)
        for offset in range(rows):
            i = row(first, offset)
            o = np.float64(c.opinion[i])
            g = np.float64(c.agency[i])
            target = unit(
                common
                + income_part(c.hardship[i], p)
                + p.value_service * c.satisfaction[i]
                + p.value_ties * c.tie_worth[i]
                + self_part(o, g, c.privacy_lost[i], p)
                + safety_part(o, unsafe[offset], p)
                + ease * c.adopted[i]
                - time_part(g, p)
                - p.wellbeing_detained * (c.detention[i] > 0)
                - p.harm_cost * (c.harm_weeks[i] > 0)
                - resent * (1.0 - c.willing[i]) * c.shares[i]
            )
            c.wellbeing[i] += p.wellbeing_speed * (target - c.wellbeing[i])


MECHANISM = Mechanism("wellbeing", "5.16", weekly, Columns, Params)
