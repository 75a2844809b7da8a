"""Patterns of unrest and of constitutions that drift (P4, P12)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from sim.evidence.patterns.chart import Chart, Line
from sim.evidence.patterns.row import Check, Row, above, below, within
from sim.evidence.patterns.setting import Outcomes, Setting
from sim.mechanisms.politics import CIVIC, COERCIVE
from sim.model.city_model import CityModel
from sim.parameters import LEVERS, Value
from sim.scenario.scenario import list_scenarios

OWNERS = tuple(name for name in LEVERS if name.startswith("own_"))
MOVED = 0.1  # a constitution that moved less has hardly changed


def bursts(setting: Setting) -> Row:
    """Measure P4: unrest comes in bursts, more so under control."""

    def run_one(seed: int) -> list[Outcomes]:
        cities = setting.comparison_of(("emancipatory", "control"), seed, weeks=setting.long_weeks)
        return [city.outcome("active")[-setting.long_weeks :] for city in cities]

    courses = np.array(setting.each("P4", run_one, setting.seeds))
    gentle, hard = courses[:, 0], courses[:, 1]
    years = np.arange(courses.shape[2]) / 52
    lines = (Line("control", years, hard[0]), Line("emancipatory", years, gentle[0]))
    chart = Chart(
        "p04_unrest", f"P4 Residents in the street, seed {setting.seeds[0]}", "years", "share active", lines
    )
    return Row("P4", "Unrest is bursty, not a plateau, over ten years", _bursty(gentle, hard), (chart,))


def _bursty(gentle: Outcomes, hard: Outcomes) -> tuple[Check, ...]:
    """Return what shares active (seeds, weeks) must be: ``hard`` under control, ``gentle`` in the other city."""
    median = np.median(hard, axis=1)
    return (
        below("control: highest median of a seed", median.max(), 0.05),
        within("control: peaks of the seeds", hard.max(axis=1).tolist(), 0.02, 0.25),
        above(
            "control: lowest ratio of 95th percentile to median",
            (np.quantile(hard, 0.95, axis=1) / median).min(),
            1.5,
        ),
        below("emancipatory: highest median of a seed", np.median(gentle, axis=1).max(), 0.015),
        below(
            "peak, emancipatory over control, highest of the seeds",
            (gentle.max(axis=1) / hard.max(axis=1)).max(),
            1.0,
        ),
    )


class End(NamedTuple):
    """Where a drifting constitution got to: ``kind`` in a word, change of its civic and coercive levers."""

    kind: str
    civic: float
    coercive: float


def end_of(before: Mapping[str, Value], city: CityModel) -> End:
    """Return how a city's levers ended, compared with those it started with."""
    now = city.levers
    civic = float(np.mean([float(now[name]) - float(before[name]) for name in CIVIC]))
    coercive = float(np.mean([float(now[name]) - float(before[name]) for name in COERCIVE]))
    overthrows = [one.kind for one in city.event_records if one.kind in ("reform", "restoration")]
    opened = (civic - coercive) / 2.0
    if abs(opened) < MOVED:
        return End("little change", civic, coercive)
    if opened > 0.0:
        return End("reform" if "reform" in overthrows else "opening", civic, coercive)
    if "restoration" in overthrows:
        return End("restoration", civic, coercive)
    platform, state = (_share(now, name) - _share(before, name) for name in ("own_platform", "own_state"))
    return End("capture" if platform > state else "drift to order", civic, coercive)


def _share(levers: Mapping[str, Value], name: str) -> float:
    return float(levers[name]) / sum(float(levers[owner]) for owner in OWNERS)


Ends = Mapping[tuple[str, int], End]
"""Where constitutions got to, by start and seed."""
OPENED, CLOSED = {"reform", "opening"}, {"restoration", "capture", "drift to order"}


def drifting(setting: Setting) -> Row:
    """Measure P12: where constitutions that may evolve end, from every shipped start and seed."""
    starts = list_scenarios()
    jobs = [(start, seed) for start in starts for seed in setting.seeds]

    def run_one(job: tuple[str, int]) -> End:
        start, seed = job
        city = setting.city_of(start, seed, weeks=setting.long_weeks, evolving=True)
        return end_of(city.constitution.levers, city)

    ends = dict(zip(jobs, setting.each("P12", run_one, jobs), strict=True))
    kinds = {start: Counter(ends[start, seed].kind for seed in setting.seeds) for start in starts}
    what = "Constitutions that evolve end in different places"
    return Row("P12", what, _parting(kinds), (_drift_chart(starts, ends),))


def _parting(kinds: Mapping[str, Counter[str]]) -> tuple[Check, ...]:
    """Return that some end open, some closed, some either way, and for each start how often it ended how."""
    opened = [start for start, found in kinds.items() if OPENED & set(found)]
    closed = [start for start, found in kinds.items() if CLOSED & set(found)]
    parted = [start for start in opened if start in closed]
    told = {
        start: ", ".join(f"{n} {kind}" for kind, n in found.most_common()) for start, found in kinds.items()
    }
    return (
        above("starts with an end in reform or opening", len(opened), 0),
        above("starts with an end in restoration, capture or drift to order", len(closed), 0),
        above("starts whose seeds part between the two (path dependence)", len(parted), 0),
        *(Check(f"ends from {start}", "reported", said, True) for start, said in told.items()),
    )


def _drift_chart(starts: Sequence[str], ends: Ends) -> Chart:
    """Return the change of both kinds of levers, a row a start, a point a seed."""
    civic = "participation, openness, oversight, responsiveness, purpose limit"
    coercive = "surveillance, enforcement, censorship"
    rows = [starts.index(start) for start, _ in ends]
    lines = (
        Line(civic, [row - 0.12 for row in rows], [end.civic for end in ends.values()]),
        Line(coercive, [row + 0.12 for row in rows], [end.coercive for end in ends.values()]),
    )
    title = "P12 Change of levers in ten years, each seed"
    return Chart("p12_drift", title, "mean change", "", lines, (0.0,), tuple(starts))
