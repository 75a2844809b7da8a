"""What single keys do, and the switch that lets them."""

from __future__ import annotations

from sim.dashboard.desk import Desk
from sim.dashboard.messages import in_language
from sim.dashboard.messages.exports import EXPORTS, KEYS
from sim.dashboard.panel import Content, Found, Panel


def _content(desk: Desk, found: Found) -> Content:
    language = desk.scene.language
    rows = [{"key": in_language(key, language), "does": in_language(does, language)} for key, does in KEYS]
    return {"rows": rows, "on": desk.keys, "switch": in_language(EXPORTS["keys_on"], language)}


PANEL = Panel(EXPORTS["keys"], _content, doors={"more": 3})
