"""What one pass over the residents adds up for the outcomes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.array import Array
from sim.engine.compile import inline
from sim.outcomes.maps import MAP_EXPRESSION, MAP_TAKEUP, MAP_TRUST, MAP_WELLBEING
from sim.outcomes.view import Columns, Params

FEW_TIES = 2  # or fewer: isolated


class People(NamedTuple):
    """Sums over all residents: opinions and their squares; counts of the detained and the isolated."""

    opinion: float
    opinion2: float
    detained: int
    isolated: int


class Reading(NamedTuple):
    """Sums over the sharers: satisfaction as the city reads it, by weight; the weights; what they have."""

    reported: float
    weight: float
    shared_service: float


class Sums(NamedTuple):
    """What one pass over the residents adds up.

    By third of hardship (3,): well-being, the harmed, residents. By district (D,): satisfaction and its square.
    """

    people: People
    reading: Reading
    wellbeing: Array
    harmed: Array
    size: Array
    service: Array
    service2: Array


@inline
def reported_satisfaction(
    satisfaction: float, speaks: bool, disappointed: bool, p: Params
) -> tuple[float, float]:
    """Return how the city reads one sharer: (value, weight).

    Who does not speak is read as ``satisfaction + silence_as(1 − satisfaction)``; who speaks and is below
    their expectation counts ``1 + complain`` times.
    """
    supposed = 0.0 if speaks else p.silence_as * (1.0 - satisfaction)
    louder = p.complain if speaks & disappointed else 0.0
    return satisfaction + supposed, 1.0 + louder


@inline
def sums_of(c: Columns, p: Params, thirds: Array, service: Array, service2: Array) -> Sums:
    """Return the sums over residents, added in their order; four rows of ``maps`` take theirs by district.

    ``thirds`` (3, 3) and ``service``, ``service2`` (D,), all 0 before, take what is summed by group.
    """
    opinion = opinion2 = reported = weight = shared_service = 0.0
    detained = isolated = 0
    wellbeing, harmed, size = thirds[0], thirds[1], thirds[2]
    for i in range(c.district.size):
        d, group = c.district[i], c.hardship_group[i]
        w, sat, o = np.float64(c.wellbeing[i]), np.float64(c.satisfaction[i]), np.float64(c.opinion[i])
        opinion += o
        opinion2 += o * o
        detained += c.detention[i] > 0
        isolated += c.tie_count[i] <= FEW_TIES
        wellbeing[group] += w
        harmed[group] += 1.0 if c.harm_weeks[i] else 0.0
        size[group] += 1.0
        service[d] += sat
        service2[d] += sat * sat
        c.maps[MAP_WELLBEING, d] += w
        c.maps[MAP_TRUST, d] += c.trust[i]
        c.maps[MAP_EXPRESSION, d] += c.speaks[i]
        c.maps[MAP_TAKEUP, d] += c.takeup[i]
        value, heard = reported_satisfaction(sat, c.speaks[i] > 0, sat < c.expectation[i], p)
        shared_service += sat if c.shares[i] else 0.0
        reported += heard * value if c.shares[i] else 0.0
        weight += heard if c.shares[i] else 0.0
    people = People(opinion, opinion2, detained, isolated)
    return Sums(people, Reading(reported, weight, shared_service), wellbeing, harmed, size, service, service2)
