"""Agency: how much residents feel they can influence what concerns them.

    g moves 3 % a week toward H(.1 + .8 participation(½ + ½ adopted)(1.2 − .6h)·reach + .25 openness·adopted
        + .25 speaks + ½ success + .3(residents + z·commons)·shares)
    reach = voice_reach + (1 − voice_reach)·min(1, 12·own turnout over the last half year)

Claim: a say comes from deciding, from open tools, from speaking, from winning and from holding one's data.
Weights are judgement; open participation reaches the better off more.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import mean, unit
from sim.engine.compile import kernel, piece
from sim.engine.mechanism import Mechanism, Read, Write


class Columns(NamedTuple):
    """The view of this mechanism."""

    hardship: Read
    shares: Read
    speaks: Read
    turnout: Read
    adoption: Read
    stewardship: Read
    success: Read
    agency: Write
    mean_agency: Write


class Params(NamedTuple):
    """Registered names."""

    own_residents: float
    own_commons: float
    openness: float
    participation: float
    voice_reach: float
    agency_speed: float
    agency_base: float
    agency_participation: float
    agency_offline: float
    agency_ease: float
    agency_hardship: float
    agency_openness: float
    agency_speaking: float
    agency_success: float
    agency_data: float
    turnout_scale: float


@piece
def reach_of(turnout: float, p: Params) -> float:
    """Return how far participation reaches somebody with this own turnout (share of weeks)."""
    return p.voice_reach + (1.0 - p.voice_reach) * min(1.0, p.turnout_scale * turnout)


@kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Move everybody's agency."""
    adoption = c.adoption[0]
    online = p.agency_offline + (1.0 - p.agency_offline) * adoption
    decide = p.agency_participation * p.participation * online
    common = p.agency_base + p.agency_openness * p.openness * adoption + p.agency_success * c.success[0]
    own = p.agency_data * (p.own_residents + c.stewardship[0] * p.own_commons)
    for i in range(c.agency.size):
        ease = p.agency_ease - p.agency_hardship * c.hardship[i]
        target = unit(
            common
            + decide * ease * reach_of(c.turnout[i], p)
            + p.agency_speaking * c.speaks[i]
            + own * c.shares[i]
        )
        c.agency[i] += p.agency_speed * (target - c.agency[i])
    c.mean_agency[0] = mean(c.agency)


MECHANISM = Mechanism("agency", "5.15", weekly, Columns, Params)
