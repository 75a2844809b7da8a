"""Security: officers, cameras, crime, and how watched and how unsafe people feel.

Claim: patrols and cameras reduce crime modestly (Piza et al. 2019, doi:10.1111/1745-9133.12419), cohesion
too; posting by *recorded* incidents feeds on itself (Lum & Isaac 2016, doi:10.1111/j.1740-9713.2016.00960.x;
Ensign et al. 2018). Being watched is a share of contacts and places seen, not a verdict on it.

    C_d = C[(1 − by)pop_d/N + by·recorded_d/Σ recorded],  by = surveillance(1 − purpose_limit)
        C = officers_per_head·N(officers_base + officers_enforcement·installed enforcement)
        rel_d = C_d/(officers_per_head·pop_d)
    crime_d = H(mean h_d(crime_base − cohesion_effect·cohesion_d)
        ·max(patrol_floor, 1 − patrol_effect(rel_d − usual_patrol))·(1 − cameras − prediction)),
        cameras = cctv_effect·installed cameras(1 − camera_shelter·purpose_limit),
        prediction = predictive_effect·surveillance(1 − purpose_limit),  cohesion_d = mean worth of ties
    disorder_d = H(crime_d + disruption·share active_d)
    unsafe_d = (unsafe_local·disorder_d + (1 − unsafe_local)city mean)/disorder before the fork
        that reference moves by reference_speed until then
    η moves by accustom_speed toward [s > accustom_line];  what being watched does is s(1 − accustom·η)
    s moves by watched_speed toward
        H(gaze(watched_places + watched_contacts·mediated) + D + stops·max(0, rel_d − usual_patrol)),
        gaze = surveillance(watched_floor + (1 − watched_floor)(1 − purpose_limit))
            ·(watched_holders + (1 − watched_holders)(state + watched_platform·platform)),
        mediated = 1 − (1 − n′/n)(1 − automation_mediation·automation·adopted),  D the share of ties detained
    worth of ties = 1 − e^(−n*/tie_saturation),  n* = local ties + digital_worth·digital ties
    installed enforcement and cameras move by installation_speed toward enforcement and surveillance
"""

from __future__ import annotations

from math import exp
from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import share_of_ties, sum_of, unit, weighted_mean
from sim.engine.array import Array
from sim.engine.blocks import BLOCK, block, look_up, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.mechanism import Mechanism, Read, Write
from sim.engine.scratch import give_back, lend, scratch
from sim.engine.tie_slots import LOCAL_SLOTS, SLOTS

_worths = scratch((LOCAL_SLOTS + 1, SLOTS - LOCAL_SLOTS + 1))


class Columns(NamedTuple):
    """The view of this mechanism."""

    district: Read
    population: Read
    mean_hardship: Read
    tie_count: Read
    digital_count: Read
    detained_ties: Read
    adoption: Read
    district_active: Read
    recorded: Read
    installed_enforcement: Write
    installed_cameras: Write
    officers: Write
    mediated: Write
    tie_worth: Write
    accustomed: Write
    watched: Write
    cohesion: Write
    crime: Write
    disorder: Write
    mean_crime: Write
    mean_disorder: Write
    reference: Write
    unsafe: Write


class Params(NamedTuple):
    """Registered names."""

    own_platform: float
    own_state: float
    purpose_limit: float
    automation: float
    surveillance: float
    enforcement: float
    digital_worth: float
    stops: float
    patrol_effect: float
    cctv_effect: float
    predictive_effect: float
    disruption: float
    installation_speed: float
    officers_per_head: float
    officers_base: float
    officers_enforcement: float
    usual_patrol: float
    automation_mediation: float
    accustom_speed: float
    accustom_line: float
    watched_speed: float
    watched_floor: float
    watched_holders: float
    watched_platform: float
    watched_places: float
    watched_contacts: float
    tie_saturation: float
    crime_base: float
    cohesion_effect: float
    patrol_floor: float
    camera_shelter: float
    unsafe_local: float
    reference_speed: float


@inline
def post_officers(
    posted: Array, population: Array, recorded: Array, officers: float, by_record: float
) -> None:
    """Fill the officers ``posted`` to each district (D,): a share ``by_record`` follows ``recorded`` incidents."""
    people = sum_of(population)
    reports = sum_of(recorded)
    followed = by_record if reports > 0.0 else 0.0
    for d in range(population.size):
        posted[d] = (1.0 - followed) * officers * population[d] / people
        if followed > 0.0:
            posted[d] += followed * officers * recorded[d] / reports


