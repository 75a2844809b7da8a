"""A visitor who drags a slider, as the page's own script does, and notes when the page follows."""

from __future__ import annotations

import asyncio
import json
import struct
import time
from typing import Any

from websockets.asyncio.client import ClientConnection

from benchmarks.visitor import Visitor

LEVER = "surveillance"
EVERY = 0.12
"""Seconds between two places of the handle, and least between two words of a slider."""
STEP = 0.0005
"""What the lever moves by, so that no place comes twice within a drag."""
LOST = 1.0
"""Seconds after which a slider speaks again without an answer."""


class Wire(ClientConnection):
    """A websocket that counts the bytes it receives as they travel, compressed."""

    carried = 0

    def data_received(self, data: bytes) -> None:
        """Take bytes from the network."""
        self.carried += len(data)
        super().data_received(data)


class Dragger(Visitor):
    """A visitor whose slider moves; ``deaf`` ones never answer a frame, and so are sent two at most.

    ``moved`` holds when the handle came to each place, ``told`` which places were sent, ``followed`` which the page
    showed and when, ``curves`` which had a curve and when.
    """

    deaf = False

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.first = 0.2
        self.unanswered = 0
        self.moved: list[float] = []
        self.told: list[int] = []
        self.followed: list[tuple[int, float]] = []
        self.curves: list[tuple[int, float]] = []
        self._change = self._changes_before = 0

    @property
    def wire(self) -> int:
        """Bytes received, as they travelled."""
        assert isinstance(self.line, Wire)
        return self.line.carried

    async def drag(self, seconds: float, blind: bool) -> None:
        """Move the handle; ``blind`` says each place, else the newest once the last one said was answered."""
        self._changes_before = self._change
        start = time.monotonic()
        while (now := time.monotonic()) < start + seconds and not self.is_cut_off:
            self.moved.append(now)
            if blind or self._is_answered(now):
                await self._tell()
            await asyncio.sleep(max(0.0, start + len(self.moved) * EVERY - time.monotonic()))
        if self.told[-1] != len(self.moved) - 1 and not self.is_cut_off:
            await self._tell()

    def _is_answered(self, now: float) -> bool:
        last = self.told[-1] if self.told else -1
        is_shown = bool(self.followed) and self.followed[-1][0] >= last
        return last < 0 or is_shown or now - self.moved[last] > LOST

    async def _tell(self) -> None:
        place = len(self.moved) - 1
        self.told.append(place)
        await self.act(do="lever", letter="A", name=LEVER, value=round(self.first + STEP * place, 6))

    def place_shown(self) -> int | None:
        """Return which place the page's slider shows, None while it is not on the page."""
        for question in self.view("questions") or ():
            for control in question["controls"]:
                if control["name"] == LEVER:
                    return round((control["value"] - self.first) / STEP)
        return None

    async def _take(self, text: str | bytes) -> None:
        await super()._take(text)
        place = self.place_shown() if self.told else None
        if place is not None and place >= 0 and (not self.followed or place > self.followed[-1][0]):
            self.followed.append((place, time.monotonic()))

    async def _answer(self, comm: str, frame: bytes | None) -> None:
        if not frame:
            return
        change = int(json.loads(frame[4 : 4 + struct.unpack_from("<I", frame)[0]])["change"])
        which = change - self._changes_before - 1  # each place that was followed is one change
        if change != self._change and 0 <= which < len(self.followed):
            self.curves.append((self.followed[which][0], time.monotonic()))
        self._change = change
        if self.deaf:
            self.unanswered += 1
        else:
            await super()._answer(comm, frame)


def waits(moved: list[float], answered: list[tuple[int, float]]) -> list[float]:
    """Return for each move the seconds until the page showed it or a newer one; of those never shown, infinity."""
    found, at = [], 0
    for place, moment in enumerate(moved):
        while at < len(answered) and answered[at][0] < place:
            at += 1
        found.append(answered[at][1] - moment if at < len(answered) else float("inf"))
    return found
