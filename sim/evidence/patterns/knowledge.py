"""Patterns of what the city knows: estimate error and who is seen (P6)."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from sim.evidence.patterns.chart import Chart, Line
from sim.evidence.patterns.row import Check, Row, below
from sim.evidence.patterns.setting import PLACE, Setting, difference
from sim.model.city_model import CityModel

CONSENTS = ("opt_in", "opt_out", "mandatory")
WATCHING = (0.1, 0.5, 0.9)
BUDGETS = (0.1, 0.3, 1.0, 3.0, 10.0, "none")
NO_BUDGET_AT = 30.0  # where "none" is drawn on the scale of budgets
FIRST_YEAR = 52


class Seen(NamedTuple):
    """Mean coverage, root mean square error, and sharers among the hard-up less those among the well-off."""

    coverage: float
    error: float
    gap: float


def seen_in(city: CityModel) -> Seen:
    """Return what a city knew after its first year under its constitution."""
    weeks = city.series.since_branch()[FIRST_YEAR:]
    group, shares = city.columns["hardship_group"], city.columns["shares"]
    return Seen(
        float(weeks[:, PLACE["coverage"]].mean()),
        float(np.sqrt((weeks[:, PLACE["estimate_error"]] ** 2).mean())),
        float(shares[group == 2].mean() - shares[group == 0].mean()),
    )


def knowing(setting: Setting) -> Row:
    """Measure P6: error falls with coverage and with the privacy budget; the hard-up are seen less."""
    cases = [(consent, watching) for consent in CONSENTS for watching in WATCHING]
    covered = np.array([_runs(setting, "status-quo", consent=c, surveillance=s) for c, s in cases])
    blurred = np.array([_runs(setting, "emancipatory", epsilon=budget) for budget in BUDGETS])
    checks = (*_coverage_checks(covered), *_budget_checks(blurred), *_gap_checks(setting))
    by_coverage = covered.mean(axis=1)
    order = by_coverage[:, 0].argsort()
    x = [NO_BUDGET_AT if budget == "none" else float(budget) for budget in BUDGETS]
    charts = (
        Chart(
            "p06_coverage",
            "P6 Error on needs and coverage: three rules of consent, three levels of surveillance",
            "share of residents covered",
            "error on needs",
            (Line("status quo otherwise", by_coverage[order, 0], by_coverage[order, 1], style="points"),),
        ),
        Chart(
            "p06_epsilon",
            f"P6 Error on needs and privacy budget (at {NO_BUDGET_AT:g}: none)",
            "epsilon per week and district",
            "error on needs",
            (Line("emancipatory otherwise", x, blurred[:, :, 1].mean(axis=1)),),
            log=True,
        ),
    )
    return Row("P6", "Error on needs, coverage and privacy noise", checks, charts)


def _runs(setting: Setting, scenario: str, **changed: float | str) -> list[Seen]:
    return setting.each("P6", lambda seed: seen_in(setting.city_of(scenario, seed, **changed)), setting.seeds)


def _coverage_checks(covered: np.ndarray) -> tuple[Check, ...]:
    from scipy.stats import spearmanr

    coverage, error = covered[..., 0].mean(axis=1), covered[..., 1].mean(axis=1)
    least, most = coverage.argmin(), coverage.argmax()
    _, _, high = difference(covered[most, :, 1], covered[least, :, 1])
    return (
        below(
            "rank correlation of coverage and error, nine settings",
            float(spearmanr(coverage, error)[0]),
            -0.8,
        ),
        below("widest less narrowest coverage: upper end of the error's change", high, 0.0),
    )


def _budget_checks(blurred: np.ndarray) -> tuple[Check, ...]:
    error = blurred[..., 1]
    _, _, high = difference(error[-1], error[0])
    means = error.mean(axis=1)
    falls = all(later <= earlier for earlier, later in pairwise(means))
    shown = ", ".join(f"{budget}: {mean:.4f}" for budget, mean in zip(BUDGETS, means, strict=True))
    return (
        Check("error at each epsilon", "never rises with epsilon", shown, falls),
        below("no noise less most noise: upper end of the error's change", high, 0.0),
    )


def _gap_checks(setting: Setting) -> tuple[Check, ...]:
    checks = []
    for scenario in ("status-quo", "emancipatory"):
        gaps = np.array([seen.gap for seen in _runs(setting, scenario, consent="opt_in")])
        _, _, high = difference(gaps, np.zeros_like(gaps))
        checks.append(
            below(f"{scenario}, opt-in: sharers, hard-up less well-off third, upper end", high, 0.0)
        )
    return tuple(checks)
