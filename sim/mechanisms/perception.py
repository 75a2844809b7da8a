"""Perception: what residents see around them. The one pass over the ties; its results serve the whole week.

Counts of adopters, active and detained people are over all ties. Moods and opinions travel only over
*reachable* ties: an outage in the own district silences the digital ones. Opinions are heard only from
those who speak, and move only if the gap is below `bound` (Deffuant et al. 2000,
doi:10.1142/S0219525900000078).

What others can see of a resident is one word of 64 bits, so that each tie costs one access to memory: eight
marks of one bit, above them the mood in 24 bits (to 3e-8), above it the opinion. Who does not speak shows no
opinion (nan), which no bound contains. An empty slot sees an extra, blank resident, the last. The words that
a block's residents see are first fetched, so that the processor waits for many at once, and then added slot by
slot, several residents at once: one sum counts all marks and adds all moods.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import share_of_ties
from sim.engine.array import Array
from sim.engine.blocks import BLOCK, block, in_vectors, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.mechanism import Mechanism, Read, Write
from sim.engine.scratch import scratch
from sim.engine.tie_slots import LOCAL_SLOTS, SLOTS

ADOPTED, ACTIVE, DETAINED, SPEAKS, FOR, AGAINST, SPEAKS_FOR, SPEAKS_AGAINST = range(8)  # bits of the word
MARKS, MOODS = np.uint64(0xFF), np.uint64(0xFFFFFF00)  # what the lower half of the word holds
_words, _sums = scratch((SLOTS, BLOCK), np.uint64), scratch((BLOCK,), np.uint64)
MOOD_STEPS = 2.0**24 - 1.0  # from 0 to the highest mood


class Columns(NamedTuple):
    """The view of this mechanism."""

    district: Read
    ties: Read
    tie_count: Read
    digital_count: Read
    ties_in_all: Read
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


@inline
def word(marks: np.int64, mood: float, opinion: float) -> np.uint64:
    """Return what others see: ``marks`` (8 bits), ``mood`` in [0, 1], ``opinion`` in [−1, 1] or nan."""
    steps = np.uint64(np.int64(mood * MOOD_STEPS + 0.5))
    bits = np.uint64(np.float32(opinion).view(np.uint32))
    return bits << np.uint64(32) | steps << np.uint64(8) | np.uint64(marks)


@inline
def _show(c: Columns) -> None:
    """Write what others can see of each resident into ``seen`` (N + 1,); the last is nobody."""
    for i in range(c.district.size):
        opinion = np.float64(c.opinion[i])
        speaks = np.int64(c.speaks[i])
        pro, contra = np.int64(opinion > 0.0), np.int64(opinion < 0.0)
        marks = np.int64(c.adopted[i]) << ADOPTED | np.int64(c.active[i]) << ACTIVE
        marks |= np.int64(c.detention[i] > 0) << DETAINED | speaks << SPEAKS
        marks |= (
            pro << FOR | contra << AGAINST | speaks * pro << SPEAKS_FOR | speaks * contra << SPEAKS_AGAINST
        )
        c.seen[i] = word(marks, np.float64(c.mood[i]), opinion if speaks else np.nan)
    c.seen[c.district.size] = word(np.int64(0), 0.0, np.nan)


@inline
def _fetch(words: Array, seen: Array, ties: Array, first: int, rows: int) -> None:
    """Fill ``words`` (SLOTS, BLOCK) with what the residents from ``first`` on see, slot by slot."""
    nobody = np.uint64(ties.shape[0])
    for offset in range(rows):
        i = row(first, offset)
        for slot in range(SLOTS):
            words[slot, offset] = seen[min(np.uint64(ties[i, slot]), nobody)]


@inline
def spread(marks: np.uint64) -> np.uint64:
    """Return eight bits four bits apart: added over all slots, each then counts its mark."""
    marks = (marks | marks << np.uint64(12)) & np.uint64(0x000F000F)
    marks = (marks | marks << np.uint64(6)) & np.uint64(0x03030303)
    return (marks | marks << np.uint64(3)) & np.uint64(0x11111111)


@inline
def _add(
    words: Array, own_opinion: Array, bound: float, sums: Array, gaps: Array, heard: Array, rows: int
) -> None:
    """Add one slot's ``words`` of a block to ``sums``, and the opinion gaps within ``bound`` of ``own_opinion``.

    All (BLOCK,). Offsets past the last resident are added too, and never read.
    """
    for offset in range(in_vectors(rows)):
        seen = words[offset]
        gap = np.float64(np.uint32(seen >> np.uint64(32)).view(np.float32)) - own_opinion[offset]
        close = abs(gap) < bound
        gaps[offset] += gap if close else 0.0
        heard[offset] += 1.0 if close else 0.0
        sums[offset] += spread(seen & MARKS) | (seen & MOODS) << np.uint64(24)


@inline
def count(total: np.uint64, mark: int) -> int:
    """Return how many of the words added to ``total`` carry ``mark``."""
    return int(np.int64(total >> np.uint64(4 * mark) & np.uint64(15)))


@inline
def _of_own_side(total: np.uint64, opinion: float, pro: int, contra: int) -> int:
    """Return the count of the mark ``pro`` or ``contra``, whichever is the side of ``opinion``; 0 without."""
    same = count(total, pro) if opinion > 0.0 else count(total, contra)
    return same if opinion != 0.0 else 0


@inline
def _read(
    c: Columns, first: int, own_opinion: Array, everybody: Array, nearby: Array, gaps: Array, heard: Array
) -> int:
    """Read off a block's sums what is seen and heard; return how many ties are like-minded.

    Sums over all slots are those of the reachable ones too, save offline: then ``nearby``, the local ones.
    """
    like_minded = 0
    for offset in range(min(BLOCK, c.district.size - first)):
        i = row(first, offset)
        own = np.float64(c.opinion[i])
        offline = np.isnan(own_opinion[offset])
        reached = nearby[offset] if offline else everybody[offset]
        ties = int(np.int64(c.tie_count[i])) - (int(np.int64(c.digital_count[i])) if offline else 0)
        c.adopted_ties[i] = count(everybody[offset], ADOPTED)
        c.active_ties[i] = count(everybody[offset], ACTIVE)
        c.detained_ties[i] = count(everybody[offset], DETAINED)
        c.mood_nearby[i] = np.float64(np.int64(reached >> np.uint64(32))) / max(ties, 1) / MOOD_STEPS
        c.opinion_gap[i] = gaps[offset] / max(heard[offset], 1.0)
        speaking = count(reached, SPEAKS)
        agree = _of_own_side(reached, own, SPEAKS_FOR, SPEAKS_AGAINST) / max(speaking, 1)
        c.agree[i] = agree if speaking else 0.5
        like_minded += _of_own_side(everybody[offset], own, FOR, AGAINST)
    return like_minded


@inline
def _listen(c: Columns, first: int, rows: int, own: Array, own_opinion: Array) -> None:
    """Fill a block's ``own`` opinions, and the ``own_opinion`` that hears those online: the opinion, nan offline."""
    for offset in range(rows):
        i = row(first, offset)
        own[offset] = c.opinion[i]
        own_opinion[offset] = own[offset] if c.outage_weeks[c.district[i]] <= 0 else np.nan


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Look once at every tie of every resident, then read what was counted."""
    _show(c)
    words, everybody, nearby = _words(), _sums(), _sums()
    own, own_opinion, gaps, heard = block(), block(), block(), block()
    like_minded = 0
    for first in range(0, c.district.size, BLOCK):
        rows = min(BLOCK, c.district.size - first)
        _fetch(words, c.seen, c.ties, first, rows)
        _listen(c, first, rows, own, own_opinion)
        for offset in range(in_vectors(rows)):
            everybody[offset], gaps[offset], heard[offset] = np.uint64(0), 0.0, 0.0
        for slot in range(SLOTS):
            if slot == LOCAL_SLOTS:
                for offset in range(in_vectors(rows)):
                    nearby[offset] = everybody[offset]
            _add(
                words[slot],
                own if slot < LOCAL_SLOTS else own_opinion,
                p.bound,
                everybody,
                gaps,
                heard,
                rows,
            )
        like_minded += _read(c, first, own_opinion, everybody, nearby, gaps, heard)
    c.like_minded[0] = share_of_ties(like_minded, c.ties_in_all[0])


MECHANISM = Mechanism("perception", "5.2", weekly, Columns, Params)
