"""Ties: one slot of every resident fades or fills a week.

Claim: proximity makes ties (Liben-Nowell et al. 2005, doi:10.1073/pnas.0503018102), borders and outages cut
territories apart, feeds suggest the like-minded (McPherson et al. 2001, doi:10.1146/annurev.soc.27.1.415).
Whether time online displaces local ties or complements them is open: `displacement` takes both signs (Kraut
et al. 1998, 2002).

    local:   fades with drift_local(1 + displacement·online),
             fills with meet(meet_base + meet_places·places)(1 − displacement·online): next door for a draw
             below next_door·continuity, lost at a closed border below next_door, else in the own district
    digital: fades with drift_digital(drift_connected with access, else drift_cut_off),
             fills with meet_online·meet·online·connectivity + meet_offline: of three residents the nearest in
             opinion with probability personalisation, else the first
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.array import Array
from sim.engine.blocks import BLOCK, block_of_draws, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.draws import CANDIDATE_1, SPARK, draw_block, uniforms
from sim.engine.mechanism import Mechanism, Read, Write
from sim.engine.scratch import scratch
from sim.engine.tie_slots import EMPTY, LOCAL_SLOTS, SLOTS, one_of, person_next_door, person_of_district

_offsets = scratch((BLOCK,), np.int64)


class Columns(NamedTuple):
    """The view of this mechanism."""

    district: Read
    adopted: Read
    connected: Read
    opinion: Read
    member_offsets: Read
    members: Read
    neighbour_offsets: Read
    neighbours: Read
    ties: Write
    tie_count: Write
    digital_count: Write
    ties_in_all: Write
    ties_crossing: Write
    ties_digital: Write
    crossing: Write


class Params(NamedTuple):
    """Registered names."""

    connectivity: float
    personalisation: float
    places: float
    continuity: float
    meet: float
    drift_local: float
    drift_digital: float
    displacement: float
    meet_base: float
    meet_places: float
    next_door: float
    drift_connected: float
    drift_cut_off: float
    meet_online: float
    meet_offline: float


@inline
def _suggested(
    opinion: Array, personalisation: float, i: int, draws: tuple[float, float, float, float]
) -> int:
    """Return whom a feed suggests to resident ``i``: the nearest in opinion of three, or just the first."""
    number = opinion.size
    u1, u2, u3, u = draws
    best = one_of(u1, number)
    if u < personalisation:
        own = np.float64(opinion[i])
        gap = abs(np.float64(opinion[best]) - own)
        for other in (one_of(u2, number), one_of(u3, number)):
            other_gap = abs(np.float64(opinion[other]) - own)
            if other_gap < gap:
                best, gap = other, other_gap
    return best


@inline
def _chance(local: bool, filled: bool, adopted: int, connected: int, p: Params) -> float:
    """Return the chance that a slot fades if ``filled``, or meets somebody if empty."""
    online = adopted * connected
    crowded_out = p.displacement * online
    drift = p.drift_connected if connected else p.drift_cut_off
    fade_local, fade_digital = p.drift_local * (1.0 + crowded_out), p.drift_digital * drift
    meet_local = p.meet * (p.meet_base + p.meet_places * p.places) * (1.0 - crowded_out)
    meet_digital = p.meet_online * p.meet * p.connectivity * online + p.meet_offline
    fade = fade_local if local else fade_digital
    meet = meet_local if local else meet_digital
    return fade if filled else meet


@inline
def _pick(
    picked: Array,
    u: Array,
    ties: Array,
    adopted: Array,
    connected: Array,
    first: int,
    rows: int,
    p: Params,
) -> int:
    """Fill ``picked`` with the offsets in a block whose slot fades or fills by the draws ``u``; return how many.

    Few do, so this loop, which asks all, has no branches.
    """
    number = 0
    for offset in range(rows):
        i, slot = row(first, offset), one_of(u[1, offset], SLOTS)
        filled = ties[i, slot] != EMPTY
        picked[number] = offset
        number += u[2, offset] < _chance(slot < LOCAL_SLOTS, filled, adopted[i], connected[i], p)
    return number


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Let one slot of every resident fade or fill, and keep the counts of ties."""
    u, picked = block_of_draws(), _offsets()
    homes, borders = (c.member_offsets, c.members), (c.neighbour_offsets, c.neighbours)
    for first in range(0, c.district.size, BLOCK):
        rows = min(BLOCK, c.district.size - first)
        draw_block(u, key, first, rows, week, SPARK)
        for k in range(_pick(picked, u, c.ties, c.adopted, c.connected, first, rows, p)):
            offset = picked[k]
            i, slot = first + offset, one_of(u[1, offset], SLOTS)
            other, by = int(c.ties[i, slot]), -1
            if other == EMPTY:
                other, by = -1, 1
                place, draws = u[3, offset], uniforms(key, i, week, CANDIDATE_1)
                if slot >= LOCAL_SLOTS:
                    other = _suggested(c.opinion, p.personalisation, i, draws)
                elif place < p.next_door * p.continuity:
                    other = person_next_door(draws[0], c.district[i], *homes, *borders)
                elif place >= p.next_door:  # what lies between is lost at a closed border
                    other = person_of_district(draws[0], c.district[i], *homes)
                if other < 0 or other == i:
                    continue
            c.ties[i, slot] = other if by > 0 else EMPTY
            digital = by * (slot >= LOCAL_SLOTS)
            c.tie_count[i] = int(c.tie_count[i]) + by
            c.digital_count[i] = int(c.digital_count[i]) + digital
            c.ties_in_all[0] += by
            c.ties_digital[0] += digital
            c.ties_crossing[0] += by * (c.district[other] != c.district[i])
    c.crossing[0] = c.ties_crossing[0] / c.ties_in_all[0] if c.ties_in_all[0] > 0.0 else 0.0


MECHANISM = Mechanism("ties", "5.18", weekly, Columns, Params)
