"""What stands before the page: each guard passes a request on to the next, or answers it."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.types import ASGIApp

from sim.dashboard.addresses import Addresses
from sim.dashboard.hosts import Hosts
from sim.dashboard.kernels import Kernels
from sim.dashboard.proxy import RootPath
from sim.dashboard.settings import Settings
from sim.dashboard.sockets import Sockets

SPARE = 20
"""Sockets beyond one for each seat and one for each visitor who waits for it."""


def guarded(app: ASGIApp, settings: Settings, seats: int, libraries: Path) -> RootPath:
    """Return ``app`` behind all guards; ``libraries`` is the folder of the scripts that the page loads."""
    inner: ASGIApp = Sockets(app, 2 * seats + SPARE)
    inner = Addresses(Kernels(inner), libraries)
    return RootPath(Hosts(inner, settings.names()), settings.root_path)


def install(app: Starlette, settings: Settings, seats: int, libraries: Path) -> None:
    """Put the guards before all that ``app`` answers, once; it may have started."""
    answers = app.middleware_stack or app.build_middleware_stack()
    if not isinstance(answers, RootPath):
        app.middleware_stack = guarded(answers, settings, seats, libraries)