@inline
def crime_of(hardship: float, cohesion: float, relative: float, cameras: float, p: Params) -> float:
    """Return a district's crime, 0 to 1, for mean hardship, cohesion and relative patrol strength."""
    patrolled = max(p.patrol_floor, 1.0 - p.patrol_effect * (relative - p.usual_patrol))
    seen = p.cctv_effect * cameras * (1.0 - p.camera_shelter * p.purpose_limit)
    predicted = p.predictive_effect * p.surveillance * (1.0 - p.purpose_limit)
    social = p.crime_base - p.cohesion_effect * cohesion
    return unit(hardship * social * patrolled * (1.0 - seen - predicted))


@inline
def _fill_tie_worths(worths: Array, p: Params) -> None:
    """Fill ``worths`` (7, 7) with the worth 1 − e^(−n*/4) of ties, by their numbers: local (0 … 6), digital (0 … 6).

    n* = local + digital_worth·digital. Forty-nine cases, so no resident needs an exponential.
    """
    for local in range(worths.shape[0]):
        for digital in range(worths.shape[1]):
            effective = local + p.digital_worth * digital
            worths[local, digital] = 1.0 - exp(-effective / p.tie_saturation)


@inline
def _watch(c: Columns, p: Params, relative: Array, stops: Array) -> None:
    """Set mediation, accustoming and the feeling of being watched; fill ``stops`` (D,)."""
    holders = p.watched_holders + (1.0 - p.watched_holders) * (
        p.own_state + p.watched_platform * p.own_platform
    )
    gaze = p.surveillance * (p.watched_floor + (1.0 - p.watched_floor) * (1.0 - p.purpose_limit)) * holders
    human = 1.0 - p.automation_mediation * p.automation * c.adoption[0]
    for d in range(relative.size):
        stops[d] = p.stops * max(0.0, relative[d] - p.usual_patrol)
    stopped = block()
    for first in range(0, c.district.size, BLOCK):
        rows = min(BLOCK, c.district.size - first)
        look_up(stopped, stops, c.district, first, rows)
        for offset in range(rows):
            i = row(first, offset)
            online = share_of_ties(c.digital_count[i], c.tie_count[i])
            mediated = 1.0 - (1.0 - online) * human
            seen_detained = share_of_ties(c.detained_ties[i], c.tie_count[i])
            target = unit(
                gaze * (p.watched_places + p.watched_contacts * mediated) + seen_detained + stopped[offset]
            )
            c.mediated[i] = mediated
            noticed = 1.0 if c.watched[i] > p.accustom_line else 0.0
            c.accustomed[i] += p.accustom_speed * (noticed - c.accustomed[i])
            c.watched[i] += p.watched_speed * (target - c.watched[i])


@inline
def _bind(c: Columns, p: Params) -> None:
    """Set the worth of everybody's ties, and average it by district: cohesion."""
    worths = _worths()
    _fill_tie_worths(worths, p)
    c.cohesion[:] = 0.0
    for i in range(c.district.size):
        digital = np.uint64(c.digital_count[i])
        worth = worths[np.uint64(c.tie_count[i]) - digital, digital]
        c.tie_worth[i] = worth
        c.cohesion[c.district[i]] += worth
    for d in range(c.population.size):
        if c.population[d] > 0:
            c.cohesion[d] /= c.population[d]


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Build capacity, post officers, watch, and settle crime and disorder."""
    c.installed_enforcement[0] += p.installation_speed * (p.enforcement - c.installed_enforcement[0])
    c.installed_cameras[0] += p.installation_speed * (p.surveillance - c.installed_cameras[0])
    strength = p.officers_base + p.officers_enforcement * c.installed_enforcement[0]
    officers = p.officers_per_head * sum_of(c.population) * strength
    by_record = p.surveillance * (1.0 - p.purpose_limit)
    post_officers(c.officers, c.population, c.recorded, officers, by_record)
    room = lend(2, c.population.size)
    relative, stops = room[0], room[1]
    for d in range(relative.size):
        if c.population[d] > 0:
            relative[d] = c.officers[d] / c.population[d] / p.officers_per_head
    _watch(c, p, relative, stops)
    _bind(c, p)
    for d in range(relative.size):
        if c.population[d] > 0:
            cameras = c.installed_cameras[0]
            c.crime[d] = crime_of(c.mean_hardship[d], c.cohesion[d], relative[d], cameras, p)
            c.disorder[d] = unit(c.crime[d] + p.disruption * c.district_active[d])
    c.mean_crime[0] = weighted_mean(c.crime, c.population)
    c.mean_disorder[0] = weighted_mean(c.disorder, c.population)
    if week < 0:
        c.reference[0] += p.reference_speed * (c.mean_disorder[0] - c.reference[0])
    for d in range(relative.size):
        mixed = p.unsafe_local * c.disorder[d] + (1.0 - p.unsafe_local) * c.mean_disorder[0]
        c.unsafe[d] = mixed / c.reference[0]
    give_back(room)


MECHANISM = Mechanism("security", "5.11", weekly, Columns, Params)
