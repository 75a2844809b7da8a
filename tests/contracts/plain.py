"""Run mechanisms as plain Python on guarded views: `python -m tests.contracts.plain CASES REPORT`.

Needs NUMBA_DISABLE_JIT=1. CASES is a pickle of `Case`s as compiled code lived them; REPORT a JSON file with
what each mechanism read, wrote and used, and where it differs from compiled code.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

import sim.engine.blocks

if __name__ == "__main__":
    sim.engine.blocks.BLOCK = 8  # plays no part in the results; small blocks are quick in plain Python

from sim.engine.mechanism import Mechanism, Occasion
from sim.model.schedule import ORDER
from sim.model.start import START
from sim.outcomes.measurement import MEASUREMENT
from sim.scenario.event import Event

MECHANISMS = {mechanism.name: mechanism for mechanism in (START, *ORDER, MEASUREMENT)}
ROUNDING = 4 * np.finfo(np.float32).eps


class Case(NamedTuple):
    """One week of one mechanism: its state before it, by column, and the columns it writes after it."""

    situation: str
    mechanism: str
    key: int
    week: int
    values: dict[str, float]
    before: dict[str, Any]
    after: dict[str, Any]


class Watched(np.ndarray):
    """An array that notes when something is put into it."""

    def __array_finalize__(self, source: Any) -> None:
        self.written = getattr(source, "written", None)
        self.name = getattr(source, "name", "")

    def __setitem__(self, place: Any, value: Any) -> None:
        super().__setitem__(place, value)
        self.written.add(self.name)


class Spy:
    """A view that notes which of its fields are asked for; others do not exist."""

    def __init__(self, target: Any, asked: set[str]) -> None:
        self._target, self._asked = target, asked

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._target, name)
        self._asked.add(name)
        return value


def watched(name: str, array: Any, written: set[str]) -> Watched:
    """Return a copy of ``array`` that adds ``name`` to ``written`` when it is changed."""
    copy = np.array(array).view(Watched)
    copy.written, copy.name = written, name
    return copy


class CityHall:
    """Who is told of budget cuts."""

    def cut(self, event: object) -> None:
        """Take note of nothing."""


class Trace:
    """What one mechanism did over all its cases."""

    def __init__(self) -> None:
        self.asked: set[str] = set()
        self.written: set[str] = set()
        self.used: set[str] = set()
        self.faults: list[str] = []

    def run(self, mechanism: Mechanism, case: Case) -> None:
        """Run one case and compare its outcome with compiled code's."""
        columns = {name: watched(name, array, self.written) for name, array in case.before.items()}
        view = Spy(mechanism.view(columns), self.asked)
        params = Spy(mechanism.parameters(case.values), self.used)
        mechanism.weekly(view, params, np.uint64(case.key), case.week)
        for name, array in columns.items():
            after = case.after.get(name, case.before[name])
            if name == "seen" or array.tobytes() == after.tobytes():  # most are as they were
                continue
            if not np.allclose(array, after, ROUNDING, ROUNDING, equal_nan=True):
                worst = np.nanmax(np.abs(array.astype(float) - after))
                self.faults.append(f"{case.situation}, week {case.week}: {name} differs by {worst}")

    def let_happen(self, mechanism: Mechanism, case: Case) -> None:
        """Let the mechanism's events happen, to see what they read, write and use."""
        columns = {name: watched(name, array, self.written) for name, array in case.before.items()}
        view = Spy(mechanism.view(columns), self.asked)
        params = Spy(mechanism.parameters(case.values), self.used)
        for kind, happen in mechanism.events.items():
            happen(view, params, Occasion(Event(kind, case.week), np.uint64(case.key), case.week, CityHall()))

    def as_table(self) -> dict[str, list[str]]:
        """Return the trace ready for JSON."""
        return {
            "asked": sorted(self.asked),
            "written": sorted(self.written),
            "used": sorted(self.used),
            "faults": self.faults,
        }


def trace(cases: list[Case]) -> dict[str, Trace]:
    """Run every case in plain Python."""
    traces: dict[str, Trace] = defaultdict(Trace)
    for case in cases:
        if case.mechanism not in traces:
            traces[case.mechanism].let_happen(MECHANISMS[case.mechanism], case)
        traces[case.mechanism].run(MECHANISMS[case.mechanism], case)
    return traces


if __name__ == "__main__":
    found = trace(pickle.loads(Path(sys.argv[1]).read_bytes()))
    Path(sys.argv[2]).write_text(json.dumps({name: one.as_table() for name, one in found.items()}))
