"""Compiling the model: once per machine and version, announced, kept for later starts."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sim.engine.kernel_cache import cache_folder, keep_this_version, keeps, kept_kernels
from sim.engine.provenance import keep_digest

if TYPE_CHECKING:
    from sim.engine.array import Array
    from sim.engine.chain import Call

RESIDENTS = 64
DISTRICTS = 4
WEEKS = 6
DEARER = ("allocation", "mobilisation", "adoption", "complexity", "security")
ENOUGH = 65  # files kept; fewer means the model was never run whole


def compile_first(quiet: bool = False) -> None:
    """Compile the model where this version never was, saying so on standard error unless ``quiet``."""
    folder = cache_folder()
    if folder in _SEEN_COMPILED:
        return
    if not is_compiled():
        if not quiet:
            say_compiling()
        warm_up()
    keep_this_version()
    _SEEN_COMPILED.add(folder)


_SEEN_COMPILED: set[Path] = set()
"""Where this process found, or put, all kernels: to read them again takes as long as two short runs."""


def is_compiled() -> bool:
    """Return whether enough is kept of this version that nothing has to be compiled at the first run."""
    return len(kept_kernels()) >= ENOUGH


def say_compiling() -> None:
    """Tell on standard error what is waited for."""
    print("Compiling the model once for this machine; this takes a little while.", file=sys.stderr)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let garbage lie meanwhile: compiling makes little, and looking for it took a sixth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_uncollected()
def compile_part(part: int) -> None:
    """Compile one of two parts of about equal cost: 0 the start and most mechanisms, 1 the rest.

    Everything is called as a run calls it: compiled code is kept by the types of its columns.
    """
    from sim.city.city import settle, synthetic_city
    from sim.engine.chain import Call
    from sim.engine.mechanism import key_of
    from sim.model.population import allocate, populate
    from sim.model.schedule import ORDER
    from sim.outcomes.measurement import MEASUREMENT, blank
    from sim.scenario.encoding import encode

    city = synthetic_city(DISTRICTS)
    if part == 1:  # like a real city, where nothing is drawn: the other part compiles the draws for both
        city = replace(city, invented=False, population=np.ones(DISTRICTS), hardship=np.full(DISTRICTS, 0.5))
    settlement = settle(city, RESIDENTS, 0)
    columns = allocate(settlement, city.neighbour_offsets, city.neighbours)
    values = encode({})
    if part == 0:
        populate(columns, settlement.hardship, values, 0)
    chosen = [mechanism for mechanism in ORDER if (mechanism.name in DEARER) == bool(part)]
    if part == 1:
        chosen.insert(0, MEASUREMENT)  # draws nothing either
        columns |= blank(DISTRICTS)
    calls = [Call(one.weekly, (one.view(columns), one.parameters(values), key_of(0))) for one in chosen]
    _compile([*calls, _keeping(columns)] if part == 1 else calls)


def _keeping(columns: dict[str, Array]) -> Call:
    """Return the call that keeps a week's outcomes."""
    from sim.engine.chain import Call
    from sim.model.time_series import Series, keep

    series = Series(0, 1, DISTRICTS)
    return Call(keep, (series.values, series.maps, columns["outcomes"], columns["maps"], 0))


def _compile(calls: list[Call]) -> None:
    """Compile what is called, and what hands the arguments over where many weeks are run by one call."""
    from sim.engine.chain import Chain, can_chain

    for one in calls:
        one.function(*one.arguments, 0)
    if can_chain(one.function for one in calls):
        Chain(calls, np.zeros(1))


def warm_up() -> None:
    """Compile everything a run can need, by running a tiny city through every kind of event.

    Where nothing is kept yet, a second process compiles half of it meanwhile: Numba compiles on one thread.
    """
    if not is_compiled() and keeps():
        words = [sys.executable, "-c", "from sim.model.warm_up import compile_part; compile_part(1)"]
        with subprocess.Popen(words) as helper:
            compile_part(0)
            import sim.model.city_model  # noqa: F401 (half a second that would follow the other part)

            helper.wait()
    _run_everything()
    keep_digest()


def _run_everything() -> None:
    from sim.model.city_model import CityModel
    from sim.parameters import EVENTS
    from sim.scenario.event import read_event

    details = {"reform": {"lever": "surveillance", "value": 0.5}}
    events = [
        read_event({"kind": kind, "week": week, **details.get(kind, {})}) for week, kind in enumerate(EVENTS)
    ]
    CityModel(
        residents=RESIDENTS,
        city=f"synthetic:{DISTRICTS}",
        burn_in=1,
        weeks=WEEKS,
        rng=0,
        events=events,
        evolving=True,
    ).run()
