"""What points are made of, as numbers: for methods that take any design that varies all factors at once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.files.errors import InputError
from sim.studies.analysis.convergence import DUMMY, SEED
from sim.studies.analysis.outcome import Cells, Numbers
from sim.studies.results import Results


class Inputs(NamedTuple):
    """The factors that vary, by name, and their values (points, factors); words and switches by their place."""

    names: tuple[str, ...]
    values: Numbers

    def with_dummy(self) -> Inputs:
        """Return these with a factor more that has no effect: what it seems to have is chance."""
        dummy = np.random.default_rng(SEED).random((len(self.values), 1))
        return Inputs((*self.names, DUMMY), np.hstack([self.values, dummy]))

    @property
    def problem(self) -> dict[str, object]:
        """Return the problem as SALib states it."""
        ends = np.column_stack([self.values.min(axis=0), self.values.max(axis=0)])
        return {"num_vars": len(self.names), "names": list(self.names), "bounds": ends.tolist()}


def inputs_of(results: Results, fewest: int) -> Inputs:
    """Return the inputs of a study; raise InputError where it varies nothing, one at a time, or too little."""
    frame = results.plan.table.to_pandas().drop_duplicates("point").sort_values("point")
    names = results.plan.factors
    if not names:
        raise InputError(f"{results.folder}: its design varies nothing")
    if len(frame) < fewest:
        raise InputError(f"{results.folder}: has {len(frame)} points; this analysis needs {fewest} or more")
    if frame[names].isna().any().any():
        raise InputError(
            f"{results.folder}: varies one at a time; this analysis needs all factors at every point"
        )
    columns = []
    for name in names:
        column = frame[name]
        coded = column.astype(float) if column.dtype.kind in "bif" else column.astype("category").cat.codes
        finite = np.asarray(coded, float)
        known = finite[np.isfinite(finite)]
        columns.append(np.where(np.isfinite(finite), finite, 2 * known.max() if len(known) else 0.0))
    return Inputs(tuple(names), np.column_stack(columns))


def defined(inputs: Inputs, cells: Cells) -> tuple[Inputs, Numbers]:
    """Return the inputs and the outcome of the points that have a value."""
    outcome = cells.mean
    there = ~np.isnan(outcome)
    return Inputs(inputs.names, inputs.values[there]), outcome[there]
