from __future__ import annotations

import pytest

from sim.dashboard.state import actions_debate, actions_time, actions_view  # noqa: F401 they register their actions
from sim.dashboard.state.actions import act
from sim.dashboard.state.cues import hidden_outcomes, maps_covered
from sim.dashboard.state.poles import GROUPS, levers_at, position_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.script import CUES, LEAK_YEAR, YEAR
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.debate import debate, overlay
from sim.dashboard.views.exports import command, scenario_text
from sim.dashboard.views.report import report
from sim.dashboard.work.simulation import WEEKS
from sim.scenario.scenario import load_scenario


@pytest.fixture
def state() -> ViewState:
    return act(ViewState(Scene()), {"do": "cue", "to": 0})


def test_cues_go_forward_and_back_and_stop_at_the_ends(state: ViewState) -> None:
    assert act(state, {"do": "cue", "by": -1}).scene.cue == 0
    assert act(state, {"do": "cue", "by": 99}).scene.cue == len(CUES) - 1
    forth = act(state, {"do": "cue", "by": 1})
    assert act(forth, {"do": "cue", "by": -1}).scene == state.scene


def in_order(state: ViewState, to: int) -> ViewState:
    """Return the state after every cue up to ``to``, one by one."""
    for number in range(to + 1):
        state = act(state, {"do": "cue", "to": number})
    return state


def test_a_cue_looks_the_same_wherever_one_comes_from(state: ViewState) -> None:
    opened = {"resident", "bases", "letter"}  # a resident and a city once called in stay
    for to, cue in enumerate(CUES):
        expected = in_order(state, to).scene.as_dict()
        for start in range(len(CUES)):
            there = act(in_order(state, start), {"do": "cue", "to": to}).scene.as_dict()
            free = {"resident"} if "bases" in cue.changes else opened
            apart = {name for name in there if there[name] != expected[name]}
            assert apart <= free, f"{start + 1} to {to + 1}"


def test_only_the_second_reveal_is_swapped_and_only_the_leak_leaks(state: ViewState) -> None:
    scenes = {cue.name: act(state, {"do": "cue", "to": number}).scene for number, cue in enumerate(CUES)}
    assert [name for name, scene in scenes.items() if scene.swapped] == ["calm"]
    leaks = {
        name: [event["week"] for event in scene.events] for name, scene in scenes.items() if scene.events
    }
    assert leaks == {"leak": [LEAK_YEAR * YEAR]}


def test_under_the_curtain_time_stands_at_the_choice(state: ViewState) -> None:
    opinions = act(state, {"do": "cue", "to": 4})
    assert opinions.scene.week == 0
    year = act(act(opinions, {"do": "reveal", "years": 10}), {"do": "cover"}).scene
    assert (year.covered, year.week) == (True, 0)


def test_nothing_contested_is_shown_before_its_reveal(state: ViewState) -> None:
    for number, cue in enumerate(CUES):
        scene = act(state, {"do": "cue", "to": number}).scene
        assert scene.covered == (bool(cue.tally) or number < 3), cue.name


def test_a_reveal_shows_its_own_outcome_and_no_later_one(state: ViewState) -> None:
    opinions = act(act(state, {"do": "cue", "to": 4}), {"do": "reveal"}).scene
    assert set(opinions.tiles) == set(hidden_outcomes(opinions))
    calm = act(state, {"do": "cue", "to": 5}).scene
    assert set(calm.tiles) - set(hidden_outcomes(calm)) == {"expression"}
    flip = act(act(state, {"do": "cue", "to": 0}), {"do": "cue", "to": len(CUES) - 1}).scene
    assert hidden_outcomes(flip) == ()


def test_maps_and_lanes_wait_for_what_they_show(state: ViewState) -> None:
    warm_up = act(state, {"do": "cue", "to": 3}).scene
    assert maps_covered(warm_up)
    opinions = act(state, {"do": "cue", "to": 4})
    assert maps_covered(opinions.scene)
    assert not maps_covered(act(opinions, {"do": "reveal"}).scene)


def test_the_room_cannot_steer_by_any_value(state: ViewState) -> None:
    room = act(state, {"do": "cue", "to": 8}).scene
    assert hidden_outcomes(room) == room.tiles
    assert maps_covered(room)


def test_the_blend_ends_are_the_named_cities() -> None:
    for position, name in ((0.0, "emancipatory"), (1.0, "control")):
        levers = load_scenario(name).levers
        assert levers_at(position, GROUPS) == {key: levers[key] for key in levers_at(0.5, GROUPS)}
        assert [position_of(levers, group) for group in GROUPS] == [position] * 4


@pytest.mark.parametrize("group", GROUPS)
def test_a_question_blend_moves_its_own_levers_only(state: ViewState, group: str) -> None:
    room = act(state, {"do": "room"})
    after = act(room, {"do": "outcome", "letter": "C", "question": group, "position": 1.0}).scene.levers("C")
    assert position_of(after, group) == pytest.approx(1.0)
    for other in GROUPS:
        if other != group:
            assert position_of(after, other) == position_of(room.scene.levers("C"), other)


