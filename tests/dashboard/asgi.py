"""A server without a network: requests to an ASGI application, and what came of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

SESSION = "11b132dd-b9dd-474b-bd52-3d6d467e526c"
SOCKET = "/jupyter/api/kernels/f269de67-a33e-4cb3-923c-1611616e868d/channels"
PAGE = b"session_id=0c2b340a-13cb-4cc0-9aa7-a31aae4cc70e"
COOKIE = {"cookie": f"solara-session-id={SESSION}"}
App = Callable[[Any, Any, Any], Awaitable[None]]


@dataclass
class Answer:
    """What came of a request: ``status`` of the answer or the handshake, ``code`` of a closed socket."""

    status: int = 0
    code: int = 0
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""
    heard: list[Any] = field(default_factory=list)

    def values(self, name: str) -> list[str]:
        """Return the values of header ``name``."""
        return [value for key, value in self.headers if key == name]


def scope(kind: str = "http", path: str = "/", query: bytes = b"", **headers: str) -> dict[str, Any]:
    """Return a request from this machine; ``headers`` are written with underscores."""
    named = {"host": "localhost:8765"} | {name.replace("_", "-"): text for name, text in headers.items()}
    return {
        "type": kind,
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query,
        "headers": [(name.encode(), text.encode("latin-1")) for name, text in named.items()],
        "client": ("127.0.0.1", 50_000),
        "server": ("127.0.0.1", 8765),
        "extensions": {"websocket.http.response": {}} if kind == "websocket" else {},
    }


def socket(path: str = SOCKET, query: bytes = PAGE, **headers: str) -> dict[str, Any]:
    """Return the request for a websocket that a page of this server makes, changed as asked."""
    return scope("websocket", path, query, **(COOKIE | headers))


def finished(asked: Awaitable[Any]) -> Any:
    """Return what ``asked`` gives, in a thread of its own: a browser test may leave a loop in this one."""

    async def wait() -> Any:
        return await asked

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, wait()).result()


def ask(app: App, request: dict[str, Any], frames: Sequence[dict[str, Any]] = ()) -> Answer:
    """Return what came of ``request``, a websocket's being followed by ``frames`` and the end of the line."""
    return finished(_ask(app, request, frames))


async def _ask(app: App, request: dict[str, Any], frames: Sequence[dict[str, Any]]) -> Answer:
    answer = Answer()
    opening = {"type": "websocket.connect"} if request["type"] == "websocket" else {"type": "http.request"}
    coming = iter([opening, *frames, {"type": "websocket.disconnect", "code": 1001}])

    async def receive() -> dict[str, Any]:
        return next(coming)

    async def send(message: dict[str, Any]) -> None:
        if message["type"].endswith("response.start"):
            answer.status = message["status"]
            answer.headers += [(k.decode(), v.decode("latin-1")) for k, v in message.get("headers", [])]
        elif message["type"] == "websocket.accept":
            answer.status = 101
        elif message["type"] == "websocket.close":
            answer.code = message["code"]
        answer.body += message.get("body", b"")

    await app(request | {"heard": answer.heard}, receive, send)
    return answer


async def page(scope: Any, receive: Any, send: Any) -> None:
    """Stand for the application behind the guards: answer 200, or accept and note what is heard."""
    if scope["type"] == "http":
        scope["heard"].append(scope)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"inside"})
        return
    await receive()
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] == "websocket.receive":
        scope["heard"].append(message)
    await send({"type": "websocket.close", "code": 1000})
