"""The menu: what the bars have no room for, doors to panels, and what can be taken away."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.cities import city_named
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.bar import modes
from sim.dashboard.views.command import command_to_copy
from sim.dashboard.views.credit import attribution, licence, line_of_credit
from sim.dashboard.views.design import FILE, design_file
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.dashboard.views.exports import (
    file_name,
    line_of_receipt,
    lines_of_receipt,
    scenario_text,
)
from sim.locale.catalogue import pattern, translate, words


def _content(state: ViewState, found: Found) -> Content:
    scene, language = state.scene, state.scene.language
    city = city_named(scene.city)
    return {
        "words": words("panel", language) | {"answers": translate("sixpage-answers", language)},
        "stage": scene.stage,
        "large": scene.large,
        "difference": scene.difference,
        "mode": scene.mode,
        "modes": modes(language),
        "can_undo": bool(state.back),
        "can_redo": bool(state.ahead),
        "scenarios": [_scenario(scene, letter) for letter in scene.letters],
        **command_to_copy(scene),
        "design": _design(scene),
        "receipt": {
            "lines": lines_of_receipt(scene),
            "line": line_of_receipt(scene),
            "credit": line_of_credit(scene),
            "scale": translate("export-scale", language),
            "draft": pattern("export-draft", language),
            "mean": pattern("export-mean", language),
        },
        "attribution": attribution(scene),
        "licence": licence(scene),
        "notes": [note.translate(language) for note in city.notes],
    }


def _scenario(scene: Scene, letter: str) -> dict[str, str]:
    return {
        "letter": letter,
        "label": translate("export-scenario", scene.language, letter=letter),
        "name": file_name(letter),
        "text": scenario_text(scene, letter),
    }


def _design(scene: Scene) -> dict[str, Any]:
    """Return the design of the scene to be saved, and beneath its button what it does not hold."""
    made = design_file(scene)
    notes = [translate("design-note", scene.language)]
    notes += [translate("design-left_out", scene.language, what=what) for what in made.left_out]
    return {"name": FILE, "text": made.text, "notes": notes}


PANEL = Panel(_content, "panel-title-more", menus=("answers", "more", "about", "export"))
