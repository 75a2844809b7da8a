"""The city on Mesa's own page: ``solara run examples/mesa_viz.py`` (extra ``viz``; see docs/mesa.md).

A map of the districts, one resident, what happened, the weeks as curves, and every lever.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import solara
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from mesa.visualization import SolaraViz, make_plot_component
from mesa.visualization.utils import update_counter

from sim import CityModel, load_scenario
from sim.parameters import COLUMNS, LEVERS, Parameter

SCENARIO = load_scenario("emancipatory")
FIXED: dict[str, Any] = {"scenario": SCENARIO, "city": "london", "residents": 2_000, "rng": 7}
SHADES = "Purples"
MAPPED = ["wellbeing", "trust", "agency", "satisfaction", "watched", "adopted", "shares", "speaks", "active"]
"""Columns of residents whose means by district can be drawn."""
TOLD = ("hardship", "opinion", "trust", "wellbeing", "agency", "satisfaction", "watched", "mood")
"""What is told of one resident."""
LAST = 6
"""How many of the latest events are told."""

shown = solara.reactive("wellbeing")
number = solara.reactive(0)


def control(lever: Parameter) -> dict[str, Any]:
    """Return Mesa's control of a lever, from its declaration."""
    words = {"label": lever.title.translate("en"), "value": SCENARIO.levers[lever.name]}
    if lever.kind == "switch":
        return words | {"type": "Checkbox"}
    if lever.kind == "choice" or lever.unlimited:  # a blur is a number or none at all
        offered = lever.possible if lever.kind == "choice" else (lever.unlimited, 10.0, 1.0, 0.1)
        return words | {"type": "Select", "values": list(dict.fromkeys([words["value"], *offered]))}
    low, high = lever.explored
    return words | {"type": "SliderFloat", "min": low, "max": high, "step": 0.05}


def by_district(model: CityModel, column: str) -> np.ndarray:
    """Return the mean of a column of residents in each district (D,), nan where nobody lives."""
    homes, values = model.columns["district"], model.columns[column].astype(float)
    people = np.bincount(homes, minlength=model.city.districts)
    sums = np.bincount(homes, values, minlength=model.city.districts)
    return np.divide(sums, people, out=np.full(len(people), np.nan), where=people > 0)


@solara.component
def DistrictMap(model: CityModel) -> None:
    """The districts, shaded by the mean of a column of residents."""
    update_counter.get()  # reading it is what subscribes to the model's steps
    solara.Select("Map", value=shown, values=MAPPED)
    figure = Figure(figsize=(5, 4.2), layout="constrained")
    axes = figure.subplots()
    means = by_district(model, shown.value)
    column = COLUMNS[shown.value]
    colours = figure.colorbar(
        axes.scatter([], [], c=[], cmap=SHADES, vmin=column.low, vmax=column.high), ax=axes
    )
    for rings, mean in zip(model.city.polygons, means, strict=True):
        outline = Outline.make_compound_path(*(Outline(ring) for ring in rings))
        colour = "none" if np.isnan(mean) else colours.cmap(colours.norm(mean))
        axes.add_patch(PathPatch(outline, facecolor=colour, edgecolor="grey", linewidth=0.5))
    axes.set(xlim=(0, 1), ylim=(1, 0), aspect="equal", title=f"{column.meaning}, week {model.week}")
    axes.axis("off")
    solara.FigureMatplotlib(figure)


def table(rows: Sequence[tuple[str, str]]) -> None:
    """Show rows of two cells."""
    cells = [[solara.v.Html(tag="td", children=[text]) for text in row] for row in rows]
    lines = [solara.v.Html(tag="tr", children=row) for row in cells]
    solara.v.SimpleTable(dense=True, children=[solara.v.Html(tag="tbody", children=lines)])


@solara.component
def OneResident(model: CityModel) -> None:
    """One resident by number: home, state, ties."""
    update_counter.get()
    solara.SliderInt("Resident", value=number, min=0, max=model.residents - 1)
    seen = model.resident(number.value)
    home = model.city.names[seen.district]
    does = "in the street" if seen.active else "held" if seen.detention else "at home"
    solara.Text(f"Resident {seen.number}: {home}, {does}, {len(seen.ties)} ties")
    table([(COLUMNS[name].meaning, f"{getattr(seen, name):.2f}") for name in TOLD])


@solara.component
def Happened(model: CityModel) -> None:
    """What happened last, and who holds what."""
    update_counter.get()
    solara.Text("What happened last")
    table([(f"week {one.week}", one.kind) for one in reversed(model.event_records[-LAST:])])
    solara.Text("Who decides")
    table([(type(agent).__name__, f"{len(agent.levers)} levers") for agent in model.agents])


page = SolaraViz(
    CityModel(**FIXED),
    components=[
        DistrictMap,
        OneResident,
        Happened,
        make_plot_component(["wellbeing", "trust", "expression"]),
        make_plot_component(["active", "detained"]),
    ],
    model_params=FIXED | {name: control(lever) for name, lever in LEVERS.items()},
    name="Two Cities",
)
