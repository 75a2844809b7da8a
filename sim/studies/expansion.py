"""From a design to its plan: every point with every scenario, set and seed, each run with its key."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from sim.files.errors import InputError, brief
from sim.model.composition import Composition, compose
from sim.parameters import Value, is_lever
from sim.runs.own_model import load_model
from sim.runs.spec import STANDARD_MODEL
from sim.scenario.off import check_burn_in
from sim.scenario.scenario import Scenario, load_assumptions, load_scenario
from sim.studies.change import donors_in, is_special, scenario_of
from sim.studies.design import Design
from sim.studies.factor import Factor
from sim.studies.plan import FORMAT, Plan, burnt_in
from sim.studies.quantity import quantity
from sim.studies.sampling import Points, salib_problem, unit_points
from sim.studies.version import code_version

MOST_RUNS = 20_000_000


def expand(design: Design, model: str = STANDARD_MODEL) -> Plan:
    """Return the plan of ``design``, for cities of the class ``model`` unless the design names its own.

    Raises InputError for a scenario, set or city that cannot be read, and where both name one and differ.
    """
    if model != STANDARD_MODEL and design.model not in (STANDARD_MODEL, model):
        raise InputError(f"{design.name}: model = {brief(design.model)}, but {model} is asked for")
    study = _study(design, design.model if model == STANDARD_MODEL else model)
    positions, points = _points(design)
    _check_points(study, points)
    rows = sorted(_cross(design, points), key=_first_seen_burn_in())
    bases = {
        (scenario, assumed): _base_digest(study, scenario, assumed)
        for scenario in study["scenarios"]
        for assumed in study["assumptions"]
    }
    keys = [_key(bases[scenario, assumed], seed, points[point]) for point, scenario, assumed, seed, _ in rows]
    columns: dict[str, Any] = {
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


def constrained(design: Design) -> str:
    """Return how many points of ``design`` its constraints leave out; empty where they leave out none."""
    if not design.constraints:
        return ""
    positions = unit_points(design)
    lost = len(positions) - len(_points(design)[1])
    return f"{lost} of {len(positions)} points break a constraint and are left out" if lost else ""


def _points(design: Design) -> tuple[Points, list[dict[str, Value]]]:
    """Return the positions and the settings of the points that meet every constraint."""
    positions = unit_points(design)
    points = [_settings(design.factors, row) for row in positions]
    kept = [
        place for place, point in enumerate(points) if all(one.holds(point) for one in design.constraints)
    ]
    if not kept:
        raise InputError(f"{design.name}: none of {len(points)} points meets the constraints")
    runs = len(kept) * len(design.scenarios) * len(design.assumptions) * len(design.seeds)
    if runs > MOST_RUNS:
        raise InputError(f"{design.name}: {runs} runs (allowed: at most {MOST_RUNS})")
    return positions[kept], [points[place] for place in kept]


def _check_points(study: Mapping[str, Any], points: list[dict[str, Value]]) -> None:
    """Refuse before any run what the cities of some point would refuse."""
    special = {
        tuple((name, value) for name, value in point.items() if is_special(name)): None for point in points
    }
    composition = compose(load_model(study["model"]).schedule)
    for changes in map(dict, special):
        burn_in = int(changes.get("burn_in", study["context"]["burn_in"]))
        for name in study["scenarios"]:
            scenario = scenario_of(study, name, changes)
            composition.check_events(scenario.events)
            check_burn_in(composition.in_order(scenario.off), burn_in, f"{name}: off")


def _study(design: Design, model: str) -> dict[str, Any]:
    from sim.city.load import load_city

    composition = compose(load_model(model).schedule)
    composition.check_varied(factor.name for factor in design.factors if not is_special(factor.name))
    city = load_city(str(design.context["city"]))
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
        "district_names": list(city.names),
        "cities": {name: str(load_city(name).fingerprint) for name in _cities(design)},
        **_changes(design, composition),
        **_kept(design),
    }


def _changes(design: Design, composition: Composition) -> dict[str, Any]:
    """Return the scenarios and sets of assumptions by name, whole, with what the design changes of them."""
    try:
        scenarios = {one.name: one.without(design.off) for one in map(load_scenario, design.scenarios)}
        sets = {Path(name).stem: load_assumptions(name) for name in design.assumptions}
    except InputError as error:
        raise InputError(f"{design.name}: [run]: {error}") from None
    for given, known in ((design.scenarios, scenarios), (design.assumptions, sets)):
        if len(known) < len(given):
            raise InputError(f"{design.name}: two of {', '.join(given)} have the same name")
    fixed = {name: value for name, value in design.settings.items() if not is_lever(name)}
    levers = {name: value for name, value in design.settings.items() if is_lever(name)}
    burn_in, declared = int(str(design.context["burn_in"])), composition.declared()
    return {
        "scenarios": {
            name: _whole(one.change(levers), composition, burn_in) for name, one in scenarios.items()
        },
        "assumptions": {name: declared | composition.keep(one | fixed) for name, one in sets.items()},
        "seeds": list(design.seeds),
        "blend_toward": design.blend_toward,
        "donors": {name: _whole(load_scenario(name), composition, 1) for name in donors_in(design)},
        "events": {name: dict(table) for name, table in design.events.items()},
    }


def _kept(design: Design) -> dict[str, Any]:
    """Return what is kept of the runs, and when further seeds are not needed."""
    return {
        "districts": list(design.districts),
        "outcomes": list(design.outcomes),
        "period": list(design.period) if design.period else None,
        "snapshots": list(design.snapshots),
        "enough": design.enough._asdict() if design.enough else None,
    }


def _cities(design: Design) -> list[str]:
    return [str(value) for factor in design.factors if factor.name == "city" for value in factor.options]


def _whole(scenario: Scenario, composition: Composition, burn_in: int) -> dict[str, Any]:
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
        assumed_here = tuple(burnt_in(settings).items())
        for assumed in (Path(name).stem for name in design.assumptions):
            for seed in design.seeds:
                for scenario in scenarios:
                    yield point, scenario, assumed, seed, (assumed, seed, assumed_here)


def _first_seen_burn_in() -> Any:
    """Return a sort key that brings runs with the same burn-in together, in the order they first appear."""
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
    whole += [study[key] for key in ("districts", "donors", "blend_toward", "events", "cities")]
    whole += [study[key] for key in ("outcomes", "period", "snapshots")]
    named = [*whole, scenario if study["scenarios"][scenario]["events"] else ""]  # events may name a city
    return hashlib.blake2b(json.dumps(named, sort_keys=True).encode(), digest_size=16).digest()


def _key(base: bytes, seed: int, settings: Mapping[str, Value]) -> str:
    own = json.dumps([seed, settings], sort_keys=True).encode()
    return hashlib.blake2b(base + own, digest_size=8).hexdigest()


def _column(name: str, cells: list[Value | None]) -> pa.Array:
    one = quantity(name)
    if one.kind == "number":
        numbers = [math.inf if isinstance(cell, str) else cell for cell in cells]  # the word for no limit
        return pa.array(numbers, pa.float64(), from_pandas=False)
    return pa.array(cells, pa.bool_() if one.kind == "switch" else pa.string())
