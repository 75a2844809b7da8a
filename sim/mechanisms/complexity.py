"""Complexity of systems and its accidents: leaks and outages that cascade.

Claim: many coupled interfaces fail together (normal accidents, Perrow 1984; contested by the high-reliability
school). Incidents come with complexity, fewer where machines watch machines; a share breach_share are leaks,
the others outages whose size is a Borel number (total progeny of a Poisson branching process). A leak hits
one holder: many small stores lose little at a time, one large store all at once.

    X = complexity_scale·M(manual_interfaces + automation)
        ·max(0, unfederated + federation(owners_eff/owners_scale + openness))
        ·adopted/(oversight_base + oversight_order·oversight),  owners_eff = 1/Σ_o share_o²
    hazard of an incident, a year = incident_rate·X/(1 + X/incident_saturation)
        ·(1 − watching_machines·automation·Q)
    a leak hits holder o with probability share_o; store = share_o·size_o of all records,
        size: store_residents, store_commons, 1 for the others;  spared = 1 − oversight_relief·oversight
    breach memory ← H(memory + breach_size·breach_trust·share rate·store·spared)·2^(−1/breach_halflife)
    chance of harm, per unit of record: breach_harm·store(1 − hide)spared, dealt out as the week's harm is
    offspring mean = coupling(manual_coupling + (1 − manual_coupling)automation)spared
    an outage lasts outage_length weeks;  incidents lose 1/incident_window a week
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp
from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import unit, weekly_chance
from sim.engine.array import Array
from sim.engine.compile import inline, kernel
from sim.engine.draws import CITY, EVENT_CASCADE, HOLDER, INCIDENT, ORIGIN, uniform, uniforms
from sim.engine.mechanism import Details, Mechanism, Occasion, Read, Write
from sim.engine.tie_slots import one_of
from sim.scenario.privacy_noise import hide_of

LARGEST = 16  # a cascade is counted in sixteenths of the city
NOTHING, BREACH, OUTAGE = 0.0, 1.0, 2.0


class Columns(NamedTuple):
    """The view of this mechanism."""

    adoption: Read
    share_rate: Read
    ai_quality: Read
    innovation: Read
    neighbour_offsets: Read
    neighbours: Read
    outage_weeks: Write
    complexity: Write
    breach_memory: Write
    leak_chance: Write
    incident: Write
    incidents: Write


class Params(NamedTuple):
    """Registered names."""

    own_residents: float
    own_commons: float
    own_municipality: float
    own_platform: float
    own_state: float
    curator: float
    epsilon: float
    openness: float
    automation: float
    oversight: float
    incident_rate: float
    coupling: float
    federation: float
    breach_trust: float
    breach_halflife: float
    breach_harm: float
    complexity_scale: float
    manual_interfaces: float
    unfederated: float
    owners_scale: float
    oversight_base: float
    oversight_order: float
    incident_saturation: float
    watching_machines: float
    breach_share: float
    breach_size: float
    store_residents: float
    store_commons: float
    oversight_relief: float
    manual_coupling: float
    outage_length: float
    incident_window: float


@inline
def complexity_of(stock: float, adoption: float, p: Params) -> float:
    """Return the complexity X of the systems a city must keep running."""
    owners = 1.0 / (
        p.own_residents**2 + p.own_commons**2 + p.own_municipality**2 + p.own_platform**2 + p.own_state**2
    )
    spread = max(0.0, p.unfederated + p.federation * (owners / p.owners_scale + p.openness))
    order = p.oversight_base + p.oversight_order * p.oversight
    return p.complexity_scale * stock * (p.manual_interfaces + p.automation) * spread * adoption / order


@inline
def cascade_size(u: float, offspring: float, largest: int) -> int:
    """Return the smallest n whose Borel distribution function exceeds ``u``, at most ``largest``.

    P(n) = e^(−λn)(λn)^(n−1)/n! for offspring mean λ ≤ 1; its mean is 1/(1 − λ) without the bound.
    """
    term = exp(-offspring)
    below = term
    n = 1
    while u >= below and n < largest:
        # P(n+1)/P(n) = λ e^(−λ) ((n+1)/n)^(n−1)
        term *= offspring * exp(-offspring) * ((n + 1.0) / n) ** (n - 1)
        below += term
        n += 1
    return n


@inline
def offspring_mean(p: Params) -> float:
    """Return how many further failures one failure causes on average."""
    coupled = p.manual_coupling + (1.0 - p.manual_coupling) * p.automation
    return p.coupling * coupled * (1.0 - p.oversight_relief * p.oversight)


@inline
def incident_hazard(complexity: float, quality: float, p: Params) -> float:
    """Return the yearly hazard of a leak or an outage; ``quality`` is that of the machines that watch."""
    watched = 1.0 - p.watching_machines * p.automation * quality
    return p.incident_rate * complexity / (1.0 + complexity / p.incident_saturation) * watched


@inline
def store_hit(u: float, p: Params) -> float:
    """Return which part of all records a leak opens: those of one store of the holder that ``u`` picks."""
    below_municipality = p.own_residents + p.own_commons
    below_platform = below_municipality + p.own_municipality
    if u < p.own_residents:
        return p.own_residents * p.store_residents
    if u < below_municipality:
        return p.own_commons * p.store_commons
    if u < below_platform:
        return p.own_municipality
    return p.own_platform if u < below_platform + p.own_platform else p.own_state


@kernel
def breach(memory: Array, leak_chance: Array, share_rate: float, u_holder: float, p: Params) -> None:
    """Let one holder's store leak: add to what people remember, and to this week's chance of harm."""
    store = store_hit(u_holder, p)
    spared = 1.0 - p.oversight_relief * p.oversight
    memory[0] = unit(memory[0] + p.breach_size * p.breach_trust * share_rate * store * spared)
    leak_chance[0] += p.breach_harm * store * (1.0 - hide_of(p.epsilon, p.curator)) * spared


@kernel
def outage(
    outage_weeks: Array,
    neighbour_offsets: Array,
    neighbours: Array,
    u_size: float,
    u_origin: float,
    p: Params,
) -> int:
    """Cut off a cascade of districts, breadth first from a random one; return how many."""
    districts = outage_weeks.size
    sixteenths = cascade_size(u_size, offspring_mean(p), LARGEST)
    wanted = max(1, int(sixteenths * districts / LARGEST + 0.5))
    reached = np.zeros(districts, np.bool_)
    queue = np.empty(districts, np.int64)
    queue[0] = one_of(u_origin, districts)
    reached[queue[0]] = True
    found, head = 1, 0
    while head < found and found < wanted:
        d = queue[head]
        head += 1
        for k in range(neighbour_offsets[d], neighbour_offsets[d + 1]):
            other = neighbours[k]
            if not reached[other] and found < wanted:
                reached[other] = True
                queue[found] = other
                found += 1
    for k in range(found):
        outage_weeks[queue[k]] = p.outage_length
    return found


@kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Age outages, then let an incident happen or not."""
    c.complexity[0] = complexity_of(c.innovation[0], c.adoption[0], p)
    for d in range(c.outage_weeks.size):
        c.outage_weeks[d] = max(0.0, c.outage_weeks[d] - 1.0)
    _, u_happens, u_kind, u_size = uniforms(key, CITY, week, INCIDENT - 1)
    c.incident[0] = NOTHING
    if u_happens < weekly_chance(incident_hazard(c.complexity[0], c.ai_quality[0], p)):
        if u_kind < p.breach_share:
            c.incident[0] = BREACH
            u_holder = uniform(key, CITY, week, HOLDER)
            breach(c.breach_memory, c.leak_chance, c.share_rate[0], u_holder, p)
        else:
            c.incident[0] = OUTAGE
            u_origin = uniform(key, CITY, week, ORIGIN)
            outage(c.outage_weeks, c.neighbour_offsets, c.neighbours, u_size, u_origin, p)
    c.breach_memory[0] = unit(c.breach_memory[0]) * 0.5 ** (1.0 / p.breach_halflife)
    c.incidents[0] *= 1.0 - 1.0 / p.incident_window
    if c.incident[0] != NOTHING:
        c.incidents[0] += 1.0


