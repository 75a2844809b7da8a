"""The expanded design: every run with its key, saved beside the results."""

from __future__ import annotations

import hashlib
import io
import json
import math
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from sim.files.errors import InputError, brief
from sim.model.composition import Composition, compose
from sim.outcomes import OUTCOMES, admit_outcomes
from sim.parameters import Value, is_lever, parameter
from sim.runs.own_model import load_model
from sim.runs.spec import STANDARD_MODEL
from sim.scenario.off import check_burn_in
from sim.scenario.scenario import Scenario, load_assumptions, load_scenario
from sim.studies.checksummed import checksummed_files, checksummed_path, read_checksummed, write_checksummed
from sim.studies.design import Design
from sim.studies.factor import Factor
from sim.studies.sampling import salib_problem, unit_points
from sim.studies.version import code_version

FORMAT = 2
"""Changes whenever plans or results are written in another way."""

RUNS_PER_FILE = 100
_METADATA = b"two-cities"
_OWN = ("row", "run", "point", "scenario", "assumptions", "seed")


class Run(NamedTuple):
    """One run to run: its key, its constitution and assumptions by name, its seed, and what it changes."""

    key: str
    scenario: str
    assumptions: str
    seed: int
    settings: Mapping[str, Value]

    @property
    def past(self) -> tuple[object, ...]:
        """Runs that agree on this share one burn-in: levers rule only after it."""
        assumed = ((name, value) for name, value in self.settings.items() if not is_lever(name))
        return (self.assumptions, self.seed, *assumed)


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

    @property
    def weeks(self) -> int:
        """The number of weeks of every run."""
        return int(self.study["context"]["weeks"])

    @property
    def outcomes(self) -> list[str]:
        """The ids of what is measured: the shipped ones, then those of one's own mechanisms."""
        return [*OUTCOMES, *self.study.get("own_outcomes", {})]

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


def expand(design: Design, model: str = STANDARD_MODEL) -> Plan:
    """Return the plan of ``design``, for cities of the class ``model`` unless the design names its own.

    Raises InputError for a scenario, set or city that cannot be read, and where both name one and differ.
    """
    if model != STANDARD_MODEL and design.model not in (STANDARD_MODEL, model):
        raise InputError(f"{design.name}: model = {brief(design.model)}, but {model} is asked for")
    study = _study(design, design.model if model == STANDARD_MODEL else model)
    positions = unit_points(design)
    points = [_settings(design.factors, row) for row in positions]
    rows = sorted(_cross(design, points), key=_first_seen_past())
    bases = {
        (scenario, assumed): _base_digest(study, scenario, assumed)
        for scenario in study["scenarios"]
        for assumed in study["assumptions"]
    }
    keys = [_key(bases[scenario, assumed], seed, points[point]) for point, scenario, assumed, seed, _ in rows]
    columns = {
        "row": pa.array(range(len(rows)), pa.int32()),
        "run": pa.array(keys, pa.string()),
        "point": pa.array([row[0] for row in rows], pa.int32()),
        "scenario": pa.array([row[1] for row in rows], pa.string()),
        "assumptions": pa.array([row[2] for row in rows], pa.string()),
        "seed": pa.array([row[3] for row in rows], pa.int64()),
    }
    for factor in design.factors:
        columns[factor.name] = _column(factor.name, [points[row[0]].get(factor.name) for row in rows])
    if design.method == "morris":  # elementary effects are measured per step in position
        columns["position"] = pa.array([positions[row[0]].tolist() for row in rows], pa.list_(pa.float64()))
    return Plan(study, pa.table(columns))


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
        raise InputError(
            f"{folder}: holds no plan of runs; begin with `two-cities sweep DESIGN --out {folder}`"
        )
    return next(checksummed_files(folder, ".parquet", "plan"))


def load_plan(folder: Path) -> Plan:
    """Return the plan in ``folder``; raise InputError if there is none or it is damaged."""
    path = plan_path(folder)
    plan = Plan.decode(read_checksummed(path))
    if plan.study["format"] != FORMAT:
        raise InputError(
            f"{path}: is of format {plan.study['format']}, this program reads {FORMAT}; sweep its design anew"
        )
    admit_outcomes(plan.study.get("own_outcomes", {}), str(path))
    return plan


