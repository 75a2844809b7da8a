"""Trust in the city, and what residents feel they lose in privacy.

Claim: trust follows surprises in services, losses weighing more than gains (Slovic 1993,
doi:10.1111/j.1539-6924.1993.tb01329.x), and what people value: those with o > 0 judge by say and privacy,
those with o < 0 by watchfulness and safety, so the same city earns and loses trust at once. Data about me are
inferred from others' (Acemoglu et al. 2022, doi:10.1257/mic.20200200) unless a commons or an accountable city
mediates. The effect of a breach is contested in sign. Protest by itself moves nothing: how those who acted
were answered does, and so do checks on the city (procedure: Tyler 2006,
doi:10.1146/annurev.psych.57.102904.190038; that transparency can lower trust: Grimmelikhuijsen et al. 2013,
doi:10.1111/puar.12047).

    privacy lost = c(privacy_watched·s(1 − accustom·η)
        + (1 − privacy_watched)exposure(shares + (1 − shares)leak)),
        leak = spill·share rate(residents + platform + state)
    L moves by trust_speed toward H(trust_base + trust_surprise·surprise·(loss_weight if below 0)
        + trust_service(sat − usual_satisfaction) − trust_breach·breach memory·shares − trust_detained·D
        + answered(2 responsiveness − 1)α + audit_trust(oversight − usual_oversight)
        − trust_harmed[harmed] − trust_harmed_near·share harmed_d
        + (1 + o)(trust_agency(g − usual_agency) − trust_privacy·lost)
        + (1 − o)(reassure_scale·reassure·s + safety_trust(1 − unsafe_d))
        + machine_trust(mediated − ½) − resent(1 − π)shares [if mandatory]),  surprise = sat − expectation
    expectation moves by habituation toward sat
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import share_of_ties, unit
from sim.engine.blocks import BLOCK, block, look_up, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.mechanism import Mechanism, Read, Write
from sim.scenario.choice_codes import is_mandatory


class Columns(NamedTuple):
    """The view of this mechanism."""

    district: Read
    concern: Read
    opinion: Read
    agency: Read
    shares: Read
    willing: Read
    satisfaction: Read
    watched: Read
    accustomed: Read
    acted: Read
    harm_weeks: Read
    mediated: Read
    tie_count: Read
    detained_ties: Read
    unsafe: Read
    district_harmed: Read
    exposure: Read
    share_rate: Read
    breach_memory: Read
    expectation: Write
    privacy_lost: Write
    trust: Write


class Params(NamedTuple):
    """Registered names."""

    own_residents: float
    own_platform: float
    own_state: float
    consent: float
    oversight: float
    responsiveness: float
    spill: float
    accustom: float
    trust_speed: float
    habituation: float
    loss_weight: float
    reassure: float
    safety_trust: float
    machine_trust: float
    resent: float
    trust_service: float
    answered: float
    audit_trust: float
    usual_satisfaction: float
    usual_agency: float
    usual_oversight: float
    trust_base: float
    trust_surprise: float
    trust_breach: float
    trust_detained: float
    trust_harmed: float
    trust_harmed_near: float
    trust_agency: float
    trust_privacy: float
    reassure_scale: float
    privacy_watched: float


@inline
def leak_of(share_rate: float, p: Params) -> float:
    """Return how much of a resident's data others' sharing reveals."""
    return p.spill * share_rate * (p.own_residents + p.own_platform + p.own_state)


@inline
def privacy_loss(
    concern: float, watched: float, exposure: float, shares: float, leak: float, p: Params
) -> float:
    """Return privacy lost as felt, 0 to 1; ``shares`` is 0 or 1, ``watched`` what is left of it by habit."""
    held = exposure * (shares + (1.0 - shares) * leak)
    return concern * (p.privacy_watched * watched + (1.0 - p.privacy_watched) * held)


@inline
def _service_term(satisfaction: float, expectation: float, p: Params) -> float:
    surprise = satisfaction - expectation
    weight = p.loss_weight if surprise < 0.0 else 1.0
    return p.trust_surprise * (surprise * weight) + p.trust_service * (satisfaction - p.usual_satisfaction)


class CityTerms(NamedTuple):
    """Terms that are the same for everybody in a week."""

    exposure: float
    leak: float
    breach_memory: float
    base: float
    answer: float
    resent: float


@inline
def _city_terms(c: Columns, p: Params) -> CityTerms:
    """Return the terms that are the same for everybody."""
    return CityTerms(
        c.exposure[0],
        leak_of(c.share_rate[0], p),
        c.breach_memory[0],
        p.trust_base + p.audit_trust * (p.oversight - p.usual_oversight),
        p.answered * (2.0 * p.responsiveness - 1.0),
        p.resent if is_mandatory(p.consent) else 0.0,
    )


@inline
def _autonomy_term(agency: float, lost: float, p: Params) -> float:
    return p.trust_agency * (agency - p.usual_agency) - p.trust_privacy * lost


@inline
def _order_term(watched: float, unsafe: float, p: Params) -> float:
    return p.reassure_scale * p.reassure * watched + p.safety_trust * (1.0 - unsafe)


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Move expectations, privacy lost and trust."""
    city = _city_terms(c, p)
    unsafe, harmed_near = block(), block()
    for first in range(0, c.trust.size, BLOCK):
        rows = min(BLOCK, c.trust.size - first)
        look_up(unsafe, c.unsafe, c.district, first, rows)
        look_up(harmed_near, c.district_harmed, c.district, first, rows)
        for offset in range(rows):
            i = row(first, offset)
            o, shares = np.float64(c.opinion[i]), float(c.shares[i])
            satisfaction, expectation = np.float64(c.satisfaction[i]), np.float64(c.expectation[i])
            watched = c.watched[i] * (1.0 - p.accustom * c.accustomed[i])
            lost = privacy_loss(c.concern[i], watched, city.exposure, shares, city.leak, p)
            target = unit(
                city.base
                + _service_term(satisfaction, expectation, p)
                - p.trust_breach * city.breach_memory * shares
                - p.trust_detained * share_of_ties(c.detained_ties[i], c.tie_count[i])
                + city.answer * c.acted[i]
                - p.trust_harmed * (c.harm_weeks[i] > 0)
                - p.trust_harmed_near * harmed_near[offset]
                + (1.0 + o) * _autonomy_term(c.agency[i], lost, p)
                + (1.0 - o) * _order_term(c.watched[i], unsafe[offset], p)
                + p.machine_trust * (c.mediated[i] - 0.5)
                - city.resent * (1.0 - c.willing[i]) * shares
            )
            c.expectation[i] = expectation + p.habituation * (satisfaction - expectation)
            c.privacy_lost[i] = lost
            c.trust[i] += p.trust_speed * (target - c.trust[i])


MECHANISM = Mechanism("trust", "5.14", weekly, Columns, Params)
