"""Patterns of residents: adoption, consent, expression, trust, ties (P1, P2, P3, P5, P7)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.evidence.patterns.chart import Chart, Line
from sim.evidence.patterns.row import Check, Row, above, below, within
from sim.evidence.patterns.setting import YEARS, Setting, difference, of
from sim.parameters import ASSUMPTIONS

MAIN = ("status-quo", "emancipatory", "control")
BASS_WEEKS = 15 * WEEKS_PER_YEAR
SHAPE_WEEKS = 20 * WEEKS_PER_YEAR
BASS_TOLERANCE = 0.012
STEADY = 0.05  # trust may move this much in the four years from year 1 to year 5

WELL_MIXED: dict[str, float | str] = {
    # one district and feeds that pick at random: every tie may be to anybody
    "city": "synthetic:1",
    "personalisation": 0.0,
    # ties renewed within weeks, as many offline as online: who has not adopted keeps no frozen neighbourhood
    "meet": 1.0,
    "places": 0.5,
    "meet_offline": 1.0,
    "drift_local": 1.0,
    "drift_digital": 1.0,
    "displacement": 0.0,
    # everybody can adopt, nobody has, nobody leaves
    "connectivity": 1.0,
    "divide": 0.0,
    "patchiness": 0.0,
    "abandon": 0.0,
    "start_adopted": 0.0,
    # imitation alone: services offered only through machines push nobody
    "push": 0.0,
}


def bass_curve(years: NDArray[np.float64], p: float, q: float) -> NDArray[np.float64]:
    """Return the share adopted after ``years``, (1 − e^(−(p+q)t)) / (1 + (q/p) e^(−(p+q)t)) (Bass 1969)."""
    fading = np.exp(-(p + q) * years)
    curve: NDArray[np.float64] = (1.0 - fading) / (1.0 + q / p * fading)
    return curve


def adoption_curve(setting: Setting) -> Row:
    """Measure P1: adoption is S-shaped, and Bass's where ties mix everybody."""
    mixed = WELL_MIXED | {"residents": setting.mixed_residents, "burn_in": 0, "weeks": BASS_WEEKS}
    measured = _adoption(setting, "P1 mixed", **mixed)
    taken = _adoption(setting, "P1", weeks=SHAPE_WEEKS)
    years = np.arange(1, BASS_WEEKS + 1) / WEEKS_PER_YEAR
    theory = bass_curve(
        years, *(float(ASSUMPTIONS[name].default) for name in ("innovation_p", "imitation_q"))
    )
    lines = (
        Line("well mixed ties", years, measured),
        Line("Bass, closed form", years, theory, style="dashed"),
        Line("status quo, from the start of its past", np.arange(len(taken)) / WEEKS_PER_YEAR, taken),
    )
    chart = Chart("p01_adoption", "P1 Adoption, mean of seeds", "years", "share of residents", lines)
    distance = np.abs(measured - theory).max()
    checks = (
        *_s_shaped(np.diff(taken[::WEEKS_PER_YEAR])),
        below("well mixed: largest distance from Bass, 15 years", distance, BASS_TOLERANCE),
    )
    return Row("P1", "Adoption is S-shaped; with well-mixed ties it follows Bass", checks, (chart,))


def _adoption(setting: Setting, label: str, **changed: Any) -> NDArray[np.float64]:
    """Return the share adopted by week, mean of seeds, in a status quo ``changed`` so."""
    courses = setting.each(
        label,
        lambda seed: setting.city_of("status-quo", seed, **changed).outcome("adoption"),
        setting.seeds,
    )
    mean: NDArray[np.float64] = np.mean(courses, axis=0)
    return mean


def _s_shaped(new: NDArray[np.float64]) -> tuple[Check, Check]:
    """Return that the best year has more newcomers than the first and the last, for ``new`` by year."""
    best = new.max()
    return (
        above("status quo: best year's newcomers over the first year's", best / new[0], 1.0),
        above("status quo: best year's newcomers over the last year's", best / max(new[-1], 1e-9), 1.0),
    )


