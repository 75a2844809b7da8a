"""What a visitor can do: each action takes the state and what the browser sent, and returns the state after it.

The browser is not trusted: a value that is not allowed leaves the state as it is, with a notice.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from sim.dashboard.state.allowed import ASSUMED, CITIES, LEVER_VALUES, MOST_EVENTS
from sim.dashboard.state.arrival import arrive
from sim.dashboard.state.cities import OPENING, opening
from sim.dashboard.state.drags import in_one_step
from sim.dashboard.state.fields import printable
from sim.dashboard.state.letters import BASES
from sim.dashboard.state.scene import checked
from sim.dashboard.state.view_state import PANELS, ViewState
from sim.dashboard.work.simulation import WEEKS
from sim.files import checks
from sim.files.errors import InputError
from sim.locale.catalogue import LANGUAGES
from sim.locale.text import message
from sim.parameters import LEVERS, Value, check_shares

Data = Mapping[str, Any]
Action = Callable[[ViewState, Data], ViewState]

ACTIONS: dict[str, Action] = {}
CONTEXT_FIELDS = ("city", "residents", "seed")
LONGEST_LANGUAGE = 2  # characters of what a browser calls its language
_log = logging.getLogger(__name__)


def action(function: Action) -> Action:
    """Register ``function`` under its name."""
    ACTIONS[function.__name__.strip("_")] = function
    return function


def act(state: ViewState, data: Data) -> ViewState:
    """Return ``state`` after the action that ``data["do"]`` names."""
    name = str(data.get("do", ""))
    if name not in ACTIONS:
        _log.warning("unknown action %r", name[:40])
        return state
    try:
        if turned_on(data, "by_key", False) and not state.keys:
            return state  # pressed before the browser heard that keys are off
        return in_one_step(state, ACTIONS[name](state, data), data)
    except InputError as error:
        return state.change(notice=error.translate(state.scene.language))


def given(data: Data, key: str) -> Any:
    """Return what the browser sent under ``key``; raise InputError where it sent nothing."""
    if key not in data:
        raise InputError(message("fields-missing", action=printable(str(data.get("do")), 40), key=key))
    return data[key]


def turned_on(data: Data, key: str, otherwise: bool) -> bool:
    """Return the switch that the browser sent under ``key``, or ``otherwise`` where it sent none."""
    return checks.switch(data.get(key, otherwise), key)


def city_of(state: ViewState, data: Data) -> str:
    """Return the letter of the city that an action is about: one that is there, or the one whose levers are shown."""
    return checks.one_of(data.get("letter", state.scene.letter), state.scene.letters, "city")


# What is shown


@action
def language(state: ViewState, data: Data) -> ViewState:
    """Speak one of the languages there is a catalogue of."""
    return state.show(language=checked("language", given(data, "language")))


@action
def theme(state: ViewState, data: Data) -> ViewState:
    """Light, dark, or as the system asks."""
    return state.show(theme=checked("theme", given(data, "theme")))


@action
def hello(state: ViewState, data: Data) -> ViewState:
    """Take in what the browser says of its visitor when the page opens: language, motion, a link."""
    state = state.change(calm=turned_on(data, "calm", False))
    spoken = str(data.get("language", ""))[:LONGEST_LANGUAGE]
    state = state.show(language=spoken) if spoken in LANGUAGES else state
    if not state.afresh and state.scene.city == OPENING and state.scene.mode != "debate":
        state = state.show(city=opening(state.scene.language))  # a debate's file says where it plays
    return open_link(state, data) if data.get("link") and not state.afresh else state


@action
def open_link(state: ViewState, data: Data) -> ViewState:
    """Go to where a link leads, and say what it needed."""
    return arrive(state, str(given(data, "link")))


@action
def letter(state: ViewState, data: Data) -> ViewState:
    """Choose the city whose levers are shown."""
    return state.show(letter=city_of(state, data))


@action
def question(state: ViewState, data: Data) -> ViewState:
    """Open one of the questions; the others fold."""
    name = checked("question", given(data, "question"))
    return state.show(question="" if name == state.scene.question else name)


@action
def panel(state: ViewState, data: Data) -> ViewState:
    """Open a panel, or close it with an empty name."""
    return state.change(panel=checks.one_of(data.get("panel", ""), PANELS, "panel"), defined="")


@action
def define(state: ViewState, data: Data) -> ViewState:
    """Show the definition of an outcome."""
    return state.change(panel="define", defined=checked("focus", given(data, "outcome")))


@action
def lever_panel(state: ViewState, data: Data) -> ViewState:
    """Open or fold the levers on a small screen."""
    return state.change(levers_open=turned_on(data, "open", not state.levers_open))


@action
def keys(state: ViewState, data: Data) -> ViewState:
    """Let single keys act, or not."""
    return state.change(keys=turned_on(data, "on", not state.keys))


@action
def swap(state: ViewState, data: Data) -> ViewState:
    """Change the sides of the cities."""
    return state.turn(swapped=not state.scene.swapped)


@action
def difference(state: ViewState, data: Data) -> ViewState:
    """Show A minus B on one map, or each city on its own."""
    return state.turn(difference=not state.scene.difference)


@action
def stage(state: ViewState, data: Data) -> ViewState:
    """Show the page as it is projected, or as it is worked with."""
    return state.show(stage=turned_on(data, "on", not state.scene.stage))


# What is simulated


@action
def lever(state: ViewState, data: Data) -> ViewState:
    """Move one lever of one city, or several at once (``levers``)."""
    city = city_of(state, data)
    levers = LEVER_VALUES(data.get("levers") or {str(given(data, "name")): given(data, "value")}, "levers")
    check_shares({**state.scene.levers(city), **levers})
    one = next(iter(levers)) if len(levers) == 1 else ""
    return with_changes(state.change(moved=one), city, {**state.scene.changes.get(city, {}), **levers})


@action
def unset(state: ViewState, data: Data) -> ViewState:
    """Put one lever back to its scenario's value, and only that one."""
    city, put_back = city_of(state, data), checks.one_of(given(data, "name"), LEVERS, "lever")
    left = {name: value for name, value in state.scene.changes.get(city, {}).items() if name != put_back}
    check_shares({**state.scene.base(city).levers, **left})
    return with_changes(state, city, left)


