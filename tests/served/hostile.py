"""A hostile visitor: sends what no page sends, until the server has had enough."""

from __future__ import annotations

import uuid
from contextlib import suppress

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from benchmarks.visitor import socket_address


def code_after(url: str, cookie: str, *frames: str | bytes, page: str = "") -> int:
    """Send ``frames`` over a websocket of its own, or of ``page``; return the code the server closes it with.

    Raises TimeoutError if the server still has patience after four minutes.
    """
    page = page or str(uuid.uuid4())
    where = socket_address(url, page, page)
    with connect(where, additional_headers={"Cookie": cookie}, open_timeout=240) as line:
        with suppress(ConnectionClosed):
            for frame in frames:
                line.send(frame)
            while True:
                line.recv(timeout=240)
        closed = line.protocol.close_rcvd
        return closed.code if closed is not None else 0
