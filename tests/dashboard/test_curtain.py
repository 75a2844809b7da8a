"""What the curtain hides."""

from __future__ import annotations

from sim.dashboard.state import actions_debate, actions_time, actions_view, debates  # noqa: F401 they register their actions
from sim.dashboard.state.actions import act
from sim.dashboard.state.cues import hidden_outcomes, maps_covered
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.steps import places
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.work.simulation import WEEKS
from tests.dashboard.played import PLAYED, at


def test_under_the_curtain_time_stands_at_the_choice(state: ViewState) -> None:
    calm = at(state, "calm")
    assert calm.scene.week == 0
    covered = act(act(calm, {"do": "curtain"}), {"do": "cover"}).scene
    assert (covered.covered, covered.week) == (True, 0)


def test_nothing_contested_is_shown_before_its_reveal(state: ViewState) -> None:
    for place in places(PLAYED):
        opened = [step.kind for step in place.cue.steps[: place.at[1] + 1]]
        scene = act(state, {"do": "place", "to": f"debate {place.at[0]}.{place.at[1]}"}).scene
        if place.cue.ballot and not {"curtain", "horizon", "moved"} & set(opened):
            assert scene.covered, place


def test_a_reveal_shows_its_own_outcome_and_no_later_one(state: ViewState) -> None:
    services = at(state, "services", 2).scene
    assert set(services.tiles) == set(hidden_outcomes(services))
    calm = at(state, "calm").scene
    assert set(calm.tiles) - set(hidden_outcomes(calm)) == {"service_fit", "running_cost"}
    assert hidden_outcomes(at(state, "closing").scene) == ()


def test_maps_and_lanes_wait_for_what_they_show(state: ViewState) -> None:
    assert maps_covered(at(state, "reading").scene)
    assert maps_covered(at(state, "services").scene)
    assert not maps_covered(at(state, "services", 2).scene)


def test_the_room_cannot_steer_by_any_value(state: ViewState) -> None:
    room = at(state, "room").scene
    assert hidden_outcomes(room) == room.tiles
    assert maps_covered(room)


def test_going_into_the_debate_draws_the_curtain_and_leaving_opens_it() -> None:
    inside = act(ViewState(Scene()), {"do": "mode", "mode": "debate"}).scene
    assert (inside.mode, inside.covered, inside.cue) == ("debate", True, 0)
    outside = act(ViewState(inside), {"do": "mode", "mode": "explore"}).scene
    assert (outside.mode, outside.covered, outside.week) == ("explore", False, WEEKS)
    assert hidden_outcomes(outside) == ()
