"""Requests that are not answered: a status and a few words, the same for pages and websockets."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

POLICY = 1008
"""Code of a websocket closed for what was asked (RFC 6455, 7.4.1)."""
REFUSED: Counter[int] = Counter()
"""How many requests this process has refused, by status."""


class Refusal(NamedTuple):
    """Why a request is not answered: its HTTP status and a few words."""

    status: int
    reason: str


async def refuse(refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request, or a websocket's handshake, with ``refusal``."""
    REFUSED[refusal.status] += 1
    if scope["type"] == "http":
        await PlainTextResponse(refusal.reason, refusal.status)(scope, receive, send)
    elif "websocket.http.response" in scope.get("extensions", {}):
        headers = [(b"content-type", b"text/plain; charset=utf-8")]
        start = {"type": "websocket.http.response.start", "status": refusal.status, "headers": headers}
        await send(start)
        await send({"type": "websocket.http.response.body", "body": refusal.reason.encode()})
    else:  # a server that can only accept a websocket or not
        await send({"type": "websocket.close", "code": POLICY, "reason": refusal.reason})
