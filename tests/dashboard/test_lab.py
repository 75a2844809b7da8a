"""The laboratory: map, mechanisms' pages, curves, switching off, tours and glossary, without a browser."""

from __future__ import annotations

import re
import sys
import tomllib

import numpy as np
import pytest

from sim.dashboard.state.actions import act
from sim.dashboard.state.links import read_link, write_link
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.equation import FUNCTIONS, equations_of
from sim.dashboard.views.exports import command, scenario_text
from sim.dashboard.views.panel import panel
from sim.dashboard.views.panels.glossary import NAMED
from sim.dashboard.views.panels.model_map import drawn_flows
from sim.dashboard.views.sentence import sentence
from sim.dashboard.views.understand import understand
from sim.dashboard.work.paired import ORDER_OF_OUTCOMES, Paired, paired_spec
from sim.debate.tours import STOPS, list_tours, load_tour
from sim.locale.catalogue import FALLBACK, LANGUAGES, keys, translate
from sim.model.response_curves import RESPONSES
from sim.model.schedule import ORDER
from sim.outcomes import FIRST_SEVEN
from sim.parameters import DECLARATIONS, LEVERS
from sim.scenario.off import switchable
from tests.dashboard.runs import made
from tests.dashboard.test_sentence import run_result
from tests.dashboard.test_takeaway import Nothing

FIRST = list_tours()[0]


class Found(Nothing):
    """A session that has made the runs of some scenes."""

    def __init__(self, made: dict[tuple[str, ...], Paired]) -> None:
        self.made = made

    def paired_of(self, scene: Scene) -> Paired | None:
        return self.made.get(scene.off)

    def whole_of(self, scene: Scene) -> Paired | None:
        return self.made.get(())


def level(value: float) -> Paired:
    values = np.full((20, 3, 130, len(ORDER_OF_OUTCOMES)), value, np.float32)
    return made(("A", "B", "N"), values)


@pytest.fixture
def state() -> ViewState:
    return ViewState(Scene(mode="understand"))


def shown(state: ViewState, found: Nothing | None = None) -> dict:
    return panel(state, found or Nothing())


# The map


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_node_of_the_map_is_a_door(language: str) -> None:
    state = ViewState(Scene(language=language), panel="model_map")
    nodes = shown(state)["nodes"]
    assert {node["kind"] for node in nodes} == {"lever", "mechanism", "outcome"}
    assert sum(node["kind"] == "mechanism" for node in nodes) == len(ORDER)
    after = [act(state, node["opens"]) for node in nodes]
    assert [one.notice for one in after if one.notice] == []
    assert {one.panel for one in after} == {"glossary", "mechanism", "define"}


def test_a_way_from_a_lever_to_an_outcome_is_lit_and_told(state: ViewState) -> None:
    lit = act(state, {"do": "light", "lever": "surveillance", "outcome": "expression"})
    map_ = shown(lit)
    assert map_["way"][0]["label"] == LEVERS["surveillance"].title.translate("en")
    assert {"lever:surveillance", "mechanism:expression", "outcome:expression"} <= set(map_["lit"])
    assert sum(flow["lit"] for flow in map_["flows"]) >= 3
    assert "watched" in map_["way"][2]["carries"]
    dark = shown(act(lit, {"do": "light", "outcome": ""}))
    assert (dark["way"], dark["lit"], dark["none"]) == ([], [], "")


def test_where_nothing_leads_the_map_says_so(state: ViewState) -> None:
    lost = shown(act(state, {"do": "light", "lever": "places", "outcome": "concentration"}))
    assert lost["none"] == translate("lab-no_way", "en")


def test_all_flows_with_two_ends_are_drawn(state: ViewState) -> None:
    assert len(shown(state.change(panel="model_map"))["flows"]) == len(drawn_flows()) > 200


# Mechanisms


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [one.name for one in ORDER])
def test_each_mechanism_has_a_page(name: str, language: str) -> None:
    state = act(ViewState(Scene(language=language)), {"do": "mechanism", "name": name})
    page = shown(state)
    assert page["title"] == DECLARATIONS[name].title.translate(language)
    assert all(page[key] for key in ("claim", "against", "source", "strength", "place"))
    assert page["switch"]["means"]
    assert act(state, {"do": "mechanism", "name": page["after"]}).mechanism == page["after"]
    assert page["levers"] or page["assumptions"] or name in ("needs", "perception")


