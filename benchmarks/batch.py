"""Batches: against one process, against Mesa's batch runner, the store, and the memory of the driver."""

from __future__ import annotations

import tempfile
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any

import mesa
import numpy as np
import psutil

from benchmarks.timing import Row, at_least, at_most
from sim.model.city_model import CityModel
from sim.model.time_series import Series
from sim.outcomes import OUTCOMES
from sim.reference import PlainCity
from sim.studies import Design, Options
from sim.studies import run as running
from sim.studies.store import Store, runs_table
from sim.studies.workers import Workers, local_workers, run_with

CORES = 2
RUNS = 40
WEEKS, BURN_IN, RESIDENTS = 520, 104, 10_000
PLAIN_WEEKS = 3
SHORT_RUNS = 100_000
STORED_OUTCOMES = 30


class InstantCity(CityModel):
    """A city that is over at once, to see what a driver does with very many runs."""

    def __init__(self, weeks: int, **_: object) -> None:
        self.running = False
        self.series = Series(0, weeks, districts=1)
        self.series.values[:], self.series.filled = 0.0, weeks


class CollectedPlainCity(PlainCity):
    """The plain model with the data collector that Mesa's batch runner asks for."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.datacollector = mesa.DataCollector(model_reporters={"week": "week"})
        self.datacollector.collect(self)

    def step(self) -> None:
        """Run a week and note it."""
        super().step()
        self.datacollector.collect(self)


def batches() -> list[Row]:
    """Return the rows of the table."""
    before, bare, parallel, after = _serial_rate(), _bare_rate(), _parallel_rate(), _serial_rate()
    serial = max(before, after)  # whatever else the machine does slows a measurement, never speeds it up
    plain = _plain_rate()
    shown = (
        f"{3600 * parallel / CORES:.0f} runs a core-hour, {parallel:.2f} runs a second on {CORES} processes; "
        f"{CORES} bare processes at once, without any of this: {bare / serial / CORES:.2f}"
    )
    return [
        at_least(
            f"batch on {CORES} processes against serial x {CORES}", 0.9, parallel / serial / CORES, note=shown
        ),
        at_least(
            "batch against mesa.batch_run of the plain model, per core-hour",
            30,
            parallel / CORES / plain,
            " times",
        ),
        at_least("store, 520 weeks x 30 outcomes, two processes", 1_000, _store_rate(), " runs/s"),
        at_most(f"driver's memory, growth over {SHORT_RUNS:,} runs", 50, driver_growth(SHORT_RUNS), " MB"),
    ]


def study(runs: int, weeks: int = WEEKS, residents: int = RESIDENTS, burn_in: int = BURN_IN) -> Design:
    """Return the design of that many runs of one city, each with a seed of its own."""
    context = {"city": "london", "residents": residents, "burn_in": burn_in, "weeks": weeks}
    return Design.of({"run": {"scenarios": ["control"], "seeds": runs, **context}})


def _serial_rate() -> float:
    """Return runs a second of plain calls in this process, one after the other."""
    CityModel("control", residents=RESIDENTS, burn_in=2, weeks=2, rng=0).run()
    start = perf_counter()
    for seed in range(1, RUNS // 4 + 1):
        CityModel("control", city="london", residents=RESIDENTS, burn_in=BURN_IN, weeks=WEEKS, rng=seed).run()
    return RUNS // 4 / (perf_counter() - start)


def _bare_rate() -> float:
    """Return runs a second of as many processes as there are cores, each living cities on its own."""
    with ProcessPoolExecutor(CORES, get_context("spawn")) as pool:
        return sum(pool.map(_rate_here, range(CORES)))


def _rate_here(_: int) -> float:
    return _serial_rate()


def _parallel_rate() -> float:
    """Return runs a second of a sweep, results written, its processes started and warm."""
    with tempfile.TemporaryDirectory() as folder, local_workers(CORES) as workers:
        _run_study_with(
            workers, Path(folder) / "warm", study(2 * CORES)
        )  # runs too short would go to one process
        return RUNS / _run_study_with(workers, Path(folder) / "study", study(RUNS))


def _run_study_with(workers: Workers, folder: Path, design: Design) -> float:
    plan = running.expand(design)
    folder.mkdir()
    running.begin(folder, plan, None)
    tasks = running.tasks_of(folder, plan, plan.rows, Options(workers=CORES), folder / "stop")
    start = perf_counter()
    with closing(run_with(workers, tasks)) as reports:
        assert sum(report.done for report in reports) == len(plan.rows)
    Store(folder).pack(plan)
    return perf_counter() - start


def _plain_rate() -> float:
    """Return runs a second of mesa.batch_run on the plain model, reckoned from a few weeks of it."""

    def seconds_of(weeks: int) -> float:
        start = perf_counter()
        settings = {"scenario": "control", "residents": RESIDENTS, "burn_in": 0, "seed": 7}
        mesa.batch_run(
            CollectedPlainCity,
            settings,
            iterations=1,
            number_processes=1,
            max_steps=weeks,
            display_progress=False,
        )
        return perf_counter() - start

    week = (seconds_of(1 + PLAIN_WEEKS) - seconds_of(1)) / PLAIN_WEEKS
    return 1 / (week * (BURN_IN + WEEKS))


def _store_rate() -> float:
    """Return runs a second written and forced to disk by two processes."""
    with tempfile.TemporaryDirectory(dir=".") as folder, ProcessPoolExecutor(2, get_context("spawn")) as pool:
        list(pool.map(_written, [folder] * 2, [0, 1], [1, 1]))
        start = perf_counter()
        files = 10
        list(pool.map(_written, [folder] * 2, [2, 3], [files, files]))
        return 2 * files * running.RUNS_PER_FILE / (perf_counter() - start)


def _written(folder: str, number: int, files: int) -> None:
    generator = np.random.default_rng(number)
    names = list(OUTCOMES)[:STORED_OUTCOMES]
    outcomes = [generator.random((WEEKS, len(OUTCOMES))) for _ in range(running.RUNS_PER_FILE)]
    for file in range(files):
        keys = [f"{number:04x}{file:04x}{run:08x}" for run in range(running.RUNS_PER_FILE)]
        Store(folder).write_table(keys, runs_table(keys, outcomes).select(["run", "week", *names]))


def driver_growth(runs: int, processes: int = CORES) -> float:
    """Return by how many MB this process grows between the first tenth of ``runs`` runs and their end."""
    process = psutil.Process()
    sizes: list[int] = []
    with tempfile.TemporaryDirectory() as folder, local_workers(processes) as workers:
        plan = running.expand(study(runs, weeks=1, residents=50, burn_in=0), "benchmarks.batch:InstantCity")
        running.begin(Path(folder), plan, None)
        options = Options(workers=processes, model="benchmarks.batch:InstantCity")
        tasks = running.tasks_of(Path(folder), plan, plan.rows, options, Path(folder) / "stop")
        done = 0
        for report in run_with(workers, tasks):
            done += report.done
            sizes.append(process.memory_info().rss)
        assert done == runs
    tenth = max(1, len(sizes) // 10)
    return (max(sizes[-tenth:]) - max(sizes[:tenth])) / 1e6
