"""Hostile websockets against the real server."""

from __future__ import annotations

import json
import struct
import uuid

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from benchmarks.visitor import envelope, fetch_session, socket_address, visitor
from sim.dashboard.envelope import TOO_BIG, UNSUPPORTED
from sim.dashboard.refusal import POLICY
from tests.dashboard.asgi import finished
from tests.served.server import Served

PROMISED = 50 << 20
"""Bytes a server may grow by while it refuses a message."""


def line(served: Served, cookie: str | None = None) -> ClientConnection:
    headers = {"Cookie": fetch_session(served.url) if cookie is None else cookie}
    where = socket_address(served.url, str(uuid.uuid4()), str(uuid.uuid4()))
    return connect(where, additional_headers=headers, open_timeout=60)


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
    served: Served, frame: str | bytes, code: int
) -> None:
    before = served.memory
    with line(served) as opened:
        opened.send(frame)
        with pytest.raises(ConnectionClosed):
            opened.recv(timeout=60)
        assert opened.protocol.close_rcvd is not None
        assert opened.protocol.close_rcvd.code == code
    assert served.memory - before < PROMISED
    assert served.status("/readyz") == 200


def test_a_socket_without_a_page_is_not_opened(served: Served) -> None:
    with pytest.raises(InvalidStatus) as refused, line(served, cookie=""):
        pass
    assert refused.value.response.status_code == 403


def test_a_visitor_sees_the_page(served: Served) -> None:
    async def visit() -> str:
        async with visitor(served.url) as one:
            await one.draw()
            await one.act(do="focus", dial="trust")
            await one.until(lambda: one.frames > 1)
            return str(one.view("link"))

    assert len(finished(visit())) > 20
