"""`make bench`: measure every row, print the table, write latest.json and docs/performance.md."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import batch, cities, report, runs, weeks
from benchmarks.machine import facts
from benchmarks.timing import Row
from sim.files.atomic import write_whole

LATEST = Path(__file__).parent / "latest.json"

Curves = dict[str, tuple[list[float], list[float]]]


def measure(curves: Curves) -> Iterator[Row]:
    """Yield the rows in the order of the table; the curves of growth go into ``curves``."""
    several: tuple[Callable[[], list[Row]], ...] = (
        weeks.against_plain_mesa,
        lambda: [weeks.against_epstein(), weeks.against_memory(), weeks.memory()],
        runs.two_cities,
        lambda: [runs.lock_released()],
        runs.building,
        runs.starts,
        cities.loading,
        lambda: _growth(curves),
        batch.batches,
    )
    for some in several:
        yield from some()


def _growth(curves: Curves) -> list[Row]:
    rows, found = weeks.growth()
    curves.update(found)
    return rows


def main() -> int:
    """Run all benchmarks; exit status 0 whatever the figures: benchmarks report.

    What is measured is written at once, so that an interrupted run keeps its rows.
    """
    machine = facts()
    curves: Curves = {}
    rows = []
    for row in measure(curves):
        rows.append(row)
        print(report.line(row), flush=True)
        _keep(machine, rows, curves)
    return 0


def _keep(machine: dict[str, object], rows: list[Row], curves: Curves) -> None:
    written = {
        "machine": machine,
        "rows": [row._asdict() for row in rows],
        "curves": {name: {"size": sizes, "seconds": costs} for name, (sizes, costs) in curves.items()},
    }
    write_whole(LATEST, json.dumps(written, indent=1) + "\n")
    report.write(machine, rows, curves)


if __name__ == "__main__":
    sys.exit(main())
