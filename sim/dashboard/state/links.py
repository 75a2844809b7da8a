"""Scenes as text: the address of a page holds its whole state, and old addresses still open."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from sim.city.load import list_cities
from sim.dashboard.state.cues import CUES
from sim.dashboard.state.names import NAMED, clean
from sim.dashboard.state.scene import BASES, LETTERS, MODES, SCENE_VERSION, THEMES, Scene
from sim.dashboard.work.simulation import MAPPED, MODEL_VERSION, WEEKS
from sim.files.errors import InputError
from sim.locale.catalogue import LANGUAGES
from sim.locale.text import Text, message
from sim.outcomes import OUTCOMES
from sim.parameters import ASSUMPTIONS, CONTEXT, LEVERS, Value
from sim.scenario.event import read_event
from sim.scenario.scenario import list_assumption_sets, list_scenarios

LONGEST = 20_000  # characters of an address that are read at all
MOST_EVENTS = 40
Fields = dict[str, Any]


def _curtain_of(fields: Fields) -> Fields:
    """Version 1 had no debate: its scenes are uncovered and stand at the first cue."""
    return {**fields, "cue": 0, "covered": False, "tallies": {}}


MIGRATIONS: Mapping[int, Callable[[Fields], Fields]] = {1: _curtain_of}
"""From each version to the next."""


def write_link(scene: Scene) -> str:
    """Return ``scene`` as text for an address: every value that is not the default, and the versions."""
    default = Scene().as_dict()
    fields = {name: value for name, value in scene.as_dict().items() if value != default[name]}
    text = json.dumps(
        {"v": SCENE_VERSION, "m": MODEL_VERSION, **fields}, separators=(",", ":"), sort_keys=True
    )
    return base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode().rstrip("=")


def read_link(text: str) -> tuple[Scene, list[Text]]:
    """Return the scene that ``text`` holds and what must be said about it: versions passed, values dropped.

    Raises InputError when it is no link of this page at all.
    """
    fields = _fields(text)
    notices: list[Text] = []
    version = fields.pop("v", 1)
    if not isinstance(version, int) or not 1 <= version <= SCENE_VERSION:
        raise InputError(f"this link is of version {version!r}, this page reads 1 to {SCENE_VERSION}")
    if version < SCENE_VERSION:
        notices.append(message("link-older", version=version, now=SCENE_VERSION))
    if (model := str(fields.pop("m", MODEL_VERSION))[:20]) != MODEL_VERSION:
        notices.append(message("link-model", then=model, now=MODEL_VERSION))
    for step in range(version, SCENE_VERSION):
        fields = MIGRATIONS[step](fields)
    dropped: list[str] = []
    kept = _checked(fields, dropped)
    if dropped:
        notices.append(message("link-dropped", names=", ".join(dropped[:8])))
    return Scene(**kept), notices


def _fields(text: str) -> Fields:
    try:
        packed = base64.urlsafe_b64decode(text[:LONGEST] + "=" * (-len(text) % 4))
        plain = zlib.decompressobj().decompress(packed, LONGEST * 10)
        fields = json.loads(plain)
    except (ValueError, RecursionError, zlib.error) as error:
        raise InputError("this link is damaged; the opening page is shown instead") from error
    if not isinstance(fields, dict):
        raise InputError("this link is damaged; the opening page is shown instead")
    return fields


def _checked(fields: Fields, dropped: list[str]) -> Fields:
    kept: Fields = {}
    for name, value in fields.items():
        check = _CHECKS.get(name)
        try:
            if check is None:
                raise InputError(f"unknown field {name}")
            kept[name] = check(value, dropped)
        except (InputError, TypeError, ValueError, AttributeError, KeyError):
            dropped.append(str(name)[:40])
    return kept


Check = Callable[[Any, list[str]], Any]


def _one_of(*legal: str) -> Check:
    def check(value: Any, dropped: list[str]) -> str:
        if value not in legal:
            raise InputError(f"{value!r} is not known")
        return str(value)

    return check


def _whole(low: int, high: int) -> Check:
    return lambda value, dropped: max(low, min(high, int(value)))


def _values(declared: Mapping[str, Any], dropped: list[str], given: Mapping[str, Any]) -> dict[str, Value]:
    kept: dict[str, Value] = {}
    for name, value in given.items():
        try:
            kept[name] = declared[name].check(value)
        except (InputError, KeyError):
            dropped.append(str(name)[:40])
    return kept


def _bases(value: Any, dropped: list[str]) -> dict[str, str]:
    legal = list_scenarios()
    named = {letter: name for letter, name in value.items() if letter in LETTERS and name in legal}
    return {"A": BASES["A"], "B": BASES["B"], **named}


def _names(value: Any, dropped: list[str]) -> dict[str, str]:
    return {letter: name for letter in NAMED if (name := clean(str(value.get(letter, ""))))}


def _changes(value: Any, dropped: list[str]) -> dict[str, dict[str, Value]]:
    return {letter: _values(LEVERS, dropped, levers) for letter, levers in value.items() if letter in LETTERS}


def _events(value: Any, dropped: list[str]) -> tuple[Mapping[str, Value], ...]:
    return tuple(read_event(event).as_table() for event in value[:MOST_EVENTS])


def _tallies(value: Any, dropped: list[str]) -> dict[str, dict[str, int]]:
    return {
        cue: {str(k)[:8]: max(0, min(9_999, int(n))) for k, n in t.items()}
        for cue, t in value.items()
        if cue in {one.name for one in CUES}
    }


def _tiles(value: Any, dropped: list[str]) -> tuple[str, ...]:
    if len(value) != len(Scene().tiles) or any(tile not in OUTCOMES for tile in value):
        raise InputError("tiles")
    return tuple(value)


_CHECKS: Mapping[str, Check] = {
    "mode": _one_of(*MODES),
    "language": _one_of(*LANGUAGES),
    "theme": _one_of(*THEMES),
    "bases": _bases,
    "names": _names,
    "changes": _changes,
    "assumption_set": lambda value, dropped: _one_of(*list_assumption_sets())(value, dropped),
    "assumptions": lambda value, dropped: _values(ASSUMPTIONS, dropped, value),
    "events": _events,
    "city": lambda value, dropped: _one_of(*list_cities())(value, dropped),
    "residents": _whole(1_000, 50_000),
    "seed": lambda value, dropped: CONTEXT["seed"].check(value),
    "focus": _one_of(*OUTCOMES),
    "tiles": _tiles,
    "map_dial": _one_of(*MAPPED),
    "week": _whole(0, WEEKS),
    "letter": _one_of(*LETTERS),
    "question": _one_of("", *dict.fromkeys(lever.group for lever in LEVERS.values())),
    "difference": lambda value, dropped: bool(value),
    "zoom": lambda value, dropped: bool(value),
    "swapped": lambda value, dropped: bool(value),
    "large": lambda value, dropped: bool(value),
    "stage": lambda value, dropped: bool(value),
    "cue": _whole(0, 20),
    "covered": lambda value, dropped: bool(value),
    "tallies": _tallies,
    "resident": _whole(-1, 2_000_000),
}