@action
def reset(state: ViewState, data: Data) -> ViewState:
    """Put every lever of one city back."""
    return with_changes(state, city_of(state, data), {})


@action
def restart(state: ViewState, data: Data) -> ViewState:
    """Put everything that is simulated back to the opening, once the visitor is ``sure``; else ask."""
    if not turned_on(data, "sure", False):
        return state.change(panel="restart")
    fresh = type(state.scene)()
    kept = ("bases", "changes", "assumption_set", "assumptions", "events", "city", "residents", "seed")
    after = state.turn(**{name: getattr(fresh, name) for name in kept}, week=WEEKS, letter="A")
    return after.change(panel="", playing=False)


@action
def rewind(state: ViewState, data: Data) -> ViewState:
    """Go back to the choice; levers, assumptions and events stay."""
    return state.show(week=0).change(panel="", playing=False)


@action
def base(state: ViewState, data: Data) -> ViewState:
    """Let one city start from another scenario, its changes cleared."""
    city = city_of(state, data)
    scenario = CITIES.entry(city, given(data, "scenario"), "scenario")
    changes = {name: value for name, value in state.scene.changes.items() if name != city}
    return state.turn(bases={**state.scene.bases, city: scenario}, changes=changes)


@action
def room(state: ViewState, data: Data) -> ViewState:
    """Open the room's city, or send it away."""
    bases = {name: value for name, value in state.scene.bases.items() if name != "C"}
    changes = {name: value for name, value in state.scene.changes.items() if name != "C"}
    if turned_on(data, "on", "C" not in state.scene.bases):
        return state.turn(bases={**bases, "C": BASES["C"]}, letter="C")
    return state.turn(bases=bases, changes=changes, letter="A")


@action
def assumption(state: ViewState, data: Data) -> ViewState:
    """Change how people and machines behave, in every city."""
    changed = ASSUMED({str(given(data, "name")): given(data, "value")}, "assumptions")
    return state.turn(assumptions={**state.scene.assumptions, **changed})


@action
def unset_assumption(state: ViewState, data: Data) -> ViewState:
    """Put one assumption, or with no name all, back to the set's value; then the set itself back."""
    name = data.get("name")
    if not name and not state.scene.assumptions:
        return state.turn(assumption_set=type(state.scene)().assumption_set)
    return state.turn(assumptions={k: v for k, v in state.scene.assumptions.items() if name and k != name})


@action
def assumption_set(state: ViewState, data: Data) -> ViewState:
    """Assume what a shipped set assumes."""
    return state.turn(assumption_set=checked("assumption_set", given(data, "set")), assumptions={})


@action
def context(state: ViewState, data: Data) -> ViewState:
    """Change the city simulated, the number of residents or the seed."""
    name = checks.one_of(given(data, "name"), CONTEXT_FIELDS, "context")
    return state.turn(**{name: checked(name, given(data, "value"))})


@action
def event(state: ViewState, data: Data) -> ViewState:
    """Let something happen, in one city or in all."""
    (made,) = checked(
        "events", [{key: data[key] for key in ("kind", "week", "city", "lever", "value") if key in data}]
    )
    return state.turn(events=(*state.scene.events, made)[-MOST_EVENTS:]).change(panel="")


@action
def unevent(state: ViewState, data: Data) -> ViewState:
    """Take back one event."""
    at = checks.whole_number(given(data, "index"), "index", 0, MOST_EVENTS)
    return state.turn(events=tuple(e for i, e in enumerate(state.scene.events) if i != at))


@action
def undo(state: ViewState, data: Data) -> ViewState:
    """Take back the last change."""
    return state.undo()


@action
def redo(state: ViewState, data: Data) -> ViewState:
    """Make the change again that was taken back."""
    return state.redo()


def with_changes(state: ViewState, city: str, changes: Mapping[str, Value]) -> ViewState:
    """Return ``state`` with the levers of one city changed; those set back to their start are no change."""
    start = state.scene.base(city).levers
    moved = {name: value for name, value in changes.items() if value != start[name]}
    return state.turn(changes={a: made for a, made in {**state.scene.changes, city: moved}.items() if made})
