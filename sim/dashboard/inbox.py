"""What a browser has sent and the page has not read yet: of one slider's words, the newest alone."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from itertools import takewhile
from typing import Any, NamedTuple

from starlette.types import Message

from sim.dashboard.state.drags import slider_of

MOST_WAITING = 64
"""Messages that wait at most; beyond them a browser is not read from until the page has caught up."""
ANSWER = ("ack",)
"""Stands for the browser's answer to a picture, which a slider's words may pass."""


class _Waiting(NamedTuple):
    message: Message
    control: tuple[str, ...]


def control_of(envelope: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what names the slider that a message of the page's script moves, `ANSWER`, or nothing for any other."""
    data = envelope["content"].get("data", {})
    event = data.get("content") if data.get("method") == "custom" else None
    if not isinstance(event, dict):
        return ()
    if event.get("event") == "ack":
        return ANSWER
    action = event.get("data") if event.get("event") == "act" else None
    return slider_of(action) if isinstance(action, dict) else ()


class Inbox:
    """Messages in the order they came; ``merged`` counts the words of sliders that newer ones made idle."""

    def __init__(self) -> None:
        self.merged = 0
        self._waiting: deque[_Waiting] = deque()
        self._changed = asyncio.Condition()

    async def put(self, message: Message, control: tuple[str, ...] = ()) -> None:
        """Add a message, in place of one of the same ``control`` just before; wait while too many are there."""
        async with self._changed:
            await self._changed.wait_for(lambda: len(self._waiting) < MOST_WAITING)
            if control and control != ANSWER:
                self._drop(control)
            self._waiting.append(_Waiting(message, control))
            self._changed.notify_all()

    async def get(self) -> Message:
        """Take out the first message, once there is one."""
        async with self._changed:
            await self._changed.wait_for(lambda: bool(self._waiting))
            self._changed.notify_all()
            return self._waiting.popleft().message

    def _drop(self, control: tuple[str, ...]) -> None:
        """Drop what ``control`` said before, unless something else was done since that may build on it."""
        passed = sum(1 for _ in takewhile(lambda one: one.control == ANSWER, reversed(self._waiting)))
        at = len(self._waiting) - 1 - passed
        if at >= 0 and self._waiting[at].control == control:
            del self._waiting[at]
            self.merged += 1
