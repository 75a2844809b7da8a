"""The expanded design: every run with its key, saved beside the results."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.files.errors import InputError
from sim.outcomes import OUTCOMES, admit_outcomes
from sim.parameters import Value
from sim.studies.checksummed import (
    Damaged,
    checksummed_files,
    checksummed_path,
    read_checksummed,
    write_checksummed,
)
from sim.studies.enough import Enough
from sim.studies.hints import no_plan
from sim.studies.quantity import quantity, rules_from_the_branch

FORMAT = 3
"""Changes whenever plans or results are written in another way."""

RUNS_PER_FILE = 100
_METADATA = b"two-cities"


def burnt_in(settings: Mapping[str, Value]) -> dict[str, Value]:
    """Return those of ``settings`` that rule the burn-in too."""
    return {name: value for name, value in settings.items() if not rules_from_the_branch(name)}


class Run(NamedTuple):
    """One run to run: its key, its constitution and assumptions by name, its seed, and what it changes."""

    key: str
    scenario: str
    assumptions: str
    seed: int
    settings: Mapping[str, Value]

    @property
    def burn_in_key(self) -> tuple[object, ...]:
        """Runs that agree on this share one burn-in: levers rule only after it."""
        return (self.assumptions, self.seed, *burnt_in(self.settings).items())


class Plan:
    """Every run of a study in order, and what all of them have in common.

    ``table`` has a row per run: row, run (its key), point, scenario, assumptions, seed, then a column per
    factor (null: left as it is; infinity: no limit). Rows of the same key are one run, run once.
    """

    def __init__(self, study: Mapping[str, Any], table: pa.Table) -> None:
        self.study = study
        self.table = table

    @property
    def factors(self) -> list[str]:
        """The names of the varied quantities."""
        return list(self.study["problem"]["names"])

    @cached_property
    def weeks(self) -> int:
        """The number of weeks of every run, or of the longest where they vary."""
        return int(self.each("weeks").max())

    @property
    def period(self) -> tuple[int, int]:
        """The first week that is kept of a run, and the one after the last."""
        first, last = self.study["period"] or (0, self.weeks - 1)
        return int(first), int(last) + 1

    @property
    def years(self) -> list[int]:
        """The years whose ends are kept of every run, but that with which every run ends."""
        first, last = self.period
        ends = np.minimum(self.each("weeks"), last)
        shortest, longest = int(ends.min()), int(ends.max())
        kept = range(first // WEEKS_PER_YEAR + 1, shortest // WEEKS_PER_YEAR + 1)
        return [year for year in kept if year * WEEKS_PER_YEAR < longest]

    @property
    def measured(self) -> list[str]:
        """The ids of what a city measures: the shipped outcomes, then those of one's own mechanisms."""
        return [*OUTCOMES, *self.study.get("own_outcomes", {})]

    @property
    def outcomes(self) -> list[str]:
        """The ids of the outcomes that are kept."""
        return list(self.study["outcomes"]) or self.measured

    @property
    def snapshots(self) -> list[int]:
        """The weeks after which residents are kept."""
        return list(self.study["snapshots"])

    @property
    def enough(self) -> Enough | None:
        """The rule by which a point needs no more seeds, if there is one."""
        rule = self.study["enough"]
        return Enough(**rule) if rule else None

    def each(self, name: str) -> NDArray[Any]:
        """Return the number of residents, of weeks or of weeks of burn-in of every row (rows,)."""
        fixed = self.study["context"][name]
        if name not in self.factors:
            return np.full(self.table.num_rows, fixed)
        return self.table.column(name).fill_null(fixed).to_numpy().astype(int)

    @property
    def districts(self) -> list[str]:
        """The district outcomes that are kept."""
        return list(self.study["districts"])

    @cached_property
    def keys(self) -> list[str]:
        """The key of every row."""
        return list(self.table.column("run").to_pylist())

    @cached_property
    def rows(self) -> list[int]:
        """The first row of every distinct run, in order."""
        first: dict[str, int] = {}
        for row, key in enumerate(self.keys):
            first.setdefault(key, row)
        return list(first.values())

    @cached_property
    def files(self) -> list[list[str]]:
        """The keys of the runs that end up together in one file."""
        keys = [self.keys[row] for row in self.rows]
        return [keys[start : start + RUNS_PER_FILE] for start in range(0, len(keys), RUNS_PER_FILE)]

    def run(self, row: int) -> Run:
        """Return the run of ``row``."""
        cells = self.table.slice(row, 1).to_pylist()[0]
        changed = {name: _plain(name, cells[name]) for name in self.factors if cells[name] is not None}
        return Run(cells["run"], cells["scenario"], cells["assumptions"], cells["seed"], changed)

    def encode(self) -> bytes:
        """Return the plan as the bytes of a Parquet file: the same plan always gives the same bytes."""
        text = json.dumps(self.study, ensure_ascii=False).encode()  # in order: the first city leads
        file = io.BytesIO()
        table = self.table.replace_schema_metadata({_METADATA: text})
        pq.write_table(table, file, compression="zstd", write_page_checksum=True)
        return file.getvalue()

    @classmethod
    def decode(cls, data: bytes) -> Plan:
        """Return the plan that `encode` wrote."""
        table = pq.read_table(pa.BufferReader(data), page_checksum_verification=True)
        return cls(json.loads(table.schema.metadata[_METADATA]), table)


