"""What the curtain hides."""

from __future__ import annotations

import pytest

from sim.dashboard.state import actions_answers, actions_debate, actions_time, actions_view  # noqa: F401 they register
from sim.dashboard.state.actions import act
from sim.dashboard.state.answers import AXES
from sim.dashboard.state.cues import (
    hidden_outcomes,
    lanes_covered,
    maps_covered,
    seen_axes,
    seen_years,
    year_of,
)
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.steps import places
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.panel import panel
from sim.dashboard.views.stage import stage
from sim.dashboard.work.asked import CHOICE, asked_of
from sim.dashboard.work.simulation import WEEKS
from sim.debate.debate import YEAR
from tests.dashboard.played import PLAYED, at
from tests.dashboard.test_takeaway import Nothing


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


def test_maps_wait_for_what_they_show(state: ViewState) -> None:
    assert maps_covered(at(state, "reading").scene)
    assert maps_covered(at(state, "services").scene)
    assert not maps_covered(at(state, "services", 2).scene)


def test_lanes_wait_until_the_room_was_asked_for_calm_streets_and_are_open_in_every_reveal_since(
    state: ViewState,
) -> None:
    early = ("reading", 0), ("services", 2), ("cost", 2), ("cost", 3)
    assert all(
        lanes_covered(at(state, *place).scene) for place in (*early, ("calm", 1), ("leak", 0), ("room", 0))
    )
    assert not any(
        lanes_covered(at(state, *place).scene) for place in (("calm", 2), ("leak", 1), ("room", 2))
    )
    assert stage(at(state, "services", 2))["lanes_covered"]
    unasked = act(state, {"do": "debate", "name": "three-minutes"})
    first = act(act(unasked, {"do": "cue", "to": 2}), {"do": "step", "by": 0})
    assert (first.scene.covered, lanes_covered(first.scene)) == (False, False)


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


def test_answers_choose_among_outcomes_that_were_revealed(state: ViewState) -> None:
    services = at(state, "services", 2)
    assert seen_axes(services.scene) == ("service_fit",)
    assert asked_of(services, CHOICE) is None
    calm = at(state, "calm", 2)
    asked = asked_of(calm, CHOICE)
    assert asked is not None
    assert set(asked.question.outcomes) <= {"service_fit", "running_cost", "calm"}
    assert act(calm, {"do": "axes", "place": 0, "outcome": "wellbeing"}).axes == calm.axes
    assert act(calm, {"do": "axes", "place": 0, "outcome": "service_fit"}).axes[0] == "service_fit"
    assert set(seen_axes(at(state, "closing").scene)) == set(AXES)


def test_answers_and_the_bar_of_time_stop_where_the_step_stands(state: ViewState) -> None:
    first = at(state, "cost", 2)
    assert (seen_years(first.scene), year_of(first.scene)) == ((1,), 1)
    assert act(first, {"do": "year", "year": 10}).scene.week == YEAR
    assert act(first, {"do": "seek", "week": WEEKS}).scene.week == YEAR
    later = at(state, "cost", 3)
    assert act(later, {"do": "year", "year": 10}).scene.week == WEEKS


def test_chart_and_maps_turn_to_no_later_outcome(state: ViewState) -> None:
    calm = at(state, "calm", 2)
    for what in ("focus", "map_outcome"):
        assert act(calm, {"do": what, "outcome": "trust"}).scene == calm.scene
        assert getattr(act(calm, {"do": what, "outcome": "service_fit"}).scene, what) == "service_fit"
    shown = stage(calm)
    assert {one["id"] for one in shown["choices"]} == {"adoption", "service_fit", "running_cost", "calm"}
    assert {one["id"] for one in shown["map_choices"]} == {"service_fit", "calm"}


@pytest.mark.parametrize("name", ["runs", "sets", "resident", "report"])
def test_no_panel_tells_what_the_curtain_hides(state: ViewState, name: str) -> None:
    covered = panel(at(state, "calm").change(panel=name), Nothing())
    assert (covered["component"], covered["text"]) == ("text", "Shown once its curtain has opened.")


def test_a_resident_is_not_told_before_well_being_is(state: ViewState) -> None:
    early = panel(at(state, "services", 2).change(panel="resident"), Nothing())
    assert early["component"] == "text"
    assert panel(at(state, "resident").change(panel="resident"), Nothing())["component"] == "resident"
