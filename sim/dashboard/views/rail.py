"""The rail of levers, and the assumptions behind their own door."""

from __future__ import annotations

from typing import Any

from sim.cities import list_cities
from sim.dashboard.actions import MOST_RESIDENTS
from sim.dashboard.desk import Desk
from sim.dashboard.messages import in_language, said
from sim.dashboard.messages.levers import LEVER_WORDS, QUESTIONS
from sim.dashboard.names import LONGEST, NAMED, name_of, plate
from sim.dashboard.poles import GROUPS as POLED
from sim.dashboard.poles import position_of
from sim.dashboard.scene import Scene, shipped
from sim.dashboard.source import city_named
from sim.dashboard.views.values import control, position, shown
from sim.parameters import ASSUMPTIONS, CONTEXT, LEVERS, SHARES, Parameter
from sim.parameters.mechanisms_evidence import MECHANISM_EVIDENCE
from sim.scenario import list_assumption_sets, list_scenarios, load_assumption_set

GROUPS = tuple(QUESTIONS)


def rail(desk: Desk) -> dict[str, Any]:
    """Return everything the rail shows."""
    scene = desk.scene
    words = said(LEVER_WORDS, scene.language)
    return {
        "language": scene.language,
        "words": words,
        "open": desk.rail_open,
        "panel": desk.panel if desk.panel == "assumptions" else "",
        "letter": scene.letter,
        "letters": [_tab(scene, letter) for letter in scene.letters],
        "name": scene.names.get(scene.letter, "") if scene.letter in NAMED else None,
        "longest": LONGEST,
        "scenarios": _scenarios(scene.language),
        "scenario": scene.bases[scene.letter],
        "caution": in_language(scene.base(scene.letter).caution, scene.language),
        "dial": _dial(scene),
        "questions": [_question(scene, group, number) for number, group in enumerate(GROUPS, 1)],
        "question": scene.question,
        "changes": _changes(scene),
        "assumed": _assumptions_note(scene),
        "assumptions": _assumptions(scene) if desk.panel == "assumptions" else {},
    }


def _dial(scene: Scene) -> dict[str, float]:
    """Return where the city lies between the named ones: a point, or a bracket when questions differ."""
    places = [position_of(scene.levers(scene.letter), group) for group in POLED]
    return {
        "low": round(min(places), 4),
        "high": round(max(places), 4),
        "at": round(sum(places) / len(places), 4),
    }


def _tab(scene: Scene, letter: str) -> dict[str, str]:
    name = name_of(scene, letter)
    short = plate(scene, letter)["short"] if letter in NAMED and "C" in scene.bases else name
    return {"letter": letter, "name": name, "short": short}


def _scenarios(language: str) -> list[dict[str, str]]:
    return [{"name": name, "title": in_language(shipped(name).title, language)} for name in list_scenarios()]


def _question(scene: Scene, group: str, number: int) -> dict[str, Any]:
    levers = [lever for lever in LEVERS.values() if lever.group == group]
    values = scene.levers(scene.letter)
    is_open = scene.question == group
    return {
        "group": group,
        "label": in_language(QUESTIONS[group], scene.language),
        "number": number,
        "position": round(position_of(values, group), 4) if group in POLED else None,
        "controls": [_lever(scene, lever) for lever in levers] if is_open else [],
        "shares": [
            _shares(scene, names, prefix)
            for prefix, names in SHARES.items()
            if is_open and LEVERS[names[0]].group == group
        ],
    }


def _lever(scene: Scene, lever: Parameter) -> dict[str, Any]:
    language, value = scene.language, scene.levers(scene.letter)[lever.name]
    words = said(LEVER_WORDS, language)
    others = [
        {
            "letter": letter,
            "text": shown(lever, other[lever.name], language),
            "at": _at(lever, other[lever.name]),
        }
        for letter in scene.letters
        if letter != scene.letter
        for other in [scene.levers(letter)]
    ]
    said_today = words["today"].format(value=shown(lever, lever.default, language))
    said_others = [words["other"].format(letter=other["letter"], value=other["text"]) for other in others]
    made = control(lever, value, language)
    ends = f" / {made['ends'][1]}" if made["kind"] == "number" else ""
    shared = next((prefix for prefix, names in SHARES.items() if lever.name in names), "")
    return made | {
        "today": _at(lever, lever.default),
        "others": others,
        "spoken": ", ".join([made["text"] + ends, said_today, *said_others]),
        "compare": " · ".join([said_today, *said_others]),
        "changed": lever.name in scene.changes.get(scene.letter, {}),
        "shared": shared,
    }


