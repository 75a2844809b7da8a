"""Where the cities of all answers are run: each once, on every core, kept for the next answer."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sim.answers.run_result import RunRequest, RunResult, run_cities
from sim.runs.executor import Cancelled, Executor, Kind, executor, never
from sim.runs.recent import Recent
from sim.runs.spec import CitySpec, RunSpec

Floats = NDArray[np.float64]
Tell = Callable[[int, int], object]
"""Hears how many cities of the present step have run, and of how many."""

MOST_KEPT = 40_000  # results of 4 kB; those of the pair are larger and few
CITIES_AT_ONCE = 8  # of one burn-in, for one worker


class Stopped(Exception):
    """Raised where an answer is no longer wanted; what has run by then is kept."""


class Shelf(Protocol):
    """Where results are kept by what decides them."""

    def get(self, key: Hashable) -> RunResult | None:
        """Return what is kept under ``key``, or None."""

    def put(self, key: Hashable, thing: RunResult) -> None:
        """Keep ``thing`` under ``key``."""


class Laboratory:
    """Runs cities for answers; what has run once is kept on its ``shelf``.

    ``tell`` hears of progress, ``cancelled`` is asked between runs. Open one with `laboratory`.
    """

    def __init__(
        self,
        runner: Executor,
        shelf: Shelf | None = None,
        tell: Tell = lambda done, total: None,
        cancelled: Cancelled = never,
    ) -> None:
        self._runner = runner
        self._shelf: Shelf = shelf if shelf is not None else Recent(MOST_KEPT)
        self._tell = tell
        self._cancelled = cancelled
        self.runs = 0
        self.failures: list[str] = []

    def results(
        self, specs: Sequence[RunSpec], years: int, detailed: bool = False
    ) -> list[list[tuple[RunResult | None, ...]]]:
        """Return, for each of ``specs``, seed and city, the result after ``years``; None where its run failed.

        Raises `Stopped` when no longer wanted; what has run by then is kept.
        """
        here: dict[Hashable, RunResult] = {}
        requests = self._missing(specs, years, detailed, here)
        self._send(requests, here)
        return [
            [tuple(here.get(_key(spec, seed, city)) for city in spec.cities) for seed in spec.seeds]
            for spec in specs
        ]

    def values(self, specs: Sequence[RunSpec], years: int, outcomes: Sequence[str]) -> list[Floats]:
        """Return, for each of ``specs``, the ``outcomes`` by seed, city and year, (S, C, Y, K).

        What is undefined, or whose run failed, is nan.
        """
        found = self.results(specs, years)
        return [
            np.array([[_of(result, years, outcomes) for result in cities] for cities in seeds])
            for seeds in found
        ]

    def _missing(
        self, specs: Sequence[RunSpec], years: int, detailed: bool, here: dict[Hashable, RunResult]
    ) -> list[RunRequest]:
        """Return what has yet to run, the cities of one burn-in together; what is kept goes to ``here``.

        First come the first parts of all: two workers at one burn-in would both live it.
        """
        wanted: dict[tuple[object, int], tuple[RunSpec, dict[Hashable, CitySpec]]] = {}
        for spec in specs:
            for seed in spec.seeds:
                for city in spec.cities:
                    key = _key(spec, seed, city)
                    kept = self._shelf.get(key)
                    if kept is not None and len(kept.years) >= years and (kept.detail or not detailed):
                        here[key] = kept
                    else:
                        wanted.setdefault((spec.burn_in_key, seed), (spec.under([seed]), {}))[1][key] = city
        parts = [
            (place, RunRequest(replace(spec, cities=tuple(some)), years, detailed))
            for spec, cities in wanted.values()
            for place, some in enumerate(_in_parts(list(cities.values())))
        ]
        return [request for _, request in sorted(parts, key=lambda part: part[0])]

    def _send(self, requests: Sequence[RunRequest], here: dict[Hashable, RunResult]) -> None:
        total, done = sum(len(request.spec.cities) for request in requests), 0
        with closing(self._runner.run(run_cities, requests)) as results:
            for one in results:
                self._keep(one.item, one.result or (), one.failure, here)
                done += len(one.item.spec.cities)
                self._tell(done, total)
                abandoned = not one.failure and not one.result
                if abandoned or self._cancelled():
                    raise Stopped

    def _keep(
        self, request: RunRequest, results: Sequence[RunResult], failure: str, here: dict[Hashable, RunResult]
    ) -> None:
        if failure:
            self.failures.append(f"seed {request.spec.seed}: {failure}")
        for city, result in zip(request.spec.cities, results, strict=False):
            key = _key(request.spec, request.spec.seed, city)
            here[key] = result
            self._shelf.put(key, result)
            self.runs += 1


@contextmanager
def laboratory(
    kind: Kind = "auto",
    workers: int = 0,
    shelf: Shelf | None = None,
    tell: Tell = lambda done, total: None,
    cancelled: Cancelled = never,
) -> Iterator[Laboratory]:
    """Open a laboratory on ``workers`` (0: one a core) of ``kind``, and close it.

    "auto" is processes where there is more than one core: small cities hold the interpreter too often for threads.
    """
    size = workers or os.cpu_count() or 1
    chosen: Kind = ("serial" if size == 1 else "processes") if kind == "auto" else kind
    with executor(chosen, size) as runner:
        yield Laboratory(runner, shelf, tell, cancelled)


def _key(spec: RunSpec, seed: int, city: CitySpec) -> Hashable:
    """Return all that decides a run; its name does not."""
    return spec.burn_in_key, seed, city.levers, city.events, city.off


def _in_parts(cities: list[CitySpec]) -> Iterator[list[CitySpec]]:
    for start in range(0, len(cities), CITIES_AT_ONCE):
        yield cities[start : start + CITIES_AT_ONCE]


def _of(result: RunResult | None, years: int, outcomes: Sequence[str]) -> Floats:
    if result is None:
        return np.full((years, len(outcomes)), np.nan)
    places = [result.outcomes.index(name) for name in outcomes]
    return result.years[:years, places]
