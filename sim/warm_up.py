"""Compiling the model: once per machine and version, announced, kept for later starts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numba

from sim.compile import cache_folder

RESIDENTS = 64
DISTRICTS = 4
WEEKS = 6
DEARER = ("allocation", "mobilisation", "ties", "adoption", "politics")
ENOUGH = 40  # compiled functions kept; fewer means the model was never run whole


def compiled_functions() -> int:
    """Return how many compiled functions this version keeps on this machine."""
    folder = Path(numba.config.CACHE_DIR or cache_folder())
    return sum(1 for _ in folder.rglob("*.nbi")) if folder.is_dir() else 0


def announce_compilation() -> bool:
    """Say on standard error that what follows compiles, where it will; return whether it will."""
    needed = compiled_functions() < ENOUGH
    if needed:
        print("Compiling the model once for this machine; this takes a little while.", file=sys.stderr)
    return needed


def compile_part(part: int) -> None:
    """Compile one of two parts of about equal cost: 0 the start and most mechanisms, 1 the rest.

    Everything is called as a run calls it: compiled code is kept by the types of its columns.
    """
    from sim.city import settle, synthetic_city
    from sim.mechanisms import ORDER
    from sim.mechanisms.mechanism import key_of
    from sim.metrics import MEASUREMENT, blank
    from sim.population import allocate, populate
    from sim.values import encode

    city = synthetic_city(DISTRICTS)
    settlement = settle(city, RESIDENTS, 0)
    columns = allocate(settlement, city.neighbour_offsets, city.neighbours)
    values = encode({})
    if part == 0:
        populate(columns, settlement.hardship, values, 0)
    chosen = [mechanism for mechanism in ORDER if (mechanism.name in DEARER) == bool(part)]
    if part == 1:
        chosen.append(MEASUREMENT)
        columns |= blank(DISTRICTS)
    for mechanism in chosen:
        mechanism.weekly(mechanism.view(columns), mechanism.parameters(values), key_of(0), 0)


def warm_up() -> None:
    """Compile everything a run can need, by running a tiny city through every kind of event.

    Where nothing is kept yet, a second process compiles half of it meanwhile: Numba compiles on one thread.
    """
    if compiled_functions() < ENOUGH:
        words = [sys.executable, "-c", "from sim.warm_up import compile_part; compile_part(1)"]
        with subprocess.Popen(words) as helper:
            compile_part(0)
            helper.wait()
    _run_everything()


def _run_everything() -> None:
    from sim.event import OWN_KEYS, read_event
    from sim.model import CityModel

    details = {"reform": {"lever": "surveillance", "value": 0.5}}
    events = [
        read_event({"kind": kind, "week": week, **details.get(kind, {})})
        for week, kind in enumerate(OWN_KEYS)
    ]
    CityModel(
        residents=RESIDENTS,
        city=f"synthetic:{DISTRICTS}",
        history=1,
        weeks=WEEKS,
        rng=0,
        events=events,
        evolving=True,
    ).run()
