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
from sim.engine.blocks import BLOCK, look_up, row
from sim.engine.compile import inline, kernel
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


@kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Move everybody's well-being."""
    common = common_part(c.saved[0], c.share_rate[0], p)
    ease = p.convenience * c.ai_quality[0] * (p.convenience_base + p.own_platform)
    resent = p.wellbeing_resent * p.resent if is_mandatory(p.consent) else 0.0
    time = p.burden * p.participation
    unsafe = np.empty(BLOCK)
    for first in range(0, c.wellbeing.size, BLOCK):
        look_up(unsafe, c.unsafe, c.district, first)
        for offset in range(min(BLOCK, c.wellbeing.size - first)):
            i = row(first, offset)
            o = np.float64(c.opinion[i])
            g = np.float64(c.agency[i])
            target = unit(
                common
                + p.value_income * (1.0 - c.hardship[i])
                + p.value_service * c.satisfaction[i]
                + p.value_ties * c.tie_worth[i]
                + (1.0 + o) * (p.value_autonomy * g - p.value_privacy * c.privacy_lost[i])
                + (1.0 - o) * p.value_safety * (1.0 - unsafe[offset])
                + ease * c.adopted[i]
                - time * (1.0 - p.burden_relief * g)
                - p.wellbeing_detained * (c.detention[i] > 0)
                - p.harm_cost * (c.harm_weeks[i] > 0)
                - resent * (1.0 - c.willing[i]) * c.shares[i]
            )
            c.wellbeing[i] += p.wellbeing_speed * (target - c.wellbeing[i])


MECHANISM = Mechanism("wellbeing", "5.16", weekly, Columns, Params)
