"""What a student can do: light a way on the map, open a mechanism, switch it off, look a word up, take a tour."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.actions import Data, action, given
from sim.dashboard.state.scene import checked
from sim.dashboard.state.tour_stops import committed, scene_at_stop
from sim.dashboard.state.view_state import ViewState
from sim.debate.tours import STOPS, list_tours
from sim.files import checks
from sim.model.schedule import ORDER
from sim.outcomes import OUTCOMES
from sim.parameters import ASSUMPTIONS, LEVERS

MECHANISMS = tuple(mechanism.name for mechanism in ORDER)
ENTRIES = (*MECHANISMS, *LEVERS, *ASSUMPTIONS, *OUTCOMES)
"""What the glossary can be opened at."""


@action
def light(state: ViewState, data: Data) -> ViewState:
    """Light the way from a lever to an outcome on the model map; an empty name puts that end out."""
    lever, outcome = state.lit
    if "lever" in data:
        lever = checks.one_of(data["lever"], ("", *LEVERS), "lever")
    if "outcome" in data:
        outcome = checks.one_of(data["outcome"], ("", *OUTCOMES), "outcome")
    return state.change(panel="model_map", lit=(lever, outcome))


@action
def mechanism(state: ViewState, data: Data) -> ViewState:
    """Open the page of a mechanism."""
    name = checks.one_of(given(data, "name"), MECHANISMS, "mechanism")
    return state.change(panel="mechanism", mechanism=name)


@action
def off(state: ViewState, data: Data) -> ViewState:
    """Switch a mechanism off in every city from the choice on, or on again; with no name, all on again."""
    if not data.get("name"):
        return state.turn(off=())
    (name,) = checked("off", [given(data, "name")])
    others = tuple(one for one in state.scene.off if one != name)
    return state.turn(off=others if name in state.scene.off else (*others, name))


@action
def look_up(state: ViewState, data: Data) -> ViewState:
    """Open the glossary at one entry, or from its beginning."""
    entry = checks.one_of(data.get("name", ""), ("", *ENTRIES), "entry")
    return state.change(panel="glossary", entry=entry)


@action
def tour(state: ViewState, data: Data) -> ViewState:
    """Begin a tour at its question; with no name, leave it with its cities as they stand."""
    name = checked("tour", data.get("name", ""))
    if not name:
        return state.turn(tour="", stop=0, covered=False).still()
    return _stand(state, name, 0)


@action
def predict(state: ViewState, data: Data) -> ViewState:
    """Commit a prediction: it cannot be changed once the curtain has been open."""
    name = state.scene.tour
    if not name or state.scene.stop:
        return state
    said = checked("predictions", {name: given(data, "answer")})
    return state.turn(predictions={**state.scene.predictions, **said})


@action
def stop(state: ViewState, data: Data) -> ViewState:
    """Go to a stop of the tour. Nothing is revealed before the prediction is committed."""
    name = state.scene.tour
    if not name:
        return state
    to = checks.whole_number(given(data, "to"), "to", 0, len(STOPS) - 1)
    return _stand(state, name, to if committed(state.scene) else 0)


def _stand(state: ViewState, name: str, at: int) -> ViewState:
    """Return the state at a stop: its scene, and playing where the curtain has just been opened."""
    before, scene = state.scene, scene_at_stop(state.scene, name, at)
    opened = before.covered and not scene.covered
    after = state.turn(**{field: getattr(scene, field) for field in scene.as_dict()})
    return after.change(panel="", playing=opened, start=0, replays=state.replays + opened)


@action
def lesson(state: ViewState, data: Data) -> ViewState:
    """Prepare a lesson: the tour, or the stop that its link opens at."""
    chosen: dict[str, Any] = {}
    if "tour" in data:
        chosen["tour"] = checks.one_of(data["tour"], list_tours(), "tour")
    if "stop" in data:
        chosen["stop"] = checks.whole_number(data["stop"], "stop", 0, len(STOPS) - 1)
    return state.change(panel="classroom", lesson=state.lesson._replace(**chosen))
