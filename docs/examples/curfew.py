"""A mechanism from outside the package: an evening curfew. What it declares stands in curfew.toml beside it.

Run with `two-cities run control --model curfew:CurfewCity --set curfew=0.5` in this folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np

from sim import CityModel
from sim.engine.arithmetic import unit
from sim.engine.compile import kernel
from sim.engine.draws import OUTSIDE, uniform
from sim.engine.mechanism import Mechanism, Occasion, Read, Write
from sim.model.schedule import insert


class Columns(NamedTuple):
    """What the mechanism sees of the city; a column marked Read cannot be written."""

    detention: Read
    kept_in: Write
    alarm: Write
    agency: Write


class Params(NamedTuple):
    """The levers, assumptions and constants it uses."""

    curfew: float
    curfew_cost: float


@kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Keep some of those who are free at home; who is kept there loses some agency."""
    share = 1.0 if c.alarm[0] else p.curfew
    for i in range(c.kept_in.size):
        c.kept_in[i] = uniform(key, i, week, OUTSIDE) < share and c.detention[i] == 0
        c.agency[i] = unit(c.agency[i] - p.curfew_cost * c.kept_in[i])
    c.alarm[0] = 0.0


def let_alarm(c: Columns, p: Params, occasion: Occasion) -> None:
    """Keep everybody at home this week."""
    c.alarm[0] = 1.0


def kept_in(c: Columns, p: Params) -> float:
    """Return the share of residents kept at home."""
    return float(c.kept_in.mean())


CURFEW = Mechanism(
    "curfew",
    "5.14b",
    weekly,
    Columns,
    Params,
    events={"alarm": let_alarm},
    outcomes={"kept_in": kept_in},
    declaration=Path(__file__).with_suffix(".toml"),
)


class CurfewCity(CityModel):
    """A city with a curfew."""

    schedule = insert(CURFEW, before="agency")
