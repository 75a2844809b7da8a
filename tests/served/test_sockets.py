"""Hostile websockets against the real server."""

from __future__ import annotations

import json
import struct
import uuid
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from websockets.exceptions import InvalidStatus

from benchmarks.visitor import envelope, fetch_session, visitor
from sim.dashboard.envelope import TOO_BIG, UNSUPPORTED
from sim.dashboard.refusal import POLICY
from sim.dashboard.work.guard import SPARE
from tests.counting import Count
from tests.dashboard.asgi import finished
from tests.dashboard.test_sockets import mutations
from tests.served.hostile import code_after
from tests.served.server import Served
from tests.thorough import tries

NORMAL = 1000
"""A page that is asked to end its kernel ends the socket like that."""
PROMISED = 50 << 20
"""Bytes a server may grow by while it refuses a message."""


COUNTED = struct.pack("!I", 20_000_000) + bytes(8)
HOSTILE: dict[str, tuple[str | bytes, int]] = {
    "a count of buffers beyond the length": (COUNTED, UNSUPPORTED),
    "text that is no JSON": ("}{", POLICY),
    "a module to import": (
        envelope(
            "comm_msg",
            comm_id="x",
            data={"method": "custom", "content": {"create_widget": ["antigravity", "geohash"]}},
        ),
        POLICY,
    ),
    "a long message": (json.dumps(" " * 300_000), TOO_BIG),
}


@pytest.mark.parametrize(("frame", "code"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_frame_costs_its_sender_the_socket_and_nobody_else_anything(
    served: Served, count: Count, frame: str | bytes, code: int
) -> None:
    count("websocket message no page sends", 1, "the socket is cut, nobody else notices, no memory is taken")
    before = served.memory
    assert code_after(served.url, fetch_session(served.url), frame) == code
    assert served.memory - before < PROMISED
    assert served.status("/readyz") == 200


def test_a_socket_without_a_page_is_not_opened(served: Served, count: Count) -> None:
    count("websocket without a page", 1, "refused")
    with pytest.raises(InvalidStatus) as refused:
        code_after(served.url, "", "}")
    assert refused.value.response.status_code == 403


def test_messages_that_are_nearly_right_harm_nobody(served: Served, count: Count) -> None:
    cookie, page = fetch_session(served.url), str(uuid.uuid4())
    tried: list[int] = []

    @settings(max_examples=tries(200), database=None)
    @given(mutations())
    def send(message: dict[str, Any]) -> None:
        tried.append(code_after(served.url, cookie, json.dumps(message), "}", page=page))
        assert tried[-1] in (POLICY, NORMAL)

    try:
        send()
        assert served.status("/healthz") == 200
        assert finished(visit(served))
    finally:
        count(
            "websocket message with one part replaced",
            len(tried),
            "read or cut; the next visitor sees the page",
        )


async def visit(served: Served) -> str:
    """Open the page, look at another outcome, and return the page's address."""
    async with visitor(served.url) as one:
        await one.draw()
        await one.act(do="focus", outcome="trust")
        await one.until(lambda: one.frames > 1)
        return str(one.view("link"))


def test_a_visitor_sees_the_page(served: Served) -> None:
    assert len(finished(visit(served))) > 20


def test_sockets_that_come_and_go_do_not_pile_pages_up(tmp_path: Path, count: Count) -> None:
    count(
        "socket opened for a page, and left", 60, "refused once there are as many pages as the server takes"
    )
    served = Served(tmp_path / "said.txt", "--seats", "1")
    try:
        cookie = fetch_session(served.url)
        statuses = []
        for _ in range(60):
            try:
                code_after(served.url, cookie, "}", waits=False)
                statuses.append(101)
            except InvalidStatus as refused:
                statuses.append(refused.response.status_code)
                if statuses.count(503) == 1:
                    assert served.status("/") == 503
        assert set(statuses) == {101, 503}
        assert (
            2 + SPARE <= statuses.count(101) < len(statuses)
        )  # one that is cut at once may never make a page
    finally:
        served.stop()
