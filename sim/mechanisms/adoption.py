"""Adoption of digital services, and how exposed the data of their users are.

Claim: people adopt on their own and by imitation (Bass 1969, doi:10.1287/mnsc.15.5.215), only where the
network reaches them, and leave when they fear misuse. Services offered only through machines push through
others' example, and keep who would leave. Data that residents or a commons hold need tending (Ostrom 1990).

    δ, the digital share of services installed, moves by digital_speed toward digital_only
    access_i:  u_i < connectivity(1 − divide_weight·divide·h_i)
    hazard of adopting = innovation_p + imitation_q·x_i(1 + push·δ), a year
    hazard of leaving  = abandon·c_i·exposure(1 − δ), a year
    stewardship z = H(steward_base + steward_oversight·oversight + steward_participation·participation)
    misuse = Σ_o share_o misuse_o (1 − purpose_shelter·purpose_limit),
        misuse_o + neglect(1 − z) instead of misuse_o for residents and commons
    exposure = min(1, misuse(1 − hide) + open_leak·openness(1 − oversight)·shield + breach memory),
        hide = 1 − tanh(½ epsilon) where noise is added on each device, else 0: it hides from the holder
        shield = epsilon/(shield_half + epsilon), 1 without noise: it hides from who reads what is published

Limits: no ceiling but access; Bass's p, q are poorly identified before the inflection.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import number_of, share_of_ties, unit, weekly_chance
from sim.engine.blocks import BLOCK, block_of_draws, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.draws import ADOPT, draw_block
from sim.engine.mechanism import Mechanism, Read, Write
from sim.scenario.privacy_noise import hide_of, shield_of


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
    installed_digital: Write
    stewardship: Write
    misuse: Write
    hide: Write
    exposure: Write
    adoption: Write


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
    purpose_limit: float
    digital_only: float
    participation: float
    oversight: float
    connectivity: float
    innovation_p: float
    imitation_q: float
    push: float
    abandon: float
    divide: float
    misuse_residents: float
    misuse_commons: float
    misuse_municipality: float
    misuse_platform: float
    misuse_state: float
    neglect: float
    open_leak: float
    digital_speed: float
    divide_weight: float
    steward_base: float
    steward_oversight: float
    steward_participation: float
    purpose_shelter: float
    shield_half: float


@inline
def hazard(p: float, q: float, adopted_share: float, pushed: float) -> float:
    """Return the yearly hazard of adopting among ties of whom ``adopted_share`` have adopted.

    Services that exist only through machines multiply imitation by 1 + ``pushed``.
    """
    return p + q * adopted_share * (1.0 + pushed)


@inline
def has_access(draw: float, hardship: float, connectivity: float, divide: float, weight: float) -> bool:
    """Return whether the network reaches a resident with this access draw."""
    return draw < connectivity * (1.0 - weight * divide * hardship)


@inline
def stewardship_of(p: Params) -> float:
    """Return how well data held by residents or a commons are tended, 0 to 1."""
    return unit(
        p.steward_base + p.steward_oversight * p.oversight + p.steward_participation * p.participation
    )


@inline
def misuse_of(p: Params, stewardship: float) -> float:
    """Return the risk that holders put data to a use their subjects would refuse; it may exceed 1."""
    neglected = p.neglect * (1.0 - stewardship)
    by_owner = (
        p.own_residents * (p.misuse_residents + neglected)
        + p.own_commons * (p.misuse_commons + neglected)
        + p.own_municipality * p.misuse_municipality
        + p.own_platform * p.misuse_platform
        + p.own_state * p.misuse_state
    )
    return by_owner * (1.0 - p.purpose_shelter * p.purpose_limit)


@inline
def exposure_of(p: Params, misuse: float, hide: float, breach_memory: float) -> float:
    """Return the exposure of personal data, 0 to 1."""
    published = p.open_leak * p.openness * (1.0 - p.oversight) * shield_of(p.epsilon, p.shield_half)
    return min(1.0, misuse * (1.0 - hide) + published + breach_memory)


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Install digital services, set misuse and exposure, then let residents adopt and leave."""
    c.installed_digital[0] += p.digital_speed * (p.digital_only - c.installed_digital[0])
    digital = c.installed_digital[0]
    stewardship = stewardship_of(p)
    misuse, hide = misuse_of(p, stewardship), hide_of(p.epsilon, p.curator)
    exposure = exposure_of(p, misuse, hide, c.breach_memory[0])
    c.stewardship[0], c.misuse[0], c.hide[0], c.exposure[0] = stewardship, misuse, hide, exposure
    pushed = p.push * digital
    leave = p.abandon * exposure * (1.0 - digital)
    u = block_of_draws()
    for first in range(0, c.adopted.size, BLOCK):
        rows = min(BLOCK, c.adopted.size - first)
        draw_block(u, key, first, rows, week, ADOPT)
        for offset in range(rows):
            i = row(first, offset)
            access = has_access(c.access_draw[i], c.hardship[i], p.connectivity, p.divide, p.divide_weight)
            x = share_of_ties(c.adopted_ties[i], c.tie_count[i])
            joins = access & (u[0, offset] < weekly_chance(hazard(p.innovation_p, p.imitation_q, x, pushed)))
            stays = u[0, offset] >= weekly_chance(leave * c.concern[i])
            user = c.adopted[i] > 0
            c.connected[i] = access
            c.joined[i] = joins & ~user
            c.adopted[i] = stays if user else joins
            c.shares[i] *= c.adopted[i]
    c.adoption[0] = number_of(c.adopted) / c.adopted.size


MECHANISM = Mechanism("adoption", "5.3", weekly, Columns, Params)
