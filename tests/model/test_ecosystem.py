"""Mesa's own tools drive the model: its batch runner, and its page. Run on every Mesa that is installed."""

import gc
import runpy
import warnings
import weakref
from collections.abc import Iterator
from pathlib import Path

import ipyvuetify as v
import ipywidgets
import mesa
import pytest
import solara

from sim import CityModel
from sim.outcomes import OUTCOMES
from sim.parameters import LEVERS

ROOT = Path(__file__).parents[2]
SMALL = {"residents": 300, "city": "synthetic:9", "burn_in": 6, "weeks": 7}


def batch(**settings):
    return mesa.batch_run(CityModel, display_progress=False, **settings)


def test_batch_run_in_two_processes_gives_the_last_week_of_each_city():
    scenarios, seeds = ["emancipatory", "control"], [3, 4]
    rows = batch(parameters=SMALL | {"scenario": scenarios, "rng": seeds}, number_processes=2)
    assert len(rows) == 4
    for row in rows:
        alone = CityModel(row["scenario"], rng=row["rng"], **SMALL).run()
        assert {name: row[name] for name in OUTCOMES} == pytest.approx(
            {name: alone.outcome(name)[-1] for name in OUTCOMES}, rel=0, abs=0, nan_ok=True
        )
    assert {(row["scenario"], row["rng"]) for row in rows} == {(s, r) for s in scenarios for r in seeds}


def test_a_city_that_nobody_holds_is_gone():
    city = CityModel(rng=3, **SMALL).run(1)
    assert [agent.unique_id for agent in city.agents] == list(range(1, len(city.institutions) + 1))
    left = weakref.ref(city)
    del city
    gc.collect()
    assert left() is None


def test_batch_run_collects_every_so_many_weeks():
    rows = batch(parameters=SMALL | {"rng": 3}, number_processes=1, data_collection_period=3)
    lived = CityModel(rng=3, **SMALL).run().outcome("wellbeing")[-SMALL["weeks"] :]
    assert [row["wellbeing"] for row in rows] == [lived[0], lived[3], lived[6]]


def test_levers_and_assumptions_vary_by_name_in_a_batch():
    rows = batch(
        parameters=SMALL | {"rng": 3, "surveillance": [0.0, 1.0], "chilling": 3.0}, number_processes=1
    )
    free, watched = sorted(rows, key=lambda row: row["surveillance"])
    assert free["expression"] > watched["expression"]


def test_institutions_are_the_agents_mesa_sees():
    model = CityModel(rng=3, **SMALL)
    assert sorted(type(agent).__name__ for agent in model.agents) == [
        "CityHall",
        "DataSteward",
        "Platform",
        "StateSecurity",
    ]


@pytest.fixture
def shown():
    """Mesa's page of the example, rendered without a browser, and the models it has shown."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Solara finds fault with how Mesa orders its hooks
        page = runpy.run_path(str(ROOT / "examples" / "mesa_viz.py"))["page"]
    models: list[CityModel] = []

    def witness(model):
        models.append(model)
        return solara.Text("seen")

    page.kwargs["components"].append((witness, 0))
    _, context = solara.render(solara.AppLayout(children=[page]), handle_error=False)
    yield context, models
    context.close()


def button(context, label: str):
    return next(one for one in context.find(v.Btn).widgets if label in one.children)


def texts(widget) -> Iterator[str]:
    """What is written in a widget and in those it holds."""
    for child in (*(getattr(widget, "children", None) or ()), *(getattr(widget, "items", None) or ())):
        if isinstance(child, str):
            yield child
        else:
            yield from texts(child)


def plots(context) -> list[bytes]:
    return [bytes(image.value) for image in context.find(ipywidgets.Image).widgets]


def test_mesas_page_shows_and_steps_the_city(shown):
    context, models = shown
    before = plots(context)
    assert len(before) == 3  # the map, and two of curves
    for _ in range(3):
        button(context, "Step").click()
    after = plots(context)
    assert models[-1].week == 3
    assert all(one != other for one, other in zip(before, after, strict=True))


def test_mesas_page_resets_to_the_same_constitution_with_the_moved_slider(shown):
    context, models = shown
    first = models[-1]
    moved = next(s for s in context.find(v.Slider).widgets if s.label == "Cameras and network monitoring")
    assert moved.v_model == first.levers["surveillance"]
    moved.v_model = 0.9
    button(context, "Reset").click()
    again = models[-1]
    assert again is not first
    assert again.levers == first.levers | {"surveillance": 0.9}
    assert not context.find(v.Alert).widgets


def test_mesas_page_has_a_control_of_every_lever(shown):
    context, _ = shown
    labels = {
        one.label
        for kind in (v.Slider, v.Select, v.Checkbox)
        for one in context.find(kind).widgets
        if one.label
    }
    assert {lever.title.translate("en") for lever in LEVERS.values()} <= labels


def test_mesas_page_maps_what_is_chosen_and_tells_of_one_resident(shown):
    context, models = shown
    before = plots(context)
    next(one for one in context.find(v.Select).widgets if one.label == "Map").v_model = "trust"
    after = plots(context)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
    next(one for one in context.find(v.Slider).widgets if one.label == "Resident").v_model = 7
    home = models[-1].city.names[models[-1].resident(7).district]
    assert any(
        "Resident 7" in text and home in text for text in texts(context.find(ipywidgets.Widget).widgets[0])
    )
