"""The web server, which says when it answers."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn


class WebServer(uvicorn.Server):
    """A server that calls ``ready`` as soon as whoever connects is heard."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then call ``ready``; where the port cannot be had, the process ends instead."""
        await super().startup(sockets)
        self._ready()
