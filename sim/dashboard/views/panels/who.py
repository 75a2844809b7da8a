"""Answer 2, full screen."""

from __future__ import annotations

from sim.dashboard.views.answers import answer_panel

PANEL = answer_panel(2, "six-who")
