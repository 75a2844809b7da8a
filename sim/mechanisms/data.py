"""What the city knows: who is observed, how well needs are estimated, and how fast machines learn.

Claim: data that are shared, sensed and usable sharpen the estimate of needs; privacy noise and few observed
residents blur it; who is observed biases it (left in, as in reporting systems: Kontokosta & Hong 2021,
doi:10.1016/j.scs.2020.102503). Noise also reaches what machines learn and how far services know a person.
Records accrue with use and fade with deletion.

    ω_i = 1 if i shares, else surveillance·sensor_reach;  coverage_d = mean ω_i
    n_d = coverage_d·usable·cell,  usable = Σ_o share_o use_o (1 − purpose_cost·compliance·purpose_limit),
        use_o(untended_use + (1 − untended_use)z) instead of use_o for residents and commons
    b_d = Σ ω_i need_i/Σ ω_i − mean need_d, the bias of who is observed;  pooled = Σ Σω_d b_d/Σ Σω_d
    observed mean_d = mean need_d + pooled + (b_d − pooled)·min(1, √(residents simulated in d/cell))
        + N(0, √v)
    v = measure_noise²/max(n_d, least_answers) + privacy variance, for which n is max(n_d, 1)
    central: 2/(epsilon·n)² (Laplace mechanism, Dwork et al. 2006, doi:10.1007/11681878_14)
    local:   e^epsilon/((e^epsilon − 1)² n) (randomised response, Warner 1965,
        doi:10.1080/01621459.1965.10480775)
    need̂_d = observed mean and census, weighted by precision, within [need_low, need_high]: their variances
        are v + sample_variance/max(coverage_d·cell, least_sampled) and census_error²
    clarity = 1 without noise, epsilon/(clarity_half + epsilon) central, tanh(½ epsilon) local
    dS = usable·clarity·share rate − data_forgetting·S a year
    Q = 1 − [learn_floor + (1 − learn_floor)(1 + S/learn_scale)^−learn_beta] (Hestness et al. 2017)
    record ρ_i moves by record_speed toward ω_i(1 − record_limit·purpose_limit)
    recognition k_i = recognise·usable·clarity·Q·ω_i

Nothing here depends on how many residents are simulated: a district's own bias counts as far as its
residents are as many as stand behind one estimate.
"""

from __future__ import annotations

from math import exp, isinf, sqrt
from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import WEEKS_PER_YEAR, clip
from sim.engine.array import Array
from sim.engine.blocks import BLOCK, block_of_draws, row
from sim.engine.compile import bare_kernel, inline
from sim.engine.draws import SHOCK, draw_block, normal
from sim.engine.mechanism import Mechanism, Read, Write
from sim.engine.scratch import give_back, lend
from sim.scenario.choice_codes import CENTRAL, LOCAL
from sim.scenario.privacy_noise import clarity_of


class Columns(NamedTuple):
    """The view of this mechanism."""

    district: Read
    population: Read
    census: Read
    need: Read
    shares: Read
    share_rate: Read
    stewardship: Read
    observed: Write
    coverage: Write
    mean_need: Write
    estimate: Write
    usable: Write
    clarity: Write
    data_stock: Write
    ai_quality: Write
    record: Write
    recognition: Write


class Params(NamedTuple):
    """Registered names."""

    own_residents: float
    own_commons: float
    own_municipality: float
    own_platform: float
    own_state: float
    curator: float
    epsilon: float
    purpose_limit: float
    surveillance: float
    use_residents: float
    use_commons: float
    use_municipality: float
    use_platform: float
    use_state: float
    compliance: float
    measure_noise: float
    sensor_reach: float
    cell: float
    learn_beta: float
    learn_floor: float
    learn_scale: float
    recognise: float
    untended_use: float
    purpose_cost: float
    clarity_half: float
    census_error: float
    sample_variance: float
    least_answers: float
    least_sampled: float
    record_speed: float
    record_limit: float
    data_forgetting: float
    need_low: float
    need_high: float


@inline
def usable_share(p: Params, stewardship: float) -> float:
    """Return the share of the data's worth that its holders may and can use for services."""
    tended = p.untended_use + (1.0 - p.untended_use) * stewardship
    by_owner = (
        tended * (p.own_residents * p.use_residents + p.own_commons * p.use_commons)
        + p.own_municipality * p.use_municipality
        + p.own_platform * p.use_platform
        + p.own_state * p.use_state
    )
    return by_owner * (1.0 - p.purpose_cost * p.compliance * p.purpose_limit)


@inline
def privacy_variance(n: float, epsilon: float, curator: float, share: float) -> float:
    """Return the variance that privacy adds to a mean of ``n`` values in [0, 1].

    ``curator`` is 0 (central, Laplace noise of scale 1/(εn)) or 1 (local, randomised response);
    ``epsilon`` is infinite without noise. A proportion ``share`` above 0 adds its sampling variance
    share(1 − share)/n, which makes the total that of a proportion estimated from such answers. Raises
    ValueError for another ``curator``.
    """
    if curator != CENTRAL and curator != LOCAL:
        raise ValueError("curator must be 0 (central) or 1 (local)")
    n = max(n, 1.0)
    sampling = share * (1.0 - share) / n
    if isinf(epsilon):
        return sampling
    if curator == LOCAL:
        odds = exp(epsilon)
        return sampling + odds / ((odds - 1.0) ** 2 * n)
    return sampling + 2.0 / (epsilon * n) ** 2


