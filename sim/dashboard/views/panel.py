"""The panel that opens over the page: an event to let loose, a definition, why, more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from sim.city.mapping import NOT_STATED
from sim.dashboard.state.allowed import INJECTED
from sim.dashboard.state.names import name_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import IN_PANEL, ViewState
from sim.dashboard.views.bar import modes
from sim.dashboard.views.diary import Year
from sim.dashboard.views.exports import (
    command,
    file_name,
    files,
    line_of_receipt,
    lines_of_receipt,
    scenario_text,
)
from sim.dashboard.views.findings import YEAR, resident, runs, sets
from sim.dashboard.work.paired import RESIDENTS, Paired
from sim.dashboard.work.paired import RUNS as RUNS_PAIRED
from sim.dashboard.work.simulation import WEEKS, city_named
from sim.locale.catalogue import FALLBACK, pattern, translate, words
from sim.locale.numbers import number
from sim.outcomes import OUTCOMES
from sim.parameters import CONSTANTS, Value

OUTAGE_WEEKS = round(float(CONSTANTS["outage_length"].default))
KEYS = ("pages", "space", "arrows", "p", "l", "b", "x", "r", "t", "z", "u_y", "help")
CREDITS = ("figures", "boundaries")
"""Headings inside a city's attribution."""


class Found(Protocol):
    """What a session has found out so far."""

    diary: dict[str, list[Year]] | None

    def paired_of(self, scene: Scene) -> Paired | None:
        """Return the paired runs of ``scene``, if they are made."""
        ...

    def sets_of(self, scene: Scene) -> Paired | None:
        """Return the runs of the cities of ``scene`` under every set of assumptions, if they are made."""
        ...

    def report(self, scene: Scene) -> str:
        """Return the printable report."""
        ...


def panel(state: ViewState, found: Found) -> dict[str, Any]:
    """Return what the open panel shows; an empty ``name`` is a closed one."""
    scene = state.scene
    name = state.panel if state.panel in IN_PANEL else ""
    body: dict[str, Any] = {}
    if name == "event":
        body = _event(scene)
    elif name == "define":
        body = {"dial": _definition(state.defined, scene.language)}
    elif name == "more":
        body = _more(scene) | {"can_undo": bool(state.back), "can_redo": bool(state.ahead)}
    elif name == "sets":
        body = sets(scene, found.sets_of(scene))
    elif name == "runs":
        body = runs(scene, found.paired_of(scene))
    elif name == "resident":
        body = resident(scene, found.diary)
    elif name == "report":
        body = {"html": found.report(scene), **_command(scene)}
    elif name == "keys":
        body = {
            "rows": [
                {
                    "key": translate(f"key-{key}", scene.language),
                    "does": translate(f"key-{key}.does", scene.language),
                }
                for key in KEYS
            ],
            "on": state.keys,
        }
    return {"name": name, "words": words("panel", scene.language), "title": _title(name, state), **body}


def _title(name: str, state: ViewState) -> str:
    scene = state.scene
    if name == "define":
        return OUTCOMES[state.defined].label.translate(scene.language)
    return translate(f"panel-title-{name}", scene.language, cities=len(scene.letters)) if name else ""


def _event(scene: Scene) -> dict[str, Any]:
    language = scene.language
    week = 0 if scene.week >= WEEKS else scene.week
    when = translate("panel-event-when", language, when=translate("foot-week", language, n=week))
    cities = [("all", translate("panel-event-all", language))]
    cities += [(a, name_of(scene, a)) for a in scene.letters]
    return {
        "when": when if scene.week < WEEKS else translate("panel-event-first", language),
        "week": week,
        "cities": [{"name": name, "label": label} for name, label in cities],
        "kinds": [
            {
                "kind": kind,
                "label": translate(f"event-{kind}", language),
                "help": translate(f"event-{kind}.help", language, weeks=OUTAGE_WEEKS),
            }
            for kind in INJECTED
        ],
        "listed": [
            {"index": index, "label": _told(event, dict(cities), language)}
            for index, event in enumerate(scene.events)
        ],
    }


def _told(event: Mapping[str, Value], cities: dict[str, str], language: str) -> str:
    kind, city = str(event["kind"]), str(event["city"])
    week = translate("foot-week", language, n=event["week"])
    return f"{translate(f'event-{kind}', language)}, {week}, {cities.get(city, city)}"


def _definition(name: str, language: str) -> dict[str, Any]:
    dial = OUTCOMES[name]
    return {
        "help": dial.help.translate(language),
        "exact": dial.definition.translate(language),
        "unit": dial.unit_word.translate(language),
        "word": dial.word.translate(language),
        "direction": translate(f"direction-{dial.direction or 'none'}", language),
        "definitional": translate("define-definitional", language) if dial.definitional else "",
    }


def _command(scene: Scene) -> dict[str, Any]:
    """Return the command to copy, and what to know before it is given."""
    language = scene.language
    residents = number(RESIDENTS, language)
    notes = [translate("export-prints", language, n=RUNS_PAIRED, residents=residents, years=WEEKS // YEAR)]
    if needed := files(scene):
        notes.append(translate("export-files_first", language, files=", ".join(needed)))
    return {"command": command(scene), "command_notes": notes}


def _credited(attribution: str, language: str) -> str:
    """Return the city's attribution, which keeps its makers' words, with its headings in ``language``."""
    for heading in CREDITS:
        key = f"credit-{heading}"
        attribution = attribution.replace(translate(key, FALLBACK), translate(key, language))
    return _stated(attribution, language)


def _stated(text: str, language: str) -> str:
    """Return what a city's file says of itself, or that it does not."""
    return translate("city-not_stated", language) if text == NOT_STATED else text


def _more(scene: Scene) -> dict[str, Any]:
    city = city_named(scene.city)
    language = scene.language
    return {
        "stage": scene.stage,
        "large": scene.large,
        "difference": scene.difference,
        "mode": scene.mode,
        "modes": modes(language),
        "scenarios": [
            {
                "letter": a,
                "label": translate("export-scenario", language, letter=a),
                "name": file_name(a),
                "text": scenario_text(scene, a),
            }
            for a in scene.letters
        ],
        **_command(scene),
        "receipt": {
            "lines": lines_of_receipt(scene),
            "line": line_of_receipt(scene),
            "scale": translate("export-scale", language),
            "draft": pattern("export-draft", language),
        },
        "attribution": _credited(city.attribution, language),
        "licence": _stated(city.licence, language),
        "notes": [note.translate(language) for note in city.notes],
    }