def test_every_number_of_an_equation_is_told_and_every_city_has_its_own(state: ViewState) -> None:
    moved = act(state, {"do": "lever", "letter": "B", "name": "digital_only", "value": 0.9})
    page = shown(act(moved, {"do": "mechanism", "name": "adoption"}))
    told = {part["text"]: part["value"] for line in page["equations"] for part in line if "value" in part}
    assert told["digital_only"].endswith("B 90")
    assert told["imitation_q"] == "0.38"
    changed = act(moved, {"do": "assumption", "name": "imitation_q", "value": 0.5})
    page = shown(act(changed, {"do": "mechanism", "name": "adoption"}))
    assert "0.5" in {part.get("value") for line in page["equations"] for part in line}


def test_equations_keep_every_letter_of_the_docstring() -> None:
    for one in ORDER:
        text = "".join(
            part.text + (f"_{part.below}" if part.below else "")
            for line in equations_of(one.name)
            for part in line
        )
        said = re.sub(r"[\s^]", "", sys.modules[one.columns.__module__].__doc__ or "")
        for line in re.split(r"\n", text):
            assert re.sub(r"\s", "", line)[:40] in said


def test_what_is_a_parameter_a_function_and_an_exponent() -> None:
    parts = [part for line in equations_of("innovation") for part in line]
    kinds = {(part.text, part.kind, part.raised) for part in parts}
    assert {("catalyst", "parameter", True), ("M", "symbol", False), ("ln", "function", False)} <= kinds
    assert "max" in FUNCTIONS
    assert ("difficulty", "parameter", True) in kinds
    assert {part.below for part in parts if part.text == "share"} <= {"", "o"}


def test_curves_follow_the_levers_and_assumptions(state: ViewState) -> None:
    pages = [
        shown(act(one, {"do": "mechanism", "name": "adoption"}))["curves"][0]["lines"]
        for one in (state, act(state, {"do": "assumption", "name": "imitation_q", "value": 0.9}))
    ]
    assert pages[0][0]["points"] != pages[1][0]["points"]
    assert pages[0][0]["points"] != pages[0][1]["points"]  # the cities differ in what is online only


@pytest.mark.parametrize("name", [one.name for one in RESPONSES])
def test_a_curve_is_the_compiled_rule_and_stays_in_its_box(name: str) -> None:
    response = next(one for one in RESPONSES if one.name == name)
    values = response.values(Scene().assumed, Scene().levers("A"))
    assert np.isfinite(values).all()
    page = shown(ViewState(Scene(), panel="mechanism", mechanism=response.mechanism))
    (curve,) = (one for one in page["curves"] if one["name"] == name)
    drawn = np.array([point for line in curve["lines"] for point in line["points"]])
    assert drawn.min() >= 0
    assert drawn.max() <= 1


# Off


def test_a_mechanism_is_switched_off_and_on_in_the_runs_links_and_files(state: ViewState) -> None:
    off = act(state, {"do": "off", "name": "mobilisation"})
    assert off.scene.spec().off == ("mobilisation",)
    assert read_link(write_link(off.scene))[0].off == ("mobilisation",)
    assert command(off.scene).endswith("--off mobilisation")
    assert tomllib.loads(scenario_text(off.scene, "A"))["off"] == ["mobilisation"]
    assert act(off, {"do": "off", "name": "mobilisation"}).scene.off == ()
    assert act(act(off, {"do": "off", "name": "trust"}), {"do": "off"}).scene.off == ()
    assert act(off, {"do": "undo"}).scene == state.scene
    assert act(state, {"do": "off", "name": "mobilization"}).scene.off == ()


def test_runs_with_a_mechanism_off_are_not_taken_for_those_with_it(state: ViewState) -> None:
    off = act(state, {"do": "off", "name": "expression"}).scene
    assert paired_spec(off) != paired_spec(state.scene)
    assert paired_spec(off.change(off=())) == paired_spec(state.scene)


def test_the_sentence_names_what_is_off(state: ViewState) -> None:
    off = act(state, {"do": "off", "name": "expression"}).scene
    said = sentence(off, run_result(), level(0.5))["small"]
    assert f"without: {DECLARATIONS['expression'].title.translate('en')}" in said


def test_with_and_without_stand_side_by_side(state: ViewState) -> None:
    off = act(act(state, {"do": "mechanism", "name": "expression"}), {"do": "off", "name": "expression"})
    waiting = shown(off, Found({(): level(0.5)}))["switch"]
    assert waiting["waiting"]
    assert waiting["rows"][0]["cells"][0]["off"] == ""
    told = shown(off, Found({(): level(0.5), ("expression",): level(0.6)}))["switch"]
    assert (told["waiting"], [row["id"] for row in told["rows"]]) == ("", list(FIRST_SEVEN))
    assert [(cell["on"], cell["off"], cell["change"]) for cell in told["rows"][0]["cells"]] == [
        ("50.0", "60.0", "+10.0")
    ] * 2


