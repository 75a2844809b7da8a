"""The pattern of scale: results depend neither on the number of residents nor on that of districts (P11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from sim.evidence.patterns.camps import CAMPS
from sim.evidence.patterns.chart import Chart, Line
from sim.evidence.patterns.equivalence import LEVEL, Equivalence, equivalence, holm
from sim.evidence.patterns.row import Check, Row
from sim.evidence.patterns.setting import PLACE, Outcomes, Setting, of
from sim.outcomes import OUTCOMES
from sim.runs.statistics import paired_difference

PART = 0.1  # of the gap itself, where that is more than what is material
LEVELS = ("harmed", "detained", "estimate_error")
"""Outcomes whose own level, not only the gap, must agree: rules once depended on how many are simulated."""
SHOWN = ("wellbeing", "trust", "harmed", "detained")
NOTE = (
    "Equivalence is shown by two one-sided tests at 5 % over all outcomes together (Holm): the gap between "
    "the camps at the smaller and at the larger size may differ by a tenth of itself or by what is material, "
    "whichever is more. An outcome that fails may differ or may need more seeds: its difference stands beside "
    "its margin. Eighty seeds are used since forty were too few for four outcomes of 44; as the first forty "
    "are among them, what holds is shown at somewhat more than 5 %. Outcomes that count borders or compare "
    "districts are left out where the number of districts "
    "changes."
)
OF_THE_DIVISION = ("crossing", "gap_districts")


def scaling(setting: Setting) -> Row:
    """Measure P11: the gap between the camps, and some levels, at two sizes and two numbers of districts."""
    small, large = setting.sizes
    families = (
        (f"{small:,} and {large:,} residents", [{"residents": size} for size in setting.sizes], ()),
        (
            f"{' and '.join(map(str, setting.divisions))} districts of {setting.district_residents}",
            [
                {"city": f"synthetic:{number}", "residents": setting.district_residents * number}
                for number in setting.divisions
            ],
            OF_THE_DIVISION,
        ),
    )
    checks: list[Check] = []
    found: list[Outcomes] = []
    for label, cases, left_out in families:
        found = [_last_years(setting, case) for case in cases]
        checks += [_gaps(label, found, left_out), *_levels(label, found)]
    return Row(
        "P11",
        "Nothing depends on the number of residents or districts",
        tuple(checks),
        tuple(_chart(name, found, setting.divisions) for name in SHOWN),
        NOTE,
    )


def _last_years(setting: Setting, case: Mapping[str, Any]) -> Outcomes:
    """Return the mean outcomes of the last year, (camps, seeds, outcomes)."""

    def run(seed: int) -> list[Outcomes]:
        cities = setting.comparison_of(CAMPS, seed, **case)
        return [city.series.since_branch()[-52:].mean(axis=0) for city in cities]

    found: Outcomes = np.array(setting.each("P11", run, setting.many_seeds))
    return found.swapaxes(0, 1)


def _gaps(label: str, found: Sequence[Outcomes], left_out: Sequence[str]) -> Check:
    """Return the check that the gap of every outcome is the same at both sizes."""
    small, large = (first - second for first, second in found)
    names = [name for name in OUTCOMES if name not in left_out]
    tests = [_equal(name, of(small, name), of(large, name)) for name in names]
    p = holm([test.p for test in tests])
    failing = [(n, test) for n, test, value in zip(names, tests, p, strict=True) if value >= LEVEL]
    defined = int(np.isfinite(p).sum())
    said = "; ".join(f"{n} {test.difference:+.4g} of {test.margin:.4g}" for n, test in failing)
    return Check(
        f"gap between the camps, {label}",
        f"equivalent on all {defined} defined outcomes",
        f"{defined - len(failing)} equivalent" + (f"; not shown for: {said}" if said else ""),
        not failing,
    )


def _levels(label: str, found: Sequence[Outcomes]) -> list[Check]:
    """Return the checks that the levels of `LEVELS` agree within a tenth or what is material."""
    checks = []
    for k, camp in enumerate(CAMPS):
        tests = [_equal(name, of(found[0][k], name), of(found[1][k], name)) for name in LEVELS]
        p = holm([test.p for test in tests])
        levels = [[of(one[k], name).mean() for one in found] for name in LEVELS]
        said = "; ".join(f"{n} {a:.4g} / {b:.4g}" for n, (a, b) in zip(LEVELS, levels, strict=True))
        checks.append(
            Check(f"levels under {camp}, {label}", "equivalent within 10 %", said, bool((p < LEVEL).all()))
        )
    return checks


def _equal(name: str, small: Outcomes, large: Outcomes) -> Equivalence:
    reach = max(PART * abs(float(np.mean([small.mean(), large.mean()]))), OUTCOMES[name].material)
    return equivalence(small, large, reach)


def _chart(name: str, found: Sequence[Outcomes], sizes: Sequence[int]) -> Chart:
    lines = []
    for k, camp in enumerate(CAMPS):
        spans = [paired_difference(one[k], np.zeros_like(one[k])) for one in found]
        mean, low, high = (
            [getattr(span, end)[PLACE[name]] for span in spans] for end in ("mean", "low", "high")
        )
        lines.append(Line(camp, list(sizes), mean, low, high))
    title = f"P11 {OUTCOMES[name].label.translate('en')} by number of districts, 90 % intervals"
    return Chart(f"p11_{name}", title, "districts", name, tuple(lines), log=True)
