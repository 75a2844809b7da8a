"""Reading results: as Arrow, pandas or polars tables, week by week or as one number a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.files.errors import InputError, unknown
from sim.model.time_series import REPORTED_WEEKS
from sim.studies.checksummed import read_checksummed
from sim.studies.district import as_figures, column_of, kept_week, kept_weeks
from sim.studies.needed import Tried, needed_rows
from sim.studies.plan import Plan, load_plan
from sim.studies.store import Contents, Store, decode_runs

Form = Literal["arrow", "pandas", "polars"]
FORMS = ("arrow", "pandas", "polars")


def open_results(folder: str | Path) -> Results:
    """Return the results in ``folder``; raise InputError if it holds no plan, or a damaged one."""
    return Results(Path(folder))


def as_form(table: pa.Table, form: str) -> Any:
    """Return an Arrow table in the ``form`` asked for: "arrow", "pandas" or "polars"."""
    if form == "arrow":
        return table
    if form == "pandas":
        return table.to_pandas()
    if form == "polars":
        import polars

        return polars.from_arrow(table)
    raise unknown("form", form, FORMS)


def reported(weekly: NDArray[np.float64], end: int, first: int = 0) -> NDArray[np.float64]:
    """Return the mean of the four weeks before week ``end`` (rows,), of values (rows, weeks) from week ``first`` on."""
    return np.asarray(weekly[:, max(end - REPORTED_WEEKS - first, 0) : end - first].mean(axis=1))


class Results:
    """The results of a study. What is damaged is left out, and named in `damaged`."""

    def __init__(self, folder: Path, plan: Plan | None = None, contents: Contents | None = None) -> None:
        """Read everything in ``folder``; or take a ``plan`` of a part of it, and ``contents`` that are read."""
        self.folder = folder
        self.plan: Plan = load_plan(folder) if plan is None else plan
        self._contents: Contents = Store(folder).contents(self.plan) if contents is None else contents

    @property
    def damaged(self) -> Sequence[Path]:
        """Files that are not as they were written; `resume` lives their runs again."""
        return self._contents.damaged

    def runs(self, form: Form = "arrow") -> Any:
        """Return the plan with two more columns: status and reason.

        A status is pending, done, failed, timed out or, where seeds are taken until they are enough, not needed.
        """
        done, failures = self._contents.done, self._contents.failures
        needed = self.needed
        status, reason = [], []
        for row, key in enumerate(self.plan.keys):
            failure = None if key in done else failures.get(key)
            open_status = "pending" if needed is None or needed[row] else "not needed"
            status.append("done" if key in done else failure.status if failure else open_status)
            reason.append(failure.reason if failure else None)
        table = self.plan.table.append_column("status", pa.array(status, pa.string()))
        return as_form(table.append_column("reason", pa.array(reason, pa.string())), form)

    @cached_property
    def needed(self) -> NDArray[np.bool_] | None:
        """Whether each row is needed by what is known so far (rows,); None where all are."""
        return needed_rows(self.plan, self._tried()) if self.plan.enough else None

    def _tried(self) -> Tried:
        rule = self.plan.enough
        over = self._contents.done | set(self._contents.failures)
        values = self.outcome(rule.outcome) if rule else np.empty(0)
        return Tried(values, np.array([key in over for key in self.plan.keys], bool))

    def residents(self, row: int, form: Form = "arrow") -> Any:
        """Return the residents of the run of ``row`` after the weeks that the design names: week, resident, columns.

        Raises InputError where none are kept.
        """
        return as_form(Store(self.folder).snapshot(self.plan.keys[row]), form)

    def table(self, outcomes: Sequence[str] = (), form: Form = "arrow") -> Any:
        """Return a row for each run and week: what was planned, the week, then ``outcomes`` (all by default)."""
        names = [self.known(name) for name in outcomes] or self.plan.outcomes
        pieces = [piece.select(["run", "week", *names]) for piece in self._files()]
        if not pieces:
            return as_form(self.plan.table.slice(0, 0), form)
        values = pa.concat_tables(pieces, promote_options="permissive").unify_dictionaries()
        values = values.set_column(0, "run", pc.cast(values.column("run"), pa.string()))
        planned = self.plan.table.drop_columns(
            [c for c in ("position",) if c in self.plan.table.column_names]
        )
        joined = planned.join(values, "run", join_type="inner").sort_by(
            [("row", "ascending"), ("week", "ascending")]
        )
        return as_form(joined.select([*planned.column_names, "week", *names]), form)

    def known(self, name: str) -> str:
        """Return ``name`` if it is that of an outcome kept by this study; else an InputError with the nearest one."""
        if name not in self.plan.outcomes:
            raise unknown("outcome", name, self.plan.outcomes)
        return name

    def weekly(self, name: str) -> NDArray[np.float64]:
        """Return one outcome as (rows, weeks kept); nan where a run is not done, and after a shorter run's end."""
        self.known(name)
        first, end = self.plan.period
        rows = np.full((len(self.plan.keys), end - first), np.nan)
        for keys, values in self._values(name):
            self._place(rows, keys, values)
        return rows

    def districts(self, name: str, year: float | None = None) -> NDArray[np.float64]:
        """Return one district outcome as (rows, D), at the end of ``year``, or of the run; nan where undefined.

        Raises InputError for one that the design does not keep, or a year whose figures are not kept.
        """
        self._kept(name)
        week = kept_week(self.plan.weeks, year)
        rows = np.full((len(self.plan.keys), len(self.plan.study["district_names"])), np.nan)
        for path, keys in self._contents.files.items():
            table = decode_runs(read_checksummed(path), ["week", column_of(name)])
            ours = table.filter(pc.equal(table.column("week"), week)).column(column_of(name))
            self._place(rows, keys, as_figures(ours, len(keys)))
        return rows

    def district_table(self, name: str, form: Form = "arrow") -> Any:
        """Return a row for each run, kept week and district: what was planned, week, district, the figure."""
        self._kept(name)
        names = pa.array(self.plan.study["district_names"], pa.string())
        planned = self.plan.table.select([c for c in self.plan.table.column_names if c != "position"])
        pieces = []
        for week in kept_weeks(self.plan.weeks):
            figures = self.districts(name, (week + 1) / WEEKS_PER_YEAR)
            lines = pa.array(np.repeat(np.arange(len(figures)), len(names)))
            piece = planned.take(lines).append_column("week", pa.array(np.full(len(lines), week, np.int32)))
            piece = piece.append_column("district", names.take(pa.array(np.arange(len(lines)) % len(names))))
            pieces.append(piece.append_column(name, pa.array(figures.ravel(), from_pandas=True)))
        table = pa.concat_tables(pieces).sort_by([("row", "ascending"), ("week", "ascending")])
        return as_form(table, form)

    def _kept(self, name: str) -> None:
        if name not in self.plan.districts:
            kept = ", ".join(self.plan.districts) or "nothing"
            raise InputError(
                f"{self.folder}: keeps no district figures of {name!r} (of {kept}); "
                "a design names them in [run] districts"
            )

    def outcome(self, name: str, year: float | None = None) -> NDArray[np.float64]:
        """Return one outcome as a number for each row: the mean of the four weeks that end ``year``, or the run.

        nan where a run is not done. Raises InputError for an unknown outcome or a year that is not kept of every
        run.
        """
        self.known(name)
        first, last = self.plan.period
        weeks = np.minimum(self.plan.each("weeks"), last)
        if year is not None:
            end = round(year * WEEKS_PER_YEAR)
            if not first < end <= weeks.min():
                kept = f"weeks {first} to {weeks.min() - 1}"
                raise InputError(f"year = {year:g} is not reached ({kept} are kept of every run)")
            weeks = np.full(len(weeks), end)
        weekly = self.weekly(name)
        rows = np.full(len(weekly), np.nan)
        for end in np.unique(weeks):
            ended = weeks == end
            rows[ended] = reported(weekly[ended], end, first)
        return rows

    def _files(self) -> Iterator[pa.Table]:
        for path in self._contents.files:
            yield decode_runs(read_checksummed(path))

    def _values(self, name: str) -> Iterator[tuple[Sequence[str], NDArray[np.float64]]]:
        """Yield each file's keys and the outcome's values (runs, weeks kept), nan after a shorter run's end."""
        first, end = self.plan.period
        for path, keys in self._contents.files.items():
            table = decode_runs(read_checksummed(path), ["run", "week", name])
            run = table.column("run").combine_chunks().indices.to_numpy()
            values = np.full((len(keys), end - first), np.nan)
            values[run, table.column("week").to_numpy() - first] = table.column(name).to_numpy()
            yield keys, values

    def _place(self, rows: NDArray[np.float64], keys: Sequence[str], values: NDArray[np.float64]) -> None:
        for key, value in zip(keys, values, strict=True):
            rows[self._rows_of.get(key, [])] = value

    @cached_property
    def _rows_of(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = {}
        for row, key in enumerate(self.plan.keys):
            rows.setdefault(key, []).append(row)
        return rows
