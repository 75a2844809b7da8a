"""The panel that opens over the page: an event to let loose, a definition, why, more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from sim.dashboard.state.allowed import INJECTED
from sim.dashboard.state.names import name_of
from sim.dashboard.state.scene import MODES, Scene
from sim.dashboard.state.view_state import IN_PANEL, Desk
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
from sim.dashboard.views.values import number
from sim.dashboard.work.paired import RESIDENTS, Paired
from sim.dashboard.work.paired import RUNS as RUNS_PAIRED
from sim.dashboard.work.simulation import WEEKS, city_named
from sim.locale.messages import in_language, said
from sim.locale.messages.bar import BAR
from sim.locale.messages.diary import DIARY
from sim.locale.messages.exports import CREDITS, EXPORTS, KEYS, RUNS, SETS
from sim.locale.messages.time import EVENT_HELP, EVENTS, PANEL, TIME
from sim.outcomes import OUTCOMES
from sim.parameters import Value

MOVES = {"undo": BAR["undo"], "redo": BAR["redo"], "replay": TIME["replay"], "restart": TIME["reset"]}
"""What the bars have no room for on a phone."""


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


def panel(desk: Desk, found: Found) -> dict[str, Any]:
    """Return what the open panel shows; an empty ``name`` is a closed one."""
    scene = desk.scene
    words = said(PANEL, scene.language)
    name = desk.panel if desk.panel in IN_PANEL else ""
    body: dict[str, Any] = {}
    if name == "event":
        body = _event(scene)
    elif name == "define":
        body = {"dial": _definition(desk.defined, scene.language)}
    elif name == "more":
        body = _more(scene) | {"can_undo": bool(desk.back), "can_redo": bool(desk.ahead)}
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
                {"key": in_language(k, scene.language), "does": in_language(t, scene.language)}
                for k, t in KEYS
            ],
            "on": desk.keys,
        }
    words |= said(EXPORTS, scene.language) | said(MOVES, scene.language)
    return {"name": name, "words": words, "title": _title(name, words, desk), **body}


def _title(name: str, words: dict[str, str], desk: Desk) -> str:
    if name == "define":
        return in_language(OUTCOMES[desk.defined].label, desk.scene.language)
    if name == "sets":
        return in_language(SETS["title"], desk.scene.language)
    if name == "runs":
        return in_language(RUNS["title"], desk.scene.language)
    if name == "resident":
        return in_language(
            DIARY["title" if len(desk.scene.letters) < 3 else "title_three"], desk.scene.language
        )
    return words.get({"event": "event_title", "why": "why_title", "more": "more_title"}.get(name, name), "")


def _event(scene: Scene) -> dict[str, Any]:
    language = scene.language
    week = 0 if scene.week >= WEEKS else scene.week
    words = said(PANEL, language)
    when = in_language(TIME["week"], language).format(n=week)
    cities = [("all", in_language(PANEL["event_all"], language))]
    cities += [(a, name_of(scene, a)) for a in scene.letters]
    return {
        "when": words["event_when"].format(when=when) if scene.week < WEEKS else words["event_first"],
        "week": week,
        "cities": [{"name": name, "label": label} for name, label in cities],
        "kinds": [
            {
                "kind": kind,
                "label": in_language(EVENTS[kind], language),
                "help": in_language(EVENT_HELP[kind], language),
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
    week = in_language(TIME["week"], language).format(n=event["week"])
    return f"{in_language(EVENTS[kind], language)}, {week}, {cities.get(city, city)}"


def _definition(name: str, language: str) -> dict[str, Any]:
    dial = OUTCOMES[name]
    words = said(PANEL, language)
    return {
        "help": in_language(dial.help, language),
        "exact": in_language(dial.definition, language),
        "unit": dial.unit_word.translate(language),
        "word": in_language(dial.word, language),
        "direction": words[f"direction_{dial.direction or 'none'}"],
        "definitional": words["definitional"] if dial.definitional else "",
    }


def _command(scene: Scene) -> dict[str, Any]:
    """Return the command to copy, and what to know before it is given."""
    words, language = said(EXPORTS, scene.language), scene.language
    figures = {"n": RUNS_PAIRED, "residents": number(RESIDENTS, language), "years": WEEKS // YEAR}
    notes = [words["prints"].format(**figures)]
    if needed := files(scene):
        notes.append(words["files_first"].format(files=", ".join(needed)))
    return {"command": command(scene), "command_notes": notes}


def _credited(attribution: str, language: str) -> str:
    """Return the city's attribution, which keeps its makers' words, with its headings in ``language``."""
    for heading in CREDITS:
        attribution = attribution.replace(heading.translate("en"), in_language(heading, language))
    return attribution


def _more(scene: Scene) -> dict[str, Any]:
    city = city_named(scene.city)
    words = said(EXPORTS, scene.language)
    return {
        "stage": scene.stage,
        "large": scene.large,
        "difference": scene.difference,
        "mode": scene.mode,
        "modes": [{"name": name, "label": in_language(BAR[name], scene.language)} for name in MODES],
        "scenarios": [
            {
                "letter": a,
                "label": words["scenario"].format(letter=a),
                "name": file_name(a),
                "text": scenario_text(scene, a),
            }
            for a in scene.letters
        ],
        **_command(scene),
        "receipt": {
            "lines": lines_of_receipt(scene),
            "line": line_of_receipt(scene),
            "scale": words["scale"],
            "draft": words["draft"],
        },
        "attribution": _credited(city.attribution, scene.language),
        "licence": city.licence,
        "notes": [in_language(note, scene.language) for note in city.notes],
    }
