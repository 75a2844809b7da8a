"""What stands before the page: who may talk to the server, about what, and how."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from sim.dashboard.addresses import Addresses
from sim.dashboard.proxy import RootPath
from sim.dashboard.settings import Settings
from sim.dashboard.sockets import Sockets

SPARE = 20
"""Sockets beyond one for each seat and one for each visitor who waits for it."""


class SameOrigin:
    """Refuses a websocket whose Origin is another site's."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] == "websocket" and not same_origin(scope):
            await send({"type": "websocket.close", "code": 1008, "reason": "another origin"})
            return
        await self.app(scope, receive, send)


def same_origin(scope: Scope) -> bool:
    """Return whether the request comes from a page of this server, or from no page at all."""
    headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
    origin = headers.get(b"origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get(b"host", "").lower()


def install(app: Starlette, settings: Settings, seats: int, libraries: Path) -> None:
    """Put the guards of a server with ``seats`` before all ``app`` answers, once; it may have started.

    ``libraries`` is the folder of the scripts that the page loads.
    """
    answers = app.middleware_stack or app.build_middleware_stack()
    if isinstance(answers, RootPath):
        return
    guarded: ASGIApp = Sockets(answers, 2 * seats + SPARE)
    guarded = SameOrigin(Addresses(guarded, libraries))
    app.middleware_stack = RootPath(guarded, settings.root_path)
