"""Mechanisms keep to what they declare: columns read and written, parameters used; compiled equals plain."""

from __future__ import annotations

import ast
import json
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

import sim
from sim.city.city import settle
from sim.engine.mechanism import Mechanism, Read, Write, key_of
from sim.model import population
from sim.model.city_model import CityModel
from sim.model.schedule import ORDER
from sim.model.start import START
from sim.model.state import COLUMNS, STRUCTURE
from sim.outcomes import OUTCOMES
from sim.outcomes.maps import DISTRICT_OUTCOMES
from sim.outcomes.measurement import MEASUREMENT
from sim.scenario import encoding as values
from tests.contracts.plain import MECHANISMS, Case, Spy, watched
from tests.contracts.situations import SITUATIONS, SIXTEEN, build

ROOT = Path(sim.__file__).parent
ASKED_WEEKS = (3, 9)
SPARK_WEEK = 9
RESIDENTS = 24


def start_case() -> Case:
    settlement = settle(SIXTEEN, RESIDENTS, 7)
    columns = population.allocate(settlement, SIXTEEN.neighbour_offsets, SIXTEEN.neighbours)
    columns["district_hardship"] = settlement.hardship
    numbers = values.encode({})
    before = {name: array.copy() for name, array in columns.items()}
    START.weekly(START.view(columns), START.parameters(numbers), key_of(7), 0)
    return Case("start", "start", 7, 0, numbers, before, columns)


def week_of(name: str, city: CityModel, week: int) -> list[Case]:
    """Run one week in a copy of ``city``, mechanism by mechanism, and keep every step."""
    columns = population.copy(city.columns)
    columns |= {
        "outcomes": np.zeros(len(OUTCOMES)),
        "maps": np.zeros((len(DISTRICT_OUTCOMES), city.city.districts)),
    }
    columns["spark"][0] = float(week == SPARK_WEEK)
    cases = []
    for mechanism in (*ORDER, MEASUREMENT):
        before = {column: array.copy() for column, array in columns.items()}
        view, params = mechanism.view(columns), mechanism.parameters(city.values)
        mechanism.weekly(view, params, key_of(city.run_seed), week)
        after = {column: columns[column].copy() for column in mechanism.writes}
        cases.append(Case(name, mechanism.name, city.run_seed, week, city.values, before, after))
    return cases


def cases_of(name: str) -> list[Case]:
    size = SITUATIONS[name].get("residents", RESIDENTS)
    city = build(name, residents=min(size, RESIDENTS), weeks=12, burn_in=0)
    found = week_of(name, city, -1)  # as if in the past, in which the reference of safety moves
    while city.running:
        if city.week in ASKED_WEEKS:
            found += week_of(name, city, city.week)
        city.step()
    return found


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What every mechanism does as plain Python, over all situations."""
    folder = tmp_path_factory.mktemp("plain")
    cases = [start_case(), *(case for name in SITUATIONS for case in cases_of(name))]
    (folder / "cases").write_bytes(pickle.dumps(cases))
    command = [sys.executable, "-m", "tests.contracts.plain", folder / "cases", folder / "report"]
    environment = os.environ | {"NUMBA_DISABLE_JIT": "1"}
    subprocess.run(command, check=True, cwd=ROOT.parent, env=environment)
    traces: dict[str, Any] = json.loads((folder / "report").read_text())
    return traces


def test_compiled_code_gives_what_plain_python_gives(report: dict[str, Any]) -> None:
    faults = {name: report[name]["faults"] for name in MECHANISMS}
    assert faults
    assert {name: found for name, found in faults.items() if found} == {}


def test_every_declared_column_is_used(report: dict[str, Any]) -> None:
    unused = {name: set(m.access()) - set(report[name]["asked"]) for name, m in MECHANISMS.items()}
    assert {name: columns for name, columns in unused.items() if columns} == {}


def test_exactly_the_columns_declared_written_are_written(report: dict[str, Any]) -> None:
    different = {name: set(report[name]["written"]) ^ set(m.writes) for name, m in MECHANISMS.items()}
    assert {name: columns for name, columns in different.items() if columns} == {}


def test_every_declared_parameter_is_used(report: dict[str, Any]) -> None:
    declared = {name: set(m.params._fields) for name, m in MECHANISMS.items()}
    unused = {name: fields - set(report[name]["used"]) for name, fields in declared.items()}
    assert {name: fields for name, fields in unused.items() if fields} == {}


def equations_of(mechanism: Mechanism) -> str:
    return sys.modules[mechanism.columns.__module__].__doc__ or ""


@pytest.mark.parametrize("mechanism", ORDER, ids=lambda m: m.name)
def test_equations_hold_no_decimals(mechanism: Mechanism) -> None:
    equations = [line for line in equations_of(mechanism).split("\n") if line.startswith("    ")]
    assert [line for line in equations if re.search(r"(?<![\d/])\.\d", line)] == []


def looked_up() -> set[str]:
    """Return the constants that code outside the views takes by name, as in ``values["name"]``."""
    sources = [
        ROOT / "model" / "city_model.py",
        ROOT / "scenario" / "event.py",
        ROOT / "mechanisms" / "politics.py",
    ]
    nodes = [node for path in sources for node in ast.walk(ast.parse(path.read_text()))]
    keys = [n.slice for n in nodes if isinstance(n, ast.Subscript) and isinstance(n.slice, ast.Constant)]
    return {key.value for key in keys if isinstance(key.value, str)}


def test_every_column_read_is_written_by_somebody() -> None:
    written = {name for m in MECHANISMS.values() for name in m.writes} | {"district", "population"}
    outside = {"budget_factor", "hardship_group", "district_hardship", "member_offsets", "members"}
    outside |= {"neighbour_offsets", "neighbours"}
    read = {name for m in MECHANISMS.values() for name in m.reads}
    assert read - written - outside == set()


def test_every_column_declared_is_in_some_view() -> None:
    in_views = {name for m in MECHANISMS.values() for name in m.access()}
    assert set(COLUMNS) - in_views == set()
    assert in_views - set(COLUMNS) - set(STRUCTURE) == {"outcomes", "maps", "district_hardship"}


class RogueColumns(NamedTuple):
    need: Read
    shock: Write


class RogueParams(NamedTuple):
    need_base: float


def test_the_guard_lets_nobody_write_what_is_only_read() -> None:
    written: set[str] = set()
    columns = {name: watched(name, np.zeros(3), written) for name in ("need", "shock", "trust")}
    rogue = Mechanism("rogue", "0", lambda c, p, key, week: None, RogueColumns, RogueParams)
    view = Spy(rogue.view(columns), set())
    view.shock[1] = 2.0
    assert written == {"shock"}
    with pytest.raises(ValueError, match="read-only"):
        view.need[1] = 2.0
    with pytest.raises(AttributeError, match="trust"):
        _ = view.trust
    assert columns["need"].tolist() == [0.0, 0.0, 0.0]
