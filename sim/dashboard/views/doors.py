"""The doors of a menu: buttons that open panels."""

from __future__ import annotations

from typing import Any

from sim.dashboard.views.panels import PANELS
from sim.locale.catalogue import translate


def doors(menu: str, language: str) -> list[dict[str, Any]]:
    """Return the buttons of ``menu``: name, label and action of every panel with a door there, by rank."""
    named = [name for name, panel in PANELS.items() if menu in panel.doors]
    return [
        {
            "name": name,
            "label": translate(PANELS[name].label or PANELS[name].title, language),
            "opens": PANELS[name].opens or {"do": "panel", "panel": name},
        }
        for name in sorted(named, key=lambda name: PANELS[name].doors[menu])
    ]
