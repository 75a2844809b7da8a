"""The panel that opens over the page."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.cues import seen_outcomes
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import FOCUS, Content, Found, Panel
from sim.dashboard.views.doors import doors
from sim.dashboard.views.panels import PANELS
from sim.locale.catalogue import translate


def panel(state: ViewState, found: Found) -> dict[str, Any]:
    """Return what the open panel shows; an empty ``name`` is a closed one."""
    opened, language = PANELS.get(state.panel), state.scene.language
    if opened is None:
        return {"name": ""}
    cities = len(state.scene.letters)
    return {
        "name": state.panel,
        "component": opened.component or state.panel,
        "title": translate(opened.title, language, cities=cities) if opened.title else "",
        "close": translate("shared-close", language),
        "for_the_room": opened.for_the_room,
        "wide": opened.wide,
        "full": opened.full,
        "doors": {menu: doors(menu, language) for menu in opened.menus},
        **(opened.content(state, found) if _may_tell(opened, state.scene) else _covered(language)),
    }


def _may_tell(opened: Panel, scene: Scene) -> bool:
    told = scene.focus if opened.tells == FOCUS else opened.tells
    return not told or told in seen_outcomes(scene)


def _covered(language: str) -> Content:
    return {"component": "text", "text": translate("panel-covered", language)}
