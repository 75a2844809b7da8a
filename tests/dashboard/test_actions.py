from __future__ import annotations

import pytest

from sim.dashboard.state import actions_time, actions_view  # noqa: F401 they register their actions
from sim.dashboard.state.actions import ACTIONS, act
from sim.dashboard.state.links import write_link
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.work.simulation import WEEKS


@pytest.fixture
def state() -> ViewState:
    return ViewState(Scene())


def test_a_lever_is_moved_in_one_city_only(state: ViewState) -> None:
    after = act(state, {"do": "lever", "letter": "B", "name": "surveillance", "value": 0.25})
    assert after.scene.levers("B")["surveillance"] == 0.25
    assert after.scene.levers("A") == state.scene.levers("A")


def test_a_lever_set_back_by_hand_is_no_longer_a_change(state: ViewState) -> None:
    start = state.scene.levers("A")["surveillance"]
    moved = act(state, {"do": "lever", "letter": "A", "name": "surveillance", "value": 0.9})
    moved = act(moved, {"do": "lever", "letter": "A", "name": "places", "value": 0.9})
    back = act(moved, {"do": "lever", "letter": "A", "name": "surveillance", "value": start})
    assert dict(back.scene.changes["A"]) == {"places": 0.9}


def test_unset_clears_only_that_lever(state: ViewState) -> None:
    for name in ("surveillance", "places"):
        state = act(state, {"do": "lever", "letter": "A", "name": name, "value": 0.9})
    assert dict(act(state, {"do": "unset", "letter": "A", "name": "places"}).scene.changes["A"]) == {
        "surveillance": 0.9
    }


@pytest.mark.parametrize(
    "data",
    [
        {"do": "lever", "letter": "A", "name": "surveilance", "value": 0.5},
        {"do": "lever", "letter": "A", "name": "surveillance", "value": 7},
        {"do": "lever", "letter": "A", "name": "surveillance", "value": float("nan")},
        {"do": "lever", "letter": "Q", "name": "surveillance", "value": 0.5},
        {"do": "base", "letter": "A", "scenario": "../../etc/passwd"},
        {"do": "context", "name": "city", "value": "/etc/passwd.csv"},
        {"do": "event", "kind": "breach", "week": -4},
        {"do": "lever", "letter": "A", "levers": {"aim_wellbeing": 0, "aim_cost": 0, "aim_order": 0}},
        {"do": "focus", "outcome": "happiness"},
        {"do": "seek", "week": "soon"},
        {"do": "seek", "by": 1.5},
        {"do": "seek", "week": float("inf")},
        {"do": "lever"},
        {"do": "event"},
        {"do": "stage", "on": "yes"},
    ],
)
def test_what_is_not_allowed_changes_nothing_and_says_so(state: ViewState, data: dict[str, object]) -> None:
    after = act(state, data)
    assert after.scene == state.scene
    assert after.notice
    assert "\n" not in after.notice


@pytest.mark.parametrize("data", [{}, {"do": "explode"}, {"do": ["lever"]}, {"do": None}])
def test_nonsense_from_the_browser_is_left_aside(state: ViewState, data: dict[str, object]) -> None:
    assert act(state, data) == state


def test_a_key_pressed_before_the_browser_heard_that_keys_are_off_does_nothing(state: ViewState) -> None:
    off = act(state, {"do": "keys", "on": False})
    assert act(off, {"do": "stage", "by_key": True}) == off
    assert act(off, {"do": "stage"}).scene.stage
    assert act(state, {"do": "stage", "by_key": True}).scene.stage


def test_undo_and_redo_go_back_and_forth(state: ViewState) -> None:
    moved = act(state, {"do": "lever", "letter": "A", "name": "places", "value": 0.9})
    undone = act(moved, {"do": "undo"})
    assert undone.scene == state.scene
    assert act(undone, {"do": "redo"}).scene == moved.scene


def test_play_from_the_end_begins_at_the_fork(state: ViewState) -> None:
    assert state.scene.week == WEEKS
    playing = act(state, {"do": "play"})
    assert (playing.playing, playing.start, playing.scene.week) == (True, 0, WEEKS)
    assert act(playing, {"do": "pause", "week": 99.6}).scene.week == 100


def test_a_tile_and_the_focus_change_places(state: ViewState) -> None:
    after = act(state, {"do": "focus", "outcome": "calm"}).scene
    assert after.focus == "calm"
    assert "wellbeing" in after.tiles
    assert len(set(after.tiles)) == 6


def test_the_rooms_city_comes_and_goes(state: ViewState) -> None:
    with_room = act(state, {"do": "room"})
    assert with_room.scene.letters == ("A", "B", "C")
    assert act(with_room, {"do": "room"}).scene.letters == ("A", "B")


def test_assumptions_hold_in_every_city_and_in_no_change(state: ViewState) -> None:
    spec = act(state, {"do": "assumption", "name": "trust_speed", "value": 0.05}).scene.spec()
    assert ("trust_speed", 0.05) in spec.assumptions
    assert spec.labels == ("A", "B", "N")


def test_an_event_for_all_also_happens_without_change(state: ViewState) -> None:
    after = act(state, {"do": "event", "kind": "spark", "week": 10, "city": "all"}).scene
    assert [len(city.events) for city in after.spec().cities] == [1, 1, 1]
    only_b = act(state, {"do": "event", "kind": "spark", "week": 10, "city": "B"}).scene
    assert [len(city.events) for city in only_b.spec().cities] == [0, 1, 0]


def test_every_action_says_what_it_does() -> None:
    assert all(action.__doc__ for action in ACTIONS.values())


def test_starting_over_asks_and_rewinding_keeps_the_levers(state: ViewState) -> None:
    moved = act(state, {"do": "lever", "letter": "A", "name": "places", "value": 0.9})
    asked = act(moved, {"do": "restart"})
    assert (asked.panel, asked.scene) == ("restart", moved.scene)
    back = act(asked, {"do": "rewind"})
    assert (back.panel, back.scene.week, back.scene.changes) == ("", 0, moved.scene.changes)
    fresh = act(asked, {"do": "restart", "sure": True})
    assert (fresh.panel, fresh.scene.changes) == ("", {})
    assert act(fresh, {"do": "undo"}).scene.changes == moved.scene.changes


def test_a_page_loaded_again_while_it_plays_stands_at_the_end(state: ViewState) -> None:
    playing = act(act(state, {"do": "seek", "week": 100}), {"do": "play"})
    assert (playing.start, playing.scene.week) == (100, WEEKS)
    again = act(ViewState(Scene()), {"do": "hello", "link": write_link(playing.scene)})
    assert (again.playing, again.scene.week) == (False, WEEKS)


def test_a_reform_can_be_let_loose_and_says_what_it_sets(state: ViewState) -> None:
    reform = {"do": "event", "kind": "reform", "week": 52, "city": "A", "lever": "places", "value": 0.9}
    after = act(state, reform)
    assert [event["kind"] for event in after.scene.events] == ["reform"]
    assert after.scene.events_of("A")[-1].value == 0.9
    refused = act(state, {**reform, "value": 9})
    assert "9" in refused.notice
    assert refused.scene.events == ()


def test_quick_steps_of_a_week_add_up_and_stop_at_the_ends() -> None:
    state = act(ViewState(Scene()), {"do": "seek", "week": 100})
    for _ in range(3):
        state = act(state, {"do": "seek", "by": 1})
    assert state.scene.week == 103
    assert act(state, {"do": "seek", "by": -200}).scene.week == 0
    assert act(act(state, {"do": "seek", "week": WEEKS}), {"do": "seek", "by": 1}).scene.week == WEEKS
