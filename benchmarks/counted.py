"""The page's server, which also tells how much of its processor time went into runs of the model.

Started by its path, so that it serves the `sim` of the folder it is started in, whichever version that is.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from types import ModuleType
from typing import Any

NAME = "two_cities_runs_cpu_seconds_total"


class Spent:
    """Processor time of the threads that run cities, in seconds."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._lock = threading.Lock()
        self._here = threading.local()

    def counted(self, run: Any) -> Any:
        """Return ``run``, what it spends counted."""

        def counting(*given: Any, **named: Any) -> Any:
            if getattr(self._here, "counts", False):  # a city run on the thread whose run is counted
                return run(*given, **named)
            before, self._here.counts = time.thread_time(), True
            try:
                return run(*given, **named)
            finally:
                self._here.counts = False
                with self._lock:
                    self.seconds += time.thread_time() - before

        return counting


def main() -> int:
    """Serve the page as `two-cities` does with the words given."""
    sys.path[0] = ""  # not this folder, whose names are no modules of their own
    from sim.cli.main import main as two_cities
    from sim.dashboard import metrics
    from sim.dashboard.work import loop
    from sim.model.city_model import CityModel

    spent, figures = Spent(), metrics.figures

    def with_runs(*given: Any) -> Iterator[Any]:
        yield from figures(*given)
        yield metrics.Metric(NAME, "counter", "Processor time of runs, in seconds.", spent.seconds)

    metrics.figures = with_runs
    CityModel.run = spent.counted(CityModel.run)  # type: ignore[method-assign]
    # What their own threads do for a run; its cities have threads of their own.
    for module in (loop, _runs_many()):
        module.run = spent.counted(module.run)  # type: ignore[attr-defined]
    return int(two_cities() or 0)


def _runs_many() -> ModuleType:
    """Return the module that runs one seed after another; another version may have it elsewhere."""
    from sim.dashboard.work import paired

    if hasattr(paired, "run"):
        return paired
    from sim.dashboard.work import monthly

    return monthly


if __name__ == "__main__":
    raise SystemExit(main())
