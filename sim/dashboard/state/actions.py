"""What a visitor can do: each action takes the desk and what the browser sent, and returns the desk after it.

The browser is not trusted: every value is checked here, and one that is not allowed leaves the desk as it is,
with a notice.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from sim.city.load import list_cities
from sim.dashboard.state.links import read_link
from sim.dashboard.state.scene import BASES, LETTERS, THEMES
from sim.dashboard.state.view_state import SPEEDS, Desk
from sim.dashboard.work.simulation import MAPPED, WEEKS
from sim.files.errors import InputError, unknown
from sim.locale.catalogue import LANGUAGES
from sim.outcomes import outcome
from sim.parameters import ASSUMPTIONS, CONTEXT, LEVERS, Value, check_shares
from sim.scenario.event import read_event
from sim.scenario.scenario import list_assumption_sets, list_scenarios

Data = Mapping[str, Any]
Action = Callable[[Desk, Data], Desk]

ACTIONS: dict[str, Action] = {}
MOST_RESIDENTS = 50_000
"""More would keep a page waiting; the command line has no such limit."""
MOST_EVENTS = 40

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
    except (KeyError, TypeError, ValueError):
        _log.warning("action %r with unusable data", name, exc_info=True)
        return desk


def one_of(value: object, legal: tuple[str, ...], kind: str) -> str:
    """Return ``value`` if it is one of ``legal``; raise InputError otherwise."""
    if isinstance(value, str) and value in legal:
        return value
    raise unknown(kind, str(value)[:60], legal)


def _letter(desk: Desk, data: Data) -> str:
    return one_of(data.get("letter", desk.scene.letter), desk.scene.letters, "city")


# What is shown


@action
def language(desk: Desk, data: Data) -> Desk:
    """Speak one of the languages there is a catalogue of."""
    return desk.show(language=one_of(data["language"], LANGUAGES, "language"))


@action
def theme(desk: Desk, data: Data) -> Desk:
    """Light, dark, or as the system asks."""
    return desk.show(theme=one_of(data["theme"], THEMES, "theme"))


@action
def hello(desk: Desk, data: Data) -> Desk:
    """Take in what the browser says of its visitor when the page opens: language, motion, a link."""
    desk = desk.change(calm=bool(data.get("calm", False)))
    spoken = str(data.get("language", ""))[:2]
    if spoken in LANGUAGES:
        desk = desk.show(language=spoken)
    return open_link(desk, data) if data.get("link") else desk


@action
def open_link(desk: Desk, data: Data) -> Desk:
    """Go to the scene that a link holds, and say what it needed."""
    scene, notices = read_link(str(data["link"]))
    notice = " ".join(one.translate(scene.language) for one in notices)
    return desk.turn(**{name: getattr(scene, name) for name in scene.as_dict()}).change(notice=notice)


@action
def focus(desk: Desk, data: Data) -> Desk:
    """Put a dial into the focus chart; a tile's dial changes places with it."""
    name, scene = outcome(str(data["dial"])).id, desk.scene
    tiles = tuple(scene.focus if tile == name else tile for tile in scene.tiles)
    return desk.turn(focus=name, tiles=tiles)


@action
def map_dial(desk: Desk, data: Data) -> Desk:
    """Colour the maps by a dial."""
    return desk.turn(map_dial=one_of(data["dial"], MAPPED, "dial of the maps"))


@action
def letter(desk: Desk, data: Data) -> Desk:
    """Choose the city whose levers are shown."""
    return desk.show(letter=_letter(desk, data))


@action
def question(desk: Desk, data: Data) -> Desk:
    """Open one of the questions; the others fold."""
    name = str(data["question"])
    groups = tuple(dict.fromkeys(lever.group for lever in LEVERS.values()))
    return desk.show(question="" if name == desk.scene.question else one_of(name, groups, "question"))


@action
def panel(desk: Desk, data: Data) -> Desk:
    """Open a panel, or close it with an empty name."""
    return desk.change(panel=str(data.get("panel", ""))[:40], defined="")


@action
def define(desk: Desk, data: Data) -> Desk:
    """Show the definition of a dial."""
    return desk.change(panel="define", defined=outcome(str(data["dial"])).id)


@action
def rail(desk: Desk, data: Data) -> Desk:
    """Open or fold the levers on a small screen."""
    return desk.change(rail_open=bool(data.get("open", not desk.rail_open)))


