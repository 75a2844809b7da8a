"""Intermediate values of the example's week that no column holds, from the mechanisms' own functions."""

from __future__ import annotations

from math import exp
from typing import Any

import numpy as np

from sim.engine.arithmetic import weekly_chance, weighted_mean
from sim.engine.draws import SPARK, uniform
from sim.engine.tie_slots import EMPTY, SLOTS, one_of
from sim.mechanisms import (
    agency,
    allocation,
    complexity,
    consent,
    data,
    expression,
    innovation,
    mobilisation,
    service,
    trust,
)
from tests.filled_by import filled_by

Values = dict[str, dict[str, Any]]


def each(function: Any, *columns: Any) -> list[float]:
    """Return ``function`` of each resident's (or district's) values."""
    return [function(*(float(column[k]) for column in columns)) for k in range(len(columns[0]))]


def _share(count: Any, ties: Any) -> Any:
    return np.divide(count, ties, out=np.zeros(len(ties)), where=ties > 0)


def of_adoption(b: Any, a: Any, p: Any, key: Any, week: int) -> Values:
    x, digital = _share(b["adopted_ties"], b["tie_count"]), a["installed_digital"][0]
    leave = p.abandon * a["exposure"][0] * b["concern"].astype(float) * (1 - digital)
    join = (p.innovation_p + p.imitation_q * x * (1 + p.push * digital)) * a["connected"]
    return {"resident": {"rate": np.where(b["adopted"] == 1, leave, join)}}


def of_consent(b: Any, a: Any, p: Any, key: Any, week: int) -> Values:
    pi = each(
        lambda e, t, c: consent.share_probability(e, t, c, float(b["exposure"][0]), p),
        b["expectation"],
        b["trust"],
        b["concern"],
    )
    return {"resident": {"pi": pi}}


def of_data(b: Any, a: Any, p: Any, key: Any, week: int) -> Values:
    n = a["coverage"] * a["usable"][0] * p.cell
    private = each(lambda m: data.privacy_variance(m, p.epsilon, p.curator, 0.0), n)
    return {"district": {"n": n, "v": p.measure_noise**2 / np.maximum(n, 0.5) + private}}


def of_innovation(b: Any, a: Any, p: Any, key: Any, week: int) -> Values:
    x, g, crossing, m = (float(b[name][0]) for name in ("adoption", "mean_agency", "crossing", "innovation"))
    civic = innovation.drive(x, g, crossing, p._replace(own_platform=0.0, own_state=0.0)) / (0.5 + crossing)
    driven = innovation.drive(x, g, crossing, p)
    rate = innovation.arrival_rate(driven, m, week / 52, p)
    ideas = a["innovation"][0] - m * (1 - p.obsolescence / 52)
    private = driven / (0.5 + crossing) - civic
    return {"city": {"civic": civic, "private": private, "idea_rate": rate, "ideas": round(ideas, 9)}}


def of_complexity(b: Any, a: Any, p: Any, key: Any, week: int) -> Values:
    x = a["complexity"][0]
    watched = 1 - p.automation * b["ai_quality"][0] / 2
    chance = weekly_chance(p.incident_rate * x / (1 + x / 4) * watched)
    return {"city": {"incident_chance": chance, "offspring": complexity.offspring_mean(p)}}


def of_allocation(b: Any, a: Any, p: Any, key: Any, week: int) -> Values:
    chance = (
        p.vote_rate
        * (p.vote_adoption + b["adoption"][0])
        * (p.vote_hardship - b["hardship"].astype(float))
        * (p.vote_agency + b["agency"].astype(float))
    )
    omega = (
        filled_by(allocation.optimised_weights, a["population"], a["estimate"], a["heat"], p)
        / a["population"]
    )
    return {"resident": {"vote_chance": chance}, "district": {"omega": omega}}


def of_service(b: Any, a: Any, p: Any, key: Any, week: int) -> Values:
    return {"city": {"misfit_each": service.misfit_of(p), "outage_left": service.outage_factor(p)}}


def of_security(b: Any, a: Any, p: Any, key: Any, week: int) -> Values:
    return {"district": {"rel": a["officers"] / a["population"] / p.officers_per_head}}


def of_expression(b: Any, a: Any, p: Any, key: Any, week: int) -> Values:
    felt = b["watched"].astype(float) * (1 - p.accustom * b["accustomed"].astype(float))
    feelings = (b["agree"], felt, b["trust"], b["agency"])
    return {"resident": {"speak_chance": each(lambda *f: expression.speak_probability(*f, p), *feelings)}}


def of_mobilisation(b: Any, a: Any, p: Any, key: Any, week: int) -> Values:
    held = _share(b["detained_ties"], b["tie_count"])
    deprived = each(lambda h, w: mobilisation.deprivation_of(h, w, p), b["hardship"], b["wellbeing"])
    grievance = each(lambda d, t, s: mobilisation.grievance_of(d, t, s, p), deprived, b["trust"], held)
    sight = p.vision * b["officers"] / b["population"]
    visible = 1 - p.censored_view * p.censorship
    around = 1 + p.vision * b["district_active"][b["district"]] + visible * b["active_ties"]
    trace = p.surveillance * (1 - p.purpose_limit / 2)
    trace = trace + b["record"].astype(float) * (p.own_state + p.own_platform / 2) * (1 - p.purpose_limit)
    risk = each(
        lambda o, n, k: mobilisation.arrest_risk(o, n, k, p.arrest_rounding),
        sight[b["district"]],
        around,
        p.arrest_k * (1 + p.targeted * np.minimum(1.5, trace)),
    )
    size = b["population"]
    crowd = np.maximum(p.vision * (a["district_acting"] * size - 1) / np.maximum(size - 1, 1), 1)
    caught = [
        (1 - exp(-s / c)) * p.arrest_severity * p.enforcement for s, c in zip(sight, crowd, strict=True)
    ]
    return {"resident": {"grievance": grievance, "arrest_risk": risk}, "district": {"arrest_chance": caught}}


def of_trust(b: Any, a: Any, p: Any, key: Any, week: int) -> Values:
    return {"city": {"leak": trust.leak_of(float(b["share_rate"][0]), p)}}


def of_agency(b: Any, a: Any, p: Any, key: Any, week: int) -> Values:
    return {"resident": {"reach": each(lambda t: agency.reach_of(t, p), b["turnout"])}}


def of_ties(b: Any, a: Any, p: Any, key: Any, week: int) -> Values:
    slots = [one_of(uniform(key, i, week, SPARK + 1), SLOTS) for i in range(len(b["trust"]))]
    held = [a["ties"][i, slot] for i, slot in enumerate(slots)]
    return {"resident": {"slot": slots, "tie": [-1 if j == EMPTY else int(j) for j in held]}}


def of_politics(b: Any, a: Any, p: Any, key: Any, week: int) -> Values:
    drifts = [float(a[f"{name}_drift"][0]) / p.drift_speed for name in ("concession", "order", "capture")]
    voice, order = drifts[0] / p.concession, drifts[1] / p.concession
    heat = min(1.0, p.drift_heat * a["pressure"][0])
    unsafe = weighted_mean(b["unsafe"], b["population"])
    fear = p.security_demand * min(1.0, max(0.0, p.fear_scale * (unsafe - 1)))
    delta = p.drift_speed * (drifts[0] - drifts[1] - drifts[2])
    return {
        "city": {
            "street_heat": heat,
            "fear": fear,
            "voice": voice,
            "order": order,
            "capture_force": drifts[2],
            "delta": delta,
        }
    }


PIECES = {
    name.removeprefix("of_"): function for name, function in list(globals().items()) if name.startswith("of_")
}
