"""What a moderator can do: the way in, cues, curtain, tallies, the dial and the room's city."""

from __future__ import annotations

from sim.dashboard.state.actions import Data, action, one_of, with_changes
from sim.dashboard.state.cues import CUES, YEAR, cue_of
from sim.dashboard.state.poles import GROUPS, levers_at
from sim.dashboard.state.scene import MODES
from sim.dashboard.state.view_state import Desk
from sim.dashboard.work.simulation import WEEKS

MOST_CARDS = 9_999
QUICK = ("A", "B", "same", "split", "above", "between", "below", "unknown")


@action
def mode(desk: Desk, data: Data) -> Desk:
    """Go to Debate, at its cue, or to Explore or Understand, with the curtain open."""
    name, scene = one_of(data["mode"], MODES, "mode"), desk.scene
    if name == "debate":
        return cue(desk, {"to": scene.cue})
    return desk.turn(mode=name, covered=False, week=WEEKS if scene.covered else scene.week)


@action
def cue(desk: Desk, data: Data) -> Desk:
    """Go to a cue, or ``by`` some cues."""
    to = int(data["to"]) if "to" in data else desk.scene.cue + int(data.get("by", 1))
    to = max(0, min(len(CUES) - 1, to))
    step = CUES[to]
    changes = dict(step.changes)
    if step.panel == "resident":
        changes["resident"] = max(0, desk.scene.resident)
    after = desk.turn(mode="debate", cue=to, **changes)
    return after.change(panel=step.panel, playing=step.plays, replays=desk.replays + step.plays)


@action
def reveal(desk: Desk, data: Data) -> Desk:
    """Open the curtain: the years play, up to the horizon asked for, and stand still."""
    desk = desk.turn(covered=False)
    if "years" in data:
        return desk.show(week=max(1, min(WEEKS, int(data["years"]) * YEAR))).change(playing=False)
    return desk.show(week=0).change(playing=True, replays=desk.replays + 1)


@action
def cover(desk: Desk, data: Data) -> Desk:
    """Close the curtain."""
    return desk.turn(covered=True, week=0).change(playing=False)


@action
def tally(desk: Desk, data: Data) -> Desk:
    """Keep what the room said: one ``answer``, or ``counts``; never who."""
    name = cue_of(desk.scene).name
    if "answer" in data:
        counts = {one_of(data["answer"], QUICK, "answer"): 1}
    else:
        given = dict(data["counts"])
        counts = {
            answer: max(0, min(MOST_CARDS, int(given.get(answer, 0)))) for answer in cue_of(desk.scene).tally
        }
    return desk.turn(tallies={**desk.scene.tallies, name: counts})


@action
def dial(desk: Desk, data: Data) -> Desk:
    """Put a city on the line between the two named ones, or one of its questions (``question``)."""
    city = one_of(data.get("letter", desk.scene.letter), desk.scene.letters, "city")
    groups = (one_of(data["question"], GROUPS, "question"),) if "question" in data else GROUPS
    moved = levers_at(float(data["position"]), groups)
    return with_changes(desk, city, {**desk.scene.changes.get(city, {}), **moved})


@action
def resident(desk: Desk, data: Data) -> Desk:
    """Draw a resident by chance: the next number of a fixed sequence, so that nobody is picked.

    ``keep`` one who is drawn already.
    """
    drawn = desk.scene.resident
    return desk.turn(resident=max(0, drawn) if data.get("keep") else drawn + 1).change(panel="resident")