@action
def keys(desk: Desk, data: Data) -> Desk:
    """Let single keys act, or not."""
    return desk.change(keys=bool(data.get("on", not desk.keys)))


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
    return desk.show(stage=bool(data.get("on", not desk.scene.stage)))


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
    value = float(data["speed"])
    return desk.change(speed=value) if value in SPEEDS else desk


def _week(data: Data, desk: Desk) -> int:
    return max(0, min(WEEKS, round(float(data.get("week", desk.scene.week)))))


# What is simulated


@action
def lever(desk: Desk, data: Data) -> Desk:
    """Move one lever of one city, or several at once (``levers``)."""
    city, given = _letter(desk, data), data.get("levers") or {data["name"]: data["value"]}
    levers = {name: _known(LEVERS, name, "lever").check(value) for name, value in given.items()}
    check_shares({**desk.scene.levers(city), **levers})
    one = next(iter(levers)) if len(levers) == 1 else ""
    return with_changes(desk.change(moved=one), city, {**desk.scene.changes.get(city, {}), **levers})


@action
def unset(desk: Desk, data: Data) -> Desk:
    """Put one lever back to its scenario's value, and only that one."""
    city = _letter(desk, data)
    left = {name: value for name, value in desk.scene.changes.get(city, {}).items() if name != data["name"]}
    check_shares({**desk.scene.base(city).levers, **left})
    return with_changes(desk, city, left)


@action
def reset(desk: Desk, data: Data) -> Desk:
    """Put every lever of one city back."""
    return with_changes(desk, _letter(desk, data), {})


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
    city, scenario = _letter(desk, data), one_of(data["scenario"], tuple(list_scenarios()), "scenario")
    changes = {name: value for name, value in desk.scene.changes.items() if name != city}
    return desk.turn(bases={**desk.scene.bases, city: scenario}, changes=changes)


@action
def room(desk: Desk, data: Data) -> Desk:
    """Open the room's city, or send it away."""
    bases = {name: value for name, value in desk.scene.bases.items() if name != "C"}
    changes = {name: value for name, value in desk.scene.changes.items() if name != "C"}
    if bool(data.get("on", "C" not in desk.scene.bases)):
        return desk.turn(bases={**bases, "C": BASES["C"]}, letter="C")
    return desk.turn(bases=bases, changes=changes, letter="A")


@action
def assumption(desk: Desk, data: Data) -> Desk:
    """Change how people and machines behave, in every city."""
    name = str(data["name"])
    value = _known(ASSUMPTIONS, name, "assumption").check(data["value"])
    return desk.turn(assumptions={**desk.scene.assumptions, name: value})


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
    return desk.turn(assumption_set=one_of(data["set"], tuple(list_assumption_sets()), "set"), assumptions={})


@action
def context(desk: Desk, data: Data) -> Desk:
    """Change the city simulated, the number of residents or the luck."""
    name = one_of(data["name"], ("city", "residents", "seed"), "context")
    if name == "city":
        return desk.turn(city=one_of(data["value"], tuple(list_cities()), "city"))
    value = CONTEXT[name].check(data["value"])
    return desk.turn(**{name: min(int(value), MOST_RESIDENTS) if name == "residents" else value})


@action
def event(desk: Desk, data: Data) -> Desk:
    """Let something happen, in one city or in all."""
    city = one_of(data.get("city", "all"), ("all", *LETTERS), "city")
    made = read_event({"kind": data["kind"], "week": int(data["week"]), "city": city})
    return desk.turn(events=(*desk.scene.events, made.as_table())[-MOST_EVENTS:]).change(panel="")


@action
def unevent(desk: Desk, data: Data) -> Desk:
    """Take back one event."""
    at = int(data["index"])
    return desk.turn(events=tuple(e for i, e in enumerate(desk.scene.events) if i != at))


@action
def undo(desk: Desk, data: Data) -> Desk:
    """Take back the last change."""
    return desk.undo()


@action
def redo(desk: Desk, data: Data) -> Desk:
    """Make the change again that was taken back."""
    return desk.redo()


def _known(declared: Mapping[str, Any], name: object, kind: str) -> Any:
    if name in declared:
        return declared[str(name)]
    raise unknown(kind, str(name)[:60], declared)


def with_changes(desk: Desk, city: str, changes: Mapping[str, Value]) -> Desk:
    """Return ``desk`` with the levers of one city changed; those set back to their start are no change."""
    start = desk.scene.base(city).levers
    moved = {name: value for name, value in changes.items() if value != start[name]}
    return desk.turn(changes={**desk.scene.changes, city: moved})