def _at(lever: Parameter, value: Any) -> float | None:
    if lever.kind != "number" or isinstance(value, str):
        return None
    return round(position(lever, value), 4)


def _shares(scene: Scene, names: tuple[str, ...], prefix: str) -> dict[str, Any]:
    """Return several levers that share one whole: a stacked bar with a preset for each."""
    levers = scene.levers(scene.letter)
    total = sum(float(levers[name]) for name in names)
    parts = [
        {
            "name": name,
            "label": in_language(LEVERS[name].title, scene.language),
            "share": float(levers[name]) / total,
            "text": shown(LEVERS[name], float(levers[name]) / total, scene.language),
            "preset": {other: float(other == name) for other in names},
        }
        for name in names
    ]
    alone = next((name for name in names if float(levers[name]) == total), "")
    title = LEVER_WORDS["holders" if prefix == "own" else "aims"]
    return {"prefix": prefix, "title": in_language(title, scene.language), "parts": parts, "alone": alone}


def _changes(scene: Scene) -> dict[str, Any]:
    words = said(LEVER_WORDS, scene.language)
    moved = scene.changes.get(scene.letter, {})
    base = scene.base(scene.letter)
    title = words["changed_one" if len(moved) == 1 else "changed"]
    items = [
        {
            "name": name,
            "label": in_language(LEVERS[name].title, scene.language),
            "from": shown(LEVERS[name], base.levers[name], scene.language),
            "to": shown(LEVERS[name], value, scene.language),
        }
        for name, value in moved.items()
    ]
    return {
        "title": title.format(n=len(moved), scenario=in_language(base.title, scene.language)),
        "items": items,
    }


def _assumptions_note(scene: Scene) -> str:
    title = in_language(load_assumption_set(scene.assumption_set).title, scene.language)
    if not scene.assumptions:
        other = in_language(LEVER_WORDS["other_set"], scene.language).format(set=title)
        return "" if scene.assumption_set == Scene.assumption_set else other
    changed = len(scene.assumptions)
    words = LEVER_WORDS["assumptions_changed_one" if changed == 1 else "assumptions_changed"]
    return in_language(words, scene.language).format(n=changed, set=title)


def _assumptions(scene: Scene) -> dict[str, Any]:
    language, assumed = scene.language, scene.assumed
    sets = [load_assumption_set(name) for name in list_assumption_sets()]
    limits: dict[str, dict[str, int]] = {"residents": {"high": MOST_RESIDENTS}, "seed": {}}
    context = [
        control(CONTEXT[name], getattr(scene, name), language) | limit for name, limit in limits.items()
    ]
    groups: dict[str, list[dict[str, Any]]] = {}
    for name, parameter in ASSUMPTIONS.items():
        made = control(parameter, assumed[name], language) | {"changed": name in scene.assumptions}
        groups.setdefault(parameter.group, []).append(made)
    return {
        "set": scene.assumption_set,
        "sets": [
            {
                "name": s.name,
                "title": in_language(s.title, language),
                "reason": in_language(s.reason, language),
            }
            for s in sets
        ],
        "groups": [
            {
                "title": _group_title(group, language),
                "open": any(made["changed"] for made in controls),
                "controls": controls,
            }
            for group, controls in groups.items()
        ],
        "context": context,
        "city": scene.city,
        "city_label": in_language(CONTEXT["city"].title, language),
        "cities": [{"name": n, "title": in_language(city_named(n).title, language)} for n in list_cities()],
    }


def _group_title(group: str, language: str) -> str:
    """Return the title of the mechanism that ``group`` of assumptions is about; one is about measuring."""
    known = MECHANISM_EVIDENCE.get(group)
    return in_language(known.title if known else LEVER_WORDS["measuring"], language)
