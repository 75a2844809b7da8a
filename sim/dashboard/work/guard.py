"""What stands before the page: each guard passes a request on to the next, or answers it."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from sim.dashboard.addresses import Addresses
from sim.dashboard.crowd import Crowd
from sim.dashboard.headers import SafeHeaders
from sim.dashboard.hosts import Hosts
from sim.dashboard.kernels import Kernels
from sim.dashboard.proxy import RootPath
from sim.dashboard.settings import Settings
from sim.dashboard.sockets import Sockets

SPARE = 20
"""Sockets beyond one for each seat and one for each visitor who waits for it."""


def guarded(app: ASGIApp, settings: Settings, libraries: Path) -> RootPath:
    """Return ``app`` behind all guards; ``libraries`` is the folder of the scripts that the page loads."""
    sockets = Sockets(app, 2 * settings.seats + SPARE)
    inner: ASGIApp = Crowd(sockets, lambda: sockets.is_full)
    inner = Hosts(Addresses(Kernels(inner), libraries), settings.names())
    inner = GZipMiddleware(SafeHeaders(inner, settings.root_path), minimum_size=1_000)
    return RootPath(inner, settings.root_path)


def install(app: Starlette, settings: Settings, libraries: Path) -> None:
    """Put the guards before all that ``app`` answers, once; it may have started."""
    answers = app.middleware_stack or app.build_middleware_stack()
    if not isinstance(answers, RootPath):
        app.middleware_stack = guarded(answers, settings, libraries)
