"""Measuring a week: every outcome of `sim.outcomes`, and the district values of the maps.

One compiled pass over the residents sums what the outcomes need, in the residents' order, so results do not
depend on threads.
"""

from __future__ import annotations

from math import sqrt

import numpy as np

from sim.engine.arithmetic import number_of, sum_of
from sim.engine.array import Array
from sim.engine.compile import bare_kernel, inline
from sim.engine.mechanism import Mechanism
from sim.engine.scratch import give_back, lend, scratch
from sim.files.errors import InputError
from sim.outcomes import OUTCOMES
from sim.outcomes.districts import error_of, promise_of, spread_of_districts
from sim.outcomes.maps import DISTRICT_OUTCOMES, fill_maps
from sim.outcomes.outcome import TABLE
from sim.outcomes.quantile import low_quantile
from sim.outcomes.sums import Sums, sums_of
from sim.outcomes.view import Columns, Params

try:
    (
        WELLBEING,
        SERVICE_FIT,
        RUNNING_COST,
        EXPRESSION,
        CALM,
        TRUST,
        ILLUSION,
        WELLBEING_LOW,
        AGENCY,
        GAP_DISTRICTS,
        GAP_HARDSHIP,
        HARMED,
        GAP_HARMED,
        TAKEUP,
        TIES,
        ISOLATED,
        CROSSING,
        LIKE_MINDED,
        MACHINE_MEDIATED,
        ADOPTION,
        SHARING,
        COVERAGE,
        ESTIMATE_ERROR,
        CONCENTRATION,
        EXPOSURE,
        FEES,
        SAVINGS,
        INNOVATION,
        PRODUCTIVITY,
        AI_QUALITY,
        COMPLEXITY,
        INCIDENTS,
        ACTIVE,
        DETAINED,
        OPINION_SPREAD,
        SPEND,
        REPORTED,
        DISORDER,
        DEFICIT,
        SELECTION,
        SILENCE,
        PROMISE,
        PROMISE_GAP,
        CATALYST_RATIO,
        MOOD,
        MOOD_COUPLING,
    ) = range(len(OUTCOMES))  # each outcome's place in a row; a test holds the names to the declarations
except ValueError as error:
    raise InputError(
        f"{TABLE}: {len(OUTCOMES)} outcomes, and not their places in {__file__}: {error}"
    ) from None

LOWEST_PART = 0.1  # "the lowest tenth"
INCOME_WITHOUT_DATA = 1.0

_thirds = scratch((3, 3))


