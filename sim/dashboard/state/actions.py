"""What a visitor can do: each action takes the desk and what the browser sent, and returns the desk after it.

The browser is not trusted: every value is checked here, and one that is not allowed leaves the desk as it is,
with a notice.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from sim.dashboard.state.allowed import ASSUMED, CITIES, LEVER_VALUES, MOST_EVENTS
from sim.dashboard.state.fields import printable
from sim.dashboard.state.letters import BASES
from sim.dashboard.state.links import read_link
from sim.dashboard.state.scene import checked
from sim.dashboard.state.view_state import PANELS, SPEEDS, Desk
from sim.dashboard.work.simulation import WEEKS
from sim.files import checks
from sim.files.errors import InputError
from sim.locale.catalogue import LANGUAGES
from sim.parameters import LEVERS, Value, check_shares

Data = Mapping[str, Any]
Action = Callable[[Desk, Data], Desk]

ACTIONS: dict[str, Action] = {}
CONTEXT_FIELDS = ("city", "residents", "seed")
LONGEST_LANGUAGE = 2  # characters of what a browser calls its language

_log = logging.getLogger(__name__)


def action(function: Action) -> Action:
    """Register ``function`` under its name."""
    ACTIONS[function.__name__.strip("_")] = function
    return function


def act(desk: Desk, data: Data) -> Desk:
    """Return ``desk`` after the action that ``data["do"]`` names."""
    name = str(data.get("do", ""))
    if name not in ACTIONS:
        _log.warning("unknown action %r", name[:40])
        return desk
    try:
        return ACTIONS[name](desk, data)
    except InputError as error:
        return desk.change(notice=str(error))


def given(data: Data, key: str) -> Any:
    """Return what the browser sent under ``key``; raise InputError where it sent nothing."""
    if key not in data:
        raise InputError(f"{printable(str(data.get('do')), 40)}: {key} is missing")
    return data[key]


def turned_on(data: Data, key: str, otherwise: bool) -> bool:
    """Return the switch that the browser sent under ``key``, or ``otherwise`` where it sent none."""
    return checks.switch(data.get(key, otherwise), key)


def city_of(desk: Desk, data: Data) -> str:
    """Return the letter of the city that an action is about: one that is there, or the one whose levers are shown."""
    return checks.one_of(data.get("letter", desk.scene.letter), desk.scene.letters, "city")


# What is shown


@action
def language(desk: Desk, data: Data) -> Desk:
    """Speak one of the languages there is a catalogue of."""
    return desk.show(language=checked("language", given(data, "language")))


@action
def theme(desk: Desk, data: Data) -> Desk:
    """Light, dark, or as the system asks."""
    return desk.show(theme=checked("theme", given(data, "theme")))


@action
def hello(desk: Desk, data: Data) -> Desk:
    """Take in what the browser says of its visitor when the page opens: language, motion, a link."""
    desk = desk.change(calm=turned_on(data, "calm", False))
    spoken = str(data.get("language", ""))[:LONGEST_LANGUAGE]
    if spoken in LANGUAGES:
        desk = desk.show(language=spoken)
    return open_link(desk, data) if data.get("link") and not desk.afresh else desk


@action
def open_link(desk: Desk, data: Data) -> Desk:
    """Go to the scene that a link holds, and say what it needed."""
    scene, notices = read_link(str(given(data, "link")))
    said = " ".join(notice.translate(scene.language) for notice in notices)
    return desk.turn(**{name: getattr(scene, name) for name in scene.as_dict()}).change(notice=said)


@action
def focus(desk: Desk, data: Data) -> Desk:
    """Put a dial into the focus chart; a tile's dial changes places with it."""
    name, scene = checked("focus", given(data, "dial")), desk.scene
    tiles = tuple(scene.focus if tile == name else tile for tile in scene.tiles)
    return desk.turn(focus=name, tiles=tiles)


