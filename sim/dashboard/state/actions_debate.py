"""What a moderator can do: the way in, cues and steps, curtain, tallies, the blend and the room's city."""

from __future__ import annotations

from sim.dashboard.state.actions import Data, action, city_of, given, turned_on, with_changes
from sim.dashboard.state.allowed import MOST_DRAWN
from sim.dashboard.state.debates import debate_named, opening
from sim.dashboard.state.fields import as_table
from sim.dashboard.state.poles import GROUPS, levers_at
from sim.dashboard.state.scene import checked
from sim.dashboard.state.steps import Place, covers, neighbour, panel_of, place_at, place_of, places, scene_at
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.work.simulation import WEEKS
from sim.debate.debate import OPENED, YEAR
from sim.files import checks
from sim.files.errors import InputError

FARTHEST = 99  # steps or cues that one action may go
MOST_RETURNS = 1_000_000  # places that one page's history asks for


@action
def mode(state: ViewState, data: Data) -> ViewState:
    """Go to Debate, where its scene stands, or to Explore or Understand, with the curtain open."""
    name, scene = checked("mode", given(data, "mode")), state.scene
    if name == "debate":
        return _go(state, place_of(scene))
    return state.turn(mode=name, covered=False, week=WEEKS if scene.covered else scene.week).still()


@action
def debate(state: ViewState, data: Data) -> ViewState:
    """Choose a debate, and go to its beginning."""
    name = checked("debate", data.get("name", opening()))
    return _go(state.turn(debate=name, tallies={}), places(debate_named(name))[0])


@action
def cue(state: ViewState, data: Data) -> ViewState:
    """Go to the first step of a cue, or of the one ``by`` some cues further."""
    if "to" in data:
        to = checked("cue", data["to"])
    else:  # beyond either end of the debate is its end
        by = checks.whole_number(data.get("by", 1), "by", -FARTHEST, FARTHEST)
        to = max(0, place_of(state.scene).at[0] + by)
    return _go(state, place_at(state.scene, to))


@action
def step(state: ViewState, data: Data) -> ViewState:
    """Go ``by`` some steps on or back. Only a step taken forward plays; back, everything stands."""
    by = checks.whole_number(data.get("by", 1), "by", -FARTHEST, FARTHEST)
    there, here = neighbour(state.scene, by), place_of(state.scene)
    if there == here and state.scene.mode == "debate":
        return state.still()
    return _go(state, there, plays=by > 0)


@action
def place(state: ViewState, data: Data) -> ViewState:
    """Go back to a place that the browser's history holds: a way in, in a debate with its cue and step.

    What the room said since stays. The history numbers what it asks for, and hears what was answered: a place that
    is not known as well.
    """
    state = state.change(returns=checks.whole_number(data.get("number", 0), "number", 0, MOST_RETURNS))
    try:
        return _return(state, str(given(data, "to")))
    except InputError as error:
        return state.change(notice=error.translate(state.scene.language))


def _return(state: ViewState, to: str) -> ViewState:
    name, _, at = to.partition(" ")
    if checked("mode", name) != "debate":
        return mode(state, {"mode": name})
    cue, _, step = (checks.spelled_whole(part) for part in at.partition("."))
    there = state.scene.change(cue=checked("cue", cue), step=checked("step", step))
    return _go(state, place_of(there))


@action
def ended(state: ViewState, data: Data) -> ViewState:
    """Stand still where the years ended, unless something else is playing by now (``replay`` is another)."""
    return state.still() if data.get("replay") == state.replays else state


@action
def curtain(state: ViewState, data: Data) -> ViewState:
    """Open the curtain at the cue's next step that does, or close it again."""
    here = place_of(state.scene)
    if not state.scene.covered:
        return cover(state, data)
    mine = _of_cue(state, here)
    opens = next((place for place in mine if place.at >= here.at and place.step.kind in OPENED), None)
    return _go(state, opens, plays=True) if opens else state.turn(covered=False, week=WEEKS)


@action
def cover(state: ViewState, data: Data) -> ViewState:
    """Close the curtain: back to the cue's last step under it."""
    under = [place for place in _of_cue(state, place_of(state.scene)) if covers(place)]
    return _go(state, under[-1]) if under else state.turn(covered=True, week=0).still()


@action
def vote(state: ViewState, data: Data) -> ViewState:
    """Go to the cue's vote, if it has one."""
    votes = [place for place in _of_cue(state, place_of(state.scene)) if place.step.kind == "vote"]
    return _go(state, votes[0]) if votes else state


def _of_cue(state: ViewState, here: Place) -> list[Place]:
    return [place for place in places(debate_named(state.scene.debate)) if place.at[0] == here.at[0]]


def _go(state: ViewState, place: Place, plays: bool = False) -> ViewState:
    """Return the state at ``place``: panels closed but its own, playing only where a curtain is opened."""
    scene = scene_at(place, state.scene)
    if place.step.kind == "resident":
        scene = scene.change(resident=max(0, scene.resident))
    plays = plays and place.step.kind == "curtain"
    after = state.turn(**{name: getattr(scene, name) for name in scene.as_dict()})
    return after.change(
        panel=panel_of(place.step),
        asked=place.step.number or state.asked,
        playing=plays,
        start=place.step.since * YEAR if plays else 0,
        replays=state.replays + plays,
        levers_open=False,
    )


@action
def tally(state: ViewState, data: Data) -> ViewState:
    """Keep what the room said: one ``answer``, or ``counts``; never who."""
    cue = place_of(state.scene).cue
    if "answer" in data:
        counts: dict[str, object] = {str(data["answer"]): 1}
    else:
        typed = as_table(given(data, "counts"), "counts")
        counts = {answer: typed.get(answer, 0) for answer in cue.ballot}
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
