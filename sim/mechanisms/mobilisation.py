# Long: one mechanism is read whole, from its claim to its arrests; 130 lines are equations and names
"""Mobilisation: grievance, risk, the crowd's mood, the street, arrests. Reported, never scored.

Claim: people act when grievance outweighs the risk of arrest (Epstein 2002, doi:10.1073/pnas.092080199), most
who would do not (intention and action differ a hundredfold in counted protests), and a mood may carry a
crowd: a mean field (Brock & Durlauf 2001, doi:10.1111/1467-937X.00168) that changes in nature only where its
coupling J exceeds 1. Others' turnout may encourage or discourage (`strategic`, either sign: Cantoni et al.
2019, doi:10.1093/qje/qjz002), repression seen may deter or enrage (`backlash`, n-shaped). Data make dissent
traceable (Xu 2021, doi:10.1111/ajps.12514; Beraja et al. 2023, doi:10.1093/qje/qjad012), and what pays may be
tried again, though bargaining also absorbs protest (Lee & Zhang 2013, doi:10.1086/670802). Thron & Jackson
(2015, arXiv:1501.05838) find no tipping points in Epstein's model.

    G = deprivation(1 − L)(1 + backlash_scale·backlash·y(1 − y)),  y = min(1, repression_seen·D)
        deprivation = deprivation_hardship·h + (1 − deprivation_hardship)H((content_line − w)/content_range)
    trace_i = min(trace_ceiling, surveillance(1 − trace_limit·purpose_limit)
        + ρ_i(state + trace_platform·platform)(1 − purpose_limit))
    P = 1 − exp(−arrest_k(1 + targeted·trace_i)
        ·[vision·C_d/pop_d / (1 + vision·share active_d + visible·n a)]),
        [·] as arrest_rounding says: exact, floored or rounded
    visible = 1 − censored_view·censorship;  J = mood_scale·crowd·visible·connectivity·access
    μ += mood_speed(max(0, tanh(J(mood_near·mood of ties + (1 − mood_near)city's)
        + mood_street(mood_street_near·a + (1 − mood_street_near)city share active) − mood_rest)) − μ)
        a spark lifts it to spark_mood·visible at least, for those with access
    feel = mood_feel·crowd·μ + strategic_scale·strategic·min(city share active, strategic_ceiling)
    wants to act if G(1 + feel) − r·P(severity_base + enforcement) − weariness > threshold − encourage·success
        who was not out already follows through with probability conversion
    a spark adds those with G > spark_grievance·threshold with probability spark_chance
    weariness ← H(weariness + fatigue·acting − rest)
    P(arrest if acting) = min(1, (1 − exp(−(vision·C_d/pop_d)/max(1, vision·share of others acting_d)))
        ·arrest_severity·enforcement(1 + targeted·trace_i)), for 1 + ⌊longest_term·u·enforcement⌋ weeks
    success moves by success_speed toward min(1, success_scale·active)·responsiveness
    α_i ← max(active_i, acted_memory·α_i)
    recorded_d moves by record_memory toward arrests_d
        + recorded_crime·crime_d(recorded_share·pop_d + (1 − recorded_share)recorded_patrol·C_d)
"""

from __future__ import annotations

from math import exp, floor
from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import exponential, mean, number_of, share_of_ties, unit, weighted_mean
from sim.engine.array import Array
from sim.engine.blocks import BLOCK, block, block_of_draws, look_up, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.draws import SPARK, TAKE_PART, draw_block, uniforms
from sim.engine.mechanism import Mechanism, Occasion, Read, Write
from sim.engine.scratch import give_back, lend
from sim.scenario.choice_codes import FLOOR, ROUND


class Columns(NamedTuple):
    """The view of this mechanism."""

    district: Read
    population: Read
    hardship: Read
    risk: Read
    connected: Read
    tie_count: Read
    active_ties: Read
    detained_ties: Read
    mood_nearby: Read
    trust: Read
    wellbeing: Read
    record: Read
    officers: Read
    crime: Read
    spark: Write
    acting: Write
    active: Write
    detention: Write
    mood: Write
    weariness: Write
    acted: Write
    recorded: Write
    district_active: Write
    district_acting: Write
    active_share: Write
    acting_share: Write
    mean_mood: Write
    mood_coupling: Write
    success: Write


