"""The panels, one file each: a file here with a `PANEL` is a panel under the file's name."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from sim.dashboard.panel import Panel

PANELS: dict[str, Panel] = {
    found.name: import_module(f"{__name__}.{found.name}").PANEL for found in iter_modules(__path__)
}
