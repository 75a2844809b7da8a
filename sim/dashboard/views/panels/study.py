"""The study whose folder the page was started with."""

from __future__ import annotations

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.dashboard.views.study import study


def _content(state: ViewState, found: Found) -> Content:
    return study(state)


PANEL = Panel(_content, "panel-title-study", doors={"more": 5}, label="study-door", full=True)
