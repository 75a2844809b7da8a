"""Connections that ask for nothing, by the hundred: nobody else is kept out."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from benchmarks.visitor import visitor
from sim.dashboard.connections import MOST_WAITING
from tests.counting import Count
from tests.dashboard.asgi import finished
from tests.served.server import PATIENCE, Served

MORE = 40
HALF = b"GET /readyz HTTP/1.1\r\nHost: localhost\r\n"


@contextmanager
def opened(served: Served, number: int, begun: bytes) -> Iterator[list[socket.socket]]:
    """Open so many connections, one after the other, on each of which a request is ``begun`` and no more."""
    with ExitStack() as stack:
        all_ = []
        for _ in range(number):
            all_.append(stack.enter_context(socket.create_connection(("localhost", served.port), PATIENCE)))
            all_[-1].sendall(begun)
            all_[-1].settimeout(PATIENCE)
        yield all_


def is_closed(line: socket.socket) -> bool:
    """Wait for what the server does with ``line``, and return whether it closed it without an answer."""
    try:
        return line.recv(1) == b""
    except ConnectionResetError:  # with what was sent unread
        return True


def test_of_connections_with_half_a_request_the_oldest_make_room(served: Served, count: Count) -> None:
    count(
        "connection with half a request, or none",
        2 * (MOST_WAITING + MORE),
        "the oldest is closed; visitors get in",
    )
    for begun in (HALF, b""):
        with opened(served, MOST_WAITING + MORE, begun) as all_:
            assert all(map(is_closed, all_[:MORE]))
            newest = all_[-1]
            newest.sendall(HALF[len(begun) :] + b"\r\n")
            assert newest.recv(12) == b"HTTP/1.1 200"
            assert served.status("/readyz") == 200


def test_a_page_whose_socket_is_open_is_none_of_them(served: Served, count: Count) -> None:
    count("crowd of idle connections beside an open page", 1, "the page goes on")

    async def visit() -> None:
        async with visitor(served.url) as one:
            await one.draw()
            with opened(served, MOST_WAITING + MORE, HALF) as all_:
                assert is_closed(all_[0])
                frames = one.frames
                await one.act(do="focus", outcome="trust")
                await one.until(lambda: one.frames > frames)

    finished(visit())