@pytest.mark.filterwarnings("ignore:Mean of empty slice")
def test_what_is_not_defined_without_a_mechanism_is_a_dash(state: ViewState) -> None:
    """Without consent nobody shares, so no satisfaction is reported."""
    off = act(act(state, {"do": "mechanism", "name": "consent"}), {"do": "off", "name": "consent"})
    told = shown(off, Found({(): level(0.5), ("consent",): level(np.nan)}))["switch"]
    assert {(cell["off"], cell["change"]) for row in told["rows"] for cell in row["cells"]} == {("–", "–")}


def test_every_mechanism_can_be_switched_off(state: ViewState) -> None:
    assert set(switchable()) >= {one.name for one in ORDER}


# Tours


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list_tours())
def test_a_tour_is_walked_from_end_to_end(name: str, language: str) -> None:
    state = act(ViewState(Scene(language=language)), {"do": "mode", "mode": "understand"})
    state = act(state, {"do": "tour", "name": name})
    assert (state.scene.covered, state.scene.week) == (True, 0)
    assert act(state, {"do": "stop", "to": 1}).scene.stop == 0  # nothing before the prediction
    asked = "".join(part["text"] for part in sentence(state.scene, None, None)["parts"])
    assert asked == load_tour(name).ask.translate(language)
    state = act(state, {"do": "predict", "answer": "A"})
    for at, stop in enumerate(STOPS):
        state = act(state, {"do": "stop", "to": at})
        seen = understand(state)["tour"]
        assert (state.notice, seen["stop"]) == ("", at)
        assert seen["lines"] or seen["works"] or stop == "question"
        assert read_link(write_link(state.scene))[0] == state.scene
    assert not state.scene.covered
    assert state.scene.focus == load_tour(name).outcome


def test_a_prediction_is_committed_once_the_curtain_is_open(state: ViewState) -> None:
    asked = act(state, {"do": "tour", "name": FIRST})
    said = act(act(asked, {"do": "predict", "answer": "A"}), {"do": "predict", "answer": "B"})
    assert said.scene.predictions == {FIRST: "B"}
    revealed = act(said, {"do": "stop", "to": 1})
    assert revealed.playing
    assert act(revealed, {"do": "predict", "answer": "A"}).scene.predictions == {FIRST: "B"}
    assert act(asked, {"do": "predict", "answer": "C"}).scene.predictions == {}


def test_the_reveal_sets_the_prediction_beside_the_runs(state: ViewState) -> None:
    said = act(act(state, {"do": "tour", "name": FIRST}), {"do": "predict", "answer": "A"})
    revealed = act(said, {"do": "stop", "to": 1})
    paired = level(0.5)
    paired.values[:, 1] += 0.2
    assert (
        understand(revealed, paired)["tour"]["told"]
        == "You expected: City A. The runs: higher in B in 20 of 20."
    )
    assert "about equal" in understand(revealed, level(0.5))["tour"]["told"]
    assert translate("shared-waiting", "en") in understand(revealed)["tour"]["told"]


def test_what_is_tried_lasts_until_the_tour_is_left_or_gone_back(state: ViewState) -> None:
    at = act(act(state, {"do": "tour", "name": "being-watched"}), {"do": "predict", "answer": "A"})
    trying = act(act(at, {"do": "stop", "to": 3}), {"do": "off", "name": "expression"})
    assert act(trying, {"do": "stop", "to": 4}).scene.off == ("expression",)
    assert act(trying, {"do": "stop", "to": 1}).scene.off == ()
    left = act(trying, {"do": "tour", "name": ""})
    assert (left.scene.tour, left.scene.off) == ("", ("expression",))


# The glossary


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_holds_every_name_once(language: str) -> None:
    entries = shown(ViewState(Scene(language=language), panel="glossary"))["entries"]
    listed = [entry["key"] for entry in entries]
    assert len(listed) == len(set(listed))
    assert {entry["name"] for entry in entries} >= set(LEVERS)
    assert [entry for entry in entries if not (entry["label"] and entry["text"])] == []
    chilling = next(entry for entry in entries if entry["key"] == "assumption:chilling")
    assert "chilling effect" in chilling["term"]
    opened = [act(ViewState(Scene()), entry["opens"]) for entry in entries if entry["opens"]]
    assert [one.notice for one in opened if one.notice] == []


def test_sources_say_what_they_are_cited_for() -> None:
    entries = shown(ViewState(Scene(), panel="glossary"))["entries"]
    bass = [
        entry for entry in entries if entry["key"].startswith("source") and "Bass (1969)" in entry["label"]
    ]
    assert bass
    assert any(DECLARATIONS["adoption"].title.translate("en") in entry["text"] for entry in bass)


def test_every_term_is_of_something_that_has_an_entry() -> None:
    assert [
        key for key in keys(FALLBACK) if key.startswith("term-") and key.removeprefix("term-") not in NAMED
    ] == []