def save_plan(plan: Plan, folder: Path) -> Path:
    """Write ``plan`` into ``folder`` and return its path."""
    return write_checksummed(folder, "plan", ".parquet", plan.encode())


def is_plan_of(plan: Plan, folder: Path) -> bool:
    """Return whether the plan in ``folder``, sound or not, was written as ``plan``."""
    return plan_path(folder) == checksummed_path(folder, "plan", ".parquet", plan.encode())


def has_plan(folder: Path) -> bool:
    """Return whether ``folder`` holds a plan, sound or not."""
    return any(True for _ in checksummed_files(folder, ".parquet", "plan"))


def plan_path(folder: Path) -> Path:
    """Return the path of the plan in ``folder``; raise InputError where there is none."""
    if not has_plan(folder):
        raise InputError(no_plan(folder))
    return next(checksummed_files(folder, ".parquet", "plan"))


def load_plan(folder: Path) -> Plan:
    """Return the plan in ``folder``; raise InputError if there is none or it is damaged."""
    path = plan_path(folder)
    data = read_checksummed(path)
    try:
        plan = Plan.decode(data)
    except (pa.ArrowException, KeyError, TypeError, ValueError):
        raise InputError(_foreign(path)) from None
    _check_format(plan.study, path)
    admit_outcomes(plan.study.get("own_outcomes", {}), str(path))
    return plan


def planned_rows(folder: Path) -> int:
    """Return how many runs the plan in ``folder`` has, of which its last bytes alone are read and not verified.

    Raises InputError as `load_plan` does, but for damage elsewhere in the file.
    """
    path = plan_path(folder)
    try:
        footer = pq.read_metadata(path)
    except (pa.ArrowException, OSError):
        raise Damaged(f"{path}: damaged (it is no table)") from None
    try:
        study = json.loads((footer.metadata or {})[_METADATA])
    except (KeyError, ValueError):
        raise InputError(_foreign(path)) from None
    _check_format(study, path)
    return int(footer.num_rows)


def _foreign(path: Path) -> str:
    return f"{path}: is no plan of this program; sweep its design anew"


def _check_format(study: Mapping[str, Any], path: Path) -> None:
    form = study.get("format") if isinstance(study, Mapping) else None
    if form is None:
        raise InputError(_foreign(path))
    if form != FORMAT:
        raise InputError(f"{path}: is of format {form}, this program reads {FORMAT}; sweep its design anew")


def _plain(name: str, cell: Any) -> Value:
    """Return a cell of the table as the value that was chosen."""
    one = quantity(name)
    if one.kind == "number" and np.isinf(cell):
        return one.unlimited
    return one.check(cell, "")
