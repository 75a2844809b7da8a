"""Cutting a study into tasks for its workers."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path

from sim.runs.spec import SECONDS_PER_RESIDENT_WEEK, SECONDS_PER_RUN
from sim.studies.limits import Limits
from sim.studies.options import Options
from sim.studies.plan import RUNS_PER_FILE, Plan
from sim.studies.runner import Task
from sim.studies.version import code_version

SECONDS_PER_TASK = 5.0  # long enough to make handing out cheap, short enough to lose little
LEAST_SECONDS = 1.0
TASKS_PER_WORKER = 4  # at least, so that workers end at about the same time


def tasks_of(folder: Path, plan: Plan, rows: Sequence[int], options: Options, stop: Path) -> list[Task]:
    """Cut ``rows`` into tasks of a few seconds that do not cross the borders of files."""
    size = _runs_per_task(plan, len(rows), options.workers or os.cpu_count() or 1)
    limits = _limits(plan, options)
    version = code_version(options.model)
    place = {row: number for number, row in enumerate(plan.rows)}
    tasks: list[Task] = []
    file = -1
    for row in rows:
        if place[row] // RUNS_PER_FILE != file or len(tasks[-1].rows) == size:
            file = place[row] // RUNS_PER_FILE
            tasks.append(Task(str(folder.resolve()), [], limits, str(stop.resolve()), version))
        tasks[-1].rows.append(row)  # type: ignore[attr-defined]
    return tasks


def _seconds_per_run(plan: Plan) -> float:
    """Return about how long the longest run takes, with its burn-in."""
    weeks = plan.each("burn_in") + plan.each("weeks")
    return float(SECONDS_PER_RUN + SECONDS_PER_RESIDENT_WEEK * (plan.each("residents") * weeks).max())


def _runs_per_task(plan: Plan, runs: int, workers: int) -> int:
    seconds = _seconds_per_run(plan)
    least = math.ceil(LEAST_SECONDS / seconds)
    fair = math.ceil(runs / (TASKS_PER_WORKER * workers))
    return max(1, min(RUNS_PER_FILE, math.ceil(SECONDS_PER_TASK / seconds), max(least, fair)))


def _limits(plan: Plan, options: Options) -> Limits:
    """Return the limits asked for, or generous ones."""
    seconds = 60 + 50 * _seconds_per_run(plan) if options.timeout is None else options.timeout
    memory = 1_000 + 0.002 * float(plan.each("residents").max()) if options.memory is None else options.memory
    return Limits(seconds, memory)