@inline
def combine(observed: float, variance: float, census: float, census_variance: float) -> float:
    """Return the mean of two measurements of one need, weighted by their precisions."""
    a, b = 1.0 / variance, 1.0 / census_variance
    return (a * observed + b * census) / (a + b)


@inline
def estimate(
    observed_mean: float, deviate: float, coverage: float, usable: float, census: float, p: Params
) -> float:
    """Return the city's estimate of a district's need.

    ``observed_mean`` is over the observed, ``deviate`` a standard normal, ``coverage`` the mean observation
    weight of the district, ``usable`` the usable share of data.
    """
    n = coverage * usable * p.cell
    v = p.measure_noise**2 / max(n, p.least_answers) + privacy_variance(n, p.epsilon, p.curator, 0.0)
    noisy = observed_mean + sqrt(v) * deviate
    sampling = p.sample_variance / max(coverage * p.cell, p.least_sampled)
    return clip(combine(noisy, v + sampling, census, p.census_error**2), p.need_low, p.need_high)


@inline
def learning_curve(stock: float, beta: float, floor: float, scale: float) -> float:
    """Return the accuracy of machines after a ``stock`` of data: 1 minus a power law with a floor."""
    return 1.0 - (floor + (1.0 - floor) * (1.0 + stock / scale) ** (-beta))


@inline
def _observe(c: Columns, sensed: float) -> None:
    """Sum needs and observation weights by district, into estimate, observed and mean_need."""
    c.observed[:] = 0.0
    c.mean_need[:] = 0.0
    c.estimate[:] = 0.0
    for i in range(c.district.size):
        d = c.district[i]
        weight = 1.0 if c.shares[i] else sensed
        need = np.float64(c.need[i])
        c.observed[d] += weight
        c.estimate[d] += weight * need
        c.mean_need[d] += need


@inline
def observed_mean_of(mean_need: float, bias: float, pooled: float, people: float, cell: float) -> float:
    """Return what the observed of a district need on average, but for noise.

    ``bias`` and ``pooled`` say how far they differ from all, in the district and in the city. With ``people``
    simulated residents, fewer than the ``cell`` that an estimate rests on, part of ``bias`` is chance.
    """
    return mean_need + pooled + (bias - pooled) * min(1.0, sqrt(people / cell))


@inline
def _biases(c: Columns, biases: Array) -> float:
    """Turn sums into means, and fill ``biases`` (D,); return the city's pooled bias of who is observed."""
    weighted = weights = 0.0
    for d in range(biases.size):
        if c.population[d] > 0:
            c.mean_need[d] /= c.population[d]
            c.coverage[d] = c.observed[d] / c.population[d]
        if c.observed[d] > 0.0:
            biases[d] = c.estimate[d] / c.observed[d] - c.mean_need[d]
            weighted += c.observed[d] * biases[d]
            weights += c.observed[d]
    return weighted / weights if weights > 0.0 else 0.0


@inline
def _keep(c: Columns, p: Params, sensed: float) -> None:
    """Let records accrue and fade, and set how far services know each resident."""
    kept = 1.0 - p.record_limit * p.purpose_limit
    known = p.recognise * c.usable[0] * c.clarity[0] * c.ai_quality[0]
    for i in range(c.record.size):
        weight = 1.0 if c.shares[i] else sensed
        c.record[i] += p.record_speed * (weight * kept - c.record[i])
        c.recognition[i] = known * weight


@bare_kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Observe, estimate each district's need, learn, then keep records."""
    sensed = p.surveillance * p.sensor_reach
    usable = usable_share(p, c.stewardship[0])
    clarity = clarity_of(p.epsilon, p.curator, p.clarity_half)
    c.usable[0], c.clarity[0] = usable, clarity
    _observe(c, sensed)
    room = lend(1, c.population.size)
    biases = room[0]
    pooled = _biases(c, biases)
    u = block_of_draws()
    for first in range(0, c.population.size, BLOCK):
        rows = min(BLOCK, c.population.size - first)
        draw_block(u, key, first, rows, week, SHOCK)
        for offset in range(rows):
            d = row(first, offset)
            people = c.population[d]
            if people == 0:
                continue
            observed_mean = c.census[d]
            if c.observed[d] > 0.0:
                observed_mean = observed_mean_of(c.mean_need[d], biases[d], pooled, people, p.cell)
            deviate = normal(u[1, offset], u[2, offset])
            c.estimate[d] = estimate(observed_mean, deviate, c.coverage[d], usable, c.census[d], p)
    learnt = usable * clarity * c.share_rate[0]
    c.data_stock[0] += (learnt - p.data_forgetting * c.data_stock[0]) / WEEKS_PER_YEAR
    c.ai_quality[0] = learning_curve(c.data_stock[0], p.learn_beta, p.learn_floor, p.learn_scale)
    _keep(c, p, sensed)
    give_back(room)


MECHANISM = Mechanism("data", "5.5", weekly, Columns, Params)
