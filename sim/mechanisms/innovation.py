"""Accumulation of innovations with a catalyst, and what it makes of the city's money.

Claim: ideas breed ideas (combination: Weitzman 1998, doi:10.1162/003355398555595; TAP: Cortês et al. 2022,
arXiv:2204.14115), while they get harder to find (Bloom et al. 2020, doi:10.1257/aer.20180338), wear out, and
saturate. Both terms are in, so growth is not assumed.

    rate = ideas(civic + private)(crossing_base + crossing) M^catalyst/(1 + M/idea_saturation)
        ·e^(−difficulty·max(0, years))
        civic = openness·adopted(civic_base + mean agency)
        private = (platform + state_drive·state)(private_base + adopted)(1 − compliance·purpose_limit)
    M loses obsolescence a year and gains the ideas; a new technology adds technology_wave at once
    R = catalyst·rate/(M·obsolescence): above 1 each idea brings more than one
    A = [1 + gain·realisation·Q(manual_use + (1 − manual_use)automation) ln(1 + M)/ln(1 + mature_stock)]·slow,
        slow = 1 − delay(participation + oversight_delay·oversight)(1 − automation_speed·automation)
"""

from __future__ import annotations

from math import exp, log
from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.engine.compile import bare_kernel, inline
from sim.engine.draws import CITY, IDEAS, uniform
from sim.engine.mechanism import Mechanism, Occasion, Read, Write

MOST_IDEAS = 1000


class Columns(NamedTuple):
    """The view of this mechanism."""

    adoption: Read
    mean_agency: Read
    crossing: Read
    ai_quality: Read
    innovation: Write
    catalyst_ratio: Write
    productivity: Write
    promised_productivity: Write


class Params(NamedTuple):
    """Registered names."""

    own_platform: float
    own_state: float
    openness: float
    purpose_limit: float
    participation: float
    oversight: float
    automation: float
    ideas: float
    catalyst: float
    difficulty: float
    obsolescence: float
    compliance: float
    gain: float
    realisation: float
    delay: float
    civic_base: float
    private_base: float
    state_drive: float
    crossing_base: float
    idea_saturation: float
    manual_use: float
    oversight_delay: float
    automation_speed: float
    mature_stock: float
    technology_wave: float


@inline
def drive(adoption: float, agency: float, crossing: float, p: Params) -> float:
    """Return how strongly civic and private inventors are moved (all arguments in [0, 1])."""
    civic = p.openness * adoption * (p.civic_base + agency)
    paid = p.own_platform + p.state_drive * p.own_state
    private = paid * (p.private_base + adoption) * (1.0 - p.compliance * p.purpose_limit)
    return (civic + private) * (p.crossing_base + crossing)


@inline
def arrival_rate(driven: float, stock: float, years: float, p: Params) -> float:
    """Return the yearly rate of new ideas for `drive`, a stock M > 0 and the years since the fork."""
    catalysis = stock**p.catalyst / (1.0 + stock / p.idea_saturation)
    return p.ideas * driven * catalysis * exp(-p.difficulty * max(0.0, years))


@inline
def poisson(u: float, mean: float) -> int:
    """Return the smallest n whose Poisson distribution function exceeds ``u`` (at most `MOST_IDEAS`)."""
    n = 0
    term = exp(-mean)
    below = term
    while u >= below and n < MOST_IDEAS:
        n += 1
        term *= mean / n
        below += term
    return n


@inline
def productivity_of(stock: float, quality: float, realisation: float, p: Params) -> float:
    """Return what one unit of money achieves in services; 1 without machines and without delay."""
    slow = 1.0 - p.delay * (p.participation + p.oversight_delay * p.oversight) * (
        1.0 - p.automation_speed * p.automation
    )
    used = p.manual_use + (1.0 - p.manual_use) * p.automation
    grown = log(1.0 + stock) / log(1.0 + p.mature_stock)
    return (1.0 + p.gain * realisation * quality * used * grown) * slow


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Let ideas arrive and wear out, then set the productivity of services."""
    stock = c.innovation[0]
    driven = drive(c.adoption[0], c.mean_agency[0], c.crossing[0], p)
    rate = arrival_rate(driven, stock, week / WEEKS_PER_YEAR, p)
    c.catalyst_ratio[0] = p.catalyst * rate / (stock * p.obsolescence) if p.obsolescence > 0.0 else 0.0
    found = poisson(uniform(key, CITY, week, IDEAS), rate / WEEKS_PER_YEAR)
    stock = stock * (1.0 - p.obsolescence / WEEKS_PER_YEAR) + found
    c.innovation[0] = stock
    c.productivity[0] = productivity_of(stock, c.ai_quality[0], p.realisation, p)
    c.promised_productivity[0] = productivity_of(stock, c.ai_quality[0], 1.0, p)


def let_arrive(c: Columns, p: Params, occasion: Occasion) -> None:
    """Let a new technology bring its ideas."""
    c.innovation[0] += p.technology_wave


MECHANISM = Mechanism("innovation", "5.6", weekly, Columns, Params, {"new_technology": let_arrive})
