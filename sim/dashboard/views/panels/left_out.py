"""What the model leaves out."""

from __future__ import annotations

from sim.dashboard.state.view_state import Desk
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.locale.catalogue import translate


def _content(desk: Desk, found: Found) -> Content:
    return {"text": translate("panel-left_out_text", desk.scene.language)}


PANEL = Panel(_content, "panel-title-left_out", "text", {"about": 1, "understand": 4}, for_the_room=True)
