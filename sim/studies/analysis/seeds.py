"""How many seeds a question takes: the spread between seeds, and the seeds that an interval of some width needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.files import checks
from sim.files.errors import InputError
from sim.outcomes import outcome as declared
from sim.studies.analysis.finding import Finding, table_of
from sim.studies.analysis.outcome import Cells, each_city
from sim.studies.enough import FEWEST, LARGEST, Enough, half_width
from sim.studies.results import Results

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SHARE = 0.9  # of the points for which the number of seeds told is enough


def seeds(
    results: Results, outcomes: Sequence[str], year: float | None = None, half_width: float | None = None
) -> Finding:
    """Return for every city and difference how far its 90 % intervals reach, and how many seeds would be enough.

    Enough for an interval that reaches no further than ``half_width``, by default the difference that the
    outcome's declaration calls material, at nine of ten points. Raises InputError for a study of fewer than
    three seeds, which knows too little of their spread.
    """
    if len(results.plan.study["seeds"]) < FEWEST:
        raise InputError(f"{results.folder}: has too few seeds to tell their spread (needs {FEWEST} or more)")
    rows: list[dict[str, Any]] = []
    notes: list[str] = []
    for about, cells in each_city(results, outcomes, year, notes):
        wanted = declared(about["outcome"]).material if half_width is None else half_width
        rule = Enough(about["outcome"], checks.number(wanted, "half_width", 1e-12, LARGEST), FEWEST)
        rows.append(about | _needed(cells, rule))
    return Finding({"seeds": table_of(rows)}, {"seeds": _draw(rows)}, notes)


def _needed(cells: Cells, rule: Enough) -> dict[str, Any]:
    there = [values[~np.isnan(values)] for values in cells.values]
    known = [values for values in there if len(values) >= FEWEST]
    about = {"points": len(known), "half_width": rule.half_width, **cells.counts}
    if not known:
        return about | {"seeds": 0, "spread": None, "reach": None, "needed": None}
    needed = np.quantile([rule.needed(values) for values in known], SHARE, method="higher")
    return about | {
        "seeds": min(map(len, known)),
        "spread": float(np.mean([values.std(ddof=1) for values in known])),
        "reach": float(np.quantile([half_width(values) for values in known], SHARE, method="higher")),
        "needed": int(needed),
    }


def _draw(rows: Sequence[dict[str, Any]]) -> Figure:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 1 + 0.25 * len(rows)), layout="constrained")
    panel = figure.subplots()
    panel.barh([f"{row['outcome']}, {row['city']}" for row in rows], [row["needed"] or 0 for row in rows])
    panel.invert_yaxis()
    panel.set_xlabel("seeds that are enough at nine of ten points")
    return figure
