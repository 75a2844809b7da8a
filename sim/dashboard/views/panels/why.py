"""What makes the gap between the cities."""

from __future__ import annotations

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.locale.catalogue import translate


def _content(state: ViewState, found: Found) -> Content:
    return {"text": translate("panel-why_soon", state.scene.language)}


PANEL = Panel(_content, "panel-title-why", "text", {"understand": 1}, for_the_room=True)
