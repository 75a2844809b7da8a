"""Pictures of indices by factor: bars with their intervals, and lines over growing samples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.outcomes import outcome as declared
from sim.studies.analysis.finding import COLOURS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Rows = Sequence[dict[str, Any]]


def bars(rows: Rows, value: str, reach: str, label: str) -> Figure:
    """Draw a panel per outcome, a bar per factor and city; ``reach`` is the half-width of its interval."""
    from matplotlib.figure import Figure

    outcomes, cities, factors = (
        list(dict.fromkeys(row[name] for row in rows)) for name in ("outcome", "city", "factor")
    )
    height = 0.6 + 0.18 * len(factors) * len(cities)
    figure = Figure(figsize=(8, 1 + height * len(outcomes)), layout="constrained")
    panels = figure.subplots(len(outcomes), 1, squeeze=False)[:, 0]
    for panel, outcome in zip(panels, outcomes, strict=True):
        for shift, city in enumerate(cities):
            mine = {row["factor"]: row for row in rows if (row["outcome"], row["city"]) == (outcome, city)}
            places = np.arange(len(factors)) + (shift - (len(cities) - 1) / 2) * 0.8 / len(cities)
            lengths, reaches = (
                [mine.get(factor, {}).get(name) or 0.0 for factor in factors] for name in (value, reach)
            )
            colour = COLOURS[shift % len(COLOURS)]
            panel.barh(places, lengths, 0.75 / len(cities), xerr=reaches, color=colour, label=city)
        panel.set_yticks(np.arange(len(factors)), factors)
        panel.invert_yaxis()
        panel.set_title(declared(outcome).label.translate("en"), loc="left")
    panels[-1].set_xlabel(label)
    panels[0].legend(frameon=False)
    return figure


def growth_lines(rows: Rows, value: str, label: str) -> Figure:
    """Draw a panel per outcome and city: each factor's index over the number of blocks it was reckoned from."""
    from matplotlib.figure import Figure

    panels_of = list(dict.fromkeys((row["outcome"], row["city"]) for row in rows))
    figure = Figure(figsize=(8, 0.5 + 2.2 * len(panels_of)), layout="constrained")
    panels = figure.subplots(len(panels_of), 1, squeeze=False, sharex=True)[:, 0]
    for panel, (outcome, city) in zip(panels, panels_of, strict=True):
        mine = [row for row in rows if (row["outcome"], row["city"]) == (outcome, city)]
        for shade, factor in enumerate(dict.fromkeys(row["factor"] for row in mine)):
            line = [row for row in mine if row["factor"] == factor]
            sizes, values, reaches = (
                [row[name] for row in line] for name in ("blocks", value, f"{value}_conf")
            )
            panel.errorbar(sizes, values, reaches, color=COLOURS[shade % len(COLOURS)], label=factor)
        panel.set_xscale("log", base=2)
        panel.set_title(f"{declared(outcome).label.translate('en')}, {city}", loc="left")
    panels[0].legend(frameon=False, fontsize="small")
    panels[-1].set_xlabel(f"blocks of points; {label}")
    return figure