def _study(design: Design, model: str) -> dict[str, Any]:
    from sim.city.load import load_city

    composition = compose(load_model(model).schedule)
    composition.check_varied(factor.name for factor in design.factors)
    scenarios = {one.name: one.without(design.off) for one in map(load_scenario, design.scenarios)}
    sets = {Path(name).stem: load_assumptions(name) for name in design.assumptions}
    for given, known in ((design.scenarios, scenarios), (design.assumptions, sets)):
        if len(known) < len(given):
            raise InputError(f"{design.name}: two of {', '.join(given)} have the same name")
    city = load_city(str(design.context["city"]))
    fixed = {name: value for name, value in design.settings.items() if not is_lever(name)}
    levers = {name: value for name, value in design.settings.items() if is_lever(name)}
    declared = composition.declared()
    return {
        "format": FORMAT,
        "model": model,
        "version": code_version(model),
        "design": design.source,
        "method": design.method,
        "second_order": design.second_order,
        "levels": design.levels,
        "problem": salib_problem(design.factors),
        "own_outcomes": {
            name: dict(table) for one in composition.own for name, table in one.outcomes.items()
        },
        "context": dict(design.context),
        "city_fingerprint": str(city.fingerprint),
        "scenarios": {
            name: _told(one.change(levers), composition, int(str(design.context["burn_in"])))
            for name, one in scenarios.items()
        },
        "assumptions": {name: declared | composition.keep(one | fixed) for name, one in sets.items()},
        "seeds": list(design.seeds),
        "districts": list(design.districts),
        "district_names": list(city.names),
    }


def _told(scenario: Scenario, composition: Composition, burn_in: int) -> dict[str, Any]:
    """Return ``scenario`` for the plan; raise InputError for what its cities would refuse."""
    composition.check_events(scenario.events)
    off = composition.in_order(scenario.off)
    check_burn_in(off, burn_in, f"{scenario.name}: off")
    return {
        "levers": composition.complete_levers(scenario.levers),
        "events": [event.as_table() for event in scenario.events],
        "off": list(off),
    }


_Row = tuple[int, str, str, int, tuple[object, ...]]


def _cross(design: Design, points: list[dict[str, Value]]) -> Iterator[_Row]:
    scenarios = [load_scenario(name).name for name in design.scenarios]
    for point, settings in enumerate(points):
        assumed_here = tuple(value for name, value in settings.items() if not is_lever(name))
        for assumed in (Path(name).stem for name in design.assumptions):
            for seed in design.seeds:
                for scenario in scenarios:
                    yield point, scenario, assumed, seed, (assumed, seed, assumed_here)


def _first_seen_past() -> Any:
    """Return a sort key that brings runs with the same past together, in the order they first appear."""
    seen: dict[tuple[object, ...], int] = {}
    return lambda row: seen.setdefault(row[4], len(seen))


def _settings(factors: tuple[Factor, ...], positions: Any) -> dict[str, Value]:
    return {
        factor.name: factor.value(float(position))
        for factor, position in zip(factors, positions, strict=True)
        if not math.isnan(position)
    }


def _base_digest(study: Mapping[str, Any], scenario: str, assumed: str) -> bytes:
    context = study["context"] | {"city": study["city_fingerprint"]}
    whole = [study["version"], context, study["scenarios"][scenario], study["assumptions"][assumed]]
    whole.append(study["districts"])
    named = [*whole, scenario if study["scenarios"][scenario]["events"] else ""]  # events may name a city
    return hashlib.blake2b(json.dumps(named, sort_keys=True).encode(), digest_size=16).digest()


def _key(base: bytes, seed: int, settings: Mapping[str, Value]) -> str:
    own = json.dumps([seed, settings], sort_keys=True).encode()
    return hashlib.blake2b(base + own, digest_size=8).hexdigest()


def _column(name: str, cells: list[Value | None]) -> pa.Array:
    one = parameter(name)
    if one.kind == "number":
        numbers = [None if cell is None else one.encode(cell) for cell in cells]
        return pa.array(numbers, pa.float64(), from_pandas=False)
    return pa.array(cells, pa.bool_() if one.kind == "switch" else pa.string())


def _plain(name: str, cell: Any) -> Value:
    """Return a cell of the table as the value that was chosen."""
    one = parameter(name)
    if one.kind == "number" and np.isinf(cell):
        return one.unlimited
    return one.check(cell)
