"""A hostile visitor: sends what no page sends, until the server has had enough."""

from __future__ import annotations

import time
import uuid
from contextlib import suppress

from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from benchmarks.visitor import socket_address

FULL = 503
PATIENCE = 240.0


def code_after(url: str, cookie: str, *frames: str | bytes, page: str = "", waits: bool = True) -> int:
    """Send ``frames`` over a websocket of its own, or of ``page``; return the code the server closes it with.

    Where a busy server has not yet let go of sockets that were closed before, it is waited for, unless ``waits`` is
    off. Raises TimeoutError if the server still has patience after four minutes.
    """
    page = page or str(uuid.uuid4())
    with _opened(socket_address(url, page, page), cookie, waits) as line:
        with suppress(ConnectionClosed):
            for frame in frames:
                line.send(frame)
            while True:
                line.recv(timeout=PATIENCE)
        closed = line.protocol.close_rcvd
        return closed.code if closed is not None else 0


def _opened(where: str, cookie: str, waits: bool) -> ClientConnection:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return connect(where, additional_headers={"Cookie": cookie}, open_timeout=PATIENCE)
        except InvalidStatus as refused:
            if refused.response.status_code != FULL or not waits or time.monotonic() > end:
                raise
            time.sleep(0.1)
