"""The menu: what the bars have no room for, doors to panels, and what can be taken away."""

from __future__ import annotations

from sim.dashboard.desk import Desk
from sim.dashboard.exports import (
    file_name,
    line_of_receipt,
    lines_of_receipt,
    scenario_text,
)
from sim.dashboard.messages import Words, in_language, said
from sim.dashboard.messages.bar import BAR
from sim.dashboard.messages.exports import CREDITS, EXPORTS
from sim.dashboard.messages.time import PANEL as WORDS
from sim.dashboard.messages.time import TIME
from sim.dashboard.panel import Content, Found, Panel
from sim.dashboard.scene import MODES, Scene
from sim.dashboard.source import city_named
from sim.dashboard.views.command import command_to_copy

MOVES = {"undo": BAR["undo"], "redo": BAR["redo"], "replay": TIME["replay"], "restart": TIME["reset"]}
"""What the bars have no room for on a phone."""


def _content(desk: Desk, found: Found) -> Content:
    scene, language = desk.scene, desk.scene.language
    words = said(WORDS | EXPORTS | MOVES, language)
    city = city_named(scene.city)
    return {
        "words": words,
        "stage": scene.stage,
        "large": scene.large,
        "difference": scene.difference,
        "mode": scene.mode,
        "modes": [{"name": name, "label": in_language(BAR[name], language)} for name in MODES],
        "can_undo": bool(desk.back),
        "can_redo": bool(desk.ahead),
        "scenarios": [_scenario(scene, letter, words) for letter in scene.letters],
        **command_to_copy(scene),
        "receipt": {
            "lines": lines_of_receipt(scene),
            "line": line_of_receipt(scene),
            "scale": words["scale"],
            "draft": words["draft"],
        },
        "attribution": _credited(city.attribution, language),
        "licence": city.licence,
        "notes": [in_language(note, language) for note in city.notes],
    }


def _scenario(scene: Scene, letter: str, words: Words) -> dict[str, str]:
    return {
        "letter": letter,
        "label": words["scenario"].format(letter=letter),
        "name": file_name(letter),
        "text": scenario_text(scene, letter),
    }


def _credited(attribution: str, language: str) -> str:
    """Return the city's attribution, which keeps its makers' words, with its headings in ``language``."""
    for heading in CREDITS:
        attribution = attribution.replace(heading.en, in_language(heading, language))
    return attribution


PANEL = Panel(WORDS["more_title"], _content, menus=("more", "about", "export"))
