"""Situations that between them reach every branch of the twenty mechanisms."""

from __future__ import annotations

from typing import Any

from sim.city.load import load_city
from sim.model.city_model import CityModel
from sim.scenario.event import Event
from sim.scenario.scenario import list_scenarios

SIXTEEN = load_city("synthetic:16")
CONTEXT: dict[str, Any] = {"residents": 300, "city": SIXTEEN, "burn_in": 8, "weeks": 24, "rng": 7}

ANGRY = {
    "threshold": 0.0,
    "conversion": 1.0,
    "fatigue": 0.0,
    "spark_chance": 0.5,
    "arrest_k": 0.5,
    "start_wellbeing": 0.2,
    "start_trust": 0.2,
}
"""People who take to the street from the first week on."""

TROUBLED = {
    "incident_rate": 20.0,
    "start_innovation": 150.0,
    "complexity_scale": 1.0,
    "start_adopted": 0.8,
    "breach_trust": 0.5,
    "coupling": 0.9,
}
"""Systems that fail most weeks."""

EVENTS = (
    Event("breach", 1),
    Event("outage", 2),
    Event("spark", 3),
    Event("budget_cut", 4, depth=0.9, weeks=6),
    Event("new_technology", 5),
    Event("reform", 6, lever="consent", value="mandatory"),
    Event("reform", 12, lever="consent", value="opt_in"),
    Event("reform", 15, lever="evolving", value=True),
)

SITUATIONS: dict[str, dict[str, Any]] = {
    **{name: {"scenario": name} for name in list_scenarios()},
    "evolving control": {"scenario": "control", "evolving": True, **ANGRY},
    "evolving emancipation": {"scenario": "emancipatory", "evolving": True, "value_prior": 0.8, **ANGRY},
    "captured": {
        "scenario": "platform-city",
        "evolving": True,
        "lobbying": 10.0,
        "start_lock_in": 1.0,
        "own_residents": 0.3,
        "start_adopted": 0.9,
        "value_prior": -0.9,
    },
    "reform": {"scenario": "control", "evolving": True, "overthrow": 0.3, "overthrow_chance": 1.0, **ANGRY},
    "restoration": {
        "scenario": "control",
        "evolving": True,
        "overthrow": 0.0,
        "overthrow_chance": 1.0,
        "overthrow_pause": 0.0,
        "settlement": 0.0,
        "purpose_limit": 0.11,
        **ANGRY,
    },
    "back to opt-in": {
        "scenario": "control",
        "evolving": True,
        "purpose_limit": 0.45,
        "responsiveness": 0.9,
        "concession": 10.0,
        "value_prior": 0.9,
    },
    "angry": {"scenario": "authoritarian-city", **ANGRY},
    "restless": {
        "scenario": "control",
        "threshold": 0.15,
        "conversion": 0.5,
        "strategic": 0.5,
        "start_wellbeing": 0.3,
        "start_trust": 0.3,
    },
    "angry, floored": {"scenario": "control", "arrest_rounding": "floor", "strategic": 0.5, **ANGRY},
    "angry, rounded": {"scenario": "control", "arrest_rounding": "round", "officers_per_head": 0.2, **ANGRY},
    "troubled": {"scenario": "control", "openness": 0.9, **TROUBLED},
    "troubled, leaks": {"scenario": "emancipatory", "breach_share": 1.0, **TROUBLED},
    "troubled, small stores": {
        "scenario": "emancipatory",
        "own_residents": 9.0,
        "curator": "local",
        "breach_share": 1.0,
        "breach_harm": 1.0,
        **TROUBLED,
    },
    "events": {"scenario": "control", "events": EVENTS, "incident_rate": 5.0},
    "local curator": {"scenario": "emancipatory", "curator": "local", "epsilon": 0.01},
    "opt-out": {
        "scenario": "status-quo",
        "consent": "opt_out",
        "abandon": 5.0,
        "start_adopted": 0.9,
        "misuse_platform": 1.0,
    },
    "nobody votes": {"scenario": "status-quo", "start_voters": 0.0, "vote_rate": 0.0},
    "nobody": {"scenario": "smart-free", "start_adopted": 0.0, "connectivity": 0.0, "start_ties": 0.0},
    "poor city": {"scenario": "control", "events": (Event("budget_cut", 0, depth=1.0, weeks=100),)},
    "no past": {"scenario": "control", "burn_in": 0},
    "two residents": {"scenario": "control", "residents": 2},
    "one district": {"scenario": "control", "city": "synthetic:1"},
    "more districts than residents": {"scenario": "control", "city": "synthetic:256", "residents": 40},
}


def build(name: str, **changes: Any) -> CityModel:
    """Return the city of the situation ``name``, at week 0."""
    return CityModel(**{**CONTEXT, **SITUATIONS[name], **changes})