def let_leak(c: Columns, p: Params, occasion: Occasion) -> None:
    """Let the event of a leak happen."""
    _, _, u_holder, _ = uniforms(occasion.key, CITY, occasion.week, EVENT_CASCADE)
    breach(c.breach_memory, c.leak_chance, c.share_rate[0], u_holder, p)
    c.incidents[0] += 1.0


def let_fail(c: Columns, p: Params, occasion: Occasion) -> Details:
    """Let the event of an outage happen."""
    u_size, u_origin, _, _ = uniforms(occasion.key, CITY, occasion.week, EVENT_CASCADE)
    districts = outage(c.outage_weeks, c.neighbour_offsets, c.neighbours, u_size, u_origin, p)
    c.incidents[0] += 1.0
    return {"districts": districts}


def report(c: Columns, p: Params) -> Iterator[tuple[str, Details]]:
    """Yield the incident of this week, if there was one."""
    if c.incident[0] == BREACH:
        yield "breach", {}
    elif c.incident[0] == OUTAGE:
        yield "outage", {"districts": int((c.outage_weeks == p.outage_length).sum())}


EVENTS = {"breach": let_leak, "outage": let_fail}
MECHANISM = Mechanism("complexity", "5.7", weekly, Columns, Params, EVENTS, report, tells="incident")
