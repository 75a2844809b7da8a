"""What a visitor can do: each action takes the view state and what the browser sent, and returns the one after it.

The browser is not trusted: every value is checked here, and one that is not allowed leaves the view state as it is,
with a notice.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from sim.city.load import list_cities
from sim.dashboard.state.links import read_link
from sim.dashboard.state.scene import BASES, LETTERS, THEMES
from sim.dashboard.state.view_state import SPEEDS, ViewState
from sim.dashboard.work.simulation import MAPPED, WEEKS
from sim.files.errors import InputError, unknown
from sim.locale.catalogue import LANGUAGES
from sim.outcomes import outcome
from sim.parameters import ASSUMPTIONS, CONTEXT, LEVERS, Value, check_shares
from sim.scenario.event import read_event
from sim.scenario.scenario import list_assumption_sets, list_scenarios

Data = Mapping[str, Any]
Action = Callable[[ViewState, Data], ViewState]

ACTIONS: dict[str, Action] = {}
MOST_RESIDENTS = 50_000
"""More would keep a page waiting; the command line has no such limit."""
MOST_EVENTS = 40

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
        return ACTIONS[name](state, data)
    except InputError as error:
        return state.change(notice=str(error))
    except (KeyError, TypeError, ValueError):
        _log.warning("action %r with unusable data", name, exc_info=True)
        return state


def one_of(value: object, legal: tuple[str, ...], kind: str) -> str:
    """Return ``value`` if it is one of ``legal``; raise InputError otherwise."""
    if isinstance(value, str) and value in legal:
        return value
    raise unknown(kind, str(value)[:60], legal)


def _letter(state: ViewState, data: Data) -> str:
    return one_of(data.get("letter", state.scene.letter), state.scene.letters, "city")


# What is shown


@action
def language(state: ViewState, data: Data) -> ViewState:
    """Speak one of the languages there is a catalogue of."""
    return state.show(language=one_of(data["language"], LANGUAGES, "language"))


@action
def theme(state: ViewState, data: Data) -> ViewState:
    """Light, dark, or as the system asks."""
    return state.show(theme=one_of(data["theme"], THEMES, "theme"))


@action
def hello(state: ViewState, data: Data) -> ViewState:
    """Take in what the browser says of its visitor when the page opens: language, motion, a link."""
    state = state.change(calm=bool(data.get("calm", False)))
    spoken = str(data.get("language", ""))[:2]
    if spoken in LANGUAGES:
        state = state.show(language=spoken)
    return open_link(state, data) if data.get("link") else state


@action
def open_link(state: ViewState, data: Data) -> ViewState:
    """Go to the scene that a link holds, and say what it needed."""
    scene, notices = read_link(str(data["link"]))
    notice = " ".join(one.translate(scene.language) for one in notices)
    return state.turn(**{name: getattr(scene, name) for name in scene.as_dict()}).change(notice=notice)


@action
def focus(state: ViewState, data: Data) -> ViewState:
    """Put a dial into the focus chart; a tile's dial changes places with it."""
    name, scene = outcome(str(data["dial"])).id, state.scene
    tiles = tuple(scene.focus if tile == name else tile for tile in scene.tiles)
    return state.turn(focus=name, tiles=tiles)


@action
def map_dial(state: ViewState, data: Data) -> ViewState:
    """Colour the maps by a dial."""
    return state.turn(map_dial=one_of(data["dial"], MAPPED, "dial of the maps"))


@action
def letter(state: ViewState, data: Data) -> ViewState:
    """Choose the city whose levers are shown."""
    return state.show(letter=_letter(state, data))


@action
def question(state: ViewState, data: Data) -> ViewState:
    """Open one of the questions; the others fold."""
    name = str(data["question"])
    groups = tuple(dict.fromkeys(lever.group for lever in LEVERS.values()))
    return state.show(question="" if name == state.scene.question else one_of(name, groups, "question"))


@action
def panel(state: ViewState, data: Data) -> ViewState:
    """Open a panel, or close it with an empty name."""
    return state.change(panel=str(data.get("panel", ""))[:40], defined="")


@action
def define(state: ViewState, data: Data) -> ViewState:
    """Show the definition of a dial."""
    return state.change(panel="define", defined=outcome(str(data["dial"])).id)


@action
def rail(state: ViewState, data: Data) -> ViewState:
    """Open or fold the levers on a small screen."""
    return state.change(levers_open=bool(data.get("open", not state.levers_open)))


@action
def keys(state: ViewState, data: Data) -> ViewState:
    """Let single keys act, or not."""
    return state.change(keys=bool(data.get("on", not state.keys)))


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
    return state.show(stage=bool(data.get("on", not state.scene.stage)))


# Time


@action
def play(state: ViewState, data: Data) -> ViewState:
    """Play from the week shown; from the fork when at the end."""
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
    """Play again from the fork, old curves beneath."""
    return state.show(week=0).change(playing=True, replays=state.replays + 1)


