"""Harm from records and from automatic decisions, and how long it lasts.

Claim: what is held about people is used against some of them, by profiling, refusal, price or disclosure
(Citron & Solove 2022, Privacy harms), and machines decide wrongly about others, as in the childcare benefits
of the Netherlands and in Robodebt in Australia; appeals shorten it. Most people report no harm they know of.

    hazard, a year = misuse_harm·ρ_i·misuse(1 − hide)(1 + stigma(h_i − ½))
        + wrong_decision·automation(1 − oversight)(1 − Q)(wrong_base + h_i)·(1 for an adopter, else δ)
    a leak harms at once with probability min(1, chance of the week's leaks·ρ_i)
    harm lasts harm_weeks_least + ⌊harm_weeks_appeal(1 − oversight) + ½⌋ weeks; nobody is harmed twice at once
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import sum_of, weekly_chance
from sim.engine.blocks import BLOCK, block_of_draws, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.draws import HARM, draw_block
from sim.engine.mechanism import Mechanism, Read, Write


class Columns(NamedTuple):
    """The view of this mechanism."""

    district: Read
    population: Read
    hardship: Read
    adopted: Read
    record: Read
    installed_digital: Read
    misuse: Read
    hide: Read
    ai_quality: Read
    harm_weeks: Write
    leak_chance: Write
    district_harmed: Write
    harmed_share: Write


class Params(NamedTuple):
    """Registered names."""

    automation: float
    oversight: float
    misuse_harm: float
    stigma: float
    wrong_decision: float
    wrong_base: float
    harm_weeks_least: float
    harm_weeks_appeal: float


@inline
def harm_length(p: Params) -> int:
    """Return how many weeks a harm lasts: the appeal is quicker the better decisions are checked."""
    return int(p.harm_weeks_least) + int(p.harm_weeks_appeal * (1.0 - p.oversight) + 0.5)


@inline
def hazard_of(
    record: float, hardship: float, misuse: float, wrong: float, machine: float, p: Params
) -> float:
    """Return the yearly hazard of harm; at least 0.

    ``misuse`` is the rate at a full record and middling hardship, ``wrong`` that of wrong decisions per unit
    of wrong_base and hardship, ``machine`` how far machines decide about the resident (1 for an adopter).
    """
    secondary = misuse * record * (1.0 + p.stigma * (hardship - 0.5))
    return max(0.0, secondary + wrong * (p.wrong_base + hardship) * machine)


@inline
def _count(c: Columns) -> None:
    """Set the share harmed of each district and of the city."""
    c.district_harmed[:] = 0.0
    for i in range(c.harm_weeks.size):
        if c.harm_weeks[i]:
            c.district_harmed[c.district[i]] += 1.0
    c.harmed_share[0] = sum_of(c.district_harmed) / c.harm_weeks.size
    for d in range(c.population.size):
        if c.population[d] > 0:
            c.district_harmed[d] /= c.population[d]


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Let harms pass, deal out new ones, then count them."""
    misuse = p.misuse_harm * c.misuse[0] * (1.0 - c.hide[0])
    wrong = p.wrong_decision * p.automation * (1.0 - p.oversight) * (1.0 - c.ai_quality[0])
    digital, leak, length = c.installed_digital[0], c.leak_chance[0], harm_length(p)
    u = block_of_draws()
    for first in range(0, c.harm_weeks.size, BLOCK):
        rows = min(BLOCK, c.harm_weeks.size - first)
        draw_block(u, key, first, rows, week, HARM)
        for offset in range(rows):
            i = row(first, offset)
            record = np.float64(c.record[i])
            machine = 1.0 if c.adopted[i] else digital
            hazard = hazard_of(record, np.float64(c.hardship[i]), misuse, wrong, machine, p)
            hit = (u[0, offset] < weekly_chance(hazard)) | (u[1, offset] < min(1.0, leak * record))
            left = int(c.harm_weeks[i]) - (c.harm_weeks[i] > 0)
            c.harm_weeks[i] = length if hit & (left == 0) else left
    c.leak_chance[0] = 0.0
    _count(c)


MECHANISM = Mechanism("harm", "5.10b", weekly, Columns, Params)
