"""The picture's own actions: runs, zoom, the large stage, names."""

from __future__ import annotations

import tomllib
from html import escape

import numpy as np
import pytest

from sim.dashboard.state.actions import act
from sim.dashboard.state.links import read_link, write_link
from sim.dashboard.state.names import name_of
from sim.dashboard.state.scene import SCENE_VERSION, Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.exports import scenario_text
from sim.dashboard.views.panels.runs import runs
from sim.dashboard.views.report import report
from sim.dashboard.views.sentence import sentence
from sim.dashboard.work.frame import pack_runs
from sim.dashboard.work.paired import ORDER_OF_OUTCOMES, Paired
from tests.dashboard.runs import made
from tests.dashboard.test_frame import unpack
from tests.dashboard.test_links import packed
from tests.dashboard.test_sentence import run_result


@pytest.fixture
def state() -> ViewState:
    return ViewState(Scene())


def some_runs() -> Paired:
    values = np.random.default_rng(7).random((20, 3, 130, len(ORDER_OF_OUTCOMES)))
    return made(("A", "B", "N"), values.astype(np.float32))


def test_runs_are_lines_then_dots_then_gone(state: ViewState) -> None:
    seen = []
    for _ in range(3):
        state = act(state, {"do": "runs"})
        seen.append(state.runs)
    assert seen == ["lines", "dots", ""]


def test_runs_go_when_anything_else_changes_and_stay_behind_the_curtain(state: ViewState) -> None:
    shown = act(state, {"do": "runs"})
    assert act(shown, {"do": "focus", "outcome": "calm"}).runs == ""
    assert act(act(state, {"do": "mode", "mode": "debate"}), {"do": "runs"}).runs == ""


def test_the_browser_gets_one_outcome_of_every_run() -> None:
    paired = some_runs()
    header, arrays = unpack(pack_runs(paired, "calm"))
    assert header["outcomes"] == ["calm"]
    np.testing.assert_array_equal(arrays["runs"], paired.values[..., ORDER_OF_OUTCOMES.index("calm")])


def test_run_by_run_counts_what_the_sentence_counts() -> None:
    paired = some_runs()
    told = runs(Scene(), paired)
    gaps = [float(row[-1].replace("−", "-")) for row in told["rows"][2:]]
    assert len(gaps) == 20
    np.testing.assert_allclose(gaps, 100 * np.array(paired.gaps("wellbeing", 520, "A", "B")), atol=0.051)
    low, high = (float(end.replace("−", "-")) for end in told["rows"][1][-1].split(" and "))
    assert sum(low <= gap <= high for gap in gaps) == 18


def test_no_runs_no_rows() -> None:
    assert runs(Scene(), None)["rows"] == []
    assert runs(Scene(), None)["waiting"]


def test_the_cut_axis_is_part_of_the_scene_and_its_link(state: ViewState) -> None:
    cut = act(state, {"do": "zoom"})
    assert cut.scene.zoom
    assert read_link(write_link(cut.scene))[0].zoom
    assert act(cut, {"do": "undo"}).scene == state.scene
    assert not act(cut, {"do": "cue", "to": 0}).scene.zoom  # a cue begins from a clean scene


def test_large_goes_to_the_stage_where_there_is_no_stage_window(state: ViewState) -> None:
    alone = act(state, {"do": "large", "alone": True}).scene
    assert (alone.stage, alone.large) == (True, True)
    beside = act(state, {"do": "large", "alone": False})
    assert (beside.scene.stage, beside.scene.large) == (False, True)
    assert not act(beside, {"do": "large", "alone": False}).scene.large
    left = act(ViewState(alone), {"do": "stage", "on": False})
    assert act(left, {"do": "large", "alone": True}).scene == alone
    assert read_link(write_link(alone))[0] == alone


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  The Agora ", "The Agora"),
        ("two\nlines\tof\x00text", "two lines of text"),
        ("right\u202eleft", "right left"),
        ("x" * 99, "x" * 24),
        ("a" * 23 + " b", "a" * 23),
        ("{A|9} <b>", "{A|9} <b>"),
    ],
)
def test_a_name_is_one_short_line_of_plain_text(state: ViewState, typed: str, kept: str) -> None:
    scene = act(state, {"do": "rename", "letter": "B", "name": typed}).scene
    assert scene.names == {"B": kept}
    assert read_link(write_link(scene))[0] == scene
    parts = sentence(scene, run_result(), None)["parts"]
    assert [part["text"] for part in parts if part["city"] == "B"] == [f"{kept} (B) 50"]
    assert escape(f"B · {kept}") in report(scene, None, "")
    assert tomllib.loads(scenario_text(scene, "B"))["text"]["fr"]["title"] == kept


def test_an_empty_name_gives_the_letter_back_and_only_two_cities_are_renamed(state: ViewState) -> None:
    named = act(state, {"do": "rename", "letter": "A", "name": "Agora"})
    assert name_of(named.scene, "A") == "A · Agora"
    assert name_of(act(named, {"do": "rename", "letter": "A", "name": " "}).scene, "A") == "City A"
    refused = act(act(named, {"do": "room"}), {"do": "rename", "letter": "C", "name": "Ours"})
    assert refused.scene.names == {"A": "Agora"}
    assert refused.notice


def test_a_link_cannot_bring_a_long_name() -> None:
    fields = {"v": SCENE_VERSION, "names": {"A": "y" * 400, "B": 7, "C": "Ours"}}
    assert read_link(packed(fields))[0].names == {"A": "y" * 24}
