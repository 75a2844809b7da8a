"""Cities that a search has found, as scenarios to look at again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from sim.files.errors import InputError
from sim.parameters import is_lever
from sim.scenario.scenario import Scenario, load_scenario
from sim.studies.hints import command
from sim.studies.search import NAME, Search

TABLE = "analysis/frontier.parquet"


def found_in(folder: str | Path) -> list[Scenario]:
    """Return the cities on the frontier of the search in ``folder``, in the order of its table.

    Raises InputError for a folder that holds no finished search, and for a search of more than levers.
    """
    path = Path(folder) / NAME
    if not path.is_file():
        raise InputError(
            f"{folder}: holds no search; begin with {command('search', 'FILE', '--out', str(folder))}"
        )
    if not (Path(folder) / TABLE).is_file():
        again = command("search", str(path), "--out", str(folder))
        raise InputError(f"{folder}: its search has not come to an end; {again} goes on with it")
    design = Search.read(path).design
    varied = [factor.name for factor in design.factors]
    for name in varied:
        if not is_lever(name):
            raise InputError(f"{folder}: its search varies {name}; a city is loaded by its levers alone")
    start = load_scenario(design.scenarios[0])
    levers = {name: value for name, value in design.settings.items() if is_lever(name)}
    rows = pq.read_table(Path(folder) / TABLE).to_pylist()
    return [_city(start, levers, row, varied, number) for number, row in enumerate(rows, 1)]


def _city(
    start: Scenario, levers: Mapping[str, Any], row: Mapping[str, Any], varied: list[str], number: int
) -> Scenario:
    found = {name: row[name] for name in varied if row[name] is not None}
    changed = start.change({**levers, **found}, f"found {number}")
    return Scenario(f"found-{number}", changed.levers, changed.events, off=changed.off)
