"""The report to print, and the command that prints its figures again."""

from __future__ import annotations

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.answers import answer_content
from sim.dashboard.views.command import command_to_copy
from sim.dashboard.views.dialog import FOCUS, Content, Found, Panel
from sim.locale.catalogue import words


def _content(state: ViewState, found: Found) -> Content:
    scene = state.scene
    return {
        "words": words("panel", scene.language),
        "html": found.report(state),
        "answer": answer_content(state, found, state.asked) if state.asked else None,
        **command_to_copy(scene),
    }


PANEL = Panel(_content, "panel-title-report", doors={"export": 1}, tells=FOCUS)