def sharing(setting: Setting) -> Row:
    """Measure P2: few share when asked, most when they must refuse."""
    checks, lines = [], []
    for consent, low, high in (("opt_in", 0.20, 0.55), ("opt_out", 0.65, 0.95)):
        for scenario in MAIN[:2]:
            found = of(setting.yearly("P2", scenario, consent=consent), "sharing").mean(axis=0)
            checks.append(within(f"{consent}, {scenario}, years 1 to 5", found.tolist(), low, high))
            lines.append(Line(f"{consent}, {scenario}", YEARS, found))
    chart = Chart(
        "p02_sharing",
        "P2 Share of adopters who share",
        "year",
        "share",
        tuple(lines),
        (0.2, 0.55, 0.65, 0.95),
    )
    return Row("P2", "Sharing under opt-in and opt-out", tuple(checks), (chart,))


def chilling(setting: Setting) -> Row:
    """Measure P3: surveillance alone lowers expression."""
    low, high = ASSUMPTIONS["chilling"].explored
    middle = (float(low) + float(high)) / 2.0
    calm, watched = (
        of(setting.yearly("P3", "status-quo", surveillance=level, chilling=middle), "expression")
        for level in (0.1, 0.8)
    )
    loss = (calm.mean(axis=1) - watched.mean(axis=1)) / calm.mean(axis=1)
    mean, least, most = difference(loss, np.zeros_like(loss))
    checks = (
        within("relative loss of expression, mean of years 1 to 5, each seed", loss.tolist(), 0.05, 0.30),
        Check(
            "its mean and 90 % interval",
            "inside 0.05 to 0.3",
            f"{mean:.4g} ({least:.4g} to {most:.4g})",
            least >= 0.05 and most <= 0.30,
        ),
    )
    lines = (
        Line("surveillance .1", YEARS, calm.mean(axis=0)),
        Line("surveillance .8", YEARS, watched.mean(axis=0)),
    )
    chart = Chart(
        "p03_expression", "P3 Opinions voiced under the status quo", "year", "share who speak", lines
    )
    return Row("P3", f"Surveillance raised from .1 to .8 alone, chilling {middle:g}", checks, (chart,))


def trust(setting: Setting) -> Row:
    """Measure P5: trust under the status quo is middling and steady."""
    found = of(setting.yearly("P5", "status-quo"), "trust")
    mean = found.mean(axis=0)
    checks = (
        within("status quo, years 1 to 5", mean.tolist(), 0.40, 0.65),
        below("distance between year 1 and year 5", abs(mean[-1] - mean[0]), STEADY),
    )
    line = Line("trust", YEARS, mean, found.min(axis=0), found.max(axis=0))
    chart = Chart(
        "p05_trust",
        "P5 Trust under the status quo, mean and range of seeds",
        "year",
        "trust",
        (line,),
        (0.4, 0.65),
    )
    return Row("P5", "Status-quo trust is middling and steady", checks, (chart,))


def ties(setting: Setting) -> Row:
    """Measure P7: how many ties people have, and how many have almost none."""
    courses = setting.comparison_years("P7", MAIN)
    checks, charts = [], []
    for outcome, low, high in (("ties", 5.0, 8.0), ("isolated", 0.01, 0.08)):
        means = {scenario: of(found, outcome).mean(axis=0) for scenario, found in courses.items()}
        checks += [
            within(f"{outcome}, {name}, years 1 to 5", mean.tolist(), low, high)
            for name, mean in means.items()
        ]
        lines = tuple(Line(name, YEARS, mean) for name, mean in means.items())
        charts.append(
            Chart(f"p07_{outcome}", f"P7 {outcome.capitalize()}", "year", outcome, lines, (low, high))
        )
    return Row("P7", "Ties per resident, and residents with two or fewer", tuple(checks), tuple(charts))
