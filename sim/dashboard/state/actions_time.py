"""What a visitor can do with time: play, stand still, go to a week."""

from __future__ import annotations

from sim.dashboard.state.actions import Data, action, given
from sim.dashboard.state.view_state import SPEEDS, ViewState
from sim.dashboard.work.simulation import WEEKS
from sim.files import checks


@action
def play(state: ViewState, data: Data) -> ViewState:
    """Play from the week shown; from the branch point when at the end."""
    week = 0 if state.scene.week >= WEEKS else state.scene.week
    return state.show(week=week).change(playing=True, replays=state.replays + 1)


@action
def pause(state: ViewState, data: Data) -> ViewState:
    """Stand still at the week the browser has reached."""
    return state.show(week=_week(data, state)).change(playing=False)


@action
def seek(state: ViewState, data: Data) -> ViewState:
    """Go to a week."""
    return state.show(week=_week(data, state)).change(playing=False)


@action
def replay(state: ViewState, data: Data) -> ViewState:
    """Play again from the branch point, old curves beneath."""
    return state.show(week=0).change(playing=True, replays=state.replays + 1)


@action
def speed(state: ViewState, data: Data) -> ViewState:
    """Play at another speed."""
    speed = checks.number(given(data, "speed"), "speed", min(SPEEDS), max(SPEEDS))
    return state.change(speed=min(SPEEDS, key=lambda one: abs(one - speed)))


def _week(data: Data, state: ViewState) -> int:
    """Return the week nearest to where the browser's clock stands; a step beyond the years stops at their end."""
    reached = checks.number(data.get("week", state.scene.week), "week", -WEEKS, 2 * WEEKS)
    return max(0, min(WEEKS, round(reached)))
