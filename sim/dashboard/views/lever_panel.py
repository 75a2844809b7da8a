"""The panel of levers, and the assumptions behind their own door."""

from __future__ import annotations

from functools import cache
from typing import Any

from sim.dashboard.state.allowed import LONGEST_NAME, RESIDENTS, SEED
from sim.dashboard.state.cities import city_named, offered
from sim.dashboard.state.letters import NAMED
from sim.dashboard.state.names import name_of, plate
from sim.dashboard.state.poles import GROUPS as POLED
from sim.dashboard.state.poles import position_of
from sim.dashboard.state.scene import Scene, shipped
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.values import control, position, shown
from sim.locale.catalogue import known, translate, words
from sim.parameters import ASSUMPTIONS, CONTEXT, DECLARATIONS, LEVER_GROUPS, LEVERS, SHARES, Parameter
from sim.scenario.scenario import AssumptionSet, list_assumption_sets, list_scenarios, load_assumption_set

GROUPS = tuple(LEVER_GROUPS)


def lever_panel(state: ViewState) -> dict[str, Any]:
    """Return everything the lever panel shows."""
    scene = state.scene
    return {
        "language": scene.language,
        "words": words("levers", scene.language),
        "open": state.levers_open,
        "panel": state.panel if state.panel == "assumptions" else "",
        "letter": scene.letter,
        "letters": [_tab(scene, letter) for letter in scene.letters],
        "name": scene.names.get(scene.letter, "") if scene.letter in NAMED else None,
        "longest": LONGEST_NAME,
        "scenarios": _scenarios(scene.language),
        "scenario": scene.bases[scene.letter],
        "caution": scene.base(scene.letter).caution.translate(scene.language),
        "blend": _blend(scene),
        "questions": [_question(scene, group, number) for number, group in enumerate(GROUPS, 1)],
        "question": scene.question,
        "changes": _changes(scene),
        "assumed": _assumptions_note(scene),
        "assumptions": _assumptions(scene) if state.panel == "assumptions" else {},
    }


def _blend(scene: Scene) -> dict[str, float]:
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


@cache
def _scenarios(language: str) -> list[dict[str, str]]:
    """Return the shipped scenarios; their folder is looked through once, not at every move of a slider."""
    return [{"name": name, "title": shipped(name).title.translate(language)} for name in list_scenarios()]


def _question(scene: Scene, group: str, number: int) -> dict[str, Any]:
    levers = [lever for lever in LEVERS.values() if lever.group == group]
    values = scene.levers(scene.letter)
    is_open = scene.question == group
    return {
        "group": group,
        "label": translate(f"question-{group}", scene.language),
        "number": number,
        "position": round(position_of(values, group), 4) if group in POLED else None,
        "controls": [lever_control(scene, lever) for lever in levers] if is_open else [],
        "shares": [
            _shares(scene, names, prefix)
            for prefix, names in SHARES.items()
            if is_open and LEVERS[names[0]].group == group
        ],
    }


def lever_control(scene: Scene, lever: Parameter) -> dict[str, Any]:
    """Return what a control for one lever of the city shown needs, with where the others and today stand."""
    language, value = scene.language, scene.levers(scene.letter)[lever.name]
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
    today = translate("value-today", language, value=shown(lever, lever.default, language))
    elsewhere = [
        translate("value-other", language, letter=other["letter"], value=other["text"]) for other in others
    ]
    made = control(lever, value, language)
    ends = f" / {made['ends'][1]}" if made["kind"] == "number" else ""
    shared = next((prefix for prefix, names in SHARES.items() if lever.name in names), "")
    return made | {
        "today": _at(lever, lever.default),
        "others": others,
        "spoken": ", ".join([made["text"] + ends, today, *elsewhere]),
        "compare": " · ".join([today, *elsewhere]),
        "cases": _cases(lever, language),
        "changed": lever.name in scene.changes.get(scene.letter, {}),
        "shared": shared,
    }


def _cases(lever: Parameter, language: str) -> list[str]:
    """Return the best one-line case of both camps, autonomy first and order first; none for a lever of one's own."""
    if not known(f"case-{lever.name}"):
        return []
    return [translate(f"case-{lever.name}", language), translate(f"case-{lever.name}.order", language)]


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
            "label": LEVERS[name].title.translate(scene.language),
            "share": float(levers[name]) / total,
            "text": shown(LEVERS[name], float(levers[name]) / total, scene.language),
            "preset": {other: float(other == name) for other in names},
        }
        for name in names
    ]
    alone = next((name for name in names if float(levers[name]) == total), "")
    title = translate(f"shares-{prefix}", scene.language)
    return {"prefix": prefix, "title": title, "parts": parts, "alone": alone}


def _changes(scene: Scene) -> dict[str, Any]:
    moved = scene.changes.get(scene.letter, {})
    base = scene.base(scene.letter)
    scenario = base.title.translate(scene.language)
    items = [
        {
            "name": name,
            "label": LEVERS[name].title.translate(scene.language),
            "from": shown(LEVERS[name], base.levers[name], scene.language),
            "to": shown(LEVERS[name], value, scene.language),
        }
        for name, value in moved.items()
    ]
    return {
        "title": translate("levers-changed", scene.language, n=len(moved), scenario=scenario),
        "items": items,
    }


@cache
def _set_named(name: str) -> AssumptionSet:
    """Return a shipped set of assumptions, read once."""
    return load_assumption_set(name)


def _assumptions_note(scene: Scene) -> str:
    title = _set_named(scene.assumption_set).title.translate(scene.language)
    if scene.assumptions:
        return translate("assumed-changed", scene.language, n=len(scene.assumptions), set=title)
    if scene.assumption_set != Scene.assumption_set:
        return translate("assumed-set", scene.language, set=title)
    return ""


def _assumptions(scene: Scene) -> dict[str, Any]:
    language = scene.language
    return {
        "set": scene.assumption_set,
        "sets": [_set(name, language) for name in list_assumption_sets()],
        "groups": _assumption_groups(scene),
        "context": [control(one, getattr(scene, one.name), language) for one in (RESIDENTS, SEED)],
        "city": scene.city,
        "own_city": translate("own-door", language),
        "city_label": CONTEXT["city"].title.translate(language),
        "cities": [{"name": n, "title": city_named(n).title.translate(language)} for n in offered()],
    }


def _set(name: str, language: str) -> dict[str, str]:
    found = _set_named(name)
    return {
        "name": found.name,
        "title": found.title.translate(language),
        "reason": found.reason.translate(language),
    }


def _assumption_groups(scene: Scene) -> list[dict[str, Any]]:
    """Return the controls of the assumptions by mechanism; a group with one changed is open."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for name, parameter in ASSUMPTIONS.items():
        made = control(parameter, scene.assumed[name], scene.language)
        groups.setdefault(parameter.group, []).append(made | {"changed": name in scene.assumptions})
    return [
        {
            "title": _group_title(group, scene.language),
            "open": any(made["changed"] for made in controls),
            "controls": controls,
        }
        for group, controls in groups.items()
    ]


def _group_title(group: str, language: str) -> str:
    """Return the title of the mechanism that ``group`` of assumptions is about."""
    return DECLARATIONS[group].title.translate(language)
