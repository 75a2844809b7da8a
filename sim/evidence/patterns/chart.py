"""Charts described as data, and drawn as SVG."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from sim.files.atomic import write_whole
from sim.files.extras import not_installed

INK = ("#1b6e7a", "#b4532a", "#5b5b5b", "#8a6fae", "#4f8a3c", "#c29a1f")
MARKERS = ("o", "s", "^", "D", "v", "P")

Values: TypeAlias = Sequence[float] | NDArray[np.float64]


class Line(NamedTuple):
    """One named course: points (x, y), with an interval around each where known."""

    label: str
    x: Values
    y: Values
    low: Values | None = None
    high: Values | None = None
    style: Literal["line", "points", "dashed"] = "line"


class Chart(NamedTuple):
    """One figure: ``guides`` are straight lines; ``names`` label the rows of a chart of named places."""

    name: str
    title: str
    x: str
    y: str
    lines: tuple[Line, ...]
    guides: tuple[float, ...] = ()
    names: tuple[str, ...] = ()
    log: bool = False


def check_drawing() -> None:
    """Raise InputError where figures cannot be drawn: better before minutes of measuring than after."""
    try:
        import matplotlib  # noqa: F401
    except ModuleNotFoundError as error:
        raise not_installed(error) from None


def draw(chart: Chart, folder: Path) -> Path:
    """Write ``chart`` to ``folder`` as SVG and return its path."""
    import matplotlib
    from matplotlib.figure import Figure  # no pyplot: figures are drawn without a display

    with matplotlib.rc_context({"svg.hashsalt": chart.name, "svg.fonttype": "none", "font.size": 9}):
        figure = Figure(figsize=(6.4, 3.6 if not chart.names else 1.2 + 0.26 * len(chart.names)))
        axes = figure.add_subplot()
        (_draw_names if chart.names else _draw_lines)(axes, chart)
        axes.set_title(chart.title, loc="left", fontsize=10)
        axes.set_xlabel(chart.x)
        axes.set_ylabel(chart.y)
        axes.spines[["top", "right"]].set_visible(False)
        if len(chart.lines) > 1:
            axes.legend(frameon=False, fontsize=8)
        drawn = io.BytesIO()
        figure.savefig(drawn, format="svg", bbox_inches="tight", metadata={"Date": None, "Creator": None})
    path = folder / f"{chart.name}.svg"
    write_whole(path, drawn.getvalue())
    return path


def _draw_lines(axes: Any, chart: Chart) -> None:
    for k, line in enumerate(chart.lines):
        colour = INK[k % len(INK)]
        if line.style == "points":
            axes.plot(line.x, line.y, MARKERS[k % len(MARKERS)], color=colour, label=line.label, markersize=4)
        else:
            dash = "--" if line.style == "dashed" else "-"
            axes.plot(line.x, line.y, dash, color=colour, label=line.label, linewidth=1.2)
        if line.low is not None and line.high is not None:
            axes.fill_between(line.x, line.low, line.high, color=colour, alpha=0.18, linewidth=0)
    for guide in chart.guides:
        axes.axhline(guide, color="#999999", linewidth=0.7, linestyle=":")
    if chart.log:
        axes.set_xscale("log")


def _draw_names(axes: Any, chart: Chart) -> None:
    """Draw each line's values along x, one named place of y each, the first on top."""
    for k, line in enumerate(chart.lines):
        colour = INK[k % len(INK)]
        if line.low is not None and line.high is not None:
            axes.hlines(line.x, line.low, line.high, color=colour, linewidth=1.2)
        axes.plot(line.y, line.x, MARKERS[k % len(MARKERS)], color=colour, label=line.label, markersize=4)
    for guide in chart.guides:
        axes.axvline(guide, color="#999999", linewidth=0.7, linestyle=":")
    axes.set_yticks(range(len(chart.names)), chart.names)
    axes.set_ylim(len(chart.names) - 0.5, -0.5)
