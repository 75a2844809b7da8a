"""Compiling the model: once per machine and version, announced, kept for later starts."""

from __future__ import annotations

import sys
from pathlib import Path

import numba

from sim.compile import cache_folder

RESIDENTS = 64
DISTRICTS = 4
WEEKS = 6
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


def warm_up() -> None:
    """Compile everything a run can need, by running a tiny city through every kind of event."""
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
