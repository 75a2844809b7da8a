"""The state a run starts from: traits drawn once, first feelings, first ties."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import clip, unit
from sim.engine.array import Array
from sim.engine.compile import inline, kernel
from sim.engine.draws import (
    ADOPTED,
    CONCERN_A,
    DISTRICT_ACCESS,
    HOME_RADIUS,
    NEED,
    ONCE,
    OPINION_A,
    TIE_BORDER,
    TIE_FILLED,
    TIE_TARGET,
    normal,
    uniform,
    uniforms,
)
from sim.engine.mechanism import Mechanism, Read, Write
from sim.engine.tie_slots import EMPTY, LOCAL_SLOTS, SLOTS, one_of, person_next_door, person_of_district


class Columns(NamedTuple):
    """The view of the start."""

    district: Read
    population: Read
    member_offsets: Read
    members: Read
    neighbour_offsets: Read
    neighbours: Read
    district_hardship: Read
    hardship: Write
    concern: Write
    risk: Write
    access_draw: Write
    need_draw: Write
    inertia_draw: Write
    first_opinion: Write
    trust: Write
    expectation: Write
    wellbeing: Write
    watched: Write
    agency: Write
    turnout: Write
    opinion: Write
    opinion_anchor: Write
    adopted: Write
    shares: Write
    record: Write
    harm_weeks: Write
    speaks: Write
    ties: Write
    tie_count: Write
    digital_count: Write
    tie_worth: Write
    census: Write
    mean_hardship: Write
    heat: Write
    voters: Write
    voted_need: Write
    recorded: Write
    innovation: Write
    lock_in_level: Write
    budget_factor: Write
    installed_enforcement: Write
    installed_cameras: Write
    installed_digital: Write
    data_stock: Write
    reference: Write
    crossing: Write
    mean_agency: Write
    quiet_weeks: Write
    ties_in_all: Write
    ties_crossing: Write
    ties_digital: Write


class Params(NamedTuple):
    """Registered names."""

    continuity: float
    enforcement: float
    surveillance: float
    purpose_limit: float
    digital_only: float
    oversight: float
    sensor_reach: float
    digital_worth: float
    patchiness: float
    value_prior: float
    next_door: float
    need_base: float
    need_hardship: float
    need_spread: float
    need_low: float
    need_high: float
    overthrow_pause: float
    record_limit: float
    tie_saturation: float
    harm_weeks_least: float
    harm_weeks_appeal: float
    start_adopted: float
    start_sharing: float
    start_harmed: float
    start_data_stock: float
    start_speaking: float
    start_trust: float
    start_trust_spread: float
    start_trust_hardship: float
    start_wellbeing: float
    start_wellbeing_hardship: float
    start_watched: float
    start_agency: float
    start_expectation: float
    start_hardship_spread: float
    start_concern: float
    start_concern_spread: float
    start_opinion_spread: float
    start_ties: float
    start_innovation: float
    start_lock_in: float
    start_recorded: float
    start_turnout: float
    start_voters: float
    start_heat: float
    start_reference: float
    start_crossing: float


@inline
def _draw_traits(c: Columns, p: Params, key: np.uint64) -> None:
    """Draw what residents are and stay, and how they feel at first."""
    for i in range(c.district.size):
        d = c.district[i]
        _, _, a, b = uniforms(key, i, ONCE, HOME_RADIUS)
        spread = p.start_hardship_spread * normal(a, b)
        c.hardship[i] = clip(c.district_hardship[d] + spread, 0.02, 0.98)
        a, b, risk, access = uniforms(key, i, ONCE, CONCERN_A)
        c.concern[i] = unit(p.start_concern + p.start_concern_spread * normal(a, b))
        c.risk[i] = risk
        need, inertia, patchy, trust = uniforms(key, i, ONCE, NEED)
        c.access_draw[i] = (
            uniform(key, np.int64(d), ONCE, DISTRICT_ACCESS) if patchy < p.patchiness else access
        )
        c.need_draw[i] = need
        c.inertia_draw[i] = inertia
        h = np.float64(c.hardship[i])
        c.trust[i] = unit(
            p.start_trust + p.start_trust_spread * (trust - 0.5) + p.start_trust_hardship * (0.5 - h)
        )
        c.wellbeing[i] = unit(p.start_wellbeing - p.start_wellbeing_hardship * (h - 0.5))
        c.expectation[i] = p.start_expectation
        c.watched[i] = p.start_watched
        c.agency[i] = p.start_agency


@inline
def _draw_habits(c: Columns, p: Params, key: np.uint64) -> None:
    """Draw what residents do and think at first."""
    longest = int(p.harm_weeks_least) + int(p.harm_weeks_appeal * (1.0 - p.oversight) + 0.5)
    for i in range(c.district.size):
        adopted, shares, speaks, harmed = uniforms(key, i, ONCE, ADOPTED)
        c.adopted[i] = adopted < p.start_adopted
        c.shares[i] = c.adopted[i] and shares < p.start_sharing
        c.speaks[i] = speaks < p.start_speaking
        weight = 1.0 if c.shares[i] else p.surveillance * p.sensor_reach
        c.record[i] = weight * (1.0 - p.record_limit * p.purpose_limit)
        a, b, harm_left, _ = uniforms(key, i, ONCE, OPINION_A)
        c.harm_weeks[i] = 1 + one_of(harm_left, longest) if harmed < p.start_harmed else 0
        c.opinion[i] = clip(p.value_prior + p.start_opinion_spread * normal(a, b), -1.0, 1.0)
        c.first_opinion[i] = c.opinion_anchor[i] = c.opinion[i]
        c.turnout[i] = p.start_turnout


@kernel
def _draw_residents(c: Columns, p: Params, key: np.uint64) -> None:
    _draw_traits(c, p, key)
    _draw_habits(c, p, key)


@kernel
def _draw_ties(
    ties: Array,
    district: Array,
    offsets: Array,
    members: Array,
    borders: Array,
    neighbours: Array,
    p: Params,
    key: np.uint64,
) -> None:
    number = district.size
    for i in range(number):
        d = district[i]
        for slot in range(SLOTS):
            ties[i, slot] = EMPTY
            if uniform(key, i, ONCE, TIE_FILLED + slot) >= p.start_ties:
                continue
            u = uniform(key, i, ONCE, TIE_TARGET + slot)
            if slot >= LOCAL_SLOTS:
                other = one_of(u, number)
            elif uniform(key, i, ONCE, TIE_BORDER + slot) < p.next_door * p.continuity:
                other = person_next_door(u, d, offsets, members, borders, neighbours)
            else:
                other = person_of_district(u, d, offsets, members)
            if other >= 0 and other != i:
                ties[i, slot] = other


def _crossing(ties: Array, filled: Array, district: Array) -> int:
    """Return how many of the ``filled`` slots of ``ties`` (both (N, SLOTS)) lead to another district."""
    return sum(
        int(np.count_nonzero(district[to[known]] != district[known]))
        for to, known in zip(
            ties.T, filled.T, strict=True
        )  # slot by slot: all at once is half a city's memory
    )


def _needs(c: Columns, p: Params) -> Array:
    """Return everybody's need without shocks (N,)."""
    hardship, drawn = c.hardship.astype(np.float64), c.need_draw.astype(np.float64)
    raw = p.need_base + p.need_hardship * hardship + p.need_spread * (drawn - 0.5)
    needs: Array = np.clip(raw, p.need_low, p.need_high)
    return needs


