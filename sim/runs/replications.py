"""Scenarios by seeds: what is run for every comparison, on the machine's cores, with a progress bar."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.files.errors import unknown
from sim.outcomes import OUTCOMES
from sim.runs.comparison import Comparison
from sim.runs.executor import Cancelled, Done, Kind, executor
from sim.runs.receipt import make_receipt
from sim.runs.spec import RunSpec
from sim.runs.statistics import Difference, paired_difference

if TYPE_CHECKING:
    import pandas as pd

    from sim.model.time_series import Series

BETWEEN_LOOKS = 13  # weeks lived before anybody asks whether to go on
END = "end"

Outcomes = NDArray[np.float64]


class RunResult(NamedTuple):
    """One city under one seed: its ``outcomes`` by week (W, K) and at years "1", "2", ... and "end" (K,)."""

    weekly: Outcomes
    years: Mapping[str, Outcomes]
    outcomes: tuple[str, ...] = tuple(OUTCOMES)


class Replication(NamedTuple):
    """Every city under one ``seed``; without results, ``failure`` says why."""

    seed: int
    results: tuple[RunResult, ...] = ()
    failure: str = ""


@dataclass(frozen=True)
class Replications:
    """What came of a spec: a replication for each of its seeds, in order."""

    spec: RunSpec
    all: tuple[Replication, ...]

    @property
    def completed(self) -> tuple[Replication, ...]:
        """The replications that have results."""
        return tuple(one for one in self.all if one.results)

    @property
    def failed(self) -> tuple[Replication, ...]:
        """The replications that failed, each with its reason."""
        return tuple(one for one in self.all if one.failure)

    @property
    def years(self) -> tuple[str, ...]:
        """The years reached, and "end"."""
        return tuple(self.completed[0].results[0].years) if self.completed else ()

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The ids of what was measured: the shipped outcomes, then those of one's own mechanisms."""
        return self.completed[0].results[0].outcomes if self.completed else tuple(OUTCOMES)

    def values(self, label: str, year: int | str = END) -> Outcomes:
        """Return the outcomes (S, K) of the city called ``label`` at a year, one row for each completed seed.

        Raises InputError for a city that was not run and a year that was not reached.
        """
        if label not in self.spec.labels:
            raise unknown("city", label, self.spec.labels)
        if str(year) not in self.years:
            raise unknown("year", str(year), self.years)
        place = self.spec.labels.index(label)
        return np.array([one.results[place].years[str(year)] for one in self.completed])

    def difference(self, first: str, second: str, year: int | str = END) -> Difference:
        """Return ``first`` minus ``second``, paired by seed, for every outcome (K,), with 90 % intervals."""
        return paired_difference(self.values(first, year), self.values(second, year))

    def table(self, year: int | str = END) -> pd.DataFrame:
        """Return outcome by outcome every city's mean, and the first city minus the second with its interval."""
        import pandas as pd

        columns = {label: self.values(label, year).mean(axis=0) for label in self.spec.labels}
        if len(self.spec.labels) > 1:
            mean, low, high = self.difference(self.spec.labels[0], self.spec.labels[1], year)
            columns |= {"difference": mean, "low": low, "high": high}
        return pd.DataFrame(columns, index=pd.Index(self.outcomes, name="outcome"))

    def receipt(self, command: Sequence[str] = ()) -> dict[str, Any]:
        """Return the receipt; ``command`` are the words that repeat the runs."""
        return make_receipt(self.spec, command, [one.seed for one in self.failed])


def replicate(
    spec: RunSpec, quiet: bool = False, kind: Kind = "auto", workers: int = 0, scheduler: str = ""
) -> Replications:
    """Return what comes of ``spec``, one replication a seed, with a progress bar unless ``quiet``.

    A replication that fails does not stop the others; interrupting stops them all within a few weeks. ``kind``,
    ``workers`` and ``scheduler`` are as for `executor` and change no result.
    """
    from tqdm import tqdm

    weeks = spec.burn_in + spec.weeks * len(spec.cities)
    hidden = quiet or not sys.stderr.isatty()
    with (
        executor(kind, workers or _workers(spec), spec.seconds, scheduler) as chosen,
        tqdm(total=weeks * len(spec.seeds), unit="week", disable=hidden, leave=False) as bar,
    ):
        here = kind in ("auto", "serial", "threads")
        function = partial(run_seed, spec, tell=bar.update) if here else partial(run_seed, spec)
        found: dict[int, Replication] = {}
        with closing(chosen.run(function, spec.seeds)) as done:
            for one in done:
                found[one.place] = _replication(one)
                bar.update(0 if here else weeks)
    return Replications(spec, tuple(found[place] for place in sorted(found)))


def run_seed(
    spec: RunSpec, seed: int, cancelled: Cancelled, tell: Callable[[int], object] = lambda weeks: None
) -> tuple[RunResult, ...]:
    """Return every city of ``spec`` under ``seed``, nothing once ``cancelled``; ``tell`` hears of weeks lived."""
    if cancelled():
        return ()
    comparison = Comparison.of(spec, seed)
    tell(spec.burn_in)
    for week in range(0, spec.weeks, BETWEEN_LOOKS):
        if cancelled():
            return ()
        comparison.run(BETWEEN_LOOKS)
        tell(min(BETWEEN_LOOKS, spec.weeks - week) * len(spec.cities))
    return tuple(
        RunResult(city.series.since_branch().copy(), dict(_years(city.series)), city.series.outcomes)
        for city in comparison.cities
    )


def _workers(spec: RunSpec) -> int:
    """Return how many seeds to run at once: a comparison has a thread for each of its cities."""
    return max(1, min(len(spec.seeds), (os.cpu_count() or 1) // len(spec.cities)))


def _replication(done: Done[int, tuple[RunResult, ...]]) -> Replication:
    return Replication(done.item, done.result or (), done.failure)


def _years(series: Series) -> Iterator[tuple[str, Outcomes]]:
    year = 1
    while series.reached(year):
        yield str(year), series.at_year(year)
        year += 1
    yield END, series.at_end()
