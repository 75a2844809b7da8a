"""The report to print, and the command that prints its figures again."""

from __future__ import annotations

from sim.dashboard.desk import Desk
from sim.dashboard.messages import said
from sim.dashboard.messages.exports import EXPORTS
from sim.dashboard.panel import Content, Found, Panel
from sim.dashboard.views.command import command_to_copy


def _content(desk: Desk, found: Found) -> Content:
    scene = desk.scene
    return {"words": said(EXPORTS, scene.language), "html": found.report(scene), **command_to_copy(scene)}


PANEL = Panel(EXPORTS["report"], _content, doors={"export": 1})