@action
def map_dial(desk: Desk, data: Data) -> Desk:
    """Colour the maps by a dial."""
    return desk.turn(map_dial=checked("map_dial", given(data, "dial")))


@action
def letter(desk: Desk, data: Data) -> Desk:
    """Choose the city whose levers are shown."""
    return desk.show(letter=city_of(desk, data))


@action
def question(desk: Desk, data: Data) -> Desk:
    """Open one of the questions; the others fold."""
    name = checked("question", given(data, "question"))
    return desk.show(question="" if name == desk.scene.question else name)


@action
def panel(desk: Desk, data: Data) -> Desk:
    """Open a panel, or close it with an empty name."""
    return desk.change(panel=checks.one_of(data.get("panel", ""), PANELS, "panel"), defined="")


@action
def define(desk: Desk, data: Data) -> Desk:
    """Show the definition of a dial."""
    return desk.change(panel="define", defined=checked("focus", given(data, "dial")))


@action
def rail(desk: Desk, data: Data) -> Desk:
    """Open or fold the levers on a small screen."""
    return desk.change(rail_open=turned_on(data, "open", not desk.rail_open))


@action
def keys(desk: Desk, data: Data) -> Desk:
    """Let single keys act, or not."""
    return desk.change(keys=turned_on(data, "on", not desk.keys))


@action
def swap(desk: Desk, data: Data) -> Desk:
    """Change the sides of the cities."""
    return desk.turn(swapped=not desk.scene.swapped)


@action
def difference(desk: Desk, data: Data) -> Desk:
    """Show A minus B on one map, or each city on its own."""
    return desk.turn(difference=not desk.scene.difference)


@action
def stage(desk: Desk, data: Data) -> Desk:
    """Show the page as it is projected, or as it is worked with."""
    return desk.show(stage=turned_on(data, "on", not desk.scene.stage))


# Time


@action
def play(desk: Desk, data: Data) -> Desk:
    """Play from the week shown; from the fork when at the end."""
    week = 0 if desk.scene.week >= WEEKS else desk.scene.week
    return desk.show(week=week).change(playing=True, replays=desk.replays + 1)


@action
def pause(desk: Desk, data: Data) -> Desk:
    """Stand still at the week the browser has reached."""
    return desk.show(week=_week(data, desk)).change(playing=False)


@action
def seek(desk: Desk, data: Data) -> Desk:
    """Go to a week."""
    return desk.show(week=_week(data, desk)).change(playing=False)


@action
def replay(desk: Desk, data: Data) -> Desk:
    """Play again from the fork, old curves beneath."""
    return desk.show(week=0).change(playing=True, replays=desk.replays + 1)


@action
def speed(desk: Desk, data: Data) -> Desk:
    """Play at another speed."""
    speed = checks.number(given(data, "speed"), "speed", min(SPEEDS), max(SPEEDS))
    return desk.change(speed=min(SPEEDS, key=lambda one: abs(one - speed)))


def _week(data: Data, desk: Desk) -> int:
    """Return the week nearest to where the browser's clock stands; a step beyond the years stops at their end."""
    reached = checks.number(data.get("week", desk.scene.week), "week", -WEEKS, 2 * WEEKS)
    return max(0, min(WEEKS, round(reached)))


# What is simulated


@action
def lever(desk: Desk, data: Data) -> Desk:
    """Move one lever of one city, or several at once (``levers``)."""
    city = city_of(desk, data)
    levers = LEVER_VALUES(data.get("levers") or {str(given(data, "name")): given(data, "value")}, "levers")
    check_shares({**desk.scene.levers(city), **levers})
    one = next(iter(levers)) if len(levers) == 1 else ""
    return with_changes(desk.change(moved=one), city, {**desk.scene.changes.get(city, {}), **levers})


@action
def unset(desk: Desk, data: Data) -> Desk:
    """Put one lever back to its scenario's value, and only that one."""
    city, put_back = city_of(desk, data), checks.one_of(given(data, "name"), LEVERS, "lever")
    left = {name: value for name, value in desk.scene.changes.get(city, {}).items() if name != put_back}
    check_shares({**desk.scene.base(city).levers, **left})
    return with_changes(desk, city, left)


