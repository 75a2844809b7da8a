"""Sliders dragged on the real server: what is sent, what is left out, and that nobody's newest word is."""

from __future__ import annotations

import asyncio
import zlib
from contextlib import AsyncExitStack
from typing import Any

from websockets.extensions.permessage_deflate import PerMessageDeflate

from benchmarks.drag import QUESTION
from benchmarks.dragger import LEVER, STEP, Dragger, Wire
from benchmarks.visitor import visitor
from tests.counting import Count
from tests.dashboard.asgi import finished
from tests.served.server import Served

MOST_BYTES = 4_000
"""What an action may weigh on the wire."""
WORDS, SESSIONS = 40, 4


class Hearer(Dragger):
    """A visitor that keeps the texts it is sent; pictures are bytes."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.texts: list[str] = []

    async def _take(self, text: str | bytes) -> None:
        self.texts += [text] if isinstance(text, str) else []
        await super()._take(text)

    async def say(self, place: int) -> None:
        """Say that the handle is at ``place``."""
        self.told.append(place)
        await self.act(do="lever", letter="A", name=LEVER, value=round(self.first + STEP * place, 6))

    async def shows(self, place: int) -> None:
        """Wait until the page shows the handle at ``place``."""
        await self.until(lambda: self.place_shown() == place)


async def opened(served: Served, stack: AsyncExitStack) -> Hearer:
    one = await stack.enter_async_context(visitor(served.url, Hearer, Wire))
    await one.draw()
    await one.act(do="question", question=QUESTION)
    await one.until(lambda: one.place_shown() is not None)
    return one


def test_an_action_weighs_little_and_travels_compressed(served: Served, count: Count) -> None:
    async def weigh() -> tuple[list[int], bool]:
        weights = []
        async with AsyncExitStack() as stack:
            one = await opened(served, stack)
            for place in range(1, 21):
                one.texts.clear()
                await one.say(place)
                await one.shows(place)
                weights.append(len(zlib.compress("".join(one.texts).encode(), wbits=-12)))
            return weights, any(isinstance(x, PerMessageDeflate) for x in one.line.protocol.extensions)

    weights, is_compressed = finished(weigh())
    count("slider moved, one word after the other", len(weights), "at most 4 kB are sent for each")
    assert is_compressed
    assert max(weights) <= MOST_BYTES


def test_of_a_flood_of_words_every_session_is_shown_its_newest(served: Served, count: Count) -> None:
    async def flood() -> int:
        async with AsyncExitStack() as stack:
            crowd = [await opened(served, stack) for _ in range(SESSIONS)]
            for place in range(1, WORDS + 1):
                await asyncio.gather(*(one.say(place) for one in crowd))
            await asyncio.gather(*(one.shows(WORDS) for one in crowd))
            return sum(len(one.followed) for one in crowd)

    answers, told = finished(flood()), SESSIONS * WORDS
    count(
        "words of sliders, all said at once",
        told,
        "every session is shown its newest; older ones are left out",
    )
    assert SESSIONS <= answers < told / 2
