"""Whole runs: two cities on two threads, building a city, the first start."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import partial
from statistics import median
from threading import Event, Thread
from time import perf_counter

from benchmarks.timing import Row, at_least, at_most, peak_bytes, seconds
from benchmarks.workloads import WORKLOADS, YARDSTICKS, processor_seconds
from sim.city.city import settle
from sim.city.load import load_city
from sim.model.city_model import CityModel
from sim.runs.comparison import Comparison

START = "from sim.model.warm_up import warm_up; warm_up()"


def yardsticks() -> list[Row]:
    """Return the seconds of loops that no change of the program can make slower or faster."""
    return [Row(name, "reported", WORKLOADS[name](), None, "processor s") for name in YARDSTICKS]


def fixed_part() -> Row:
    """Return what a run of 64 residents takes of a run of 2,000: what no resident causes.

    Measured in a process of its own: where Mesa is imported, as it is here, every week is a step of Mesa's clock.
    """
    command = [sys.executable, "-c", "from benchmarks.runs import fixed_share; print(fixed_share())"]
    share = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    note = "104 + 520 weeks, processor, in turn"
    return at_most("fixed part of a short run (64 residents against 2,000)", 0.1, share, "", note)


def fixed_share() -> float:
    """Return the median of nine shares that a run of 64 residents takes of one of 2,000."""
    small, large = (partial(_run_of, residents) for residents in (64, 2_000))
    return median(processor_seconds(small, 1) / processor_seconds(large, 1) for _ in range(9))


def _run_of(residents: int) -> None:
    CityModel("control", residents=residents, city="london", rng=7).run()


def two_cities() -> list[Row]:
    """Return the seconds of two cities of 520 weeks on two threads, the common burn-in included."""
    rows = []
    for residents, bound, repeats in ((10_000, 1.0, 5), (2_000, 0.25, 9)):
        taken = seconds(lambda size=residents: _pair(size).run(520), repeats)
        row = at_most(f"two cities of {residents:,}, 104 + 520 weeks, two threads", bound, taken, " s")
        peak = peak_bytes(lambda size=residents: _pair(size).run(520), 2 * residents)
        rows.append(row._replace(peak=peak))
    return [*rows, _threads_pay()]


def _pair(residents: int) -> Comparison:
    return Comparison(["emancipatory", "control"], residents=residents, city="london", rng=7)


def _threads_pay() -> Row:
    """Return two threads' time over running the same two cities one after the other."""
    branch_point = _pair(10_000).branch_point

    def fork() -> Comparison:
        return Comparison(
            ["emancipatory", "control"], branch_point=branch_point, residents=10_000, city="london", rng=7
        )

    serial = seconds(lambda: [city.run(520) for city in fork().cities], 3)
    threaded = seconds(lambda: fork().run(520), 3)
    return at_most("two threads against one after the other", 0.75, threaded / serial, " of the time")


def lock_released() -> Row:
    """Return how much of its speed a Python thread keeps beside a running city."""
    stop = Event()
    turns = [0]

    def spin() -> None:
        while not stop.is_set():
            turns[0] += 1

    def rate(work: float | None) -> float:
        stop.clear()
        turns[0] = 0
        thread = Thread(target=spin)
        thread.start()
        start = perf_counter()
        if work is None:
            stop.wait(1.0)
        else:
            CityModel(residents=50_000, city="london", burn_in=0, weeks=150, rng=1).run()
        taken = perf_counter() - start
        stop.set()
        thread.join()
        return turns[0] / taken

    kept = rate(1.0) / rate(None)
    return at_least("speed a Python thread keeps beside a running city", 0.5, kept, " of its own")


def building() -> list[Row]:
    """Return the seconds of building a city of 100,000 and of 1,000,000 residents."""
    settle(load_city("london"), 1_000, 7)
    rows = []
    for residents, bound in ((100_000, 1.5), (1_000_000, 15.0)):
        row = at_most(
            f"building a city of {residents:,}", bound, seconds(partial(_built, residents), 3), " s"
        )
        rows.append(row._replace(peak=peak_bytes(partial(_built, residents), residents)))
    return rows


def _built(residents: int) -> CityModel:
    return CityModel(residents=residents, city="synthetic", burn_in=0, weeks=1, rng=7)


def starts() -> list[Row]:
    """Return the seconds of the first start after installation and of a later one, and of `--help`."""
    with tempfile.TemporaryDirectory() as folder:
        kept = os.environ | {"NUMBA_CACHE_DIR": folder}
        first = seconds(lambda: _python(kept, "-c", START), 1)
        later = seconds(lambda: _python(kept, "-c", START), 3)
    help_text = seconds(lambda: _python(dict(os.environ), "-m", "sim", "--help"), 5)
    return [
        at_most("first start after installation (compiling)", 10, first, " s"),
        at_most("later start", 2, later, " s"),
        at_most("two-cities --help", 0.3, help_text, " s"),
    ]


def _python(environment: dict[str, str], *words: str) -> None:
    subprocess.run([sys.executable, *words], env=environment, check=True, stdout=subprocess.DEVNULL)
