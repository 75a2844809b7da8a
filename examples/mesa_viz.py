"""The city on Mesa's own page: ``solara run examples/mesa_viz.py`` (extra ``viz``; see docs/mesa.md)."""

from mesa.visualization import SolaraViz, make_plot_component

from sim import CityModel, load_scenario
from sim.parameters import LEVERS

SCENARIO = load_scenario("emancipatory")
FIXED = {"scenario": SCENARIO, "city": "synthetic", "residents": 2_000, "rng": 7}


def slider(name: str) -> dict[str, object]:
    """Return a slider of a lever, from its declaration."""
    low, high = LEVERS[name].bounds
    words = {"type": "SliderFloat", "label": LEVERS[name].title.translate("en")}
    return words | {"value": SCENARIO.levers[name], "min": low, "max": high, "step": 0.05}


page = SolaraViz(
    CityModel(**FIXED),
    components=[
        make_plot_component(["wellbeing", "trust", "expression"]),
        make_plot_component(["active", "detained"]),
    ],
    model_params=FIXED | {name: slider(name) for name in ("surveillance", "participation", "openness")},
    name="Two Cities",
)
