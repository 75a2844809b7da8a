"""What the page says reaches its browser in order, and the page does not wait for it."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from solara.server.websocket import WebSocketDisconnect

from sim.dashboard.outbox import MOST_HELD, Outbox
from tests.dashboard.asgi import finished
from tests.dashboard.test_loop import eventually


class Line:
    """Stands for a websocket: takes what is sent once it may, and may be gone."""

    def __init__(self) -> None:
        self.sent: list[str | bytes] = []
        self.open = asyncio.Event()
        self.is_gone = False

    async def _send(self, data: str | bytes) -> None:
        await self.open.wait()
        if self.is_gone:
            raise RuntimeError('Cannot call "send" once a close message has been sent.')
        self.sent.append(data)

    send_text = send_bytes = _send


def test_messages_of_a_thread_arrive_in_order_and_the_thread_does_not_wait() -> None:
    async def speak() -> tuple[list[Any], list[Any]]:
        line = Line()
        box = Outbox(line, object())
        before = asyncio.to_thread(lambda: [box.send(one) for one in ("a", b"b", "c")])
        await before
        early = list(line.sent)
        line.open.set()
        await asyncio.gather(*box.tasks)
        return early, line.sent

    assert finished(speak()) == ([], ["a", b"b", "c"])


def test_a_browser_that_takes_nothing_is_waited_for_in_the_end() -> None:
    async def speak() -> tuple[bool, int]:
        line = Line()
        box = Outbox(line, object())
        talk = threading.Thread(target=lambda: [box.send(str(n)) for n in range(MOST_HELD + 9)], daemon=True)
        talk.start()
        full = await asyncio.to_thread(eventually, lambda: len(box._held) == MOST_HELD)
        waits = full and talk.is_alive()
        line.open.set()
        await asyncio.to_thread(talk.join)
        await asyncio.gather(*box.tasks)
        return waits, len(line.sent)

    assert finished(speak()) == (True, MOST_HELD + 9)


def test_once_the_browser_is_gone_the_page_is_told() -> None:
    async def speak() -> None:
        line = Line()
        line.is_gone = True
        line.open.set()
        box = Outbox(line, object())
        await asyncio.to_thread(box.send, "a")
        await asyncio.gather(*box.tasks)
        with pytest.raises(WebSocketDisconnect):
            await asyncio.to_thread(box.send, "b")

    finished(speak())
