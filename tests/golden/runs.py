"""The kept runs: every scenario's outcomes at a few weeks, in one small CSV each."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from sim.model.city_model import CityModel
from sim.outcomes import OUTCOMES
from sim.scenario.scenario import list_scenarios

FOLDER = Path(__file__).parent
SETTING: dict[str, Any] = {"residents": 500, "city": "synthetic", "burn_in": 60, "weeks": 60, "rng": 11}
WEEKS = (-60, -1, 0, 1, 4, 13, 26, 59)
DIGITS = 7

# What other processors and versions of NumPy and Numba may change: the last digits of exp and log. Draws are
# exact, so nobody's acts move unless a chance lies that close to its draw.
TOLERANCE = 2e-6

Table = dict[str, dict[str, float]]


def kept(name: str) -> Path:
    """Return the file of the scenario ``name``."""
    return FOLDER / f"{name}.csv"


def run_one(name: str) -> Table:
    """Return every outcome (row) at `WEEKS` (columns) of the scenario ``name`` now."""
    outcomes = CityModel(name, **SETTING).run().series.values
    rows = {f"week {week}": outcomes[SETTING["burn_in"] + week] for week in WEEKS}
    return {
        outcome: {week: float(row[k]) for week, row in rows.items()} for k, outcome in enumerate(OUTCOMES)
    }


def write(table: Table) -> str:
    """Return ``table`` as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["outcome", *(f"week {week}" for week in WEEKS)])
    for outcome, row in table.items():
        writer.writerow([outcome, *(f"{value:.{DIGITS}g}" for value in row.values())])
    return text.getvalue()


def read(text: str) -> Table:
    """Return the table of a CSV."""
    rows = csv.DictReader(io.StringIO(text))
    return {row.pop("outcome"): {week: float(value) for week, value in row.items()} for row in rows}


def names() -> list[str]:
    """Return the scenarios kept."""
    return list_scenarios()
