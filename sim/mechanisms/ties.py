"""Ties: one slot of every resident fades or fills a week.

Claim: proximity makes ties (Liben-Nowell et al. 2005, doi:10.1073/pnas.0503018102), borders and outages cut
territories apart, feeds suggest the like-minded (McPherson et al. 2001, doi:10.1146/annurev.soc.27.1.415).
Whether time online displaces local ties or complements them is open: `displacement` takes both signs (Kraut
et al. 1998, 2002).

    local:   fades with drift_local(1 + displacement·online),
             fills with meet(.4 + 1.2 places)(1 − displacement·online)
    digital: fades with drift_digital(.8 with access, else 1.6), fills with 1.6 meet·online·connectivity + .02
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.compile import kernel
from sim.draws import CANDIDATE_1, SPARK, TILE, draw_tile, uniforms
from sim.mechanisms.mechanism import Mechanism, Read, Write
from sim.tie_slots import EMPTY, LOCAL_SLOTS, SLOTS, one_of, person_next_door, person_of_district


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


@kernel
def _local_candidate(c: Columns, p: Params, i: int, place: float, who: float) -> int:
    """Return whom resident ``i`` meets on the spot, or −1: next door, lost at a closed border, or at home."""
    d = c.district[i]
    if place < p.next_door * p.continuity:
        return person_next_door(who, d, c.member_offsets, c.members, c.neighbour_offsets, c.neighbours)
    if place < p.next_door:
        return -1
    return person_of_district(who, d, c.member_offsets, c.members)


@kernel
def _digital_candidate(c: Columns, p: Params, i: int, key: np.uint64, week: int) -> int:
    """Return whom a feed suggests to resident ``i``: the nearest in opinion of three, or just the first."""
    number = c.district.size
    u1, u2, u3, u = uniforms(key, i, week, CANDIDATE_1)
    best = one_of(u1, number)
    if u < p.personalisation:
        own = np.float64(c.opinion[i])
        gap = abs(np.float64(c.opinion[best]) - own)
        for other in (one_of(u2, number), one_of(u3, number)):
            other_gap = abs(np.float64(c.opinion[other]) - own)
            if other_gap < gap:
                best, gap = other, other_gap
    return best


@kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Let one slot of every resident fade or fill, and keep the counts of ties."""
    meet_local = p.meet * (p.meet_base + p.meet_places * p.places)
    meet_digital = p.meet_online * p.meet * p.connectivity
    every = crossing = digital = 0
    u = np.empty((4, TILE))
    for i in range(c.district.size):
        lane = i % TILE
        if lane == 0:
            draw_tile(u, key, i, week, SPARK)
        u_change = u[2, lane]
        slot = one_of(u[1, lane], SLOTS)
        local = slot < LOCAL_SLOTS
        online = 1.0 if c.adopted[i] and c.connected[i] else 0.0
        j = c.ties[i, slot]
        if j != EMPTY:
            if local:
                chance = p.drift_local * (1.0 + p.displacement * online)
            else:
                chance = p.drift_digital * (p.drift_connected if c.connected[i] else p.drift_cut_off)
            if u_change < chance:
                c.ties[i, slot] = EMPTY
                c.tie_count[i] -= 1
                every -= 1
                crossing -= c.district[j] != c.district[i]
                if not local:
                    c.digital_count[i] -= 1
                    digital -= 1
            continue
        if local:
            if u_change >= meet_local * (1.0 - p.displacement * online):
                continue
            other = _local_candidate(c, p, i, u[3, lane], uniforms(key, i, week, CANDIDATE_1)[0])
        else:
            if u_change >= meet_digital * online + p.meet_offline:
                continue
            other = _digital_candidate(c, p, i, key, week)
        if other >= 0 and other != i:
            c.ties[i, slot] = other
            c.tie_count[i] += 1
            every += 1
            crossing += c.district[other] != c.district[i]
            if not local:
                c.digital_count[i] += 1
                digital += 1
    c.ties_in_all[0] += every
    c.ties_crossing[0] += crossing
    c.ties_digital[0] += digital
    c.crossing[0] = c.ties_crossing[0] / c.ties_in_all[0] if c.ties_in_all[0] > 0.0 else 0.0


MECHANISM = Mechanism("ties", "5.18", weekly, Columns, Params)
