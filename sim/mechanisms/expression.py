"""Expression: who says what they think.

Claim: people fall silent when they feel watched by somebody they do not trust (chilling: Penney 2016,
doi:10.15779/Z38SS13; Marthews & Tucker 2017, doi:10.2139/ssrn.2412564; contested in size) and when those
around disagree (spiral of silence, Noelle-Neumann 1974, doi:10.1111/j.1460-2466.1974.tb00367.x; r = .10 over
66 studies, Matthes et al. 2018, doi:10.1177/0093650217745429). Silence is not contentment: what is felt stays
apart from what is said.

    P(speak) = σ(speak_base + spiral_scale·spiral(agree − ½)
        − chilling_scale·chilling·s(1 − accustom·η)(1 − L) + (g − usual_agency) − censorship(1 − L)),
        0 in detention
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import logistic
from sim.engine.blocks import BLOCK, block_of_draws, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.draws import ADOPT, draw_block
from sim.engine.mechanism import Mechanism, Read, Write


class Columns(NamedTuple):
    """The view of this mechanism."""

    agree: Read
    watched: Read
    accustomed: Read
    trust: Read
    agency: Read
    detention: Read
    speaks: Write


class Params(NamedTuple):
    """Registered names."""

    censorship: float
    chilling: float
    spiral: float
    accustom: float
    speak_base: float
    spiral_scale: float
    chilling_scale: float
    usual_agency: float


@inline
def speak_probability(agree: float, watched: float, trust: float, agency: float, p: Params) -> float:
    """Return the probability that a free resident speaks this week; all arguments are in [0, 1].

    ``watched`` is what is left of being watched once one is used to it.
    """
    distrust = 1.0 - trust
    return logistic(
        p.speak_base
        + p.spiral_scale * p.spiral * (agree - 0.5)
        - p.chilling_scale * p.chilling * watched * distrust
        + (agency - p.usual_agency)
        - p.censorship * distrust
    )


@inline
def felt_watching(watched: float, accustomed: float, p: Params) -> float:
    """Return what is left of being watched once one is used to it."""
    return watched * (1.0 - p.accustom * accustomed)


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Let everybody who is free speak or stay silent."""
    u = block_of_draws()
    for first in range(0, c.speaks.size, BLOCK):
        rows = min(BLOCK, c.speaks.size - first)
        draw_block(u, key, first, rows, week, ADOPT)
        for offset in range(rows):
            i = row(first, offset)
            watched = felt_watching(c.watched[i], c.accustomed[i], p)
            chance = speak_probability(c.agree[i], watched, c.trust[i], c.agency[i], p)
            c.speaks[i] = (u[3, offset] < chance) & (c.detention[i] == 0)


MECHANISM = Mechanism("expression", "5.12", weekly, Columns, Params)
