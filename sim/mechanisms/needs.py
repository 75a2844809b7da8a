"""Needs: what residents require of the city's services this week.

Claim: needs rise with hardship, differ between persons, and are shaken district by district by slow shocks.

    s_d ← shock_persistence·s_d + shock_size(2u − 1)          (shock of a district, around 0)
    need_i = clip(need_base + need_hardship·h_i + need_spread(ζ_i − ½) + s_d, need_low, need_high)

Weights are judgement; that need follows hardship is the premise of needs-based allocation.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import clip
from sim.engine.blocks import BLOCK, block_of_draws, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.draws import SHOCK, draw_block
from sim.engine.mechanism import Mechanism, Read, Write


class Columns(NamedTuple):
    """The view of this mechanism."""

    district: Read
    hardship: Read
    need_draw: Read
    shock: Write
    need: Write


class Params(NamedTuple):
    """Registered names."""

    shock_persistence: float
    shock_size: float
    need_base: float
    need_hardship: float
    need_spread: float
    need_low: float
    need_high: float


@inline
def need_of(hardship: float, need_draw: float, shock: float, p: Params) -> float:
    """Return one resident's need (1 = what standard spending per head serves to about half)."""
    raw = p.need_base + p.need_hardship * hardship + p.need_spread * (need_draw - 0.5) + shock
    return clip(raw, p.need_low, p.need_high)


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Move the districts' shocks, then set every resident's need."""
    u = block_of_draws()
    for first in range(0, c.shock.size, BLOCK):
        rows = min(BLOCK, c.shock.size - first)
        draw_block(u, key, first, rows, week, SHOCK)
        for offset in range(rows):
            d = row(first, offset)
            c.shock[d] = p.shock_persistence * c.shock[d] + p.shock_size * (2.0 * u[0, offset] - 1.0)
    for i in range(c.need.size):
        c.need[i] = need_of(c.hardship[i], c.need_draw[i], c.shock[c.district[i]], p)


MECHANISM = Mechanism("needs", "5.1", weekly, Columns, Params)