@action
def reset(desk: Desk, data: Data) -> Desk:
    """Put every lever of one city back."""
    return with_changes(desk, city_of(desk, data), {})


@action
def restart(desk: Desk, data: Data) -> Desk:
    """Put everything that is simulated back to the opening."""
    fresh = type(desk.scene)()
    kept = ("bases", "changes", "assumption_set", "assumptions", "events", "city", "residents", "seed")
    return desk.turn(**{name: getattr(fresh, name) for name in kept}, week=WEEKS, letter="A").change(
        playing=False
    )


@action
def base(desk: Desk, data: Data) -> Desk:
    """Let one city start from another scenario, its changes cleared."""
    city = city_of(desk, data)
    scenario = CITIES.entry(city, given(data, "scenario"), "scenario")
    changes = {name: value for name, value in desk.scene.changes.items() if name != city}
    return desk.turn(bases={**desk.scene.bases, city: scenario}, changes=changes)


@action
def room(desk: Desk, data: Data) -> Desk:
    """Open the room's city, or send it away."""
    bases = {name: value for name, value in desk.scene.bases.items() if name != "C"}
    changes = {name: value for name, value in desk.scene.changes.items() if name != "C"}
    if turned_on(data, "on", "C" not in desk.scene.bases):
        return desk.turn(bases={**bases, "C": BASES["C"]}, letter="C")
    return desk.turn(bases=bases, changes=changes, letter="A")


@action
def assumption(desk: Desk, data: Data) -> Desk:
    """Change how people and machines behave, in every city."""
    changed = ASSUMED({str(given(data, "name")): given(data, "value")}, "assumptions")
    return desk.turn(assumptions={**desk.scene.assumptions, **changed})


@action
def unset_assumption(desk: Desk, data: Data) -> Desk:
    """Put one assumption, or with no name all, back to the set's value; then the set itself back."""
    name = data.get("name")
    if not name and not desk.scene.assumptions:
        return desk.turn(assumption_set=type(desk.scene)().assumption_set)
    return desk.turn(assumptions={k: v for k, v in desk.scene.assumptions.items() if name and k != name})


@action
def assumption_set(desk: Desk, data: Data) -> Desk:
    """Assume what a shipped set assumes."""
    return desk.turn(assumption_set=checked("assumption_set", given(data, "set")), assumptions={})


@action
def context(desk: Desk, data: Data) -> Desk:
    """Change the city simulated, the number of residents or the luck."""
    name = checks.one_of(given(data, "name"), CONTEXT_FIELDS, "context")
    return desk.turn(**{name: checked(name, given(data, "value"))})


@action
def event(desk: Desk, data: Data) -> Desk:
    """Let something happen, in one city or in all."""
    (made,) = checked("events", [{key: data[key] for key in ("kind", "week", "city") if key in data}])
    return desk.turn(events=(*desk.scene.events, made)[-MOST_EVENTS:]).change(panel="")


@action
def unevent(desk: Desk, data: Data) -> Desk:
    """Take back one event."""
    at = checks.whole_number(given(data, "index"), "index", 0, MOST_EVENTS)
    return desk.turn(events=tuple(e for i, e in enumerate(desk.scene.events) if i != at))


@action
def undo(desk: Desk, data: Data) -> Desk:
    """Take back the last change."""
    return desk.undo()


@action
def redo(desk: Desk, data: Data) -> Desk:
    """Make the change again that was taken back."""
    return desk.redo()


def with_changes(desk: Desk, city: str, changes: Mapping[str, Value]) -> Desk:
    """Return ``desk`` with the levers of one city changed; those set back to their start are no change."""
    start = desk.scene.base(city).levers
    moved = {name: value for name, value in changes.items() if value != start[name]}
    return desk.turn(changes={**desk.scene.changes, city: moved})
