"""How much a study is, before it is run: how many runs, how long on this machine, how many bytes."""

from __future__ import annotations

import os
from functools import cache
from time import perf_counter
from typing import NamedTuple

import numpy as np

from sim.runs.spec import SECONDS_PER_RESIDENT_WEEK, SECONDS_PER_RUN
from sim.studies.plan import Plan

STARTING = 8.0
"""Seconds that workers take before they live the first run: Dask, imports, loading compiled code.

Measured with 20 and 200 runs of 1,000 residents on two cores, on one worker and on two.
"""

BYTES_PER_NUMBER = 5.4
"""Of a week's outcome on disk, compressed: measured on runs of 1,000 residents."""

BYTES_PER_RESIDENT = 150.0
"""Of a resident in a snapshot, compressed: measured likewise."""

TRIAL = {"residents": 1_000, "weeks": 52, "burn_in": 0}


class Estimate(NamedTuple):
    """Distinct ``runs``, the processor's ``seconds`` for them on a machine of standard pace, ``bytes`` on disk."""

    runs: int
    seconds: float
    bytes: float


def estimate(plan: Plan, rows: list[int] | None = None) -> Estimate:
    """Return what the runs of ``rows`` (all by default) take; burn-ins that runs share are counted once."""
    chosen = np.array(plan.rows if rows is None else rows, int)
    weeks, burn_in, residents = (plan.each(name)[chosen] for name in ("weeks", "burn_in", "residents"))
    burnt = np.array(
        list({plan.run(int(row)).burn_in_key: place for place, row in enumerate(chosen)}.values()), int
    )
    resident_weeks = float((residents * weeks).sum() + (residents[burnt] * burn_in[burnt]).sum())
    seconds = SECONDS_PER_RUN * (len(chosen) + len(burnt)) + SECONDS_PER_RESIDENT_WEEK * resident_weeks
    first, end = plan.period
    numbers = float(np.minimum(weeks, end - first).sum()) * len(plan.outcomes)
    snapshots = float(residents.sum()) * len(plan.snapshots)
    return Estimate(len(chosen), seconds, BYTES_PER_NUMBER * numbers + BYTES_PER_RESIDENT * snapshots)


@cache
def pace() -> float:
    """Return how much longer this machine takes for a small city than one of standard pace, measured once a process."""
    from sim.model.city_model import CityModel
    from sim.model.warm_up import compile_first, warm_up

    compile_first()
    warm_up()
    standard = SECONDS_PER_RUN + SECONDS_PER_RESIDENT_WEEK * TRIAL["residents"] * TRIAL["weeks"]
    times = []
    for seed in range(3):
        start = perf_counter()
        CityModel("status-quo", city="synthetic", rng=seed, **TRIAL).run()  # type: ignore[arg-type]
        times.append(perf_counter() - start)
    return min(times) / standard


def best_workers(seconds: float, runs: int, most: int = 0) -> int:
    """Return how many processes end work of ``seconds`` soonest: 1, which needs no starting, or several.

    Several are ``most``, or one a core where that is 0, and never more than there are ``runs``.
    """
    several = min(most or os.cpu_count() or 1, runs)
    at_once = min(several, os.cpu_count() or 1)
    return several if STARTING + seconds / max(at_once, 1) < seconds else 1


def duration(seconds: float) -> str:
    """Return ``seconds`` in the unit that a person would use."""
    for size, unit in ((86_400.0, "days"), (3_600.0, "hours"), (60.0, "minutes")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{max(seconds, 1):.0f} s"


def size(number: float) -> str:
    """Return a ``number`` of bytes in the unit that a person would use."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if number < 1_000:
            return f"{number:.0f} {unit}"
        number /= 1_000
    return f"{number:.1f} TB"
