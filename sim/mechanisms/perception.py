"""Perception: what residents see around them. The one pass over the ties; its results serve the whole week.

Counts of adopters, active and detained people are over all ties. Moods and opinions travel only over
*reachable* ties: an outage in the own district silences the digital ones. Opinions are heard only from
those who speak, and move only if the gap is below `bound` (Deffuant et al. 2000,
doi:10.1142/S0219525900000078).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.compile import kernel
from sim.mechanisms.mechanism import Mechanism, Read, Write
from sim.tie_slots import EMPTY, LOCAL_SLOTS, SLOTS


class Columns(NamedTuple):
    """The view of this mechanism."""

    district: Read
    ties: Read
    outage_weeks: Read
    adopted: Read
    active: Read
    detention: Read
    speaks: Read
    mood: Read
    opinion: Read
    adopted_ties: Write
    active_ties: Write
    detained_ties: Write
    mood_nearby: Write
    opinion_gap: Write
    agree: Write
    like_minded: Write


class Params(NamedTuple):
    """Registered names."""

    bound: float


@kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Look once at every tie of every resident."""
    all_ties = 0
    like_minded = 0
    for i in range(c.district.size):
        reached_slots = LOCAL_SLOTS if c.outage_weeks[c.district[i]] > 0 else SLOTS
        own = np.float64(c.opinion[i])
        adopted = active = detained = reached = heard = near = same = 0
        mood = gaps = 0.0
        for slot in range(SLOTS):
            j = c.ties[i, slot]
            if j == EMPTY:
                continue
            other = np.float64(c.opinion[j])
            adopted += c.adopted[j]
            active += c.active[j]
            detained += c.detention[j] > 0
            all_ties += 1
            like_minded += own * other > 0.0
            if slot >= reached_slots:
                continue
            reached += 1
            mood += c.mood[j]
            if c.speaks[j]:
                heard += 1
                same += own * other > 0.0
                if abs(other - own) < p.bound:
                    near += 1
                    gaps += other - own
        c.adopted_ties[i] = adopted
        c.active_ties[i] = active
        c.detained_ties[i] = detained
        c.mood_nearby[i] = mood / reached if reached else 0.0
        c.opinion_gap[i] = gaps / near if near else 0.0
        c.agree[i] = same / heard if heard else 0.5
    c.like_minded[0] = like_minded / all_ties if all_ties else 0.0


MECHANISM = Mechanism("perception", "5.2", weekly, Columns, Params)
