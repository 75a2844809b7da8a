"""The panel that opens over the page."""

from __future__ import annotations

from typing import Any

from sim.dashboard.desk import Desk
from sim.dashboard.messages import in_language
from sim.dashboard.messages.time import PANEL
from sim.dashboard.panel import Found
from sim.dashboard.views.doors import doors
from sim.dashboard.views.panels import PANELS


def panel(desk: Desk, found: Found) -> dict[str, Any]:
    """Return what the open panel shows; an empty ``name`` is a closed one."""
    opened, language = PANELS.get(desk.panel), desk.scene.language
    if opened is None:
        return {"name": ""}
    return {
        "name": desk.panel,
        "component": opened.component or desk.panel,
        "title": in_language(opened.title(desk) if opened.title else opened.label, language),
        "close": in_language(PANEL["close"], language),
        "for_the_room": opened.for_the_room,
        "wide": opened.wide,
        "doors": {menu: doors(menu, language) for menu in opened.menus},
        **opened.content(desk, found),
    }
