"""What lies over the charts at a step of a debate: its question, the cities' cards, the trust card, the two votes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sim.dashboard.state.debates import debate_named
from sim.dashboard.state.names import plate
from sim.dashboard.state.poles import GROUPS
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.steps import Place, place_of
from sim.dashboard.views.debate import card_label, counts_told, tell_tally
from sim.dashboard.views.values import is_share, position, shown
from sim.dashboard.work.paired import RUNS
from sim.locale.catalogue import translate
from sim.parameters import ASSUMPTIONS, LEVERS, SHARES, Parameter, Value
from sim.scenario.scenario import list_assumption_sets

DIFFERENCES_SHOWN = 2
TOLD_OF_DATA = 0.8
TRUST_LINES = ("source", "checked", "cannot")

Overlay = dict[str, Any]


def overlay(scene: Scene) -> Overlay | None:
    """Return what lies over the charts where ``scene`` stands in its debate, None for nothing.

    A ``tally``, what the room said, lies over nothing: a stage writes it where the sentence will be.
    """
    if scene.mode != "debate":
        return None
    place = place_of(scene)
    if place.step.kind in _OVERLAYS:
        return _OVERLAYS[place.step.kind](scene, place)
    told = tell_tally(place.cue, scene.tallies.get(place.cue.name, {}), scene.language)
    return {"kind": "tally", "text": told} if told and place.step.kind == "vote" else None


def lies_over(scene: Scene) -> bool:
    """Return whether something lies over the charts, and so over what the sentence tells."""
    return scene.mode == "debate" and place_of(scene).step.kind in _OVERLAYS


def _opening(scene: Scene, place: Place) -> Overlay:
    cities = [{"letter": letter, **plate(scene, letter)} for letter in ("A", "B")]
    return {
        "kind": "question",
        "text": debate_named(scene.debate).question.translate(scene.language),
        "cities": cities,
    }


def _cities(scene: Scene, place: Place) -> Overlay:
    return {"kind": "cards", "cards": [_card(scene, letter) for letter in ("A", "B")]}


def _trust(scene: Scene, place: Place) -> Overlay:
    language = scene.language
    values = {
        "runs": RUNS,
        "sets": len(list_assumption_sets()),
        "levers": len(LEVERS),
        "assumptions": len(ASSUMPTIONS),
    }
    lines = [translate(f"trust-{line}", language, **values) for line in TRUST_LINES]
    return {"kind": "text", "title": translate("trust-title", language), "lines": lines}


def _closing(scene: Scene, place: Place) -> Overlay:
    return {
        "kind": "text",
        "title": translate("closing-title", scene.language),
        "lines": [translate("closing-mind", scene.language), translate("closing-thanks", scene.language)],
    }


def _moved(scene: Scene, place: Place) -> Overlay:
    """Return both votes, answer by answer where cards were counted; counts only, never who."""
    language, played = scene.language, debate_named(scene.debate)
    first, second = (played.cue(name) for name in place.step.votes)
    said = [scene.tallies.get(name, {}) for name in place.step.votes]
    title = translate("moved-title", language)
    if first is None or second is None or not all(len(counts) > 1 for counts in said):
        told = [
            counts_told(cue, counts, language) for cue, counts in ((first, said[0]), (second, said[1])) if cue
        ]
        none = translate("moved-none", language)
        keys = ("moved-before", "moved-after")
        lines = [translate(key, language, answer=one or none) for key, one in zip(keys, told, strict=True)]
        return {"kind": "text", "title": title, "lines": lines}
    rows = [_row(answer, said, language) for answer in second.ballot]
    head = [
        translate("moved-first", language),
        translate("moved-second", language),
        translate("moved-by", language),
    ]
    return {"kind": "table", "title": title, "head": head, "rows": rows}


def _row(answer: str, said: list[Mapping[str, int]], language: str) -> dict[str, Any]:
    before, after = (counts.get(answer, 0) for counts in said)
    sign = "+" if after > before else "\u2212" if after < before else ""
    label = (
        translate("city-named", language, letter=answer)
        if answer in ("A", "B")
        else card_label(answer, language)
    )
    return {"label": label, "cells": [str(before), str(after), f"{sign}{abs(after - before)}"]}


_OVERLAYS: Mapping[str, Callable[[Scene, Place], Overlay]] = {
    "opening": _opening,
    "cities": _cities,
    "trust": _trust,
    "moved": _moved,
    "closing": _closing,
}


def _card(scene: Scene, letter: str) -> dict[str, Any]:
    rows = [
        {
            "label": translate(f"question-{group}", scene.language),
            "text": _holders(scene, letter) if group == "data" else _differences(scene, letter, group),
        }
        for group in GROUPS
    ]
    named = plate(scene, letter)
    return {"letter": letter, "title": named["name"], "note": named["note"], "rows": rows}


def _holders(scene: Scene, letter: str) -> str:
    """Return who holds most of the data, the largest first, until it is `TOLD_OF_DATA`; then the consent."""
    own, language = scene.levers(letter), scene.language
    shares = {name: float(own[name]) for name in SHARES["own"]}
    total, told = sum(shares.values()), 0.0
    names: list[str] = []
    for name in sorted(shares, key=lambda holder: shares[holder], reverse=True):
        if told < TOLD_OF_DATA * total:
            title = LEVERS[name].title.translate(language)
            title = title[:1].lower() + title[1:] if names else title
            value = shown(LEVERS[name], shares[name] / total, language)
            names.append(f"{title} {translate('value-percent', language, value=value)}")
            told += shares[name]
    consent, colon = LEVERS["consent"], translate("stage-colon", language)
    agreed = f"{consent.title.translate(language)}{colon} {shown(consent, own['consent'], language)}"
    return f"{', '.join(names)}\u00a0· {agreed}"


def _differences(scene: Scene, letter: str, group: str) -> str:
    """Return the levers of a question in which the two cities differ most, as this city has them."""
    a, b = scene.levers("A"), scene.levers("B")

    def apart(lever: Parameter) -> float:
        return abs(position(lever, a[lever.name]) - position(lever, b[lever.name]))

    numeric = [p for p in LEVERS.values() if p.group == group and _is_number(p, a[p.name], b[p.name])]
    told = sorted(numeric, key=apart, reverse=True)[:DIFFERENCES_SHOWN]
    own = scene.levers(letter)
    return ", ".join(
        f"{p.title.translate(scene.language)} {_with_unit(p, own[p.name], scene.language)}" for p in told
    )


def _with_unit(lever: Parameter, value: Value, language: str) -> str:
    text = shown(lever, value, language)
    return translate("value-of_hundred", language, value=text) if is_share(lever) else text


def _is_number(lever: Parameter, *values: object) -> bool:
    return lever.kind == "number" and not any(isinstance(value, str) for value in values)
