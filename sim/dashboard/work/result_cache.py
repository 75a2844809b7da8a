"""Paired runs kept on disk between two starts of the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from sim.dashboard.state.cities import city_named
from sim.dashboard.work import kept_arrays
from sim.dashboard.work.paired import RUNS_PER_SET, Paired
from sim.engine.provenance import digest
from sim.parameters import Value
from sim.runs.spec import RunSpec
from sim.scenario.scenario import list_assumption_sets, load_assumptions

MOST_FILES = 40


def load(spec: RunSpec) -> Paired | None:
    """Return the runs kept for ``spec``, or None; a damaged file counts as none."""
    found = kept_arrays.read(_path(spec))
    if found is None or not {"letters", "values", "maps"} <= found.keys():
        return None
    sets = tuple(found[name] for name in sorted(found) if name.startswith("set"))
    return Paired(tuple(str(letter) for letter in found["letters"]), found["values"], sets, found["maps"])


def save(spec: RunSpec, paired: Paired) -> None:
    """Keep ``paired``, whole or not at all."""
    sets = {f"set{number:02d}": values for number, values in enumerate(paired.sets)}
    arrays = {"letters": np.array(paired.letters), "values": paired.values, "maps": paired.maps, **sets}
    kept_arrays.write(_path(spec), arrays, MOST_FILES)


def _path(spec: RunSpec) -> Path:
    city = city_named(str(spec.city)).fingerprint
    return kept_arrays.path_of(spec, city, RUNS_PER_SET, digest(), _sets())


@cache
def _sets() -> tuple[tuple[str, tuple[tuple[str, Value], ...]], ...]:
    """Return the assumptions of every shipped set: the runs under all sets hang on them."""
    return tuple((name, tuple(load_assumptions(name).items())) for name in list_assumption_sets())
