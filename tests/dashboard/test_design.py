"""The present scene as a design file: whatever a visitor did, `two-cities validate` takes it."""

from __future__ import annotations

import tomllib
from itertools import combinations, product
from pathlib import Path

import pytest

from sim.cli import validate
from sim.dashboard.state import cities
from sim.dashboard.state.actions import act
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.design import design_file
from sim.locale.catalogue import LANGUAGES
from sim.parameters import LEVERS, check_shares
from sim.scenario.scenario import list_scenarios
from sim.studies.design import Design
from sim.studies.expansion import expand

ALL_MOVED = {name: one.explored[0] for name, one in LEVERS.items() if one.kind != "number"} | {
    name: 0.3 for name, one in LEVERS.items() if one.kind == "number"
}
BREACH = {"do": "event", "kind": "breach", "week": 52}


def scene_after(*actions: dict[str, object], **fields: object) -> Scene:
    state = ViewState(Scene(**fields))  # type: ignore[arg-type]
    for one in actions:
        state = act(state, one)
        assert not state.notice
    return state.scene


SCENES = {
    "opening": scene_after(),
    "one lever": scene_after({"do": "lever", "letter": "A", "name": "surveillance", "value": 0.4}),
    "every lever": scene_after({"do": "lever", "letter": "B", "levers": ALL_MOVED}),
    "a word for no limit": scene_after(
        {"do": "lever", "letter": "A", "name": "epsilon", "value": 1.0},
        {"do": "lever", "letter": "B", "name": "evolving", "value": True},
    ),
    "assumptions": scene_after(
        {"do": "assumption_set", "set": "sceptic"},
        {"do": "assumption", "name": "gain", "value": 0.2},
    ),
    "events": scene_after(
        BREACH,
        BREACH | {"kind": "budget_cut", "city": "A"},
        BREACH | {"kind": "reform", "lever": "consent", "value": "opt_in"},
        BREACH | {"kind": "reform", "lever": "openness", "value": 0.5},
    ),
    "off": scene_after(off=("mobilisation", "trust")),
    "room": scene_after({"do": "room"}, {"do": "lever", "letter": "C", "name": "places", "value": 0.9}),
    "one scenario": scene_after({"do": "base", "letter": "B", "scenario": "emancipatory"}),
    "one scenario, moved": scene_after(
        {"do": "base", "letter": "B", "scenario": "emancipatory"},
        {"do": "lever", "letter": "B", "name": "openness", "value": 0.1},
    ),
    "elsewhere": scene_after(city="london", seed=7, residents=3_000, names={"A": "A\u2028[run]"}),
}


def designed(scene: Scene, folder: Path) -> Design:
    path = folder / "sweep.toml"
    path.write_text(design_file(scene).text, "utf-8")
    return Design.read(path)


@pytest.mark.parametrize("name", SCENES)
def test_the_design_of_a_scene_is_sound(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validate, "_costs", lambda design: [str(len(expand(design).keys))])
    scene = SCENES[name]
    design = designed(scene, tmp_path)
    lines = validate.check(tmp_path / "sweep.toml")
    assert lines[0].startswith("a sound experiment")
    assert design.scenarios == tuple(dict.fromkeys((scene.bases["A"], scene.bases["B"])))
    assert design.assumptions == (scene.assumption_set,)
    assert design.settings == scene.assumptions
    assert (design.off, design.context["city"]) == (scene.off, scene.city)
    assert design.seeds == tuple(range(scene.seed, scene.seed + 5))


@pytest.mark.parametrize(("first", "second"), list(combinations(list_scenarios(), 2)))
def test_between_two_scenarios_each_lever_goes_from_one_to_the_other_alone(
    first: str, second: str, tmp_path: Path
) -> None:
    scene = Scene(bases={"A": first, "B": second})
    design = designed(scene, tmp_path)
    both = {letter: scene.levers(letter) for letter in "AB"}
    assert design.method == "one-at-a-time"
    assert {one.name for one in design.factors} == {
        name for name in LEVERS if both["A"][name] != both["B"][name]
    }
    for factor, levers in product(design.factors, both.values()):
        assert set(factor.options) <= {own[factor.name] for own in both.values()}
        for value in factor.options:
            check_shares({**levers, factor.name: value})


def test_the_first_point_between_two_scenarios_changes_nothing(tmp_path: Path) -> None:
    plan = expand(designed(Scene(), tmp_path))
    assert [plan.run(row).settings for row in (0, 1)] == [{}, {}]
    assert all(len(plan.run(row).settings) <= 1 for row in plan.rows[::7])


def test_moved_levers_vary_and_those_that_differ_are_named(tmp_path: Path) -> None:
    design = designed(SCENES["one lever"], tmp_path)
    assert [factor.name for factor in design.factors] == ["surveillance"]
    assert (design.method, design.samples) == ("latin-hypercube", 64)
    text = (tmp_path / "sweep.toml").read_text("utf-8")
    assert "surveillance = {}  # A: 0.4, B: 0.8" in text
    assert "# aim_cost = {}  # A: 0.2, B: 0.4" in text


def test_events_in_every_city_are_held(tmp_path: Path) -> None:
    design = designed(SCENES["events"], tmp_path)
    assert [event["kind"] for event in design.events.values()] == ["breach", "reform", "reform"]
    assert all(event["week"] == 52 for event in design.events.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "number"), [("opening", 0), ("events", 1), ("room", 1), ("one scenario", 1), ("elsewhere", 1)]
)
def test_what_a_design_does_not_hold_is_said_in_it(name: str, number: int, language: str) -> None:
    made = design_file(SCENES[name].change(language=language))
    assert len(made.left_out) == number
    comments = [line for line in made.text.splitlines() if line.startswith("# ")]
    for what in made.left_out:
        assert any(line.endswith(what) for line in comments)
    tomllib.loads(made.text)


def test_an_own_city_is_held_by_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cities, "_OWN", [])
    path = tmp_path / "ours.csv"
    path.write_text("district,population\nPort,12000\nHill,9000\n", "utf-8")
    cities.offer(str(path))
    assert designed(Scene(city="ours"), tmp_path).context["city"] == str(path)
    cities.add(cities.city_named("ours"), "picked.csv")
    made = design_file(Scene(city="picked"))
    assert len(made.left_out) == 1
    assert Design.of(tomllib.loads(made.text)).context["city"] == "london"
