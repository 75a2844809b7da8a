"""District figures: what a study keeps of the maps, at the end of each year and of the run.

In a table of runs each is one more column of lists, a number per district, null in all other weeks: so the
figures are checksummed, packed, merged and run again with the runs they belong to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.files.errors import InputError
from sim.model.time_series import REPORTED_WEEKS, Series
from sim.outcomes.maps import DISTRICT_OUTCOMES

SUFFIX = "_by_district"
Figures = Mapping[str, NDArray[np.float32]]
"""District outcome -> (kept weeks, D), nan where nobody lives."""


def column_of(name: str) -> str:
    """Return the column that holds the figures of a district outcome."""
    return f"{name}{SUFFIX}"


def kept_weeks(weeks: int) -> list[int]:
    """Return the weeks after which figures are kept: the last of each year, and of a run of ``weeks``."""
    return sorted({*range(WEEKS_PER_YEAR - 1, weeks, WEEKS_PER_YEAR), weeks - 1})


def kept_week(weeks: int, year: float | None) -> int:
    """Return the week whose figures stand for ``year`` (None: the end); InputError where none are kept."""
    week = weeks - 1 if year is None else round(year * WEEKS_PER_YEAR) - 1
    if week not in kept_weeks(weeks):
        raise InputError(
            f"year = {year:g}: district figures are kept at the end of each whole year and of the run "
            f"({weeks} weeks)"
        )
    return week


def figures_of(series: Series, names: Sequence[str]) -> Figures:
    """Return the figures of district outcomes ``names``: means of the four weeks that end there."""
    return {name: _means(series, DISTRICT_OUTCOMES.index(name)) for name in names}


def _means(series: Series, place: int) -> NDArray[np.float32]:
    maps = series.maps[-series.first : series.filled, place]
    ends = [week + 1 for week in kept_weeks(len(maps))]
    return np.array([maps[max(end - REPORTED_WEEKS, 0) : end].mean(axis=0) for end in ends], np.float32)


def as_column(runs: Sequence[NDArray[np.float32]], weeks: int) -> pa.Array:
    """Return the figures (kept weeks, D) of runs of ``weeks`` as a column of lists; null if undefined."""
    districts = runs[0].shape[1]
    kept = np.zeros(weeks, bool)
    kept[kept_weeks(weeks)] = True
    every = np.tile(kept, len(runs))
    offsets = np.concatenate([[0], np.cumsum(every * districts)]).astype(np.int32)
    numbers = pa.array(np.concatenate([one.ravel() for one in runs]), pa.float32(), from_pandas=True)
    return pa.ListArray.from_arrays(pa.array(offsets), numbers, mask=pa.array(~every))


def as_figures(column: pa.ChunkedArray, runs: int) -> NDArray[np.float64]:
    """Return the lists of ``runs`` runs, one each, as (runs, D); nan where undefined."""
    numbers = column.combine_chunks().flatten().to_numpy(zero_copy_only=False)
    return np.asarray(numbers, np.float64).reshape(runs, -1)
