"""Opinion between order first (−1) and autonomy first (+1).

Claim: people move toward those they hear within a bound (Deffuant et al. 2000, doi:10.1142/S0219525900000078;
Hegselmann & Krause 2002), held by an anchor (Friedkin & Johnsen 1990, doi:10.1080/0022250X.1990.9990069) that
experience shifts slowly: privacy lost toward autonomy, insecurity and unrest toward order. Experiments on
real platforms find small effects of exposure (Nyhan et al. 2023, doi:10.1038/s41586-023-06297-w).

    o⁰, the anchor, moves by anchor_speed toward first opinion + experience·lost
        − security_demand(unsafe_d − tolerated_unsafe + min(1, unrest_scale·share acting_d)), within [−1, 1]
    o += influence·mean gap + anchor(o⁰ − o)
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import clip, mean
from sim.engine.blocks import BLOCK, block, look_up, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.mechanism import Mechanism, Read, Write
from sim.engine.scratch import give_back, lend


class Columns(NamedTuple):
    """The view of this mechanism."""

    district: Read
    first_opinion: Read
    opinion_gap: Read
    privacy_lost: Read
    unsafe: Read
    district_acting: Read
    opinion_anchor: Write
    opinion: Write
    mean_opinion: Write


class Params(NamedTuple):
    """Registered names."""

    influence: float
    anchor: float
    experience: float
    security_demand: float
    anchor_speed: float
    tolerated_unsafe: float
    unrest_scale: float


@inline
def step(opinion: float, gap: float, anchor_opinion: float, influence: float, anchor: float) -> float:
    """Return next week's opinion: toward others by ``influence`` of the mean gap, back by ``anchor``."""
    return clip(opinion + influence * gap + anchor * (anchor_opinion - opinion), -1.0, 1.0)


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Move anchors by experience, then opinions."""
    room = lend(1, c.unsafe.size)
    alarms = room[0]
    for d in range(alarms.size):
        unrest = min(1.0, p.unrest_scale * c.district_acting[d])
        alarms[d] = p.security_demand * (c.unsafe[d] - p.tolerated_unsafe + unrest)
    alarm = block()
    for first in range(0, c.opinion.size, BLOCK):
        rows = min(BLOCK, c.opinion.size - first)
        look_up(alarm, alarms, c.district, first, rows)
        for offset in range(rows):
            i = row(first, offset)
            lived = clip(c.first_opinion[i] + p.experience * c.privacy_lost[i] - alarm[offset], -1.0, 1.0)
            c.opinion_anchor[i] += p.anchor_speed * (lived - c.opinion_anchor[i])
            c.opinion[i] = step(c.opinion[i], c.opinion_gap[i], c.opinion_anchor[i], p.influence, p.anchor)
    c.mean_opinion[0] = mean(c.opinion)
    give_back(room)


MECHANISM = Mechanism("opinion", "5.17", weekly, Columns, Params)