def begin(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Fill zeroed columns with the state before the first week."""
    _draw_residents(c, p, key)
    places = (c.district, c.member_offsets, c.members, c.neighbour_offsets, c.neighbours)
    _draw_ties(c.ties, *places, p, key)
    filled = c.ties != EMPTY
    c.tie_count[:] = np.count_nonzero(filled, axis=1)
    c.digital_count[:] = np.count_nonzero(filled[:, LOCAL_SLOTS:], axis=1)
    effective = (c.tie_count - c.digital_count) + p.digital_worth * c.digital_count
    c.tie_worth[:] = 1.0 - np.exp(-effective / p.tie_saturation)
    c.ties_in_all[0], c.ties_digital[0] = c.tie_count.sum(), c.digital_count.sum()
    c.ties_crossing[0] = _crossing(c.ties, filled, c.district)
    people = np.maximum(c.population, 1.0)  # where nobody lives there is nothing to divide
    c.census[:] = np.bincount(c.district, _needs(c, p), people.size) / people
    c.mean_hardship[:] = np.bincount(c.district, c.hardship, people.size) / people
    c.heat[:] = p.start_heat
    c.voters[:] = p.start_voters * c.population
    c.voted_need[:] = c.voters * c.census
    c.recorded[:] = p.start_recorded * c.population
    c.innovation[0] = p.start_innovation
    c.lock_in_level[0] = p.start_lock_in
    c.budget_factor[0] = 1.0
    c.installed_enforcement[0] = p.enforcement
    c.installed_cameras[0] = p.surveillance
    c.installed_digital[0] = p.digital_only
    c.data_stock[0] = p.start_data_stock
    c.reference[0] = p.start_reference
    c.crossing[0] = p.start_crossing
    c.mean_agency[0] = p.start_agency
    c.quiet_weeks[0] = p.overthrow_pause


START = Mechanism("start", "4", begin, Columns, Params)
