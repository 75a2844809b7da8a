"""Consent: whose data are shared, by default, by choice or by rule.

Claim: most people keep a default (Johnson & Goldstein 2003, doi:10.1126/science.1091721; Jachimowicz et al.
2019, doi:10.1017/bpp.2018.43); the others weigh benefit, trust and concern (privacy calculus, Dinev & Hart
2006, doi:10.1287/isre.1060.0080).

    π = σ(logit(willingness) + benefit_pull(expectation − usual_satisfaction) + trust_pull(2L − 1)
        − concern_push(c·exposure − usual_exposure))
    a share `attention` of adopters reconsiders a week: the default if inertia draw < inertia, else share if
        u < π
    who is harmed shares nothing until it is over, and then when they next reconsider and so choose
    where consent is mandatory every adopter shares, the harmed too

With the three pulls at 0 the long-run rates are inertia·[default] + (1 − inertia)·willingness.
"""

from __future__ import annotations

from math import log
from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import logistic, number_of
from sim.engine.blocks import BLOCK, block_of_draws, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.draws import ADOPT, draw_block
from sim.engine.mechanism import Mechanism, Read, Write
from sim.scenario.choice_codes import OPT_IN, is_mandatory


class Columns(NamedTuple):
    """The view of this mechanism."""

    adopted: Read
    joined: Read
    inertia_draw: Read
    concern: Read
    expectation: Read
    trust: Read
    harm_weeks: Read
    exposure: Read
    shares: Write
    willing: Write
    share_rate: Write


class Params(NamedTuple):
    """Registered names."""

    consent: float
    inertia: float
    willingness: float
    benefit_pull: float
    trust_pull: float
    concern_push: float
    attention: float
    usual_satisfaction: float
    usual_exposure: float


@inline
def share_probability(expectation: float, trust: float, concern: float, exposure: float, p: Params) -> float:
    """Return π, the probability that somebody who thinks about it shares.

    ``expectation``, ``trust``, ``concern``, ``exposure`` are in [0, 1].
    """
    return logistic(
        log(p.willingness / (1.0 - p.willingness))
        + p.benefit_pull * (expectation - p.usual_satisfaction)
        + p.trust_pull * (2.0 * trust - 1.0)
        - p.concern_push * (concern * exposure - p.usual_exposure)
    )


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Give new adopters the default, then let some adopters reconsider."""
    exposure = c.exposure[0]
    mandatory = is_mandatory(p.consent)
    by_default = p.consent != OPT_IN
    u = block_of_draws()
    for first in range(0, c.adopted.size, BLOCK):
        rows = min(BLOCK, c.adopted.size - first)
        draw_block(u, key, first, rows, week, ADOPT)
        for offset in range(rows):
            i = row(first, offset)
            user = c.adopted[i] > 0
            pi = share_probability(c.expectation[i], c.trust[i], c.concern[i], exposure, p)
            keeps_default = c.inertia_draw[i] < p.inertia
            chosen = by_default if keeps_default else u[2, offset] < pi
            before = by_default if c.joined[i] else c.shares[i] > 0
            now = chosen if u[1, offset] < p.attention else before
            c.shares[i] = user & (mandatory | (now & (c.harm_weeks[i] == 0)))
            c.willing[i] = pi if user & mandatory else c.willing[i]
    c.share_rate[0] = number_of(c.shares) / c.adopted.size


MECHANISM = Mechanism("consent", "5.4", weekly, Columns, Params)
