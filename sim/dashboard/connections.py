"""Connections on which no request has come yet: so many at once, and the oldest makes room for a newer one.

Each holds a descriptor, for as long as whoever opened it likes. A page's script sends a request whole, as soon as it is
connected; who sends half of one, or none, a thousand times over would leave no descriptor for anybody else.
"""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

MOST_WAITING = 256
"""Connections without a whole request at once; a browser opens up to six, and waits with none of them for long."""
_ASKING = (h11.IDLE, h11.SEND_BODY)
"""States of a sender that owes the rest of a request."""


class Line:
    """Connections that owe a request, in the order in which they began to."""

    def __init__(self, most: int = MOST_WAITING) -> None:
        self.most = most
        self._waiting: dict[Connection, None] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def enter(self, connection: Connection) -> None:
        """Let ``connection`` wait, at the end unless it waits already; close the first where there are too many."""
        self._waiting.setdefault(connection)
        if len(self._waiting) > self.most:
            first = next(iter(self._waiting))
            self.leave(first)
            first.transport.close()

    def leave(self, connection: Connection) -> None:
        """Let ``connection`` wait no longer: its request has come, or it has gone."""
        self._waiting.pop(connection, None)


LINE = Line()
"""The process's own."""


class Connection(H11Protocol):
    """One connection over HTTP, which stands in `LINE` while it owes a request."""

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Wait for the first request."""
        super().connection_made(transport)
        LINE.enter(self)

    def data_received(self, data: bytes) -> None:
        """Read what has come, and see whether it was all."""
        super().data_received(data)
        if self._owes_a_request():
            LINE.enter(self)
        else:
            LINE.leave(self)

    def _owes_a_request(self) -> bool:
        """Return whether more must come; a connection that speaks websockets by now has another protocol."""
        return (
            self.conn.their_state in _ASKING
            and self.transport.get_protocol() is self
            and not self.transport.is_closing()
        )

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        LINE.leave(self)
        super().connection_lost(exc)
