"""Fixed pieces of work that any revision of the project can be asked for: ``python -P workloads.py NAME``.

Each prints the seconds of processor time that one unit of it took, so that two revisions can be run in turn on one
machine (`benchmarks.revision`). Only public names are used that every revision has; two of the pieces use none, and
tell how fast the machine is.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

SETTLED = 8  # weeks before timing, so that people have adopted and moods exist
BURN_IN = ("burn_in", "history")  # what revisions call it, the newest first


def processor_seconds(work: Callable[[], object], repeats: int) -> float:
    """Return the median processor time of ``work`` over ``repeats`` calls, all threads counted."""
    taken = []
    for _ in range(repeats):
        start = process_time()
        work()
        taken.append(process_time() - start)
    return median(taken)


def compiled_loop() -> float:
    """Return the seconds of 20 million steps of a loop of multiplications, compiled."""
    import numba

    @numba.njit
    def steps(count: int) -> float:
        x = 0.3
        for _ in range(count):
            x = 3.7 * x * (1.0 - x)
        return x

    steps(1)
    return processor_seconds(lambda: steps(20_000_000), 7)


def python_loop() -> float:
    """Return the seconds of a million steps of the same loop, interpreted."""

    def steps(count: int) -> float:
        x = 0.3
        for _ in range(count):
            x = 3.7 * x * (1.0 - x)
        return x

    return processor_seconds(lambda: steps(1_000_000), 7)


def first_city() -> float:
    """Return the seconds of this process so far and of a first city: call it first."""
    _city(300, weeks=3, burn_in=2)
    return process_time()


def week_of(residents: int, repeats: int) -> float:
    """Return the seconds of a week of one city of that size."""
    city = _city(residents, weeks=5_000, burn_in=4, city="synthetic:64")
    for _ in range(SETTLED):
        city.step()
    return processor_seconds(city.step, repeats)


def short_run() -> float:
    """Return the seconds of building a city of 64 residents and running 104 + 520 weeks of it."""
    return processor_seconds(lambda: _run_of(64), 5)


def whole_run() -> float:
    """Return the seconds of one city of 10,000, 104 + 520 weeks, from its name on."""
    return processor_seconds(lambda: _run_of(10_000), 3)


WORKLOADS: dict[str, Callable[[], float]] = {
    "a fixed compiled loop (yardstick)": compiled_loop,
    "a fixed pure-Python loop (yardstick)": python_loop,
    "import sim and a first CityModel": first_city,
    "a week of 10,000 residents": lambda: week_of(10_000, 60),
    "a week of 100,000 residents": lambda: week_of(100_000, 15),
    "a run of 64 residents, 104 + 520 weeks": short_run,
    "a run of 10,000 residents, 104 + 520 weeks": whole_run,
}
YARDSTICKS = [name for name in WORKLOADS if name.endswith("(yardstick)")]


def _city(residents: int, weeks: int, burn_in: int, **settings: Any) -> Any:
    from sim import CityModel

    known = inspect.signature(CityModel.__init__).parameters
    settings[next(name for name in BURN_IN if name in known)] = burn_in
    return CityModel("control", residents=residents, weeks=weeks, rng=7, **settings)


def _run_of(residents: int) -> None:
    city = _city(residents, weeks=520, burn_in=104, city="london")
    while city.running:
        city.step()


if __name__ == "__main__":
    print(WORKLOADS[sys.argv[1]]())
