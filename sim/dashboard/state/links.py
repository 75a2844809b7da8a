"""Scenes as text: the address of a page holds its whole state, and old addresses still open."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from sim.dashboard.state.cities import offered
from sim.dashboard.state.fields import LONGEST_KEY, among, printable, salvage
from sim.dashboard.state.scene import FIELDS, SCENE_VERSION, Scene, mended
from sim.dashboard.work.simulation import MODEL_VERSION
from sim.debate.tours import STOPS, list_tours
from sim.files import checks
from sim.files.errors import InputError
from sim.locale.text import Text, message

LONGEST = 20_000  # characters of an address that are read at all
LONGEST_VERSION = 20
MOST_NAMED = 8  # of the things left out
TYPED = re.compile(r"tour=(?P<tour>[\w-]{1,80})(?:/(?P<stop>\d{1,3}))?")
"""A link that can be typed: "tour=the-crowd", or "tour=the-crowd/4" for its fourth step."""
Fields = dict[str, Any]


def _curtain_of(fields: Fields) -> Fields:
    """Version 1 had no debate: its scenes are uncovered and stand at the first cue."""
    return {**fields, "cue": 0, "covered": False, "tallies": {}}


def _steps_of(fields: Fields) -> Fields:
    """Version 2 had one debate, whose cues had no steps: its scenes stand at the first step."""
    return {**fields, "cue": 0, "step": 0, "tallies": {}}


MIGRATIONS: Mapping[int, Callable[[Fields], Fields]] = {1: _curtain_of, 2: _steps_of}
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
    version = checks.whole_number(fields.pop("v", 1), "version of this link", 1, SCENE_VERSION)
    if version < SCENE_VERSION:
        notices.append(message("link-older", version=version, now=SCENE_VERSION))
    if (model := printable(str(fields.pop("m", MODEL_VERSION)), LONGEST_VERSION)) != MODEL_VERSION:
        notices.append(message("link-model", then=model, now=MODEL_VERSION))
    if isinstance(city := fields.get("city"), str) and city not in offered():
        del fields["city"]
        notices.append(message("link-city", city=printable(city, LONGEST_KEY)))
    for step in range(version, SCENE_VERSION):
        fields = MIGRATIONS[step](fields)
    dropped: list[str] = []
    scene, unfit = mended(Scene(**_checked(fields, dropped)))
    if dropped or unfit:
        notices.append(message("link-dropped", names=", ".join([*dropped, *unfit][:MOST_NAMED])))
    return scene, notices


def write_typed(tour: str, stop: int) -> str:
    """Return the link to a stop of a tour that somebody can type."""
    return f"tour={tour}" + (f"/{stop + 1}" if stop else "")


def read_typed(text: str) -> tuple[str, int] | None:
    """Return the tour and the stop that a typed link names, None for any other link.

    Raises InputError, with the nearest name, where there is no such tour or stop.
    """
    found = TYPED.fullmatch(text)
    if found is None:
        return None
    tour = checks.one_of(found["tour"], list_tours(), "tour")
    stop = checks.spelled_whole(found["stop"] or "1")
    return tour, checks.whole_number(stop, "step", 1, len(STOPS)) - 1


def _fields(text: str) -> Fields:
    try:
        packed = base64.urlsafe_b64decode(text[:LONGEST] + "=" * (-len(text) % 4))
        plain = zlib.decompressobj().decompress(packed, LONGEST * 10)
        fields = json.loads(plain)
    except (ValueError, RecursionError, zlib.error) as error:
        raise InputError(message("link-damaged")) from error
    if not isinstance(fields, dict):
        raise InputError(message("link-damaged"))
    return fields


def _checked(fields: Fields, dropped: list[str]) -> Fields:
    kept: Fields = {}
    for name, value in fields.items():
        try:
            kept[name] = salvage(among(FIELDS, message("fields-field"))(name), value, name, dropped)
        except InputError:
            dropped.append(printable(str(name), LONGEST_KEY))
    return kept
