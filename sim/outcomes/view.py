"""What the measurement sees: columns and parameters."""

from __future__ import annotations

from typing import NamedTuple

from sim.engine.mechanism import Read, Write


class Columns(NamedTuple):
    """The view of the measurement."""

    district: Read
    population: Read
    hardship_group: Read
    wellbeing: Read
    satisfaction: Read
    trust: Read
    agency: Read
    opinion: Read
    expectation: Read
    speaks: Read
    shares: Read
    detention: Read
    harm_weeks: Read
    takeup: Read
    tie_count: Read
    mean_need: Read
    estimate: Read
    observed: Read
    district_spend: Read
    district_active: Read
    district_harmed: Read
    crime: Read
    outage_weeks: Read
    adoption: Read
    share_rate: Read
    exposure: Read
    ai_quality: Read
    innovation: Read
    catalyst_ratio: Read
    productivity: Read
    promised_productivity: Read
    complexity: Read
    incidents: Read
    income: Read
    overheads: Read
    fee: Read
    saved: Read
    spend: Read
    deficit: Read
    mean_crime: Read
    mean_disorder: Read
    active_share: Read
    harmed_share: Read
    mean_takeup: Read
    mean_mood: Read
    mood_coupling: Read
    like_minded: Read
    ties_in_all: Read
    ties_digital: Read
    crossing: Read
    outcomes: Write
    maps: Write


class Params(NamedTuple):
    """Registered names."""

    own_residents: float
    own_commons: float
    own_municipality: float
    own_platform: float
    own_state: float
    silence_as: float
    complain: float
    service_scale: float
