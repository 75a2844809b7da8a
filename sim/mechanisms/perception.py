"""Perception: what residents see around them. The one pass over the ties; its results serve the whole week.

Counts of adopters, active and detained people are over all ties. Moods and opinions travel only over
*reachable* ties: an outage in the own district silences the digital ones. Opinions are heard only from
those who speak, and move only if the gap is below `bound` (Deffuant et al. 2000,
doi:10.1142/S0219525900000078).

What others can see of a resident is packed into two words that lie side by side, so that each tie costs one
access to memory: five flags and the mood (27 bits, to 2e-8), and the opinion. Empty slots see an extra,
blank resident: the loop over slots then needs no branch, which halves its time.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.compile import kernel
from sim.mechanisms.mechanism import Mechanism, Read, Write
from sim.tie_slots import LOCAL_SLOTS, SLOTS

FLAGS = 5  # exists, adopted, active, detained, speaks: the lowest bits of the first word
MOOD_STEPS = 2.0**26 - 1.0
_ONE, _FLAG_MASK, _MOOD_MASK = np.uint64(1), np.uint64(31), np.uint64(2**27 - 1)
# Multiplying five bits by this puts bit k at the bottom of byte k, so that one sum counts all five flags.
_SPREAD = np.uint64(sum(1 << (7 * k) for k in range(FLAGS)))
_BYTES = np.uint64(sum(1 << (8 * k) for k in range(FLAGS)))
_COUNT = np.uint64(255)


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
    seen: Write
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
def _show(c: Columns) -> None:
    """Pack what others can see of each resident into ``seen`` (N + 1, 2); the last row stays blank."""
    opinions = c.seen.view(np.float32)
    for i in range(c.district.size):
        flags = 1 | c.adopted[i] << 1 | c.active[i] << 2 | (c.detention[i] > 0) << 3 | c.speaks[i] << 4
        c.seen[i, 0] = int((np.float64(c.mood[i]) + 1.0) * MOOD_STEPS + 0.5) << FLAGS | flags
        opinions[i, 1] = c.opinion[i]


@kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Look once at every tie of every resident."""
    _show(c)
    opinions = c.seen.view(np.float32)
    nobody = np.uint64(c.district.size)
    all_ties = like_minded = 0
    for i in range(c.district.size):
        online = np.uint64(0) if c.outage_weeks[c.district[i]] > 0 else _ONE
        own = np.float64(c.opinion[i])
        counts = moods = reached = heard = near = same = alike = np.uint64(0)
        gaps = 0.0
        for slot in range(SLOTS):
            j = min(np.uint64(c.ties[i, slot]), nobody)
            word = np.uint64(c.seen[j, 0])
            other = np.float64(opinions[j, 1])
            counts += (word & _FLAG_MASK) * _SPREAD & _BYTES
            agrees = np.uint64(own * other > 0.0)
            alike += agrees
            reach = word & (_ONE if slot < LOCAL_SLOTS else online)
            reached += reach
            moods += (word >> np.uint64(FLAGS) & _MOOD_MASK) * reach
            hear = reach & word >> np.uint64(4)
            heard += hear
            same += hear & agrees
            gap = other - own
            close = hear & np.uint64(abs(gap) < p.bound)
            near += close
            gaps += gap * np.float64(close)
        c.adopted_ties[i] = counts >> np.uint64(8) & _COUNT
        c.active_ties[i] = counts >> np.uint64(16) & _COUNT
        c.detained_ties[i] = counts >> np.uint64(24) & _COUNT
        c.mood_nearby[i] = np.float64(moods) / np.float64(reached) / MOOD_STEPS - 1.0 if reached else 0.0
        c.opinion_gap[i] = gaps / np.float64(near) if near else 0.0
        c.agree[i] = np.float64(same) / np.float64(heard) if heard else 0.5
        all_ties += np.int64(counts & _COUNT)
        like_minded += np.int64(alike)
    c.like_minded[0] = like_minded / all_ties if all_ties else 0.0


MECHANISM = Mechanism("perception", "5.2", weekly, Columns, Params)
