"""The panels, one file each: a file here with a `PANEL` is a panel under the file's name."""

from __future__ import annotations

from importlib import import_module

from sim.dashboard.state.view_state import IN_PANEL
from sim.dashboard.views.dialog import Panel

PANELS: dict[str, Panel] = {name: import_module(f"{__name__}.{name}").PANEL for name in IN_PANEL}
