"""What maps can show: which values of a week are kept by district."""

from __future__ import annotations

import numpy as np

from sim.engine.array import Array
from sim.engine.compile import inline
from sim.outcomes.view import Columns

DISTRICT_OUTCOMES = (
    "wellbeing",
    "service_fit",
    "trust",
    "expression",
    "calm",
    "takeup",
    "harmed",
    "active",
    "outage",
)
"""What maps can show, by row; `outage` is the weeks of outage left."""

(
    MAP_WELLBEING,
    MAP_SERVICE_FIT,
    MAP_TRUST,
    MAP_EXPRESSION,
    MAP_CALM,
    MAP_TAKEUP,
    MAP_HARMED,
    MAP_ACTIVE,
    MAP_OUTAGE,
) = range(len(DISTRICT_OUTCOMES))


@inline
def fill_maps(c: Columns, service: Array) -> None:
    """Turn sums by district into means, ``service`` (D,) among them, and take what others have measured.

    Undefined where nobody lives: nan.
    """
    for d in range(c.population.size):
        people = c.population[d]
        for k in (MAP_WELLBEING, MAP_TRUST, MAP_EXPRESSION, MAP_TAKEUP):
            c.maps[k, d] = c.maps[k, d] / people if people > 0 else np.nan
        c.maps[MAP_SERVICE_FIT, d] = service[d] / people if people > 0 else np.nan
        c.maps[MAP_CALM, d] = 1.0 - c.crime[d] if people > 0 else np.nan
        c.maps[MAP_HARMED, d] = c.district_harmed[d] if people > 0 else np.nan
        c.maps[MAP_ACTIVE, d] = c.district_active[d]
        c.maps[MAP_OUTAGE, d] = c.outage_weeks[d]
