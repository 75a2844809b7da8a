"""Adoption of digital services, and how exposed the data of their users are.

Claim: people adopt on their own and by imitation (Bass 1969, doi:10.1287/mnsc.15.5.215), only where the
network reaches them, and leave when they fear misuse.

    access_i:  u_i < connectivity(1 − .8 divide h_i)
    hazard of adopting = p + q x_i (+ push when consent is mandatory), a year
    hazard of leaving  = abandon c_i exposure, a year, unless mandatory
    misuse = Σ_o share_o misuse_o (1 − ½ purpose_limit) + open_leak openness (1 − oversight),
        misuse_o + neglect(1 − z) instead of misuse_o for residents and commons
    exposure = min(1, misuse(.4 + .6 shield) + breach memory),  shield = ε/(1 + ε), 1 without noise
    stewardship z = H(.2 + .5 oversight + .6 participation)   (Ostrom 1990: untended commons decay)

Limits: no ceiling but access; Bass's p, q are poorly identified before the inflection.
"""

from __future__ import annotations

from math import isinf
from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import number_of, share_of_ties, unit, weekly_chance
from sim.engine.blocks import TILE, row
from sim.engine.compile import kernel, piece
from sim.engine.draws import ADOPT, draw_tile
from sim.engine.mechanism import Mechanism, Read, Write
from sim.scenario.choice_codes import is_mandatory


class Columns(NamedTuple):
    """The view of this mechanism."""

    hardship: Read
    concern: Read
    access_draw: Read
    tie_count: Read
    adopted_ties: Read
    breach_memory: Read
    adopted: Write
    joined: Write
    shares: Write
    connected: Write
    stewardship: Write
    exposure: Write
    adoption: Write


class Params(NamedTuple):
    """Registered names."""

    own_residents: float
    own_commons: float
    own_municipality: float
    own_platform: float
    own_state: float
    consent: float
    epsilon: float
    openness: float
    purpose_limit: float
    oversight: float
    participation: float
    connectivity: float
    innovation_p: float
    imitation_q: float
    mandate_push: float
    abandon: float
    divide: float
    misuse_residents: float
    misuse_commons: float
    misuse_municipality: float
    misuse_platform: float
    misuse_state: float
    neglect: float
    open_leak: float
    divide_weight: float
    steward_base: float
    steward_oversight: float
    steward_participation: float
    exposure_floor: float
    purpose_shelter: float


@piece
def hazard(p: float, q: float, adopted_share: float, push: float) -> float:
    """Return the yearly hazard of adopting among ties of whom ``adopted_share`` have adopted."""
    return p + q * adopted_share + push


@piece
def has_access(draw: float, hardship: float, connectivity: float, divide: float, weight: float) -> bool:
    """Return whether the network reaches a resident with this access draw."""
    return draw < connectivity * (1.0 - weight * divide * hardship)


@piece
def stewardship_of(p: Params) -> float:
    """Return how well data held by residents or a commons are tended, 0 to 1."""
    return unit(
        p.steward_base + p.steward_oversight * p.oversight + p.steward_participation * p.participation
    )


@piece
def misuse_of(p: Params, stewardship: float) -> float:
    """Return the risk that data are put to a use their subjects would refuse."""
    neglected = p.neglect * (1.0 - stewardship)
    by_owner = (
        p.own_residents * (p.misuse_residents + neglected)
        + p.own_commons * (p.misuse_commons + neglected)
        + p.own_municipality * p.misuse_municipality
        + p.own_platform * p.misuse_platform
        + p.own_state * p.misuse_state
    )
    return by_owner * (1.0 - p.purpose_shelter * p.purpose_limit) + p.open_leak * p.openness * (
        1.0 - p.oversight
    )


@piece
def shield_of(epsilon: float) -> float:
    """Return the part of misuse that privacy noise does not prevent: ε/(1 + ε), 1 without noise."""
    return 1.0 if isinf(epsilon) else epsilon / (1.0 + epsilon)


@piece
def exposure_of(p: Params, stewardship: float, breach_memory: float) -> float:
    """Return the exposure of personal data, 0 to 1."""
    noise = p.exposure_floor + (1.0 - p.exposure_floor) * shield_of(p.epsilon)
    return min(1.0, misuse_of(p, stewardship) * noise + breach_memory)


@kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Set stewardship and exposure, then let residents adopt and leave."""
    stewardship = stewardship_of(p)
    exposure = exposure_of(p, stewardship, c.breach_memory[0])
    c.stewardship[0] = stewardship
    c.exposure[0] = exposure
    mandatory = is_mandatory(p.consent)
    push = p.mandate_push if mandatory else 0.0
    leave = 0.0 if mandatory else p.abandon * exposure
    u = np.empty((4, TILE))
    for first in range(0, c.adopted.size, TILE):
        draw_tile(u, key, first, week, ADOPT)
        for lane in range(min(TILE, c.adopted.size - first)):
            i = row(first, lane)
            access = has_access(c.access_draw[i], c.hardship[i], p.connectivity, p.divide, p.divide_weight)
            x = share_of_ties(c.adopted_ties[i], c.tie_count[i])
            joins = access & (u[0, lane] < weekly_chance(hazard(p.innovation_p, p.imitation_q, x, push)))
            stays = u[0, lane] >= weekly_chance(leave * c.concern[i])
            user = c.adopted[i] > 0
            c.connected[i] = access
            c.joined[i] = joins & ~user
            c.adopted[i] = stays if user else joins
            c.shares[i] *= c.adopted[i]
    c.adoption[0] = number_of(c.adopted) / c.adopted.size


MECHANISM = Mechanism("adoption", "5.3", weekly, Columns, Params)
