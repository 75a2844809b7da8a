"""What a debate offers besides: residents, the large stage, what is taken away."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.dashboard.state import actions_debate, actions_time, actions_view, debates  # noqa: F401 they register their actions
from sim.dashboard.state.actions import act
from sim.dashboard.state.names import name_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.debate import debate
from sim.dashboard.views.exports import command, scenario_text
from sim.dashboard.views.report import report
from sim.debate.read import debates_folder
from sim.files.errors import InputError
from sim.scenario.scenario import load_scenario
from tests.dashboard.played import at


def test_residents_are_drawn_one_after_another(state: ViewState) -> None:
    once = act(state, {"do": "resident"})
    assert [once.scene.resident, act(once, {"do": "resident"}).scene.resident] == [0, 1]


def test_a_resident_is_there_as_soon_as_asked_for(state: ViewState) -> None:
    first = at(state, "resident")
    assert (first.panel, first.scene.resident) == ("resident", 0)
    second = act(first, {"do": "resident"})
    back = act(act(second, {"do": "step", "by": -1}), {"do": "step", "by": 1})
    assert (back.panel, back.scene.resident) == ("resident", 1)
    assert act(state, {"do": "resident", "keep": True}).scene.resident == 0
    assert act(second, {"do": "resident", "keep": True}).scene.resident == 1


@pytest.mark.parametrize("stage", [False, True])
def test_the_large_stage_gives_back_the_view_before(state: ViewState, stage: bool) -> None:
    before = act(state, {"do": "stage", "on": stage})
    large = act(before, {"do": "large"})
    assert (large.scene.large, large.scene.stage) == (True, True)
    assert act(large, {"do": "large"}).scene == before.scene
    window = act(before, {"do": "large", "alone": False})
    assert (window.scene.large, window.scene.stage) == (True, stage)
    assert act(window, {"do": "large", "alone": False}).scene == before.scene


def test_the_command_names_changed_cities_by_their_files(state: ViewState) -> None:
    assert command(state.scene).startswith("two-cities compare emancipatory control --city london")
    changed = act(state, {"do": "lever", "letter": "B", "name": "places", "value": 0.9}).scene
    assert "compare emancipatory city-b.toml" in command(changed)


def test_a_scenario_file_gives_the_same_city_again(state: ViewState, tmp_path: object) -> None:
    scene = act(state, {"do": "lever", "letter": "B", "name": "places", "value": 0.9}).scene
    path = tmp_path / "city-b.toml"  # type: ignore[operator]
    path.write_text(scenario_text(scene, "B"), encoding="utf-8")
    assert dict(load_scenario(path).levers) == scene.levers("B")


def test_text_in_the_report_is_never_markup() -> None:
    page = report(Scene(), None, "<script>alert(1)</script>")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_the_report_tells_in_words_what_the_room_said_and_assumed(state: ViewState) -> None:
    scene = act(at(state, "calm", 1), {"do": "tally", "answer": "same"}).scene.change(
        assumption_set="sceptic", language="fr"
    )
    page = report(scene, None, "")
    assert "Rues calmes – La salle a dit\u202f: À peu près pareil" in page
    assert "sceptic" not in page.split("two-cities compare")[0].split("assumptions</td>")[0]


def test_a_debate_of_ones_own_is_offered_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debates, "_OWN", [])
    own = tmp_path / "ours.toml"
    text = (debates_folder() / "three-minutes.toml").read_text(encoding="utf-8")
    camps = 'camps = { A = { en = "The Agora", fr = "L’Agora" } }\n'
    own.write_text(text.replace("city =", f"{camps}city =", 1), encoding="utf-8")
    debates.offer(str(own))
    assert debates.offered()[0] == debates.opening() == "ours"
    state = act(ViewState(Scene(debate=debates.opening())), {"do": "mode", "mode": "debate"})
    assert debate(state)["debates"][0]["name"] == "ours"
    assert name_of(state.scene, "A") == "A · The Agora"
    assert name_of(act(state, {"do": "mode", "mode": "explore"}).scene, "A") == "City A"
    twin = tmp_path / "class.toml"
    twin.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="give the file another name"):
        debates.offer(str(twin))
