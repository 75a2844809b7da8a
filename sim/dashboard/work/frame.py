"""A trajectory as bytes for the browser: a length, a JSON header, then the arrays the header lists."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.dashboard.work.paired import ORDER_OF_DIALS, Paired
from sim.dashboard.work.simulation import Floats, Trajectory
from sim.model.time_series import REPORTED_WEEKS
from sim.outcomes import OUTCOMES
from sim.outcomes.measurement import DISTRICT_DIALS

NO_VALUE = 255
TOP = 254
ONE_RUN = "active"
"""The outcome that is drawn of one run beside the means of others: gatherings are events."""
ACTIVE_FULL = 0.5  # share of a district in the street that the largest byte stands for


def pack(
    trajectory: Trajectory,
    dials: Sequence[str],
    map_dial: str,
    event_records: list[dict[str, Any]],
    stamp: Mapping[str, Any],
    paired: Paired | None = None,
) -> bytes:
    """Return the frame of ``trajectory``: ``dials`` as weekly series, ``map_dial`` by district.

    With ``paired`` runs the series after the choice are their means, as in the sentence; people in the street and
    maps stay those of the one run, to which the events belong. ``stamp`` (number, change, draft, fresh) goes
    into the header as it is.
    """
    columns = [list(OUTCOMES).index(dial) for dial in dials]
    low, high = OUTCOMES[map_dial].axis
    arrays: dict[str, NDArray[Any]] = {
        "series": _series(trajectory, dials, columns, paired),
        "map": _as_bytes(_kind(trajectory, map_dial), low, high),
        "active": _as_bytes(_kind(trajectory, "active"), 0.0, ACTIVE_FULL),
        "outage": (np.nan_to_num(_kind(trajectory, "outage")) > 0).astype(np.uint8),
    }
    first = 1 - trajectory.recipe.history
    header = {
        **stamp,
        "letters": list(trajectory.letters),
        "dials": list(dials),
        "first": first,
        "last": first + trajectory.series.shape[1] - 1,
        "districts": trajectory.maps.shape[3],
        "residents": trajectory.residents,
        "runs": paired.runs if paired is not None else 1,
        "activeFull": ACTIVE_FULL,
        "mapDial": map_dial,
        "happenings": event_records,
    }
    return assemble(header, arrays)


def _series(
    trajectory: Trajectory, dials: Sequence[str], columns: list[int], paired: Paired | None
) -> NDArray[np.float32]:
    series = np.ascontiguousarray(trajectory.series[:, :, columns].transpose(0, 2, 1), np.float32)
    if paired is None:
        return series
    months = np.nanmean(paired.values[:, :, :, columns], axis=0).transpose(0, 2, 1)
    weeks = np.arange(series.shape[2] - trajectory.recipe.history) + 0.5
    middles = (np.arange(months.shape[2]) + 0.5) * REPORTED_WEEKS
    for row, dial in enumerate(dials):
        if dial == ONE_RUN:
            continue
        for city in range(len(series)):
            series[city, row, -len(weeks) :] = np.interp(weeks, middles, months[city, row])
    return series


def pack_runs(paired: Paired, dial: str) -> bytes:
    """Return one dial of the paired runs: (runs, cities, months) as float32, each a mean of four weeks."""
    values = paired.values[:, :, :, ORDER_OF_DIALS.index(dial)]
    header = {"letters": list(paired.letters), "dials": [dial], "every": REPORTED_WEEKS}
    return assemble(header, {"runs": np.ascontiguousarray(values, np.float32)})


def assemble(header: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """Return ``header`` and ``arrays`` as one block; each array begins on a multiple of four bytes."""
    listed, body, offset = [], [], 0
    for name, array in arrays.items():
        raw = array.tobytes()
        raw += b"\0" * (-len(raw) % 4)
        kind = f"{array.dtype.kind}{array.dtype.itemsize}"
        listed.append({"name": name, "type": kind, "shape": list(array.shape), "offset": offset})
        body.append(raw)
        offset += len(raw)
    text = json.dumps({**header, "arrays": listed}, ensure_ascii=False).encode()
    return len(text).to_bytes(4, "little") + text + b"".join(body)


def _kind(trajectory: Trajectory, name: str) -> Floats:
    values: Floats = trajectory.maps[:, :, DISTRICT_DIALS.index(name)]
    return values


def _as_bytes(values: Floats, low: float, high: float) -> NDArray[np.uint8]:
    scaled = np.clip((values - low) / (high - low), 0.0, 1.0) * TOP
    return np.where(np.isnan(values), NO_VALUE, np.round(np.nan_to_num(scaled))).astype(np.uint8)
