"""Politics: the constitution itself may drift, and may be overthrown. Runs only where rules may evolve.

Claim: streets win concessions (Lohmann 1994, doi:10.2307/2950679), fear asks for order, holders of data lobby
(capture; Xu 2021, doi:10.1111/ajps.12514 on surveillance and public goods). Reform and restoration are both
possible ends (Acemoglu & Robinson 2001, doi:10.1257/aer.91.4.938). Contested throughout.

    pressure moves by pressure_memory toward the share active;  heat = min(1, drift_heat·pressure)
    fear = security_demand·H(fear_scale(unsafe − 1))
    voice = responsiveness(heat + max(0, o))
    order = (1 − responsiveness)heat + responsiveness(max(0, −o) + fear)
    capture = lobbying(platform + capture_state·state)·adopted·lock-in·(1 − oversight)
    drift = drift_speed(concession(voice − order) − capture), a week: added to participation, openness,
        oversight, responsiveness, purpose_limit; taken from surveillance, enforcement, censorship
    overthrow, with overthrow_chance a week and overthrow_pause weeks between two, if
        responsiveness < overthrow_responsiveness and
        pressure > overthrow(overthrow_enforcement + enforcement): a reform with probability settlement,
        else a restoration

The compiled step feels the pressures; institutions apply `drift` and `overthrow` to the levers they hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import unit, weighted_mean
from sim.engine.compile import bare_kernel
from sim.engine.draws import CITY, ORIGIN, uniforms
from sim.engine.mechanism import Mechanism, Read, Write
from sim.scenario.choice_codes import MANDATORY, OPT_IN

CIVIC = ("participation", "openness", "oversight", "responsiveness", "purpose_limit")
OWNERS = ("own_residents", "own_commons", "own_municipality", "own_platform", "own_state")
COERCIVE = ("surveillance", "enforcement", "censorship")
STAYS, REFORM, RESTORATION = 0.0, 1.0, 2.0


class Columns(NamedTuple):
    """The view of this mechanism."""

    population: Read
    adoption: Read
    lock_in_level: Read
    unsafe: Read
    mean_opinion: Read
    active_share: Read
    pressure: Write
    quiet_weeks: Write
    concession_drift: Write
    order_drift: Write
    capture_drift: Write
    overthrown: Write


class Params(NamedTuple):
    """Registered names."""

    evolving: float
    own_platform: float
    own_state: float
    oversight: float
    responsiveness: float
    enforcement: float
    security_demand: float
    lobbying: float
    concession: float
    overthrow: float
    settlement: float
    pressure_memory: float
    drift_heat: float
    fear_scale: float
    drift_speed: float
    capture_state: float
    overthrow_responsiveness: float
    overthrow_enforcement: float
    overthrow_chance: float
    overthrow_pause: float


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Set the week's drifts (concession, order, capture, per week) and whether the city is overthrown."""
    if p.evolving == 0.0 or week < 0:
        return
    c.pressure[0] += p.pressure_memory * (c.active_share[0] - c.pressure[0])
    heat = min(1.0, p.drift_heat * c.pressure[0])
    fear = p.security_demand * unit(p.fear_scale * (weighted_mean(c.unsafe, c.population) - 1.0))
    opinion = c.mean_opinion[0]
    voice = p.responsiveness * (heat + max(0.0, opinion))
    order = (1.0 - p.responsiveness) * heat + p.responsiveness * (max(0.0, -opinion) + fear)
    holders = p.own_platform + p.capture_state * p.own_state
    capture = p.lobbying * holders * c.adoption[0] * c.lock_in_level[0] * (1.0 - p.oversight)
    c.concession_drift[0] = p.drift_speed * p.concession * voice
    c.order_drift[0] = p.drift_speed * p.concession * order
    c.capture_drift[0] = p.drift_speed * capture
    c.overthrown[0] = STAYS
    c.quiet_weeks[0] += 1.0
    endangered = p.responsiveness < p.overthrow_responsiveness and c.pressure[0] > p.overthrow * (
        p.overthrow_enforcement + p.enforcement
    )
    _, u_overthrow, u_settlement, _ = uniforms(key, CITY, week, ORIGIN)
    if endangered and c.quiet_weeks[0] >= p.overthrow_pause and u_overthrow < p.overthrow_chance:
        c.quiet_weeks[0] = 0.0
        c.overthrown[0] = REFORM if u_settlement < p.settlement else RESTORATION


def drift(
    levers: Mapping[str, float], concession: float, order: float, capture: float, values: Mapping[str, float]
) -> dict[str, float]:
    """Return the levers that a week's drift changes, by name.

    ``levers`` are encoded, shares normalised; ``concession``, ``order``, ``capture`` are the three weekly
    drifts; ``values`` hold the constants.
    """
    delta = concession - order - capture
    low, high = values["lever_floor"], values["lever_ceiling"]
    changed = {name: min(max(levers[name] + delta, low), high) for name in CIVIC}
    changed |= {name: min(max(levers[name] - delta, 0.0), high) for name in COERCIVE}
    changed |= _move_data(levers, delta, order, capture)
    tight = (
        changed["purpose_limit"] < values["mandatory_purpose"]
        and changed["responsiveness"] < values["mandatory_responsiveness"]
    )
    if tight:
        changed["consent"] = MANDATORY
    elif levers["consent"] == MANDATORY and changed["purpose_limit"] > values["opt_in_purpose"]:
        changed["consent"] = OPT_IN
    return changed


def _move_data(levers: Mapping[str, float], delta: float, order: float, capture: float) -> dict[str, float]:
    """Return the data shares after ``delta`` moves to the commons, or to platform and state."""
    losing = ("own_platform", "own_state") if delta > 0 else ("own_residents", "own_commons")
    held = sum(levers[name] for name in losing)
    moved = min(abs(delta), held)
    if moved == 0.0:
        return {}
    shares = {name: levers[name] * (1.0 - moved / held) for name in losing}
    shares = {name: levers[name] for name in OWNERS} | shares  # all of them: levers may be held unnormalised
    if delta > 0:
        return shares | {"own_commons": levers["own_commons"] + moved}
    to_platform = moved * capture / (capture + order)
    return shares | {
        "own_platform": levers["own_platform"] + to_platform,
        "own_state": levers["own_state"] + moved - to_platform,
    }


def overthrow(levers: Mapping[str, float], outcome: float, values: Mapping[str, float]) -> dict[str, float]:
    """Return the levers that an overthrow changes, by name: a reform or a restoration."""
    if outcome == REFORM:
        return {
            "responsiveness": max(levers["responsiveness"], values["reform_responsiveness"]),
            "participation": max(levers["participation"], values["reform_participation"]),
            "censorship": levers["censorship"] * values["reform_censorship"],
            "surveillance": levers["surveillance"] * values["reform_surveillance"],
            "enforcement": levers["enforcement"] * values["reform_enforcement"],
        }
    high = values["lever_ceiling"]
    force = values["restoration_force"]
    return {
        "enforcement": min(levers["enforcement"] + force, high),
        "censorship": min(levers["censorship"] + force, high),
        "surveillance": min(levers["surveillance"] + values["restoration_watch"], high),
        "responsiveness": max(
            levers["responsiveness"] * values["restoration_deafness"], values["lever_floor"]
        ),
    }


MECHANISM = Mechanism("politics", "5.19", weekly, Columns, Params)
