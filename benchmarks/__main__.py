"""`make bench`: measure every row, print the table, write latest.json and docs/performance.md.

`make bench REV=...` runs this checkout in turn with another revision instead (`benchmarks.revision`).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator

from benchmarks import batch, cities, peers, report, revision, runs, waits, weeks
from benchmarks.machine import facts
from benchmarks.timing import Row
from sim.files.atomic import write_whole
from sim.files.errors import InputError

Curves = dict[str, tuple[list[float], list[float]]]


def measure(curves: Curves) -> Iterator[Row]:
    """Yield the rows in the order of the table; the curves of growth go into ``curves``."""
    several: tuple[Callable[[], list[Row]], ...] = (
        runs.yardsticks,
        weeks.against_plain_mesa,
        lambda: [weeks.against_epstein(), *weeks.against_memory(), weeks.memory()],
        peers.beside_peers,
        runs.two_cities,
        lambda: [runs.lock_released(), runs.fixed_part()],
        runs.building,
        runs.starts,
        waits.waits,
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
    """Run what is asked for; exit status 0 whatever the figures: benchmarks report. 2 for an unknown revision."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rev", default="", help="a revision to run in turn with this checkout")
    given = asked.parse_args()
    try:
        _run_all() if not given.rev else revision.run(given.rev)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    report.write()
    return 0


def _run_all() -> None:
    """Measure every row; what is measured is written at once, so that an interrupted run keeps its rows."""
    machine = facts()
    curves: Curves = {}
    rows = []
    for row in measure(curves):
        rows.append(row)
        print(report.line(row), flush=True)
        _keep(machine, rows, curves)
        report.write()


def _keep(machine: dict[str, object], rows: list[Row], curves: Curves) -> None:
    written = {
        "machine": machine,
        "rows": [row._asdict() for row in rows],
        "curves": {name: {"size": sizes, "seconds": costs} for name, (sizes, costs) in curves.items()},
    }
    write_whole(report.LATEST, json.dumps(written, indent=1) + "\n")


if __name__ == "__main__":
    sys.exit(main())
