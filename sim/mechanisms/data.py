"""What the city knows: who is observed, how well needs are estimated, and how fast machines learn.

Claim: data that are shared, sensed and usable sharpen the estimate of needs; privacy noise and few observed
residents blur it; who is observed biases it (left in, as in reporting systems: Kontokosta & Hong 2021,
doi:10.1016/j.scs.2020.102503).

    weight_i = 1 if i shares, else surveillance·sensor_reach;  coverage_d = mean weight_i
    n_d = coverage_d · usable · cell,   usable = Σ_o share_o use_o (1 − ½ compliance·purpose_limit),
        use_o(.4 + .6 z) instead of use_o for residents and commons
    observed mean_d = Σ weight_i need_i/Σ weight_i + N(0, √v)
    v = measure_noise²/max(n_d, ½) + privacy variance, for which n is max(n_d, 1)
    central: 2/(ε n)² (Laplace mechanism, Dwork et al. 2006, doi:10.1007/11681878_14)
    local:   e^ε/((e^ε − 1)² n) (randomised response, Warner 1965, doi:10.1080/01621459.1965.10480775)
    need̂_d = observed mean and census, weighted by precision, within [.05, 1.25]: their variances are
        v + .012/max(.1, Σ weight_i) and .05²
    dS = usable·share rate − ½ S a year;  Q = 1 − [floor + (1 − floor)(1 + S/scale)^−β] (Hestness et al. 2017)
"""

from __future__ import annotations

from math import exp, isinf, sqrt
from typing import NamedTuple

import numpy as np

from sim.engine.arithmetic import WEEKS_PER_YEAR, clip
from sim.engine.compile import kernel, piece
from sim.engine.draws import SHOCK, normal, uniforms
from sim.engine.mechanism import Mechanism, Read, Write
from sim.scenario.choice_codes import LOCAL


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
    data_stock: Write
    ai_quality: Write


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
    untended_use: float
    purpose_cost: float
    census_error: float
    sample_variance: float
    data_forgetting: float
    need_low: float
    need_high: float


@piece
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


@piece
def privacy_variance(n: float, epsilon: float, curator: float, share: float) -> float:
    """Return the variance that privacy adds to a mean of ``n`` values in [0, 1].

    ``curator`` is 0 (central, Laplace noise of scale 1/(εn)) or 1 (local, randomised response);
    ``epsilon`` is infinite without noise. A proportion ``share`` above 0 adds its sampling variance
    share(1 − share)/n, which makes the total that of a proportion estimated from such answers.
    """
    n = max(n, 1.0)
    sampling = share * (1.0 - share) / n
    if isinf(epsilon):
        return sampling
    if curator == LOCAL:
        odds = exp(epsilon)
        return sampling + odds / ((odds - 1.0) ** 2 * n)
    return sampling + 2.0 / (epsilon * n) ** 2


@piece
def combine(observed: float, variance: float, census: float, census_variance: float) -> float:
    """Return the mean of two measurements of one need, weighted by their precisions."""
    a, b = 1.0 / variance, 1.0 / census_variance
    return (a * observed + b * census) / (a + b)


@piece
def estimate(
    observed_mean: float, deviate: float, n: float, weights: float, census: float, p: Params
) -> float:
    """Return the city's estimate of a district's need.

    ``observed_mean`` is over the observed, ``deviate`` a standard normal, ``n`` the effective sample,
    ``weights`` the summed observation weights of the district.
    """
    v = p.measure_noise**2 / max(n, 0.5) + privacy_variance(n, p.epsilon, p.curator, 0.0)
    noisy = observed_mean + sqrt(v) * deviate
    sampling = p.sample_variance / max(weights, 0.1)
    return clip(combine(noisy, v + sampling, census, p.census_error**2), p.need_low, p.need_high)


@piece
def learning_curve(stock: float, beta: float, floor: float, scale: float) -> float:
    """Return the accuracy of machines after a ``stock`` of data: 1 minus a power law with a floor."""
    return 1.0 - (floor + (1.0 - floor) * (1.0 + stock / scale) ** (-beta))


@piece
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


@kernel
def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Observe, estimate each district's need, then learn."""
    usable = usable_share(p, c.stewardship[0])
    c.usable[0] = usable
    _observe(c, p.surveillance * p.sensor_reach)
    for d in range(c.population.size):
        people = c.population[d]
        if people == 0:
            continue
        weights = c.observed[d]
        c.mean_need[d] /= people
        c.coverage[d] = weights / people
        observed_mean = c.estimate[d] / weights if weights > 0.0 else c.census[d]
        _, u, v, _ = uniforms(key, d, week, SHOCK)
        n = c.coverage[d] * usable * p.cell
        c.estimate[d] = estimate(observed_mean, normal(u, v), n, weights, c.census[d], p)
    c.data_stock[0] += (usable * c.share_rate[0] - p.data_forgetting * c.data_stock[0]) / WEEKS_PER_YEAR
    c.ai_quality[0] = learning_curve(c.data_stock[0], p.learn_beta, p.learn_floor, p.learn_scale)


MECHANISM = Mechanism("data", "5.5", weekly, Columns, Params)
