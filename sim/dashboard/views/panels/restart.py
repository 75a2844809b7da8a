"""Whether to start over, which throws levers, assumptions and events away, or only to go back to the choice."""

from __future__ import annotations

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.locale.catalogue import words


def _content(state: ViewState, found: Found) -> Content:
    return {"words": words("panel", state.scene.language)}


PANEL = Panel(_content, "panel-title-restart")