@bare_kernel
def measure(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Fill ``outcomes`` (in the order of `sim.outcomes.OUTCOMES`) and ``maps`` (9, D); undefined values are nan.

    All but the lowest tenth comes from one pass over the residents.
    """
    c.maps[:] = 0.0
    thirds, districts = _thirds(), lend(2, c.population.size)
    thirds[:] = 0.0
    sums = sums_of(c, p, thirds, districts[0], districts[1])
    fill_maps(c, sums.service)
    c.outcomes[WELLBEING_LOW] = low_quantile(c.wellbeing, LOWEST_PART)
    _fill_feelings(c, sums)
    _fill_services(c, p, sums)
    _fill_gaps(c, sums)
    _fill_ties(c, sums)
    _fill_data(c, p)
    _fill_money(c)
    _fill_rest(c)
    give_back(districts)


@inline
def _fill_feelings(c: Columns, sums: Sums) -> None:
    """Fill what residents feel, think and say; what becomes of those who act."""
    n = c.district.size
    mean = sums.people.opinion / n
    c.outcomes[WELLBEING] = sum_of(c.wellbeing) / n
    c.outcomes[TRUST] = sum_of(c.trust) / n
    c.outcomes[AGENCY] = sum_of(c.agency) / n
    c.outcomes[EXPRESSION] = number_of(c.speaks) / n
    c.outcomes[OPINION_SPREAD] = sqrt(max(0.0, sums.people.opinion2 / n - mean**2))
    c.outcomes[DETAINED] = sums.people.detained / n
    c.outcomes[ACTIVE] = c.active_share[0]
    c.outcomes[MOOD] = c.mean_mood[0]
    c.outcomes[MOOD_COUPLING] = c.mood_coupling[0]


@inline
def _fill_services(c: Columns, p: Params, sums: Sums) -> None:
    """Fill how services fit, what the city reads of it, and what its optimiser promises itself."""
    fit = sum_of(c.satisfaction) / c.district.size
    sharers = number_of(c.shares)
    read = sums.reading.reported / sums.reading.weight if sharers else np.nan
    selected = sums.reading.shared_service / sharers if sharers else np.nan
    promised = promise_of(
        c.population, c.district_spend, c.estimate, c.promised_productivity[0], p.service_scale
    )
    c.outcomes[SERVICE_FIT] = fit
    c.outcomes[REPORTED] = read
    c.outcomes[ILLUSION] = read - fit
    c.outcomes[SELECTION] = selected - fit
    c.outcomes[SILENCE] = read - selected
    c.outcomes[PROMISE] = promised
    c.outcomes[PROMISE_GAP] = promised - fit
    c.outcomes[TAKEUP] = c.mean_takeup[0]


@inline
def _fill_gaps(c: Columns, sums: Sums) -> None:
    """Fill how far apart districts are, and the third least deprived from the third most; nan if one is empty."""
    wellbeing, harmed, size = sums.wellbeing, sums.harmed, sums.size
    both = size[0] > 0 and size[2] > 0
    c.outcomes[GAP_DISTRICTS] = spread_of_districts(c.population, sums.service, sums.service2)
    c.outcomes[GAP_HARDSHIP] = wellbeing[0] / size[0] - wellbeing[2] / size[2] if both else np.nan
    c.outcomes[HARMED] = c.harmed_share[0]
    c.outcomes[GAP_HARMED] = harmed[2] / size[2] - harmed[0] / size[0] if both else np.nan


@inline
def _fill_ties(c: Columns, sums: Sums) -> None:
    """Fill how many ties residents have, and to whom."""
    n, ties = c.district.size, c.ties_in_all[0]
    c.outcomes[TIES] = ties / n
    c.outcomes[ISOLATED] = sums.people.isolated / n
    c.outcomes[CROSSING] = c.crossing[0]
    c.outcomes[LIKE_MINDED] = c.like_minded[0]
    c.outcomes[MACHINE_MEDIATED] = c.ties_digital[0] / ties if ties > 0 else np.nan


@inline
def _fill_data(c: Columns, p: Params) -> None:
    """Fill who is observed, how well, and who holds what is known."""
    adopters = c.adoption[0]
    c.outcomes[ADOPTION] = adopters
    c.outcomes[SHARING] = c.share_rate[0] / adopters if adopters > 0 else np.nan
    c.outcomes[COVERAGE] = sum_of(c.observed) / c.district.size
    c.outcomes[ESTIMATE_ERROR] = error_of(c.population, c.estimate, c.mean_need)
    c.outcomes[CONCENTRATION] = (
        p.own_residents**2 + p.own_commons**2 + p.own_municipality**2 + p.own_platform**2 + p.own_state**2
    )
    c.outcomes[EXPOSURE] = c.exposure[0]


@inline
def _fill_money(c: Columns) -> None:
    """Fill what the city spends, as shares of its income where it has one."""
    income = c.income[0] if c.income[0] > 0.0 else np.nan
    c.outcomes[RUNNING_COST] = (c.overheads[0] + c.fee[0]) / income
    c.outcomes[FEES] = c.fee[0] / income
    c.outcomes[SAVINGS] = c.saved[0] / income
    c.outcomes[SPEND] = c.spend[0] / INCOME_WITHOUT_DATA
    c.outcomes[DEFICIT] = c.deficit[0]


@inline
def _fill_rest(c: Columns) -> None:
    """Fill what mechanisms have measured already: order, ideas, machines."""
    c.outcomes[CALM] = 1.0 - c.mean_crime[0]
    c.outcomes[DISORDER] = c.mean_disorder[0]
    c.outcomes[INNOVATION] = c.innovation[0]
    c.outcomes[PRODUCTIVITY] = c.productivity[0]
    c.outcomes[AI_QUALITY] = c.ai_quality[0]
    c.outcomes[COMPLEXITY] = c.complexity[0]
    c.outcomes[INCIDENTS] = c.incidents[0]
    c.outcomes[CATALYST_RATIO] = c.catalyst_ratio[0]


MEASUREMENT = Mechanism("measurement", "6", measure, Columns, Params)


def blank(districts: int) -> dict[str, Array]:
    """Return room for one week's ``outcomes`` (K,) and ``maps`` (9, D)."""
    return {
        "outcomes": np.full(len(OUTCOMES), np.nan),
        "maps": np.full((len(DISTRICT_OUTCOMES), districts), np.nan),
    }