class Params(NamedTuple):
    """Registered names."""

    own_platform: float
    own_state: float
    purpose_limit: float
    surveillance: float
    enforcement: float
    censorship: float
    responsiveness: float
    connectivity: float
    threshold: float
    arrest_k: float
    arrest_rounding: float
    conversion: float
    crowd: float
    strategic: float
    backlash: float
    fatigue: float
    vision: float
    targeted: float
    encourage: float
    recorded_share: float
    deprivation_hardship: float
    content_line: float
    content_range: float
    repression_seen: float
    backlash_scale: float
    censored_view: float
    mood_scale: float
    mood_near: float
    mood_speed: float
    mood_street: float
    mood_street_near: float
    mood_rest: float
    mood_feel: float
    spark_mood: float
    trace_limit: float
    trace_platform: float
    trace_ceiling: float
    strategic_scale: float
    strategic_ceiling: float
    severity_base: float
    arrest_severity: float
    longest_term: float
    rest: float
    spark_grievance: float
    spark_chance: float
    success_speed: float
    success_scale: float
    acted_memory: float
    record_memory: float
    recorded_crime: float
    recorded_patrol: float


@inline
def arrest_risk(officers: float, active: float, k: float, rounding: float) -> float:
    """Return P = 1 − exp(−k·officers/active), the ratio exact (0), floored (1) or rounded half to even (2).

    ``officers`` and ``active`` are those in sight, oneself counted among the active.
    """
    ratio = officers / active
    if rounding == FLOOR:
        ratio = floor(ratio)
    elif rounding == ROUND:
        ratio = np.rint(ratio)
    return 1.0 - exponential(-k * ratio)


@inline
def deprivation_of(hardship: float, wellbeing: float, p: Params) -> float:
    """Return deprivation, 0 to 1: given hardship and lost well-being."""
    lost = unit((p.content_line - wellbeing) / p.content_range)
    return p.deprivation_hardship * hardship + (1.0 - p.deprivation_hardship) * lost


@inline
def grievance_of(deprivation: float, trust: float, detained_share: float, p: Params) -> float:
    """Return grievance G: deprivation without trust in the city, changed by repression seen among ties."""
    y = min(1.0, p.repression_seen * detained_share)
    return deprivation * (1.0 - trust) * (1.0 + p.backlash_scale * p.backlash * y * (1.0 - y))


@inline
def mood_step(mood: float, coupling: float, field: float, street: float, p: Params) -> float:
    """Return next week's mood for a coupling J, the mood around and what the street gives; at least 0."""
    pull = coupling * field + street - p.mood_rest
    # tanh by one exponential, to 2e-16: half the time of the library's
    return mood + p.mood_speed * (max(0.0, 1.0 - 2.0 / (exponential(2.0 * pull) + 1.0)) - mood)


@inline
def trace_of(record: float, p: Params) -> float:
    """Return how traceable a resident's dissent is, 0 to `trace_ceiling`, for what is held about them."""
    seen = p.surveillance * (1.0 - p.trace_limit * p.purpose_limit)
    holders = p.own_state + p.trace_platform * p.own_platform
    return min(p.trace_ceiling, seen + record * (holders * (1.0 - p.purpose_limit)))


@inline
def visible_of(p: Params) -> float:
    """Return how much of protest gets past censorship to others, 0 to 1."""
    return 1.0 - p.censored_view * p.censorship


@inline
def officers_around(officers: float, population: float, p: Params) -> float:
    """Return the officers of a district within sight."""
    return p.vision * officers / population


@inline
def crowd_around(active_share: float, p: Params) -> float:
    """Return the active people of a district within sight, oneself counted."""
    return 1.0 + p.vision * active_share


@inline
def cost_of(risk: float, officers: float, in_sight: float, record: float, p: Params) -> float:
    """Return what acting is expected to cost one of that aversion to ``risk``: arrest, by its severity."""
    k = p.arrest_k * (1.0 + p.targeted * trace_of(record, p))
    severity = p.severity_base + p.enforcement
    return risk * arrest_risk(officers, in_sight, k, p.arrest_rounding) * severity


