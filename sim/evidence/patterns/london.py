"""The pattern of London's boroughs against published life satisfaction (P8)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.city.load import load_city, published_figures
from sim.evidence.patterns.chart import Chart, Line
from sim.evidence.patterns.row import Check, Row
from sim.evidence.patterns.setting import Setting
from sim.files.resources import data_folder
from sim.model.time_series import REPORTED_WEEKS
from sim.outcomes.maps import DISTRICT_OUTCOMES

Floats = NDArray[np.float64]

CITY_OF_LONDON = "City of London"
DRAWS = 4_000
PUBLISHED = "life_satisfaction"
ABOUT_R = (
    "Intervals hold 95 %. The boroughs differ in the model by hardship (income, unemployment, "
    "qualifications) and by where they lie: r says that hardship goes with lower reported satisfaction, "
    "in the model as in London, and no more. The City of London publishes only an income: the rest of its "
    "hardship is unknown."
)


class Correlation(NamedTuple):
    """A weighted correlation with two 95 % intervals: Fisher's z on the effective number, and a bootstrap."""

    r: float
    effective: float
    fisher: tuple[float, float]
    bootstrap: tuple[float, float]


def weighted_correlation(x: Floats, y: Floats, weights: Floats) -> float:
    """Return Pearson's r of ``x`` and ``y`` (D,) under ``weights`` (D,) >= 0."""
    share = weights / weights.sum()
    dx, dy = x - share @ x, y - share @ y
    return float(share @ (dx * dy) / np.sqrt((share @ dx**2) * (share @ dy**2)))


def correlate(x: Floats, y: Floats, weights: Floats) -> Correlation:
    """Return the weighted correlation with its intervals; the effective number is (Σw)²/Σw² (Kish)."""
    from scipy.stats import bootstrap

    r = weighted_correlation(x, y, weights)
    effective = float(weights.sum() ** 2 / (weights**2).sum())
    reach = 1.959964 / np.sqrt(effective - 3.0)
    fisher = (float(np.tanh(np.arctanh(r) - reach)), float(np.tanh(np.arctanh(r) + reach)))
    again = bootstrap(
        (x, y, weights),
        weighted_correlation,
        paired=True,
        vectorized=False,
        n_resamples=DRAWS,
        method="percentile",
        rng=0,
    ).confidence_interval
    return Correlation(r, effective, fisher, (float(again.low), float(again.high)))


def published() -> tuple[tuple[str, ...], Floats]:
    """Return London's boroughs and their published life satisfaction (0 to 10), shape (33,)."""
    figures = published_figures(data_folder() / "cities" / "london.geojson", PUBLISHED)
    return load_city("london").names, figures


def boroughs(setting: Setting) -> Row:
    """Measure P8: simulated well-being at week 0 against what Londoners report, borough by borough."""
    simulated, population = _week_zero(setting)
    names, satisfaction = published()
    kept = np.array([name != CITY_OF_LONDON for name in names])
    every = np.isfinite(simulated)
    checks = tuple(
        _goes_along(
            label, int(chosen.sum()), correlate(simulated[chosen], satisfaction[chosen], population[chosen])
        )
        for label, chosen in (("with", every), ("without", every & kept))
    )
    lines = (
        Line("boroughs", satisfaction[kept], simulated[kept], style="points"),
        Line(CITY_OF_LONDON, satisfaction[~kept], simulated[~kept], style="points"),
    )
    x, y = "published life satisfaction, 0 to 10", "simulated well-being"
    chart = Chart("p08_london", "P8 London's boroughs at week 0", x, y, lines)
    what = "London's boroughs: simulated well-being and published life satisfaction"
    return Row("P8", what, checks, (chart,), ABOUT_R)


def _week_zero(setting: Setting) -> tuple[Floats, Floats]:
    """Return well-being at the end of the burn-in, mean of seeds, and residents, by borough."""

    def run_one(seed: int) -> tuple[Floats, Floats]:
        city = setting.city_of("status-quo", seed, city="london", residents=setting.london_residents, weeks=1)
        burn_in = city.series.maps[: city.burn_in, DISTRICT_OUTCOMES.index("wellbeing")]
        return burn_in[-REPORTED_WEEKS:].mean(axis=0).astype(np.float64), city.city.population

    found = setting.each("P8", run_one, setting.seeds)
    return np.mean([one for one, _ in found], axis=0), found[0][1]


def _goes_along(label: str, number: int, found: Correlation) -> Check:
    """Return that the correlation ``found`` over a ``number`` of boroughs is positive."""
    shown = (
        f"r = {found.r:.2f} (Fisher {found.fisher[0]:.2f} to {found.fisher[1]:.2f}, "
        f"bootstrap {found.bootstrap[0]:.2f} to {found.bootstrap[1]:.2f}; "
        f"{number} boroughs, {found.effective:.1f} effective)"
    )
    return Check(f"{label} the City of London", "r above 0", shown, found.r > 0.0)
