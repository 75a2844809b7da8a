"""Patterns of unrest and of constitutions that drift (P4, P12)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from sim.evidence.patterns.chart import Chart, Line
from sim.evidence.patterns.row import Check, Row, above, below, within
from sim.evidence.patterns.setting import Setting
from sim.mechanisms.politics import CIVIC, COERCIVE
from sim.model.city_model import CityModel
from sim.parameters import LEVERS, Value
from sim.scenario.scenario import list_scenarios

OWNERS = tuple(name for name in LEVERS if name.startswith("own_"))
MOVED = 0.1  # a constitution that moved less has hardly changed


def bursts(setting: Setting) -> Row:
    """Measure P4: unrest comes in bursts, more so under control."""
    names = ("emancipatory", "control")
    courses = np.array(
        setting.each(
            "P4",
            lambda seed: [
                city.outcome("active")[-setting.long_weeks :]
                for city in setting.comparison_of(names, seed, weeks=setting.long_weeks)
            ],
            setting.seeds,
        )
    )
    gentle, hard = courses[:, 0], courses[:, 1]
    median = np.median(hard, axis=1)
    checks = (
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
    years = np.arange(courses.shape[2]) / 52
    lines = (Line("control", years, hard[0]), Line("emancipatory", years, gentle[0]))
    chart = Chart(
        "p04_unrest", f"P4 Residents in the street, seed {setting.seeds[0]}", "years", "share active", lines
    )
    return Row("P4", "Unrest is bursty, not a plateau, over ten years", checks, (chart,))


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
    opened = [start for start in starts if {"reform", "opening"} & set(kinds[start])]
    closed = [start for start in starts if {"restoration", "capture", "drift to order"} & set(kinds[start])]
    parted = [start for start in opened if start in closed]
    table = tuple(
        Check(
            f"ends from {start}",
            "reported",
            ", ".join(f"{n} {kind}" for kind, n in kinds[start].most_common()),
            True,
        )
        for start in starts
    )
    checks = (
        above("starts with an end in reform or opening", len(opened), 0),
        above("starts with an end in restoration, capture or drift to order", len(closed), 0),
        above("starts whose seeds part between the two (path dependence)", len(parted), 0),
        *table,
    )
    lines = tuple(
        Line(label, [k + shift for k, start in enumerate(starts) for _ in setting.seeds], values)
        for label, shift, values in (
            (
                "participation, openness, oversight, responsiveness, purpose limit",
                -0.12,
                [ends[job].civic for job in jobs],
            ),
            ("surveillance, enforcement, censorship", 0.12, [ends[job].coercive for job in jobs]),
        )
    )
    chart = Chart(
        "p12_drift",
        "P12 Change of levers in ten years, each seed",
        "mean change",
        "",
        lines,
        (0.0,),
        tuple(starts),
    )
    return Row("P12", "Constitutions that evolve end in different places", checks, (chart,))