@inline
def feel_of(mood: float, active_share: float, p: Params) -> float:
    """Return what the crowd's mood and the turnout of others add to grievance."""
    turnout = p.strategic_scale * p.strategic * min(active_share, p.strategic_ceiling)
    return p.mood_feel * p.crowd * mood + turnout


@inline
def threshold_of(success: float, p: Params) -> float:
    """Return the threshold that must be passed: lower where acting has paid."""
    return p.threshold - p.encourage * success


@inline
def urge_of(grievance: float, feel: float, cost: float, weariness: float) -> float:
    """Return what is left of grievance, moved by feeling, once cost and weariness are taken off."""
    return grievance * (1.0 + feel) - cost - weariness


@inline
def wants_to_act(grievance: float, feel: float, cost: float, weariness: float, threshold: float) -> bool:
    """Return whether the urge to act exceeds the threshold."""
    return urge_of(grievance, feel, cost, weariness) > threshold


@inline
def _feel(c: Columns, p: Params) -> None:
    """Let moods move, a spark lift them; keep their mean and the mean coupling."""
    visible = visible_of(p)
    coupling = p.mood_scale * p.crowd * visible * p.connectivity
    spark = p.spark_mood * visible if c.spark[0] else 0.0
    street = c.active_share[0]
    field_city = (1.0 - p.mood_near) * c.mean_mood[0]
    street_near = p.mood_street * p.mood_street_near
    street_city = p.mood_street * (1.0 - p.mood_street_near) * street
    for i in range(c.mood.size):
        j = coupling if c.connected[i] else 0.0
        field = p.mood_near * c.mood_nearby[i] + field_city
        near = share_of_ties(c.active_ties[i], c.tie_count[i])
        lifted = spark if c.connected[i] else 0.0
        c.mood[i] = max(mood_step(c.mood[i], j, field, street_near * near + street_city, p), lifted)
    c.mean_mood[0] = mean(c.mood)
    c.mood_coupling[0] = coupling * number_of(c.connected) / c.mood.size


@inline
def _decide(
    c: Columns, p: Params, key: np.uint64, week: int, district_officers: Array, district_crowd: Array
) -> None:
    """Mark in ``acting`` who is free, wants to act, and is out already or does what they want.

    Fills what is in sight of each district's residents: officers and the active; both (D,).
    """
    visible, active_share = visible_of(p), c.active_share[0]
    threshold = threshold_of(c.success[0], p)
    for d in range(c.officers.size):
        if c.population[d] > 0:
            district_officers[d] = officers_around(c.officers[d], c.population[d], p)
            district_crowd[d] = crowd_around(c.district_active[d], p)
    u, officers, crowd = block_of_draws(), block(), block()
    for first in range(0, c.acting.size, BLOCK):
        rows = min(BLOCK, c.acting.size - first)
        draw_block(u, key, first, rows, week, TAKE_PART)
        look_up(officers, district_officers, c.district, first, rows)
        look_up(crowd, district_crowd, c.district, first, rows)
        for offset in range(rows):
            i = row(first, offset)
            held = share_of_ties(c.detained_ties[i], c.tie_count[i])
            grievance = grievance_of(deprivation_of(c.hardship[i], c.wellbeing[i], p), c.trust[i], held, p)
            in_sight = crowd[offset] + visible * c.active_ties[i]
            cost = cost_of(c.risk[i], officers[offset], in_sight, np.float64(c.record[i]), p)
            feel = feel_of(c.mood[i], active_share, p)
            wants = wants_to_act(grievance, feel, cost, c.weariness[i], threshold)
            does = (c.active[i] > 0) | (u[1, offset] < p.conversion)
            c.detention[i] -= c.detention[i] > 0
            c.acting[i] = wants & does & (c.detention[i] == 0)


