"""Comparing a study that was run again with the one it repeats: the digest, else run by run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sim.studies.results import Results, open_results
from sim.studies.store import Store


def compare(first: str | Path, again: str | Path) -> tuple[bool, str]:
    """Return whether the study in ``again`` has the figures of that in ``first``, and that in one line.

    A run's key, and so the digest, names the version of the program; where another one ran, figures are compared run by
    run and bit by bit. Raises InputError for a folder without a study.
    """
    expected, digest = (Store(folder).digest() for folder in (first, again))
    if digest == expected:
        return True, f"results {digest}: the same"
    one, other = open_results(first), open_results(again)
    if not _same_design(one, other):
        return False, f"results {digest}: of another design"
    done = np.array(one.runs().column("status").to_pylist()) != "pending"
    differing, farthest = _differing(one, other, done)
    versions = [str(results.plan.study["version"]) for results in (one, other)]
    by = f", by another version of the program ({versions[1]} for {versions[0]})" * (
        versions[0] != versions[1]
    )
    runs = f"{done.sum()} runs" + f" that were done, of {len(done)}" * (not done.all())
    if not differing:
        return True, f"figures of all {runs}: the same to the bit{by}"
    return False, f"figures of {differing} of {runs}: not the same, {farthest:.2g} apart at most{by}"


def _same_design(one: Results, other: Results) -> bool:
    """Return whether both studies plan the same runs, whatever program was to run them."""
    tables = [results.plan.table.drop_columns("run") for results in (one, other)]
    return bool(tables[0].equals(tables[1])) and one.plan.outcomes == other.plan.outcomes


def _differing(one: Results, other: Results, done: NDArray[np.bool_]) -> tuple[int, float]:
    """Return how many of the runs ``done`` differ in any outcome of any week, and by how much at most.

    A figure that one of them alone has is at no distance.
    """
    differ = np.zeros(len(one.plan.keys), bool)
    farthest = 0.0
    for name in one.plan.outcomes:
        a, b = one.weekly(name), other.weekly(name)
        differ |= ~((a == b) | (np.isnan(a) & np.isnan(b))).all(axis=1)
        farthest = max(farthest, float(np.nanmax(np.abs(a - b), initial=0.0)))
    return int((differ & done).sum()), farthest
