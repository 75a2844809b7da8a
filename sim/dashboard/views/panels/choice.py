"""Answer 6, full screen."""

from __future__ import annotations

from sim.dashboard.views.answers import answer_panel

PANEL = answer_panel(6, "six-choice")
