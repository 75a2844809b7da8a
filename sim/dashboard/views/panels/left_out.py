"""What the model leaves out."""

from __future__ import annotations

from sim.dashboard.desk import Desk
from sim.dashboard.messages import in_language
from sim.dashboard.messages.time import PANEL as WORDS
from sim.dashboard.panel import Content, Found, Panel


def _content(desk: Desk, found: Found) -> Content:
    return {"text": in_language(WORDS["left_out_text"], desk.scene.language)}


PANEL = Panel(WORDS["left_out"], _content, "text", doors={"about": 1, "understand": 4}, for_the_room=True)
