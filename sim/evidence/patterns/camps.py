"""Patterns of the two camps: what each leads, and that neither leads everywhere (P9, P10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from sim.evidence.patterns.chart import Chart, Line
from sim.evidence.patterns.hypercube import latin_hypercube
from sim.evidence.patterns.row import Check, Row
from sim.evidence.patterns.setting import Outcomes, Setting, difference, of
from sim.outcomes import OUTCOMES
from sim.parameters import ASSUMPTIONS, Value

CAMPS = ("emancipatory", "control")
LEADS = {
    "control": ("coverage", "estimate_error", "calm", "takeup", "ai_quality", "adoption"),
    "emancipatory": ("expression", "agency", "exposure", "harmed"),
}
BOTH_WAYS = ("wellbeing", "trust", "service_fit")
HORIZONS = (1, 2, 5, 10)
MISUSE = tuple(name for name in ASSUMPTIONS if name.startswith("misuse_"))


ABOUT_SHARES = (
    "These shares depend on which ranges are explored and how they are sampled: they are a property of the "
    "design, never a finding, and are not to be quoted as one. What may be said is that both signs are "
    "reached. Ranges of misuse and use are the same for every holder; the weights of one block of values "
    "(services; autonomy and privacy; watchfulness and safety) move together, so that no block is sampled "
    "more narrowly for being counted in two weights. A difference below what is material is too close to "
    "call. The last rows let every holder misuse alike, and tell how much comes of holders that differ."
)


def leading(setting: Setting) -> Row:
    """Measure P9: the outcomes on which each camp leads at default assumptions."""
    courses = setting.comparison_years("P9", CAMPS)
    means = {camp: found.mean(axis=1) for camp, found in courses.items()}
    checks, names, found = [], [], []
    for camp, outcomes in LEADS.items():
        other = CAMPS[1 - CAMPS.index(camp)]
        for outcome in outcomes:
            sign = -1.0 if OUTCOMES[outcome].direction == "less" else 1.0
            mean, low, high = difference(sign * of(means[camp], outcome), sign * of(means[other], outcome))
            shown = f"{mean:+.4f} ({low:+.4f} to {high:+.4f})"
            checks.append(Check(f"{camp} leads on {outcome}", "interval above 0", shown, low > 0.0))
            names.append(f"{camp}: {outcome}")
            found.append((mean, low, high))
    leads = np.array(found)
    line = Line("lead", list(range(len(names))), leads[:, 0], leads[:, 1], leads[:, 2])
    chart = Chart(
        "p09_leads",
        "P9 Lead, mean of years 1 to 5, 90 % interval",
        "lead in the outcome's units",
        "",
        (line,),
        (0.0,),
        tuple(names),
    )
    return Row("P9", "What each camp leads at default assumptions", tuple(checks), (chart,))


def spread_of_leads(setting: Setting) -> Row:
    """Measure P10: in what share of explored assumptions each camp leads, by horizon."""
    readings = latin_hypercube(setting.samples)
    leads = _leads(setting, readings)
    fair = _leads(setting, [_misused_alike(reading) for reading in readings])
    lines = [Line(outcome, HORIZONS, (of(leads, outcome) > 0.0).mean(axis=0)) for outcome in BOTH_WAYS]
    chart = Chart(
        "p10_spread",
        f"P10 Emancipatory ahead, share of {setting.samples} samples (a property of the design)",
        "year",
        "share of samples",
        tuple(lines),
        (0.5,),
    )
    return Row(
        "P10",
        "Each camp leads well-being, trust and services somewhere",
        (*_both_signs(leads, ""), *_both_signs(fair, ", all holders misusing alike")),
        (chart,),
        ABOUT_SHARES,
    )


def _misused_alike(reading: Mapping[str, Value]) -> dict[str, Value]:
    return {**reading, **dict.fromkeys(MISUSE, reading["misuse_municipality"])}


def _leads(setting: Setting, readings: Sequence[Mapping[str, Value]]) -> Outcomes:
    """Return the first camp's leads, (samples, horizons, outcomes), each sample with a seed of its own."""

    def run_one(job: tuple[int, Mapping[str, Value]]) -> Outcomes:
        return setting.lead(CAMPS, *job, HORIZONS, max(HORIZONS))

    return np.array(setting.each("P10", run_one, list(enumerate(readings, start=1))))


def _both_signs(leads: Outcomes, where: str) -> list[Check]:
    """Return, for each outcome, the check that each camp leads in some samples and at some horizon."""
    checks = []
    for name in BOTH_WAYS:
        lead, material = of(leads, name), OUTCOMES[name].material
        first, second = lead > material, lead < -material
        shown = "; ".join(
            f"year {year}: {100 * a:.0f}, {100 * b:.0f}, {100 * (1 - a - b):.0f} %"
            for year, a, b in zip(HORIZONS, first.mean(axis=0), second.mean(axis=0), strict=True)
        )
        what = f"{name}: emancipatory ahead, control ahead, too close{where}"
        checks.append(Check(what, "both camps somewhere", shown, bool(first.any() and second.any())))
    return checks
