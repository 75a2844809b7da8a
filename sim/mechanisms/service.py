"""Services as lived: what the money achieves for a resident, less the misfit of what it was spent on.

    sat_i = H(1 − exp(−.62·A·spend per head_d/need_i)
              − misfit(.3 + .7 automation)(1 − .6 participation)(1 − ½ oversight)|need_i − need̂_d|)

Claim: returns to spending diminish, and decisions made on a district's estimate miss the individual; people,
votes and audit soften the miss. Weights are judgement.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import exponential, unit
from sim.engine.blocks import TILE, look_up, row
from sim.engine.compile import kernel, piece
from sim.engine.mechanism import Mechanism, Read, Write


class Columns(NamedTuple):
    """The view of this mechanism."""

    district: Read
    need: Read
    estimate: Read
    district_spend: Read
    outage_weeks: Read
    productivity: Read
    satisfaction: Write


class Params(NamedTuple):
    """Registered names."""

    automation: float
    participation: float
    oversight: float
    misfit: float
    outage_depth: float
    service_scale: float
    manual_misfit: float
    participation_fit: float
    oversight_fit: float
    manual_outage: float


@piece
def misfit_of(p: Params) -> float:
    """Return how much satisfaction one unit of mistaken need costs."""
    decided = p.manual_misfit + (1.0 - p.manual_misfit) * p.automation
    return (
        p.misfit
        * decided
        * (1.0 - p.participation_fit * p.participation)
        * (1.0 - p.oversight_fit * p.oversight)
    )


@piece
def outage_factor(p: Params) -> float:
    """Return the part of services that still works during an outage."""
    return 1.0 - p.outage_depth * (p.manual_outage + (1.0 - p.manual_outage) * p.automation)


@piece
def satisfaction(effective_spend: float, need: float, estimate: float, misfit: float, scale: float) -> float:
    """Return satisfaction with services, 0 to 1; ``effective_spend``: productivity times spending."""
    return unit(1.0 - exponential(-scale * effective_spend / need) - misfit * abs(need - estimate))


@kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Serve every resident."""
    misfit = misfit_of(p)
    working = outage_factor(p)
    districts = c.district_spend.size
    effective = np.empty(districts)
    for d in range(districts):
        effective[d] = c.productivity[0] * c.district_spend[d] * (working if c.outage_weeks[d] > 0 else 1.0)
    spend, estimate = np.empty(TILE), np.empty(TILE)
    for first in range(0, c.need.size, TILE):
        look_up(spend, effective, c.district, first)
        look_up(estimate, c.estimate, c.district, first)
        for lane in range(min(TILE, c.need.size - first)):
            i = row(first, lane)
            c.satisfaction[i] = satisfaction(spend[lane], c.need[i], estimate[lane], misfit, p.service_scale)


MECHANISM = Mechanism("service", "5.10", weekly, Columns, Params)
