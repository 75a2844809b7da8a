"""Contested signs: mirrored, each of them changes something, so its choice cannot be a silent one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sim.evidence.patterns.camps import CAMPS
from sim.evidence.patterns.row import Check, Row
from sim.evidence.patterns.setting import PLACE, Outcomes, Setting
from sim.outcomes import OUTCOMES
from sim.parameters import ASSUMPTIONS
from sim.runs.statistics import CONFIDENCE, paired_difference

CONTESTED = (
    "displacement",
    "federation",
    "strategic",
    "backlash",
    "catalyst",
    "machine_trust",
    "breach_trust",
)
ALL_AT_ONCE = 1.0 - (1.0 - CONFIDENCE) / (len(CAMPS) * len(OUTCOMES))  # Bonferroni: of many, one always moves

ABOUT_SIGNS = (
    "Outcomes are averaged over ten years and paired by seed; an outcome moves if the interval of its change, "
    "wide enough to hold all outcomes of both cities at once with 90 %, leaves out zero. `breach_trust` "
    "below zero does little: what people remember of leaks cannot be less than nothing."
)


def mirrored(name: str) -> tuple[float, float]:
    """Return the largest two values of opposite sign inside an assumption's explored range."""
    low, high = (float(end) for end in ASSUMPTIONS[name].explored)
    size = min(-low, high)
    if size <= 0.0:
        raise ValueError(f"{name} is explored on one side of zero only")
    return -size, size


def mirrored_signs_matter(setting: Setting) -> Row:
    """Check each contested sign: mirroring it moves some outcome of one of the two cities."""
    return Row(
        "N4",
        "Mirrored, every contested sign changes something",
        tuple(_check(setting, name) for name in CONTESTED),
        note=ABOUT_SIGNS,
    )


def _check(setting: Setting, name: str) -> Check:
    minus, plus = mirrored(name)
    first, second = (_courses(setting, name, value) for value in (minus, plus))
    seeds = len(setting.seeds)
    change = paired_difference(second.reshape(seeds, -1), first.reshape(seeds, -1), ALL_AT_ONCE)
    moved = ((change.low > 0.0) | (change.high < 0.0)).reshape(len(CAMPS), len(OUTCOMES))
    shown = f"{int(moved.any(axis=0).sum())} outcomes move"
    if moved.any():
        shown += _largest(change.mean.reshape(moved.shape), moved)
    turned = _turned(first[:, 0] - first[:, 1], second[:, 0] - second[:, 1])
    if turned:
        shown += f"; the lead changes hands on {', '.join(turned)}"
    return Check(f"{name} {minus:g} against {plus:g}", "at least 1 outcome moves", shown, bool(moved.any()))


def _courses(setting: Setting, name: str, value: float) -> Outcomes:
    """Return each city's outcomes, averaged over all weeks after the branch point, (seeds, 2, outcomes)."""

    def run_one(seed: int) -> list[Outcomes]:
        cities = setting.comparison_of(CAMPS, seed, weeks=setting.long_weeks, **{name: value})
        return [np.nanmean(city.series.since_branch(), axis=0) for city in cities]

    return np.array(setting.each(name, run_one, setting.seeds))


def _largest(change: Outcomes, moved: NDArray[np.bool_]) -> str:
    """Return which city's outcome moves most, as a part of the outcome's axis, in words."""
    width = np.array([outcome.axis[1] - outcome.axis[0] for outcome in OUTCOMES.values()])
    size = np.where(moved, np.abs(change) / width, 0.0)
    camp, column = np.unravel_index(int(size.argmax()), size.shape)
    return f", most {list(OUTCOMES)[int(column)]} of {CAMPS[int(camp)]} ({change[camp, column]:+.4f})"


def _turned(first: Outcomes, second: Outcomes) -> list[str]:
    """Return the outcomes that one camp leads under the one sign and the other under the other."""
    spans = [paired_difference(leads, np.zeros_like(leads)) for leads in (first, second)]
    up, down = ([span.low > 0.0 for span in spans], [span.high < 0.0 for span in spans])
    turned = (up[0] & down[1]) | (down[0] & up[1])
    return [outcome for outcome in OUTCOMES if turned[PLACE[outcome]]]
