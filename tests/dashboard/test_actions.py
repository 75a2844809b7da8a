from __future__ import annotations

import pytest

from sim.dashboard.state.actions import ACTIONS, act
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import Desk
from sim.dashboard.work.simulation import WEEKS


@pytest.fixture
def desk() -> Desk:
    return Desk(Scene())


def test_a_lever_is_moved_in_one_city_only(desk: Desk) -> None:
    after = act(desk, {"do": "lever", "letter": "B", "name": "surveillance", "value": 0.25})
    assert after.scene.levers("B")["surveillance"] == 0.25
    assert after.scene.levers("A") == desk.scene.levers("A")


def test_a_lever_set_back_by_hand_is_no_longer_a_change(desk: Desk) -> None:
    start = desk.scene.levers("A")["surveillance"]
    moved = act(desk, {"do": "lever", "letter": "A", "name": "surveillance", "value": 0.9})
    moved = act(moved, {"do": "lever", "letter": "A", "name": "places", "value": 0.9})
    back = act(moved, {"do": "lever", "letter": "A", "name": "surveillance", "value": start})
    assert dict(back.scene.changes["A"]) == {"places": 0.9}


def test_unset_clears_only_that_lever(desk: Desk) -> None:
    for name in ("surveillance", "places"):
        desk = act(desk, {"do": "lever", "letter": "A", "name": name, "value": 0.9})
    assert dict(act(desk, {"do": "unset", "letter": "A", "name": "places"}).scene.changes["A"]) == {
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
        {"do": "focus", "dial": "happiness"},
        {"do": "seek", "week": "soon"},
        {"do": "seek", "week": float("inf")},
        {"do": "lever"},
        {"do": "event"},
        {"do": "stage", "on": "yes"},
    ],
)
def test_what_is_not_allowed_changes_nothing_and_says_so(desk: Desk, data: dict[str, object]) -> None:
    after = act(desk, data)
    assert after.scene == desk.scene
    assert after.notice
    assert "\n" not in after.notice


@pytest.mark.parametrize("data", [{}, {"do": "explode"}, {"do": ["lever"]}, {"do": None}])
def test_nonsense_from_the_browser_is_left_aside(desk: Desk, data: dict[str, object]) -> None:
    assert act(desk, data) == desk


def test_undo_and_redo_go_back_and_forth(desk: Desk) -> None:
    moved = act(desk, {"do": "lever", "letter": "A", "name": "places", "value": 0.9})
    undone = act(moved, {"do": "undo"})
    assert undone.scene == desk.scene
    assert act(undone, {"do": "redo"}).scene == moved.scene


def test_play_from_the_end_begins_at_the_fork(desk: Desk) -> None:
    assert desk.scene.week == WEEKS
    playing = act(desk, {"do": "play"})
    assert (playing.playing, playing.scene.week) == (True, 0)
    assert act(playing, {"do": "pause", "week": 99.6}).scene.week == 100


def test_a_tile_and_the_focus_change_places(desk: Desk) -> None:
    after = act(desk, {"do": "focus", "dial": "calm"}).scene
    assert after.focus == "calm"
    assert "wellbeing" in after.tiles
    assert len(set(after.tiles)) == 6


def test_the_rooms_city_comes_and_goes(desk: Desk) -> None:
    with_room = act(desk, {"do": "room"})
    assert with_room.scene.letters == ("A", "B", "C")
    assert act(with_room, {"do": "room"}).scene.letters == ("A", "B")


def test_assumptions_hold_in_every_city_and_in_no_change(desk: Desk) -> None:
    recipe = act(desk, {"do": "assumption", "name": "trust_speed", "value": 0.05}).scene.recipe()
    assert ("trust_speed", 0.05) in recipe.assumptions
    assert recipe.labels == ("A", "B", "N")


def test_an_event_for_all_also_happens_without_change(desk: Desk) -> None:
    after = act(desk, {"do": "event", "kind": "spark", "week": 10, "city": "all"}).scene
    assert [len(city.events) for city in after.recipe().cities] == [1, 1, 1]
    only_b = act(desk, {"do": "event", "kind": "spark", "week": 10, "city": "B"}).scene
    assert [len(city.events) for city in only_b.recipe().cities] == [0, 1, 0]


def test_every_action_says_what_it_does() -> None:
    assert all(action.__doc__ for action in ACTIONS.values())
