"""What a moderator can do: the way in, cues, curtain, tallies, the outcome and the room's city."""

from __future__ import annotations

from sim.dashboard.state.actions import Data, action, city_of, given, turned_on, with_changes
from sim.dashboard.state.allowed import MOST_DRAWN
from sim.dashboard.state.cues import cue_of
from sim.dashboard.state.fields import as_table
from sim.dashboard.state.poles import GROUPS, levers_at
from sim.dashboard.state.scene import checked
from sim.dashboard.state.script import CUES, YEAR
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.work.simulation import WEEKS
from sim.files import checks

FARTHEST = 99  # cues that one step may go


@action
def mode(state: ViewState, data: Data) -> ViewState:
    """Go to Debate, at its cue, or to Explore or Understand, with the curtain open."""
    name, scene = checked("mode", given(data, "mode")), state.scene
    if name == "debate":
        return cue(state, {"to": scene.cue})
    return state.turn(mode=name, covered=False, week=WEEKS if scene.covered else scene.week)


@action
def cue(state: ViewState, data: Data) -> ViewState:
    """Go to a cue, or ``by`` some cues."""
    last = len(CUES) - 1
    if "to" in data:
        to = checked("cue", data["to"])
    else:  # beyond either end of the script is its end
        to = max(
            0, min(last, state.scene.cue + checks.whole_number(data.get("by", 1), "by", -FARTHEST, FARTHEST))
        )
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
        years = checks.whole_number(data["years"], "years", 1, WEEKS // YEAR)
        return state.show(week=years * YEAR).change(playing=False)
    return state.show(week=0).change(playing=True, replays=state.replays + 1)


@action
def cover(state: ViewState, data: Data) -> ViewState:
    """Close the curtain."""
    return state.turn(covered=True, week=0).change(playing=False)


@action
def tally(state: ViewState, data: Data) -> ViewState:
    """Keep what the room said: one ``answer``, or ``counts``; never who."""
    cue = cue_of(state.scene)
    if "answer" in data:
        counts: dict[str, object] = {str(data["answer"]): 1}
    else:
        typed = as_table(given(data, "counts"), "counts")
        counts = {answer: typed.get(answer, 0) for answer in cue.tally}
    return state.turn(tallies={**state.scene.tallies, **checked("tallies", {cue.name: counts})})


@action
def blend(state: ViewState, data: Data) -> ViewState:
    """Put a city on the line between the two named ones, or one of its questions (``question``)."""
    city = city_of(state, data)
    groups = (checks.one_of(data["question"], GROUPS, "question"),) if "question" in data else GROUPS
    moved = levers_at(given(data, "position"), groups)
    return with_changes(state, city, {**state.scene.changes.get(city, {}), **moved})


@action
def resident(state: ViewState, data: Data) -> ViewState:
    """Draw a resident by chance: the next number of a fixed sequence, so that nobody is picked.

    ``keep`` one who is drawn already.
    """
    drawn = state.scene.resident
    number = max(0, drawn) if turned_on(data, "keep", False) else (drawn + 1) % MOST_DRAWN
    return state.turn(resident=number).change(panel="resident")
