from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from sim.dashboard.work import sessions
from sim.dashboard.work.guard import SameOrigin, same_origin


def scope(origin: str | None, kind: str = "websocket", path: str = "/") -> dict[str, Any]:
    headers = [(b"host", b"localhost:8765")]
    if origin is not None:
        headers.append((b"origin", origin.encode()))
    return {"type": kind, "path": path, "headers": headers, "method": "GET"}


ORIGINS = {
    "http://localhost:8765": True,
    None: True,
    "http://evil.example": False,
    "http://localhost:1": False,
    "null": False,
}


@pytest.mark.parametrize(("origin", "allowed"), ORIGINS.items())
def test_only_pages_of_this_server_may_open_a_websocket(origin: str | None, allowed: bool) -> None:
    assert same_origin(scope(origin)) is allowed
    passed = finished(ask(scope(origin)))
    assert (passed == "inside") is allowed


def test_the_list_of_what_runs_is_closed() -> None:
    assert finished(ask(scope(None, "http", "/resourcez"))) == 404


def finished(asked: Coroutine[Any, Any, Any]) -> Any:
    """Return what ``asked`` gives, in a thread of its own: a browser test may leave a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asked).result()


async def ask(request: dict[str, Any]) -> Any:
    seen: list[Any] = []

    async def inside(scope: Any, receive: Any, send: Any) -> None:
        seen.append("inside")

    async def send(message: dict[str, Any]) -> None:
        seen.append(message.get("status", message["type"]))

    await SameOrigin(inside)(request, None, send)  # type: ignore[arg-type]
    return seen[0]


def test_seats_are_limited_and_come_free_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "MOST_SESSIONS", 2)
    monkeypatch.setattr(sessions, "_taken", 0)
    assert [sessions.take() for _ in range(3)] == [True, True, False]
    sessions.leave()
    assert sessions.take()
