"""One request to an ASGI application, without a server."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

from starlette.datastructures import Headers


class Got(NamedTuple):
    """What came back."""

    status: int
    headers: Headers
    body: bytes


def get(app: Any, path: str) -> Got:
    """Return what ``app`` answers to a GET, in a thread of its own: a browser test may leave a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, _get(app, path)).result()


async def _get(app: Any, path: str) -> Got:
    sent: list[dict[str, Any]] = []
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "headers": [],
        "query_string": b"",
        "root_path": "",
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start, *bodies = sent
    return Got(start["status"], Headers(raw=start["headers"]), b"".join(one["body"] for one in bodies))