@action
def speed(state: ViewState, data: Data) -> ViewState:
    """Play at another speed."""
    value = float(data["speed"])
    return state.change(speed=value) if value in SPEEDS else state


def _week(data: Data, state: ViewState) -> int:
    return max(0, min(WEEKS, round(float(data.get("week", state.scene.week)))))


# What is simulated


@action
def lever(state: ViewState, data: Data) -> ViewState:
    """Move one lever of one city, or several at once (``levers``)."""
    city, given = _letter(state, data), data.get("levers") or {data["name"]: data["value"]}
    levers = {name: _known(LEVERS, name, "lever").check(value) for name, value in given.items()}
    check_shares({**state.scene.levers(city), **levers})
    one = next(iter(levers)) if len(levers) == 1 else ""
    return with_changes(state.change(moved=one), city, {**state.scene.changes.get(city, {}), **levers})


@action
def unset(state: ViewState, data: Data) -> ViewState:
    """Put one lever back to its scenario's value, and only that one."""
    city = _letter(state, data)
    left = {name: value for name, value in state.scene.changes.get(city, {}).items() if name != data["name"]}
    check_shares({**state.scene.base(city).levers, **left})
    return with_changes(state, city, left)


@action
def reset(state: ViewState, data: Data) -> ViewState:
    """Put every lever of one city back."""
    return with_changes(state, _letter(state, data), {})


@action
def restart(state: ViewState, data: Data) -> ViewState:
    """Put everything that is simulated back to the opening."""
    fresh = type(state.scene)()
    kept = ("bases", "changes", "assumption_set", "assumptions", "events", "city", "residents", "seed")
    return state.turn(**{name: getattr(fresh, name) for name in kept}, week=WEEKS, letter="A").change(
        playing=False
    )


@action
def base(state: ViewState, data: Data) -> ViewState:
    """Let one city start from another scenario, its changes cleared."""
    city, scenario = _letter(state, data), one_of(data["scenario"], tuple(list_scenarios()), "scenario")
    changes = {name: value for name, value in state.scene.changes.items() if name != city}
    return state.turn(bases={**state.scene.bases, city: scenario}, changes=changes)


@action
def room(state: ViewState, data: Data) -> ViewState:
    """Open the room's city, or send it away."""
    bases = {name: value for name, value in state.scene.bases.items() if name != "C"}
    changes = {name: value for name, value in state.scene.changes.items() if name != "C"}
    if bool(data.get("on", "C" not in state.scene.bases)):
        return state.turn(bases={**bases, "C": BASES["C"]}, letter="C")
    return state.turn(bases=bases, changes=changes, letter="A")


@action
def assumption(state: ViewState, data: Data) -> ViewState:
    """Change how people and machines behave, in every city."""
    name = str(data["name"])
    value = _known(ASSUMPTIONS, name, "assumption").check(data["value"])
    return state.turn(assumptions={**state.scene.assumptions, name: value})


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
    return state.turn(
        assumption_set=one_of(data["set"], tuple(list_assumption_sets()), "set"), assumptions={}
    )


@action
def context(state: ViewState, data: Data) -> ViewState:
    """Change the city simulated, the number of residents or the luck."""
    name = one_of(data["name"], ("city", "residents", "seed"), "context")
    if name == "city":
        return state.turn(city=one_of(data["value"], tuple(list_cities()), "city"))
    value = CONTEXT[name].check(data["value"])
    return state.turn(**{name: min(int(value), MOST_RESIDENTS) if name == "residents" else value})


@action
def event(state: ViewState, data: Data) -> ViewState:
    """Let something happen, in one city or in all."""
    city = one_of(data.get("city", "all"), ("all", *LETTERS), "city")
    made = read_event({"kind": data["kind"], "week": int(data["week"]), "city": city})
    return state.turn(events=(*state.scene.events, made.as_table())[-MOST_EVENTS:]).change(panel="")


@action
def unevent(state: ViewState, data: Data) -> ViewState:
    """Take back one event."""
    at = int(data["index"])
    return state.turn(events=tuple(e for i, e in enumerate(state.scene.events) if i != at))


@action
def undo(state: ViewState, data: Data) -> ViewState:
    """Take back the last change."""
    return state.undo()


@action
def redo(state: ViewState, data: Data) -> ViewState:
    """Make the change again that was taken back."""
    return state.redo()


def _known(declared: Mapping[str, Any], name: object, kind: str) -> Any:
    if name in declared:
        return declared[str(name)]
    raise unknown(kind, str(name)[:60], declared)


def with_changes(state: ViewState, city: str, changes: Mapping[str, Value]) -> ViewState:
    """Return ``state`` with the levers of one city changed; those set back to their start are no change."""
    start = state.scene.base(city).levers
    moved = {name: value for name, value in changes.items() if value != start[name]}
    return state.turn(changes={**state.scene.changes, city: moved})
