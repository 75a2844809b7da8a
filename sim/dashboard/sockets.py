"""Websockets: one for each page, within limits, and only messages that a page sends."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sim.dashboard.envelope import Refused, asks_for_page, read_envelope
from sim.dashboard.inbox import Inbox, control_of
from sim.dashboard.kernels import FULL, session_of
from sim.dashboard.refusal import POLICY, refuse

GONE: Message = {"type": "websocket.disconnect", "code": 1006}
"""What the page hears when its browser is gone, or is not heard any more (RFC 6455, 7.4.1)."""
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
        self.cut = self._merged = 0
        self._lines: set[_Line] = set()
        self._open: Counter[str] = Counter()

    @property
    def open(self) -> int:
        """How many sockets are open."""
        return self._open.total()

    @property
    def merged(self) -> int:
        """How many words of sliders gave way to newer ones before a page read them."""
        return self._merged + sum(line.merged for line in self._lines)

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
        line = _Line(receive, send)
        self._lines.add(line)
        try:
            await self.app(scope, line.receive, line.send)
        finally:
            line.close()
            self.cut += line.is_cut
            self._merged += line.merged
            self._lines.remove(line)
            self._open[session] -= 1
            self._open += Counter()  # forgets those at 0


class _Line:
    """One open socket; once it is cut, the page hears that its browser is gone and is not heard any more.

    What the browser sends is read while the page is busy, so that a slider's older words can give way to newer ones.
    """

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._inbox = Inbox()
        self._is_answered = asyncio.Event()
        self._reading = asyncio.create_task(self._read_on())
        self._last: Message | None = None
        self._cut = False
        self._until: float | None = asyncio.get_running_loop().time() + START_WITHIN

    @property
    def is_cut(self) -> bool:
        """Whether the browser sent what no page sends, or nothing."""
        return self._cut

    @property
    def merged(self) -> int:
        """How many words of sliders gave way to newer ones before the page read them."""
        return self._inbox.merged

    async def receive(self) -> Message:
        """Return the browser's next message, if it is one that a page sends."""
        if self._last is None:
            message = await self._inbox.get()
            if message["type"] != GONE["type"]:
                return message
            self._last = message
        return self._last

    def close(self) -> None:
        """Stop reading."""
        self._reading.cancel()

    async def send(self, message: Message) -> None:
        """Send the page's message, unless the socket has been cut."""
        if not self._cut:
            await self._send(message)
        self._is_answered.set()

    async def _read_on(self) -> None:
        """Read until the browser is gone, or has sent what no page sends."""
        try:
            await self._inbox.put(await self._receive_in_time())
            await self._is_answered.wait()  # by the page, which accepts the socket
            while (message := await self._receive_in_time())["type"] != GONE["type"]:
                await self._inbox.put(message, self._read(message))
        except TimeoutError:
            await self._close(POLICY, "no page was asked for")
        except Refused as refused:
            await self._close(refused.code, refused.reason)
        finally:
            await self._inbox.put(GONE)

    async def _receive_in_time(self) -> Message:
        async with asyncio.timeout_at(self._until):
            return await self._receive()

    def _read(self, message: Message) -> tuple[str, ...]:
        """Return the slider that a message moves, if any; raises `Refused` for one that no page sends."""
        if message["type"] != "websocket.receive":
            return ()
        text: Any = message.get("text")
        envelope = read_envelope(text if text is not None else message.get("bytes", b""))
        if asks_for_page(envelope):
            self._until = None
        return control_of(envelope)

    async def _close(self, code: int, reason: str) -> None:
        self._cut = True
        with suppress(OSError):  # the browser may be gone
            await self._send({"type": "websocket.close", "code": code, "reason": reason})
