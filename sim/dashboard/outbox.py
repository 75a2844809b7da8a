"""What the page has said and its browser was not sent yet: in order, without the page waiting for each message.

Solara hands every message of a rendering to the server's thread and waits until it has left: with dozens of
visitors the page waits longer for that thread than it computes.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from typing import Any

from solara.server.websocket import WebSocketDisconnect

MOST_HELD = 128
"""Messages that are held at most; beyond them the page waits for its browser."""


class Outbox:
    """One page's end of its websocket, before Solara's own; messages may come from any thread but the server's."""

    event_loop: asyncio.AbstractEventLoop
    tasks: set[asyncio.Task[None]]
    _send_bytes_exc: Any
    _send_text_exc: Any

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._held: deque[str | bytes] = deque()
        self._changed = threading.Condition()
        self._is_sending = self._is_gone = False

    def send_text(self, data: str) -> None:
        """Send a text after all that was said before; raises `WebSocketDisconnect` once the browser is gone."""
        self._put(data)

    def send_bytes(self, data: bytes) -> None:
        """Send bytes, as `send_text` does."""
        self._put(data)

    def _put(self, data: str | bytes) -> None:
        with self._changed:
            self._changed.wait_for(lambda: len(self._held) < MOST_HELD or self._is_gone)
            if self._is_gone:
                raise WebSocketDisconnect()
            self._held.append(data)
            if self._is_sending:
                return
            self._is_sending = True
        self.event_loop.call_soon_threadsafe(self._start)

    def _start(self) -> None:
        task = asyncio.ensure_future(self._send_all())
        self.tasks.add(task)  # a task that nobody holds may be collected
        task.add_done_callback(self.tasks.discard)

    async def _send_all(self) -> None:
        try:
            while (data := self._next()) is not None:
                await (self._send_bytes_exc(data) if isinstance(data, bytes) else self._send_text_exc(data))
        except WebSocketDisconnect:
            self._give_up()
        except BaseException:  # the server stops
            self._give_up()
            raise

    def _next(self) -> str | bytes | None:
        with self._changed:
            self._is_sending = bool(self._held)
            self._changed.notify_all()
            return self._held.popleft() if self._held else None

    def _give_up(self) -> None:
        with self._changed:
            self._is_gone = True
            self._held.clear()
            self._changed.notify_all()


def kind() -> type[Any]:
    """Return Solara's end of a websocket with an outbox before it."""
    from solara.server.starlette import WebsocketWrapper

    return type("WebsocketWithOutbox", (Outbox, WebsocketWrapper), {})


def install() -> None:
    """Give every websocket an outbox; once for the process, before the first page is opened."""
    from solara.server import starlette as web

    if not issubclass(web.WebsocketWrapper, Outbox):
        web.WebsocketWrapper = kind()
