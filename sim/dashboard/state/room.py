"""The room's city, loaded from a point that somebody has found."""

from __future__ import annotations

from sim.dashboard.state.actions import with_changes
from sim.dashboard.state.allowed import LEVER_VALUES
from sim.dashboard.state.letters import BASES, ROOM
from sim.dashboard.state.view_state import ViewState
from sim.parameters import check_shares


def with_room(state: ViewState, levers: object, base: str = BASES[ROOM]) -> ViewState:
    """Return ``state`` with the room's city of these ``levers`` over the scenario ``base``: one step back undoes it.

    Raises InputError for levers that are not allowed, one by one or together.
    """
    checked = LEVER_VALUES(levers, "levers")
    room = state.turn(bases={**state.scene.bases, ROOM: base}, letter=ROOM)
    check_shares({**room.scene.base(ROOM).levers, **checked})
    after = with_changes(room, ROOM, checked)
    return after.change(back=(*state.back, state.scene), panel="")
