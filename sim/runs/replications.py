"""Runs over several draws of luck, on the machine's processors, with a progress bar."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Event as Flag
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.files.errors import InputError
from sim.outcomes import OUTCOMES
from sim.runs.comparison import Twin

if TYPE_CHECKING:
    from sim.model.time_series import Series
    from sim.scenario.scenario import Scenario

BETWEEN_LOOKS = 13  # weeks lived before anybody asks whether to go on
END = "end"

Dials = NDArray[np.float64]


class Course(NamedTuple):
    """One city under one seed: its dials by week (W, K) and at years "1", "2", ... and "end" (K,)."""

    weekly: Dials
    years: Mapping[str, Dials]


class SeedRun(NamedTuple):
    """Every city under one ``seed``, its dials in the order of ``outcomes``; ``failure`` says why none is."""

    seed: int
    courses: tuple[Course, ...] = ()
    failure: str = ""
    outcomes: tuple[str, ...] = tuple(OUTCOMES)


def run_seeds(
    scenarios: Sequence[Scenario], seeds: Sequence[int], settings: Mapping[str, Any], quiet: bool = False
) -> list[SeedRun]:
    """Return a run of all ``scenarios`` for each seed, in order; ``settings`` go to `Twin`.

    A run that fails does not stop the others. Interrupting stops them all within a few weeks.
    """
    from tqdm import tqdm

    stop = Flag()
    weeks = settings["history"] + settings["weeks"] * len(scenarios)
    hidden = quiet or not sys.stderr.isatty()
    workers = max(1, min(len(seeds), (os.cpu_count() or 1) // len(scenarios)))
    found: dict[int, SeedRun] = {}
    with (
        ThreadPoolExecutor(workers) as pool,
        tqdm(total=weeks * len(seeds), unit="week", disable=hidden, leave=False) as bar,
    ):

        def live(seed: int) -> SeedRun:
            try:
                return _live(scenarios, seed, settings, stop, bar)
            except InputError:
                raise  # the same for every seed
            except Exception as error:
                return SeedRun(seed, failure=f"{type(error).__name__} {error}".strip())

        try:
            for finished in as_completed([pool.submit(live, seed) for seed in seeds]):
                found[finished.result().seed] = finished.result()
        except BaseException:
            stop.set()
            raise
    return [found[seed] for seed in seeds]


def _live(
    scenarios: Sequence[Scenario], seed: int, settings: Mapping[str, Any], stop: Flag, bar: Any
) -> SeedRun:
    if stop.is_set():
        return SeedRun(seed)
    twin = Twin(scenarios, rng=seed, **settings)
    bar.update(settings["history"])
    for week in range(0, settings["weeks"], BETWEEN_LOOKS):
        if stop.is_set():
            return SeedRun(seed)
        twin.run(BETWEEN_LOOKS)
        bar.update(min(BETWEEN_LOOKS, settings["weeks"] - week) * len(scenarios))
    courses = tuple(
        Course(city.series.since_fork().copy(), dict(_years(city.series))) for city in twin.cities
    )
    return SeedRun(seed, courses, outcomes=twin.outcomes)


def _years(series: Series) -> Iterator[tuple[str, Dials]]:
    year = 1
    while series.reached(year):
        yield str(year), series.at_year(year)
        year += 1
    yield END, series.at_end()