@inline
def _follow_spark(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Bring some of the aggrieved into the street after a triggering incident."""
    for i in range(c.acting.size):
        if c.detention[i] or c.acting[i]:
            continue
        held = share_of_ties(c.detained_ties[i], c.tie_count[i])
        grievance = grievance_of(deprivation_of(c.hardship[i], c.wellbeing[i], p), c.trust[i], held, p)
        if grievance > p.spark_grievance * p.threshold:
            c.acting[i] = uniforms(key, i, week, SPARK)[0] < p.spark_chance


@inline
def _tire(weariness: Array, acting: Array, p: Params) -> None:
    """Let those acting tire and the others rest."""
    for i in range(acting.size):
        weariness[i] = unit(weariness[i] + p.fatigue * acting[i] - p.rest)


@inline
def _remember(acted: Array, active: Array, memory: float) -> None:
    """Keep alive, week by week less, that one took to the street."""
    for i in range(acted.size):
        acted[i] = max(np.float64(active[i]), memory * acted[i])


@inline
def _gather(acting: Array, district: Array, district_acting: Array) -> None:
    """Count those acting by district."""
    district_acting[:] = 0.0
    for i in range(acting.size):
        if acting[i]:
            district_acting[district[i]] += 1.0


@inline
def _arrest(c: Columns, p: Params, key: np.uint64, week: int, caught: Array, arrests: Array) -> None:
    """Arrest some of those acting; count ``arrests`` by district. `district_acting` becomes a share.

    ``caught`` is each district's chance of arrest but for what is known of somebody, where anybody acts; both (D,).
    """
    districts = c.population.size
    for d in range(districts):
        if c.district_acting[d] > 0.0:
            others = (c.district_acting[d] - 1.0) / max(c.population[d] - 1.0, 1.0)
            c.district_acting[d] /= c.population[d]
            officers = p.vision * c.officers[d] / c.population[d]
            crowd = max(p.vision * others, 1.0)
            caught[d] = (1.0 - exp(-officers / crowd)) * p.arrest_severity * p.enforcement
    c.district_active[:] = 0.0
    for i in range(c.district.size):
        d = c.district[i]
        c.active[i] = c.acting[i]
        if c.acting[i]:
            _, _, u, v = uniforms(key, i, week, TAKE_PART)
            if u < caught[d] * (1.0 + p.targeted * trace_of(np.float64(c.record[i]), p)):
                c.detention[i] = 1 + int(p.longest_term * v * p.enforcement)
                c.active[i] = 0
                arrests[d] += 1.0
            else:
                c.district_active[d] += 1.0
    for d in range(districts):
        if c.population[d] > 0:
            c.district_active[d] /= c.population[d]


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Decide, arrest, then settle success, who has acted, and recorded incidents."""
    room = lend(4, c.population.size)
    officers, crowd, caught, arrests = room[0], room[1], room[2], room[3]
    _feel(c, p)
    _decide(c, p, key, week, officers, crowd)
    if c.spark[0]:
        _follow_spark(c, p, key, week)
    _tire(c.weariness, c.acting, p)
    _gather(c.acting, c.district, c.district_acting)
    _arrest(c, p, key, week, caught, arrests)
    c.active_share[0] = weighted_mean(c.district_active, c.population)
    c.acting_share[0] = weighted_mean(c.district_acting, c.population)
    won = min(1.0, p.success_scale * c.active_share[0]) * p.responsiveness
    c.success[0] += p.success_speed * (won - c.success[0])
    _remember(c.acted, c.active, p.acted_memory)
    for d in range(arrests.size):
        reported = p.recorded_share * c.population[d]
        found = (1.0 - p.recorded_share) * p.recorded_patrol * c.officers[d]
        new = arrests[d] + p.recorded_crime * c.crime[d] * (reported + found)
        c.recorded[d] += p.record_memory * (new - c.recorded[d])
    c.spark[0] = 0.0  # it was this week's
    give_back(room)


def let_spark(c: Columns, p: Params, occasion: Occasion) -> None:
    """Let an incident happen that brings the aggrieved into the street this week."""
    c.spark[0] = 1.0


MECHANISM = Mechanism("mobilisation", "5.13", weekly, Columns, Params, {"spark": let_spark})
