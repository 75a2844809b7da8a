"""Perception: what residents see around them. The one pass over the ties; its results serve the whole week.

Counts of adopters, active and detained people are over all ties. Moods and opinions travel only over
*reachable* ties: an outage in the own district silences the digital ones. Opinions are heard only from
those who speak, and move only if the gap is below `bound` (Deffuant et al. 2000,
doi:10.1142/S0219525900000078).

What others can see of a resident lies side by side in memory, so that each tie costs one access: a word and
the opinion. The word holds nine marks of four bits and the mood in the bits above (24, to 6e-8), so that one
sum over ties counts all marks and adds all moods. Who does not speak shows no opinion (nan), which no bound
contains. An empty slot sees an extra, blank resident, the last. The loop over slots has no branch.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.columns import Array
from sim.compile import kernel
from sim.mechanisms.mechanism import Mechanism, Read, Write
from sim.tie_slots import LOCAL_SLOTS
from sim.tiles import TILE, row

# Where each mark stands in the word: four bits hold a count of up to SLOTS.
EXISTS, ADOPTED, ACTIVE, DETAINED, SPEAKS, SPEAKS_FOR, SPEAKS_AGAINST, FOR, AGAINST = range(0, 36, 4)
MOOD = 36
MOOD_STEPS = 2.0**23 - 1.0  # per unit of mood, from −1


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
    """Write what others can see of each resident into ``seen`` (N + 1, 2); the last row stays blank."""
    for i in range(c.district.size):
        opinion = np.float64(c.opinion[i])
        speaks = np.int64(c.speaks[i])
        pro, contra = np.int64(opinion > 0.0), np.int64(opinion < 0.0)
        marks = 1 << EXISTS | np.int64(c.adopted[i]) << ADOPTED | np.int64(c.active[i]) << ACTIVE
        marks |= np.int64(c.detention[i] > 0) << DETAINED | speaks << SPEAKS
        marks |= (
            pro << FOR | contra << AGAINST | speaks * pro << SPEAKS_FOR | speaks * contra << SPEAKS_AGAINST
        )
        mood = np.int64((np.float64(c.mood[i]) + 1.0) * MOOD_STEPS + 0.5)
        c.seen[i, 0] = np.uint64(mood << MOOD | marks)
        c.seen[i, 1] = np.float64(opinion if speaks else np.nan).view(np.uint64)
    c.seen[c.district.size, 1] = np.float64(np.nan).view(np.uint64)


@kernel
def count(words: np.uint64, mark: int) -> int:
    """Return how many of the summed ``words`` carry ``mark``."""
    return int(words >> np.uint64(mark) & np.uint64(15))


@kernel
def _look(
    c: Columns, opinions: Array, i: np.uint64, first: int, own: float, bound: float
) -> tuple[np.uint64, float, int]:
    """Return the summed words of half of the slots of ``i``, and the sum and number of opinion gaps heard."""
    nobody = np.uint64(c.district.size)
    words = np.uint64(0)
    gaps = 0.0
    near = 0
    for slot in range(first, first + LOCAL_SLOTS):
        j = min(np.uint64(c.ties[i, slot]), nobody)
        words += c.seen[j, 0]
        gap = opinions[j, 1] - own
        close = abs(gap) < bound
        gaps += gap if close else 0.0
        near += close
    return words, gaps, near


@kernel
def _look_around(c: Columns, p: Params, first: int, words: Array, gap: Array) -> None:
    """Fill ``words`` (2, TILE), summed over all ties and over the reachable, and the mean ``gap`` heard."""
    opinions = c.seen.view(np.float64)
    for lane in range(min(TILE, c.district.size - first)):
        i = row(first, lane)
        own = np.float64(c.opinion[i])
        online = c.outage_weeks[c.district[i]] <= 0
        local, gaps, near = _look(c, opinions, i, 0, own, p.bound)
        ear = own if online else np.nan  # cut off, nobody online is heard
        digital, more_gaps, more_near = _look(c, opinions, i, LOCAL_SLOTS, ear, p.bound)
        words[0, lane] = local + digital
        words[1, lane] = local + digital if online else local
        gap[lane] = (gaps + more_gaps) / max(near + more_near, 1)


@kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Look once at every tie of every resident, then read what was counted."""
    _show(c)
    words, gap = np.empty((2, TILE), np.uint64), np.empty(TILE)
    all_ties = like_minded = 0
    for first in range(0, c.district.size, TILE):
        _look_around(c, p, first, words, gap)
        for lane in range(min(TILE, c.district.size - first)):
            i = row(first, lane)
            own = c.opinion[i]
            everybody, reached = words[0, lane], words[1, lane]
            c.adopted_ties[i] = count(everybody, ADOPTED)
            c.active_ties[i] = count(everybody, ACTIVE)
            c.detained_ties[i] = count(everybody, DETAINED)
            ties, heard = count(reached, EXISTS), count(reached, SPEAKS)
            c.mood_nearby[i] = (
                np.float64(reached >> np.uint64(MOOD)) / ties / MOOD_STEPS - 1.0 if ties else 0.0
            )
            c.opinion_gap[i] = gap[lane]
            same = count(reached, SPEAKS_FOR if own > 0.0 else SPEAKS_AGAINST) if own != 0.0 else 0
            c.agree[i] = same / heard if heard else 0.5
            like_minded += count(everybody, FOR if own > 0.0 else AGAINST) if own != 0.0 else 0
            all_ties += count(everybody, EXISTS)
    c.like_minded[0] = like_minded / all_ties if all_ties else 0.0


MECHANISM = Mechanism("perception", "5.2", weekly, Columns, Params)
