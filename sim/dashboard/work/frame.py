"""A run result as bytes for the browser: a length, a JSON header, then the arrays the header lists."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.dashboard.work.coarse import coarse
from sim.dashboard.work.paired import ORDER_OF_OUTCOMES, Paired
from sim.dashboard.work.simulation import Floats, RunResult
from sim.model.time_series import REPORTED_WEEKS
from sim.outcomes import OUTCOMES
from sim.outcomes.maps import DISTRICT_OUTCOMES

NO_VALUE = 255
TOP = 254
ONE_RUN = "active"
"""The outcome that is drawn of one run beside the means of others: gatherings are events."""
ACTIVE_FULL = 0.5  # share of a district in the street that the largest byte stands for


def pack(
    run_result: RunResult,
    outcomes: Sequence[str],
    map_outcome: str,
    event_records: list[dict[str, Any]],
    stamp: Mapping[str, Any],
    paired: Paired | None = None,
) -> bytes:
    """Return the frame of ``run_result``: ``outcomes`` as weekly series, ``map_outcome`` by district.

    With ``paired`` runs the series and the map after the choice are their means, as in the sentence; people in the
    street and outages stay those of the one run, to which the events belong. ``stamp`` (number, change, draft,
    fresh) goes into the header as it is; the series of a draft are `coarse`.
    """
    series: NDArray[Any] = _series(run_result, outcomes, paired)
    steps: dict[str, Any] = {}
    if stamp.get("draft"):
        series, steps["coarse"] = coarse(series)
    arrays: dict[str, NDArray[Any]] = {
        "series": series,
        "map": _as_bytes(_map(run_result, map_outcome, paired), *OUTCOMES[map_outcome].axis),
        "active": _as_bytes(_kind(run_result, "active"), 0.0, ACTIVE_FULL),
        "outage": (np.nan_to_num(_kind(run_result, "outage")) > 0).astype(np.uint8),
    }
    header = {
        **stamp,
        **steps,
        **_about(run_result),
        "outcomes": list(outcomes),
        "runs": paired.runs if paired is not None else 1,
        "activeFull": ACTIVE_FULL,
        "mapOutcome": map_outcome,
        "event_records": event_records,
    }
    return assemble(header, arrays)


def _about(run_result: RunResult) -> dict[str, Any]:
    """Return of which cities, weeks, districts and residents the arrays are."""
    first = 1 - run_result.spec.burn_in
    return {
        "letters": list(run_result.letters),
        "first": first,
        "last": first + run_result.series.shape[1] - 1,
        "districts": run_result.maps.shape[3],
        "residents": run_result.residents,
    }


def _series(run_result: RunResult, outcomes: Sequence[str], paired: Paired | None) -> NDArray[np.float32]:
    columns = [list(OUTCOMES).index(outcome) for outcome in outcomes]
    series = np.ascontiguousarray(run_result.series[:, :, columns].transpose(0, 2, 1), np.float32)
    if paired is None:
        return series
    months = np.nanmean(paired.values[:, :, :, columns], axis=0)
    weekly = _by_week(months, series.shape[2] - run_result.spec.burn_in).transpose(0, 2, 1)
    for row, outcome in enumerate(outcomes):
        if outcome != ONE_RUN:
            series[:, row, run_result.spec.burn_in :] = weekly[:, row]
    return series


def _map(run_result: RunResult, name: str, paired: Paired | None) -> Floats:
    """Return an outcome by district, (cities, weeks, districts): after the choice the mean of the paired runs."""
    values = _kind(run_result, name)
    if paired is None:
        return values
    burn_in = run_result.spec.burn_in
    months = paired.maps[:, :, DISTRICT_OUTCOMES.index(name)]
    return np.concatenate([values[:, :burn_in], _by_week(months, values.shape[1] - burn_in)], axis=1)


def _by_week(months: Floats, weeks: int) -> Floats:
    """Return ``months`` (cities, months, ...) by week, (cities, weeks, ...), straight from middle to middle."""
    at = np.clip((np.arange(weeks) + 0.5) / REPORTED_WEEKS - 0.5, 0.0, months.shape[1] - 1.0)
    before = np.floor(at).astype(int)
    after = np.minimum(before + 1, months.shape[1] - 1)
    part = (at - before).reshape(-1, *[1] * (months.ndim - 2))
    found: Floats = months[:, before] * (1.0 - part) + months[:, after] * part
    return found


def pack_runs(paired: Paired, outcome: str) -> bytes:
    """Return one outcome of the paired runs: (runs, cities, months) as float32, each a mean of four weeks."""
    values = paired.values[:, :, :, ORDER_OF_OUTCOMES.index(outcome)]
    header = {"letters": list(paired.letters), "outcomes": [outcome], "every": REPORTED_WEEKS}
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


def _kind(run_result: RunResult, name: str) -> Floats:
    values: Floats = run_result.maps[:, :, DISTRICT_OUTCOMES.index(name)]
    return values


def _as_bytes(values: Floats, low: float, high: float) -> NDArray[np.uint8]:
    scaled = np.clip((values - low) / (high - low), 0.0, 1.0) * TOP
    return np.where(np.isnan(values), NO_VALUE, np.round(np.nan_to_num(scaled))).astype(np.uint8)
