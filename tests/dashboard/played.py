"""The ten-minute debate as tests play it."""

from __future__ import annotations

from sim.dashboard.state import actions_debate, actions_time, actions_view, debates  # noqa: F401 they register their actions
from sim.dashboard.state.actions import act
from sim.dashboard.state.debates import debate_named
from sim.dashboard.state.view_state import ViewState

PLAYED = debate_named("ten-minutes")
CUES = PLAYED.cues
NUMBER = {cue.name: number for number, cue in enumerate(CUES)}


def at(state: ViewState, cue: str, steps: int = 0) -> ViewState:
    """Return the state ``steps`` after the first step of ``cue``."""
    state = act(state, {"do": "cue", "to": NUMBER[cue]})
    for _ in range(steps):
        state = act(state, {"do": "step", "by": 1})
    return state