def test_a_tally_keeps_counts_only(state: ViewState) -> None:
    at = act(state, {"do": "cue", "to": 4})
    kept = act(at, {"do": "tally", "counts": {"A": "12", "B": 3, "who": "Ann"}}).scene.tallies["opinions"]
    assert kept == {"A": 12, "B": 3, "same": 0, "unknown": 0}


def test_residents_are_drawn_one_after_another(state: ViewState) -> None:
    once = act(state, {"do": "resident"})
    assert [once.scene.resident, act(once, {"do": "resident"}).scene.resident] == [0, 1]


def test_a_resident_is_there_as_soon_as_asked_for(state: ViewState) -> None:
    at = [cue.name for cue in CUES].index("resident")
    first = act(state, {"do": "cue", "to": at})
    assert (first.panel, first.scene.resident) == ("resident", 0)
    second = act(first, {"do": "resident"})
    assert act(act(second, {"do": "cue", "by": -1}), {"do": "cue", "to": at}).scene.resident == 1
    assert act(state, {"do": "resident", "keep": True}).scene.resident == 0
    assert act(second, {"do": "resident", "keep": True}).scene.resident == 1


@pytest.mark.parametrize(
    ("language", "most", "counted"),
    [
        ("en", "The room said: Most say A", "The room said: A 12, B 20, same 5, don’t know 3"),
        (
            "fr",
            "La salle a dit\u202f: La plupart disent A",
            "La salle a dit\u202f: A 12, B 20, pareil 5, ne sait pas 3",
        ),
    ],
)
def test_a_tally_says_what_the_room_expects(state: ViewState, language: str, most: str, counted: str) -> None:
    at = act(act(state, {"do": "cue", "to": 4}), {"do": "language", "language": language})
    assert overlay(at.scene) is None
    quick = act(at, {"do": "tally", "answer": "A"})
    assert overlay(quick.scene) == {"kind": "tally", "text": most}
    assert [one["answer"] for one in debate(quick)["tally"]["quick"] if one["chosen"]] == ["A"]
    typed = act(quick, {"do": "tally", "counts": {"unknown": 3, "same": 5, "B": 20, "A": 12}})
    assert overlay(typed.scene) == {"kind": "tally", "text": counted}
    assert not any(one["chosen"] for one in debate(typed)["tally"]["quick"])
    lone = act(at, {"do": "tally", "counts": {"A": 1}})
    assert debate(lone)["tally"]["told"].startswith(counted.partition("12")[0] + "1, B 0")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            [
                "A shared trust 45, each resident 25, city hall 25\u00a0· How people agree: ask first",
                "Private companies 45, national government 40\u00a0· How people agree: required",
            ],
        ),
        (
            "fr",
            [
                (
                    "Un commun partagé 45, chaque habitant 25, la mairie 25"
                    "\u00a0· Mode d’accord\u202f: demander d’abord"
                ),
                "Les entreprises 45, l’État 40\u00a0· Mode d’accord\u202f: obligatoire",
            ],
        ),
    ],
)
def test_the_cards_say_who_holds_the_data(state: ViewState, language: str, expected: list[str]) -> None:
    fork = act(act(state, {"do": "cue", "to": 2}), {"do": "language", "language": language})
    cards = overlay(act(fork, {"do": "rename", "letter": "A", "name": "Agora"}).scene)
    assert cards is not None
    assert [card["rows"][0]["text"] for card in cards["cards"]] == expected
    assert [card["title"][:3] for card in cards["cards"]] == ["A ·", "Cit" if language == "en" else "Vil"]
    assert cards["cards"][1]["note"].lower() == ("order first" if language == "en" else "ordre d’abord")


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


def test_going_into_the_debate_draws_the_curtain_and_leaving_opens_it() -> None:
    inside = act(ViewState(Scene()), {"do": "mode", "mode": "debate"}).scene
    assert (inside.mode, inside.covered, inside.cue) == ("debate", True, 0)
    outside = act(ViewState(inside), {"do": "mode", "mode": "explore"}).scene
    assert (outside.mode, outside.covered, outside.week) == ("explore", False, WEEKS)
    assert hidden_outcomes(outside) == ()


def test_the_report_tells_in_words_what_the_room_said_and_assumed(state: ViewState) -> None:
    at = act(state, {"do": "cue", "to": 4})
    scene = act(at, {"do": "tally", "answer": "same"}).scene.change(assumption_set="sceptic", language="fr")
    page = report(scene, None, "")
    assert "Révélation 1\u202f: opinions exprimées – La salle a dit\u202f: À peu près pareil" in page
    assert "sceptic" not in page.split("two-cities compare")[0].split("assumptions</td>")[0]
