"""What the model leaves out."""

from __future__ import annotations

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.locale.catalogue import translate


def _content(state: ViewState, found: Found) -> Content:
    return {"text": translate("panel-left_out_text", state.scene.language)}


PANEL = Panel(_content, "panel-title-left_out", "text", {"about": 1, "understand": 4}, for_the_room=True)
