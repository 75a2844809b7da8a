"""What makes the gap between the cities."""

from __future__ import annotations

from sim.dashboard.desk import Desk
from sim.dashboard.messages import in_language
from sim.dashboard.messages.time import PANEL as WORDS
from sim.dashboard.panel import Content, Found, Panel


def _content(desk: Desk, found: Found) -> Content:
    return {"text": in_language(WORDS["why_soon"], desk.scene.language)}


PANEL = Panel(WORDS["why_title"], _content, "text", doors={"understand": 1}, for_the_room=True)
