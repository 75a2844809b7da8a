"""What a moderator can do: the way in, cues, curtain, tallies, the dial and the room's city."""

from __future__ import annotations

from sim.dashboard.state.actions import Data, action, one_of, with_changes
from sim.dashboard.state.cues import CUES, YEAR, cue_of
from sim.dashboard.state.poles import GROUPS, levers_at
from sim.dashboard.state.scene import MODES
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.work.simulation import WEEKS

MOST_CARDS = 9_999
QUICK = ("A", "B", "same", "split", "above", "between", "below", "unknown")


@action
def mode(state: ViewState, data: Data) -> ViewState:
    """Go to Debate, at its cue, or to Explore or Understand, with the curtain open."""
    name, scene = one_of(data["mode"], MODES, "mode"), state.scene
    if name == "debate":
        return cue(state, {"to": scene.cue})
    return state.turn(mode=name, covered=False, week=WEEKS if scene.covered else scene.week)


@action
def cue(state: ViewState, data: Data) -> ViewState:
    """Go to a cue, or ``by`` some cues."""
    to = int(data["to"]) if "to" in data else state.scene.cue + int(data.get("by", 1))
    to = max(0, min(len(CUES) - 1, to))
    step = CUES[to]
    changes = dict(step.changes)
    if step.panel == "resident":
        changes["resident"] = max(0, state.scene.resident)
    after = state.turn(mode="debate", cue=to, **changes)
    return after.change(panel=step.panel, playing=step.plays, replays=state.replays + step.plays)


@action
def reveal(state: ViewState, data: Data) -> ViewState:
    """Open the curtain: the years play, up to the horizon asked for, and stand still."""
    state = state.turn(covered=False)
    if "years" in data:
        return state.show(week=max(1, min(WEEKS, int(data["years"]) * YEAR))).change(playing=False)
    return state.show(week=0).change(playing=True, replays=state.replays + 1)


@action
def cover(state: ViewState, data: Data) -> ViewState:
    """Close the curtain."""
    return state.turn(covered=True, week=0).change(playing=False)


@action
def tally(state: ViewState, data: Data) -> ViewState:
    """Keep what the room said: one ``answer``, or ``counts``; never who."""
    name = cue_of(state.scene).name
    if "answer" in data:
        counts = {one_of(data["answer"], QUICK, "answer"): 1}
    else:
        given = dict(data["counts"])
        counts = {
            answer: max(0, min(MOST_CARDS, int(given.get(answer, 0)))) for answer in cue_of(state.scene).tally
        }
    return state.turn(tallies={**state.scene.tallies, name: counts})


@action
def dial(state: ViewState, data: Data) -> ViewState:
    """Put a city on the line between the two named ones, or one of its questions (``question``)."""
    city = one_of(data.get("letter", state.scene.letter), state.scene.letters, "city")
    groups = (one_of(data["question"], GROUPS, "question"),) if "question" in data else GROUPS
    moved = levers_at(float(data["position"]), groups)
    return with_changes(state, city, {**state.scene.changes.get(city, {}), **moved})


@action
def resident(state: ViewState, data: Data) -> ViewState:
    """Draw a resident by chance: the next number of a fixed sequence, so that nobody is picked.

    ``keep`` one who is drawn already.
    """
    drawn = state.scene.resident
    return state.turn(resident=max(0, drawn) if data.get("keep") else drawn + 1).change(panel="resident")
