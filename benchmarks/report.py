"""The page docs/performance.md and its curves, written from a run of the benchmarks."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.revision import AGAINST, table
from benchmarks.timing import Row, exponent
from sim.files.atomic import make_folder, write_whole

LATEST = Path(__file__).with_name("latest.json")
DOCS = Path(__file__).parents[1] / "docs"
PICTURE = "img/performance.svg"
HEAD = """# Performance

Written by `make bench`; do not edit. Ratios are taken in one run on one machine, medians of several; what is
in seconds is this machine's. A shared machine slows everything, the ratios least; where a row says *processor*,
only the program's own processor time counts. Two yardsticks, loops that never change, tell a slow machine from a
slow program. Peak memory is the most that Python and NumPy held at once, from before the city was built, measured
apart from the time.

"""


def line(row: Row) -> str:
    """Return a row for the terminal."""
    verdict = {True: "met", False: "NOT MET", None: ""}[row.met]
    return f"{row.name:75} {row.target:>18} {_figure(row.measured):>9}  {verdict}"


def _figure(measured: float | None) -> str:
    return "-" if measured is None else f"{measured:.3g}"


def write() -> None:
    """Write docs/performance.md and its picture from what the last runs kept."""
    latest = json.loads(LATEST.read_text(encoding="utf-8"))
    against = json.loads(AGAINST.read_text(encoding="utf-8")) if AGAINST.is_file() else None
    curves = {name: (curve["size"], curve["seconds"]) for name, curve in latest["curves"].items()}
    make_folder((DOCS / PICTURE).parent)
    if curves:
        _draw(curves)
    write_whole(DOCS / "performance.md", page(latest, against))


def page(latest: Mapping[str, Any], against: Mapping[str, Any] | None) -> str:
    """Return the page: the machine, the rows of `make bench`, the picture, the rows of `make bench REV=...`."""
    about = "\n".join(f"- {key}: {value}" for key, value in latest["machine"].items())
    parts = [HEAD + about, _table([Row(**row) for row in latest["rows"]])]
    if latest["curves"]:
        parts.append(f"![Cost of a week against residents, ties and districts]({PICTURE})")
    if against is not None:
        parts.append("\n".join(table(against)))
    return "\n\n".join(parts) + "\n"


def _table(rows: Sequence[Row]) -> str:
    lines = [
        "| Work | Target | Measured | Met | Peak memory, bytes a resident | |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        met = {True: "yes", False: "**no**", None: ""}[row.met]
        peak = "" if row.peak is None else f"{row.peak:.0f}"
        lines.append(f"| {row.name} | {row.target} | {_figure(row.measured)} | {met} | {peak} | {row.note} |")
    return "\n".join(lines)


def _draw(curves: Mapping[str, tuple[list[float], list[float]]]) -> None:
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "two-cities"
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(1, len(curves), figsize=(4 * len(curves), 3.2), layout="constrained")
    for axis, (name, (sizes, costs)) in zip(axes, curves.items(), strict=True):
        axis.loglog(sizes, [cost * 1e3 for cost in costs], "o-", color="#0B5FA5")
        axis.set_xlabel(name)
        axis.set_title(f"exponent {exponent(sizes, costs):.2f}", fontsize=10)
    axes[0].set_ylabel("milliseconds a week")
    drawn = io.BytesIO()
    figure.savefig(drawn, format="svg", metadata={"Date": None})
    write_whole(DOCS / PICTURE, drawn.getvalue())
    plt.close(figure)
