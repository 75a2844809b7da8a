"""The full runs that pages opened with, kept on disk: drawn at once at the next start, then confirmed by running."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from sim.dashboard.state.cities import city_named
from sim.dashboard.work import kept_arrays
from sim.dashboard.work.simulation import CityEventRecord, RunResult
from sim.engine.provenance import digest
from sim.runs.spec import RunSpec

MOST_FILES = 12
"""Of two megabytes each on London."""


def load(spec: RunSpec, residents: int) -> RunResult | None:
    """Return the full run of ``spec`` kept by this version of the model, or None."""
    found = kept_arrays.read(_path(spec, residents))
    if found is None or not {"series", "maps", "event_records"} <= found.keys():
        return None
    event_records = tuple(CityEventRecord(*one) for one in json.loads(str(found["event_records"])))
    return RunResult(spec.at(residents), residents, found["series"], found["maps"], event_records)


def save(run_result: RunResult) -> None:
    """Keep ``run_result``, whole or not at all."""
    arrays = {
        "series": run_result.series,
        "maps": run_result.maps,
        "event_records": np.array(json.dumps(run_result.event_records)),
    }
    kept_arrays.write(_path(run_result.spec, run_result.residents), arrays, MOST_FILES)


def alike(one: RunResult, other: RunResult) -> bool:
    """Return whether two results of one spec are the same to the last bit and event."""
    return (
        np.array_equal(one.series, other.series, equal_nan=True)
        and np.array_equal(one.maps, other.maps, equal_nan=True)
        and json.dumps(one.event_records) == json.dumps(other.event_records)
    )


def _path(spec: RunSpec, residents: int) -> Path:
    city = city_named(str(spec.city)).fingerprint
    return kept_arrays.path_of(spec.at(residents), city, digest(), folder="openings")
