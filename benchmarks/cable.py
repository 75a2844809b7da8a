"""A network cable between a visitor and the page, which can be cut without either end being told."""

from __future__ import annotations

import asyncio
from contextlib import suppress

MOST = 1 << 16  # bytes carried at a time


class Cable:
    """Carries bytes between the port it listens on and ``port`` of this machine, until it is cut."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._whole = asyncio.Event()
        self._whole.set()
        self._carrying: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    async def lay(self) -> int:
        """Start listening; return the port at this end."""
        self._server = await asyncio.start_server(self._join, "127.0.0.1", 0)
        return int(self._server.sockets[0].getsockname()[1])

    def cut(self) -> None:
        """Carry nothing more; connections stay as they are, as when a cable is pulled."""
        self._whole.clear()

    async def take_up(self) -> None:
        """End all connections and stop listening."""
        if self._server is not None:
            self._server.close()
        for task in self._carrying:
            task.cancel()
        await asyncio.gather(*self._carrying, return_exceptions=True)

    async def _join(self, near: asyncio.StreamReader, to_near: asyncio.StreamWriter) -> None:
        far, to_far = await asyncio.open_connection("127.0.0.1", self._to)
        for source, sink in ((near, to_far), (far, to_near)):
            task = asyncio.create_task(self._carry(source, sink))
            self._carrying.add(task)
            task.add_done_callback(self._carrying.discard)

    async def _carry(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        try:
            with suppress(OSError):
                while data := await source.read(MOST):
                    await self._whole.wait()
                    sink.write(data)
                    await sink.drain()
            await self._whole.wait()
        finally:
            sink.close()
