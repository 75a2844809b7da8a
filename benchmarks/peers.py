"""Beside peers: one small model, three rules on twelve ties, written for each library as its users would write it.

Every week a resident sees which of the ties are active, lets trust follow that, and is active by chance. The chance
is keyed: a hash of seed, week and resident, so that all libraries draw the same numbers and must give the same weeks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from statistics import median
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.timing import Row
from benchmarks.workloads import processor_seconds

TIES = 12
SEED = np.uint64(7)
PULL, BASE, INFECTION = 0.1, 0.05, 0.6
"""How fast trust follows what is seen, how many act by themselves, how much the ties' example does."""
SIZES = (10_000, 100_000)
TURNS = 7


class Start(NamedTuple):
    """Who knows whom, (N, TIES), and who acts and trusts at first, (N,)."""

    ties: NDArray[np.int64]
    active: NDArray[np.bool_]
    trust: NDArray[np.float64]


class Peer(NamedTuple):
    """A library, the module it comes as, and what makes the model: a function that runs a week."""

    name: str
    module: str
    implementation: str


PEERS = (
    Peer("NumPy", "numpy", "benchmarks.peer_models.with_numpy"),
    Peer("our way of writing it", "numba", "benchmarks.peer_models.with_kernels"),
    Peer("LASER", "laser.core", "benchmarks.peer_models.with_laser"),
    Peer("mesa-frames", "mesa_frames", "benchmarks.peer_models.with_mesa_frames"),
    Peer("plain Mesa", "mesa", "benchmarks.peer_models.with_mesa"),
)


def start(residents: int) -> Start:
    """Return the same start for every library."""
    who = np.arange(residents, dtype=np.uint64)
    slots = np.arange(TIES, dtype=np.uint64)
    ties = (hashed(who[:, None] * np.uint64(TIES) + slots) % np.uint64(residents)).astype(np.int64)
    return Start(ties, uniform(np.uint64(1 << 40), who) < BASE, uniform(np.uint64(1 << 41), who))


def hashed(x: Any) -> Any:
    """Return 64 well mixed bits of each whole number ``x``: the finalizer of SplitMix64 (Steele and others, 2014)."""
    with np.errstate(over="ignore"):
        x = (x + np.uint64(0x9E3779B97F4A7C15)).astype(np.uint64)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return x ^ (x >> np.uint64(31))


def uniform(week: Any, resident: Any) -> Any:
    """Return the draws in [0, 1) of residents in a week: the same whoever asks, in whatever order."""
    return (hashed(hashed(SEED + week) ^ resident) >> np.uint64(11)).astype(np.float64) / 2.0**53


def beside_peers() -> list[Row]:
    """Return the processor time of a resident-week in each library that is installed, at each size."""
    return [row for residents in SIZES for row in _rows(residents)]


def _rows(residents: int) -> list[Row]:
    given = start(residents)
    weeks: dict[Peer, Callable[[int], object]] = {}
    missing: dict[Peer, str] = {}
    for peer in PEERS:
        try:
            weeks[peer] = week_of(peer, given)
        except ImportError as error:
            missing[peer] = f"not measured: {error}"
    taken = _in_turn(weeks)
    return [_row(peer, residents, taken.get(peer), missing.get(peer, "")) for peer in PEERS]


def _in_turn(weeks: Mapping[Peer, Callable[[int], object]]) -> dict[Peer, float]:
    """Return the median processor seconds of a week in each library, in turn; the first compiles, uncounted."""
    turns = [
        {peer: processor_seconds(partial(week, number), 1) for peer, week in weeks.items()}
        for number in range(1 + TURNS)
    ]
    return {peer: median(turn[peer] for turn in turns[1:]) for peer in weeks}


def _row(peer: Peer, residents: int, seconds: float | None, reason: str) -> Row:
    name = f"three rules, {TIES} ties, {residents:,} residents: {peer.name}"
    if seconds is None:
        return Row(name, "reported", None, None, reason)
    return Row(name, "reported", seconds / residents * 1e9, None, "processor ns a resident-week")


def week_of(peer: Peer, given: Start) -> Callable[[int], tuple[NDArray[np.bool_], NDArray[np.float64]]]:
    """Return what runs a week of the model in this library and gives who is active, and trust.

    Raises ImportError where the library is not installed.
    """
    import_module(peer.module)
    week: Callable[[int], Any] = import_module(peer.implementation).model(given)
    return week
