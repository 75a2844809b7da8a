"""What one visitor does is none of another's business, on the real server."""

from __future__ import annotations

from benchmarks.visitor import Visitor, visitor
from tests.dashboard.asgi import finished
from tests.served.server import Served


def test_browsers_that_come_back_together_are_each_told_their_own_page(served: Served) -> None:
    async def visit() -> tuple[Visitor, Visitor]:
        async with visitor(served.url) as first, visitor(served.url) as second:
            await first.draw()
            await second.draw()
            line = await first.listen()
            await told(second, await second.listen())
            await told(first, line)
            return first, second

    for one in finished(visit()):
        (states,) = one.states
        assert states.keys() >= one.models.keys()


async def told(one: Visitor, line: str) -> None:
    """Ask for the states of a visitor's widgets and wait until they are told."""
    await one.call(line, "request_states")
    await one.until(lambda: len(one.states) > 0)
