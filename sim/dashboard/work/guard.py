"""What stands before the page: each guard passes a request on to the next, or answers it."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from sim.dashboard.address import Address
from sim.dashboard.addresses import Addresses
from sim.dashboard.crowd import Crowd
from sim.dashboard.endpoints import Endpoints
from sim.dashboard.headers import SafeHeaders
from sim.dashboard.health import Health
from sim.dashboard.hosts import Hosts
from sim.dashboard.kernels import Kernels
from sim.dashboard.metrics import Metrics
from sim.dashboard.proxy import RootPath
from sim.dashboard.settings import Settings
from sim.dashboard.sockets import Sockets
from sim.dashboard.work.sessions import SEATS

SPARE = 20
"""Pages, and sockets, beyond one for each seat and one for each visitor who waits for it."""


def guarded(app: ASGIApp, settings: Settings, libraries: Path) -> RootPath:
    """Return ``app`` behind all guards; ``libraries`` is the folder of the scripts that the page loads."""
    most = 2 * settings.seats + SPARE
    sockets = Sockets(app, most)
    kernels = Kernels(sockets, most)
    inner: ASGIApp = Crowd(kernels, lambda: sockets.is_full or kernels.is_full)
    inner = Endpoints(Addresses(inner, libraries), _answers(settings, sockets))
    inner = SafeHeaders(Hosts(inner, settings.names()), settings.root_path)
    return RootPath(GZipMiddleware(inner, minimum_size=1_000), settings.root_path)


def _answers(settings: Settings, sockets: Sockets) -> dict[str, ASGIApp]:
    """Return what the server answers by itself, by path."""
    answers: dict[str, ASGIApp] = {"/healthz": Health()}
    if settings.metrics:
        answers["/metrics"] = Metrics(SEATS, sockets)
    if settings.address:
        answers["/address"] = Address(settings.address)
    return answers


def install(app: Starlette, settings: Settings, libraries: Path) -> None:
    """Put the guards before all that ``app`` answers, once; it may have started."""
    answers = app.middleware_stack or app.build_middleware_stack()
    if not isinstance(answers, RootPath):
        app.middleware_stack = guarded(answers, settings, libraries)
