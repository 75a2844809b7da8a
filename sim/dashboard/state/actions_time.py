"""What a visitor can do with time: play, stand still, go to a week."""

from __future__ import annotations

from sim.dashboard.state.actions import Data, action, given
from sim.dashboard.state.cues import seen_weeks
from sim.dashboard.state.view_state import SPEEDS, ViewState
from sim.dashboard.work.simulation import WEEKS
from sim.files import checks


@action
def play(state: ViewState, data: Data) -> ViewState:
    """Play from the week shown, from the choice when at the end; never under the curtain.

    In a debate the years end where its step stands: a reveal of one year shows one year.
    """
    end = seen_weeks(state.scene)
    return _run(state, 0 if state.scene.week >= end else state.scene.week, end)


@action
def pause(state: ViewState, data: Data) -> ViewState:
    """Stand still at the week the browser has reached."""
    return seek(state, data)


@action
def seek(state: ViewState, data: Data) -> ViewState:
    """Go to a ``week``, or ``by`` weeks on from the one shown, so that quick presses add up.

    Under the curtain there is none but the choice, in a debate none after its step's.
    """
    if state.scene.covered:
        return state.still()
    return state.show(week=_week(data, state)).still()


@action
def replay(state: ViewState, data: Data) -> ViewState:
    """Play again, old curves beneath: what was played last, or from the choice to where the picture stands."""
    start = state.start if state.scene.mode == "debate" else 0
    return _run(state, start, state.scene.week or WEEKS)


def _run(state: ViewState, start: int, until: int) -> ViewState:
    if state.scene.covered:
        return state
    return state.show(week=until).change(playing=True, start=start, replays=state.replays + 1)


@action
def speed(state: ViewState, data: Data) -> ViewState:
    """Play at another speed."""
    speed = checks.number(given(data, "speed"), "speed", min(SPEEDS), max(SPEEDS))
    return state.change(speed=min(SPEEDS, key=lambda one: abs(one - speed)))


def _week(data: Data, state: ViewState) -> int:
    """Return the week nearest to where the browser's clock stands; a step beyond what may be seen stops at its end."""
    shown = state.scene.week
    by = checks.whole_number(data.get("by", 0), "by", -WEEKS, WEEKS)
    reached = checks.number(data.get("week", shown + by), "week", -WEEKS, 2 * WEEKS)
    return max(0, min(seen_weeks(state.scene), round(reached)))
