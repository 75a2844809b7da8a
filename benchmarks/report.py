"""The page docs/performance.md and its curves, written from a run of the benchmarks."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.timing import Row, exponent
from sim.files.atomic import make_folder, write_whole

DOCS = Path(__file__).parents[1] / "docs"
PICTURE = "img/performance.svg"
HEAD = """# Performance

Written by `make bench`; do not edit. Ratios are taken in one run on one machine, medians of several; what is
in seconds is this machine's. A shared machine slows everything, the ratios least. Peak memory is the most
that Python and NumPy held at once, from before the city was built, measured apart from the time.

"""


def line(row: Row) -> str:
    """Return a row for the terminal."""
    verdict = {True: "met", False: "NOT MET", None: ""}[row.met]
    return f"{row.name:75} {row.target:>18} {_figure(row.measured):>9}  {verdict}"


def _figure(measured: float | None) -> str:
    return "-" if measured is None else f"{measured:.3g}"


def write(
    machine: Mapping[str, object], rows: Sequence[Row], curves: Mapping[str, tuple[list[float], list[float]]]
) -> None:
    """Write docs/performance.md and its picture."""
    make_folder((DOCS / PICTURE).parent)
    if curves:
        _draw(curves)
    table = [
        "| Work | Target | Measured | Met | Peak memory, bytes a resident | |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        met = {True: "yes", False: "**no**", None: ""}[row.met]
        peak = "" if row.peak is None else f"{row.peak:.0f}"
        table.append(f"| {row.name} | {row.target} | {_figure(row.measured)} | {met} | {peak} | {row.note} |")
    about = "\n".join(f"- {key}: {value}" for key, value in machine.items())
    picture = f"![Cost of a week against residents, ties and districts]({PICTURE})" if curves else ""
    write_whole(DOCS / "performance.md", f"{HEAD}{about}\n\n" + "\n".join(table) + f"\n\n{picture}\n")


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
