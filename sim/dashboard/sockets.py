"""Websockets: one for each page, within limits, and only messages that a page sends."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sim.dashboard.envelope import Refused, asks_for_page, read_envelope
from sim.dashboard.kernels import FULL, session_of
from sim.dashboard.refusal import POLICY, refuse

START_WITHIN = 60.0
"""Seconds in which a socket must ask for its page; a page's own script asks at once."""
MOST_EACH = 12
"""Sockets of one browser: its tabs."""


class Sockets:
    """Passes websockets of pages on, at most ``most`` at a time, and cuts those that send anything else.

    ``cut`` counts the latter.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app, self.most = app, most
        self.cut = 0
        self._open: Counter[str] = Counter()

    @property
    def open(self) -> int:
        """How many sockets are open."""
        return self._open.total()

    @property
    def is_full(self) -> bool:
        """Whether no more may be opened."""
        return self.open >= self.most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it if it is a socket that may not be opened."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        session = session_of(scope)
        if self.is_full or self._open[session] >= MOST_EACH:
            await refuse(FULL, scope, receive, send)
            return
        self._open[session] += 1
        try:
            line = _Line(receive, send)
            await self.app(scope, line.receive, line.send)
            self.cut += line.is_cut
        finally:
            self._open[session] -= 1
            self._open += Counter()  # forgets those at 0


class _Line:
    """One open socket; once it is cut, the page hears that its browser is gone and is not heard any more."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._cut: Message | None = None
        self._until: float | None = asyncio.get_running_loop().time() + START_WITHIN

    @property
    def is_cut(self) -> bool:
        """Whether the browser sent what no page sends, or nothing."""
        return self._cut is not None

    async def receive(self) -> Message:
        """Return the browser's next message, if it is one that a page sends."""
        if self._cut is not None:
            return self._cut
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
            self._read(message)
        except TimeoutError:
            return await self._close(POLICY, "no page was asked for")
        except Refused as refused:
            return await self._close(refused.code, refused.reason)
        return message

    async def send(self, message: Message) -> None:
        """Send the page's message, unless the socket has been cut."""
        if self._cut is None:
            await self._send(message)

    def _read(self, message: Message) -> None:
        if message["type"] != "websocket.receive":
            return
        text: Any = message.get("text")
        if asks_for_page(read_envelope(text if text is not None else message.get("bytes", b""))):
            self._until = None

    async def _close(self, code: int, reason: str) -> Message:
        self._cut = {"type": "websocket.disconnect", "code": code, "reason": reason}
        with suppress(OSError):  # the browser may be gone
            await self._send({"type": "websocket.close", "code": code, "reason": reason})
        return self._cut
