"""Every run on one line: what was planned, what became of it, and its outcomes; for any other program to go on with."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from sim.studies.analysis.finding import Finding
from sim.studies.results import Results


def runs(results: Results, outcomes: Sequence[str], year: float | None = None) -> Finding:
    """Return a row for each run of the plan: its settings, status, reason, and ``outcomes`` at the end of ``year``.

    An outcome is empty where it is undefined, or the run not done; a factor where it is left as it is. Raises
    InputError for a year that is not kept.
    """
    table = results.runs()
    table = table.select([name for name in table.column_names if name != "position"])
    for name in outcomes:
        values = pa.array(results.outcome(name, year), from_pandas=True)
        table = table.append_column(name, values)
    return Finding({"runs": table}, {})
