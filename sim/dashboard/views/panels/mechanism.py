"""The page of one mechanism: its claim, equations, curves, levers and assumptions, and the cities without it."""

from __future__ import annotations

from math import isfinite
from typing import Any

from sim.dashboard.state.names import name_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.dashboard.views.equation import Part, equations_of
from sim.dashboard.views.lever_panel import lever_control
from sim.dashboard.views.values import control, shown, significant, years
from sim.dashboard.work.paired import Paired
from sim.locale.catalogue import translate, words
from sim.locale.numbers import number, with_sign
from sim.model.flow import levers_of
from sim.model.response_curves import Response, responses_of
from sim.model.schedule import ORDER
from sim.outcomes import FIRST_SEVEN, OUTCOMES
from sim.parameters import ASSUMPTIONS, DECLARATIONS, LEVERS, PARAMETERS

Values = dict[str, Any]
UNDEFINED = "–"


def _content(state: ViewState, found: Found) -> Content:
    scene, language = state.scene, state.scene.language
    at = next(place for place, one in enumerate(ORDER) if one.name == state.mechanism)
    chosen, declared = ORDER[at], DECLARATIONS[state.mechanism]
    return {
        "title": declared.title.translate(language),
        "words": words("lab", language),
        "lever_words": words("levers", language),
        "mechanism": chosen.name,
        "place": translate("lab-place", language, n=at + 1, of=len(ORDER)),
        "before": ORDER[at - 1].name,
        "after": ORDER[(at + 1) % len(ORDER)].name,
        "claim": declared.claim.translate(language),
        "against": declared.contrary.translate(language),
        "source": declared.source,
        "strength": translate(f"strength-{declared.strength}", language),
        "equations": [[_part(part, scene) for part in line] for line in equations_of(chosen.name)],
        "curves": [_curve(one, scene) for one in responses_of(chosen.name)],
        "letter": scene.letter,
        "letters": [{"letter": one, "name": name_of(scene, one)} for one in scene.letters],
        "levers": [lever_control(scene, LEVERS[name]) for name in levers_of(chosen)],
        "assumptions": [
            control(one, scene.assumed[name], language) | {"changed": name in scene.assumptions}
            for name, one in ASSUMPTIONS.items()
            if one.group == chosen.name
        ],
        "switch": _switch(scene, chosen.name, found),
    }


def _part(part: Part, scene: Scene) -> Values:
    """Return a piece of an equation; a parameter with its value, or each city's where they differ."""
    said: Values = {"kind": part.kind, "text": part.text, "below": part.below, "raised": part.raised}
    if part.kind != "parameter":
        return said
    parameter = PARAMETERS[part.text]
    return said | {"title": parameter.title.translate(scene.language), "value": _value(part.text, scene)}


def _value(name: str, scene: Scene) -> str:
    parameter = PARAMETERS[name]
    if parameter.role != "lever":
        value = scene.assumed.get(name, parameter.default)
        if isinstance(value, str | bool):
            return shown(parameter, value, scene.language)
        return significant(float(value), scene.language)
    values = {
        letter: shown(parameter, scene.levers(letter)[name], scene.language) for letter in scene.letters
    }
    if len(set(values.values())) == 1:
        return next(iter(values.values()))
    return " · ".join(f"{letter} {value}" for letter, value in values.items())


def _curve(response: Response, scene: Scene) -> Values:
    """Return a curve of every city, points in the unit box of its axes."""
    language, name = scene.language, response.name
    drawn = {one: response.values(scene.assumed, scene.levers(one)) for one in scene.letters}
    top = max(response.top, *(max(values) for values in drawn.values()))
    return {
        "name": name,
        "title": translate(f"response-{name}", language),
        "x": translate(f"response-{name}.x", language),
        "y": translate(f"response-{name}.y", language),
        "given": translate(f"response-{name}.given", language),
        "ends": [significant(one, language) for one in (round(response.low, 6), response.high)],
        "top": significant(top, language),
        "lines": [
            {
                "letter": one,
                "points": [
                    [round((x - response.low) / (response.high - response.low), 4), round(value / top, 4)]
                    for x, value in zip(response.points, values, strict=True)
                ],
            }
            for one, values in drawn.items()
        ],
    }


def _switch(scene: Scene, name: str, found: Found) -> Values:
    """Return the switch, what off means, and every city with the mechanism and without it."""
    language, is_off = scene.language, name in scene.off
    without = found.paired_of(scene) if is_off else None
    whole = found.whole_of(scene) if is_off else found.paired_of(scene)
    others = [DECLARATIONS[one].title.translate(language) for one in scene.off if one != name]
    declared = DECLARATIONS[name].off
    return {
        "off": is_off,
        "means": declared.meaning.translate(language) if declared else "",
        "others": translate("lab-off_too", language, names=", ".join(others)) if others else "",
        "waiting": translate("shared-waiting", language) if is_off and not (without and whole) else "",
        "caption": translate("lab-compared", language, n=whole.runs, years=years(scene.week, language))
        if whole
        else "",
        "letters": list(scene.letters),
        "rows": [_row(scene, one, whole, without) for one in FIRST_SEVEN] if whole else [],
    }


def _row(scene: Scene, outcome: str, whole: Paired, without: Paired | None) -> Values:
    """Return one outcome of every city: with the mechanism, without it, and what that changes."""
    language, scale = scene.language, OUTCOMES[outcome].scale
    week = max(1, scene.week)
    before = whole.means(week)
    after = without.means(week) if without else None
    cells = []
    for letter in scene.letters:
        value = before[letter][outcome] * scale
        cell = {"letter": letter, "on": _written(value, language), "off": "", "change": ""}
        if after:
            other = after[letter][outcome] * scale
            cell |= {"off": _written(other, language), "change": with_sign(_written(other - value, language))}
        cells.append(cell)
    return {"id": outcome, "label": OUTCOMES[outcome].label.translate(language), "cells": cells}


def _written(value: float, language: str) -> str:
    """Return a level, or a dash where it is not defined: without consent nobody shares, so nothing is reported."""
    return number(value, language, 1) if isfinite(value) else UNDEFINED


PANEL = Panel(_content, "", wide=True)
