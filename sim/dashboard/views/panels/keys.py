"""What single keys do, and the switch that lets them."""

from __future__ import annotations

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.locale.catalogue import translate

KEYS = ("pages", "space", "arrows", "six", "p", "l", "b", "x", "r", "t", "z", "u_y", "help")


def _content(state: ViewState, found: Found) -> Content:
    language = state.scene.language
    rows = [
        {"key": translate(f"key-{key}", language), "does": translate(f"key-{key}.does", language)}
        for key in KEYS
    ]
    return {"rows": rows, "on": state.keys, "switch": translate("panel-keys_on", language)}


PANEL = Panel(_content, "panel-title-keys", doors={"more": 3})
