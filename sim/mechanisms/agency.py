"""Agency: how much residents feel they can influence what concerns them.

    g moves by agency_speed toward H(agency_base
        + agency_participation·participation(agency_offline + (1 − agency_offline)adopted)
            ·(agency_ease − agency_hardship·h)·reach
        + agency_openness·openness·adopted + agency_speaking·speaks
        + agency_answered(2 responsiveness − 1)α_i
        + agency_data(residents, 0 where consent is mandatory, + z·commons)adopted_i − agency_harmed[harmed])
    reach = voice_reach + (1 − voice_reach)·min(1, turnout_scale·own turnout over the last half year)

Claim: a say comes from deciding, from open tools, from speaking, from being answered and from holding one's
data; who must share holds nothing. Weights are judgement; open participation reaches the better off more.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import mean, unit
from sim.engine.compile import bare_kernel, inline
from sim.engine.mechanism import Mechanism, Read, Write
from sim.scenario.choice_codes import is_mandatory


class Columns(NamedTuple):
    """The view of this mechanism."""

    hardship: Read
    adopted: Read
    speaks: Read
    acted: Read
    harm_weeks: Read
    turnout: Read
    adoption: Read
    stewardship: Read
    agency: Write
    mean_agency: Write


class Params(NamedTuple):
    """Registered names."""

    own_residents: float
    own_commons: float
    consent: float
    openness: float
    participation: float
    responsiveness: float
    voice_reach: float
    agency_speed: float
    agency_base: float
    agency_participation: float
    agency_offline: float
    agency_ease: float
    agency_hardship: float
    agency_openness: float
    agency_speaking: float
    agency_answered: float
    agency_data: float
    agency_harmed: float
    turnout_scale: float


@inline
def reach_of(turnout: float, p: Params) -> float:
    """Return how far participation reaches somebody with this own turnout (share of weeks)."""
    return p.voice_reach + (1.0 - p.voice_reach) * min(1.0, p.turnout_scale * turnout)


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Move everybody's agency."""
    adoption = c.adoption[0]
    online = p.agency_offline + (1.0 - p.agency_offline) * adoption
    decide = p.agency_participation * p.participation * online
    common = p.agency_base + p.agency_openness * p.openness * adoption
    answer = p.agency_answered * (2.0 * p.responsiveness - 1.0)
    held_alone = 0.0 if is_mandatory(p.consent) else p.own_residents
    own = p.agency_data * (held_alone + c.stewardship[0] * p.own_commons)
    for i in range(c.agency.size):
        ease = p.agency_ease - p.agency_hardship * c.hardship[i]
        target = unit(
            common
            + decide * ease * reach_of(c.turnout[i], p)
            + p.agency_speaking * c.speaks[i]
            + answer * c.acted[i]
            + own * c.adopted[i]
            - p.agency_harmed * (c.harm_weeks[i] > 0)
        )
        c.agency[i] += p.agency_speed * (target - c.agency[i])
    c.mean_agency[0] = mean(c.agency)


MECHANISM = Mechanism("agency", "5.15", weekly, Columns, Params)
