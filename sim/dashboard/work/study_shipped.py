"""The shipped scenarios among the points of an opened study: where its own stand, and where those run beside it do."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator, Sequence
from threading import Lock
from typing import Any

from sim.outcomes import outcome as declared
from sim.scenario.scenario import list_scenarios
from sim.studies.analysis.outcome import city_of
from sim.studies.opened import Opened
from sim.studies.shipped import Beside, held

Document = dict[str, Any]
_log = logging.getLogger(__name__)


class Shipped:
    """Which shipped scenarios the study ``opened`` holds, and the others, run ``beside`` it once `run` is called."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._held = held([part.results.plan for part in opened.parts])
        there = {one.name for one in self._held}
        lacking = [name for name in list_scenarios() if name not in there]
        self.beside = Beside(opened.sample.results.plan, lacking)
        self._failed = False
        self._running = Lock()

    @property
    def pending(self) -> bool:
        """Whether there are others that can be run and were not yet."""
        return self.beside.pending and not self._failed

    def run(self) -> None:
        """Run the others, unless that is done; what they trip over costs their marks, not the page."""
        with self._running:
            if not self.pending:
                return
            try:
                self.beside.run()
            except Exception:
                self._failed = True
                _log.exception("the shipped scenarios could not be run beside the study")

    def among(
        self, points: Sequence[Sequence[Any]], cities: Sequence[str], names: Sequence[str], year: int
    ) -> Document:
        """Return the marks of all that have a place on the outcomes ``names``, and which have none and why.

        ``points`` are part, place in it, place in ``cities`` and both values each.
        """
        marks = [*self._own(points, cities), *self._others(names, year)]
        marks.sort(key=lambda one: list_scenarios().index(one["scenario"]))
        there = {one["scenario"] for one in marks}
        absent = [name for name in list_scenarios() if name not in there]
        too_long = self.beside.plan is None
        return {
            "marks": marks,
            "seeds": self.beside.seeds,
            "pending": self.pending,
            "too_long": [name for name in absent if too_long and name in self.beside.names],
            "without": [
                name for name in absent if not self.pending and not (too_long and name in self.beside.names)
            ],
        }

    def _own(self, points: Sequence[Sequence[Any]], cities: Sequence[str]) -> Iterator[Document]:
        """Yield the marks of points of the study that are shipped scenarios and have values; they can be loaded."""
        values = {(part, place, cities[city]): both for part, place, city, *both in points}
        for one in self._held:
            results = self._opened.parts[one.part].results
            place, city = results.plan.table.column("point")[one.row].as_py(), city_of(results)[one.row]
            if (both := values.get((one.part, place, city))) is not None:
                load = {"part": one.part, "point": place, "city": city}
                yield _mark(one.name, one.assumptions, both) | {"load": load}

    def _others(self, names: Sequence[str], year: int) -> Iterator[Document]:
        first, second = (self.beside.means(name, year or None) for name in names)
        scales = [declared(name).scale for name in names]
        for (name, assumed), value in first.items():
            both = [value * scales[0], second[name, assumed] * scales[1]]
            if not any(map(math.isnan, both)):
                yield _mark(name, assumed, both) | {"load": None}


def _mark(name: str, assumptions: str, values: Sequence[float]) -> Document:
    return {"scenario": name, "assumptions": assumptions, "at": list(values)}
