"""Websockets: one for each page, within limits, and only messages that a page sends."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from contextlib import suppress
from typing import Any, NamedTuple
from urllib.parse import parse_qs

from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sim.dashboard.envelope import POLICY, Refused, asks_for_page, is_id, read_envelope

START_WITHIN = 60.0
"""Seconds in which a socket must ask for its page; a page's own script asks at once."""
MOST_EACH = 12
"""Sockets of one browser: its tabs."""

_PATH = re.compile(r"/jupyter/api/kernels/([^/]+)/channels")
_COOKIES = ("solara-session-id", "solara-session-id-lax")


class Refusal(NamedTuple):
    """Why a socket is not opened: HTTP status and a few words."""

    status: int
    reason: str


class Sockets:
    """Passes websockets of pages on, at most ``most`` at a time, and cuts those that send anything else."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app, self.most = app, most
        self._open: Counter[str] = Counter()

    @property
    def open(self) -> int:
        """How many sockets are open."""
        return self._open.total()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it if it is a socket that may not be opened."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refuse(scope, send, refusal)
            return
        session = session_of(scope)
        self._open[session] += 1
        try:
            line = _Line(receive, send)
            await self.app(scope, line.receive, line.send)
        finally:
            self._open[session] -= 1
            self._open += Counter()  # forgets those at 0

    def _refusal(self, scope: Scope) -> Refusal | None:
        path = _PATH.fullmatch(scope["path"])
        if path is None:
            return Refusal(404, "no such address")
        if not is_id(path[1]) or not is_id(_page_of(scope)):
            return Refusal(400, "malformed kernel or page")
        session = session_of(scope)
        if not session:
            return Refusal(403, "no session: the page must be opened first, and cookies allowed")
        if self._open.total() >= self.most or self._open[session] >= MOST_EACH:
            return Refusal(503, "too many pages are open")
        return None


def session_of(scope: Scope) -> str:
    """Return the session that a request's cookie names; empty when there is none, or it is malformed."""
    held = "; ".join(value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"cookie")
    cookies = cookie_parser(held)
    found = [cookies[name] for name in _COOKIES if name in cookies]
    return found[0] if found and is_id(found[0]) else ""


def _page_of(scope: Scope) -> str:
    return parse_qs(scope["query_string"].decode("latin-1")).get("session_id", [""])[0]


async def refuse(scope: Scope, send: Send, refusal: Refusal) -> None:
    """Answer the request for a socket with a status, where the server can, or else by not accepting it."""
    if "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": POLICY, "reason": refusal.reason})
        return
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    start = {"type": "websocket.http.response.start", "status": refusal.status, "headers": headers}
    await send(start)
    await send({"type": "websocket.http.response.body", "body": refusal.reason.encode()})


class _Line:
    """One open socket; once it is cut, the page hears that its browser is gone and is not heard any more."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._cut: Message | None = None
        self._until: float | None = asyncio.get_running_loop().time() + START_WITHIN

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
