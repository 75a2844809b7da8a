"""The room's city between the two."""

from __future__ import annotations

import pytest

from sim.dashboard.state import actions_debate, actions_time, actions_view, debates  # noqa: F401 they register their actions
from sim.dashboard.state.actions import act
from sim.dashboard.state.poles import GROUPS, levers_at, position_of
from sim.dashboard.state.view_state import ViewState
from sim.scenario.scenario import load_scenario


def test_the_blend_ends_are_the_named_cities() -> None:
    for position, name in ((0.0, "emancipatory"), (1.0, "control")):
        levers = load_scenario(name).levers
        assert levers_at(position, GROUPS) == {key: levers[key] for key in levers_at(0.5, GROUPS)}
        assert [position_of(levers, group) for group in GROUPS] == [position] * 4


@pytest.mark.parametrize("group", GROUPS)
def test_a_question_blend_moves_its_own_levers_only(state: ViewState, group: str) -> None:
    room = act(state, {"do": "room"})
    after = act(room, {"do": "blend", "letter": "C", "question": group, "position": 1.0}).scene.levers("C")
    assert position_of(after, group) == pytest.approx(1.0)
    for other in GROUPS:
        if other != group:
            assert position_of(after, other) == position_of(room.scene.levers("C"), other)
