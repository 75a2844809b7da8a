"""Whose page is whose: a browser reaches and closes its own pages alone.

Each open page has a kernel of Solara's, which is known by an identity the browser chose.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs

from solara.server import kernel_context
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Receive, Scope, Send

from sim.dashboard.envelope import is_id
from sim.dashboard.refusal import Refusal, refuse

_SOCKET = re.compile(r"/jupyter/api/kernels/([^/]+)/channels")
_CLOSE = re.compile(r"/_solara/api/close/([^/]+)")
_COOKIES = ("solara-session-id", "solara-session-id-lax")

OF_ANOTHER = Refusal(403, "a page of another session")
FULL = Refusal(503, "too many pages are open")


class Kernels:
    """Refuses what concerns a page to all but the session that opened it, and more than ``most`` pages.

    A page whose socket has gone is kept for a while: sockets alone, opened and closed, would pile pages up.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app, self.most = app, most

    @property
    def is_full(self) -> bool:
        """Whether no more pages may be opened."""
        return len(kernel_context.contexts) >= self.most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        refusal = self._refusal(scope)
        if refusal is None:
            await self.app(scope, receive, send)
        else:
            await refuse(refusal, scope, receive, send)

    def _refusal(self, scope: Scope) -> Refusal | None:
        if scope["type"] == "websocket":
            return _refusal_of_socket(scope, self.is_full)
        closed = _CLOSE.fullmatch(scope["path"]) if scope["type"] == "http" else None
        return None if closed is None else _refusal_of_close(scope, closed[1])


def _refusal_of_socket(scope: Scope, is_full: bool) -> Refusal | None:
    path = _SOCKET.fullmatch(scope["path"])
    if path is None:
        return Refusal(404, "no such address")
    if not is_id(path[1]) or not is_id(page_of(scope)):
        return Refusal(400, "malformed kernel or page")
    session, kernel = session_of(scope), kernel_context.contexts.get(path[1])
    if not session:
        return Refusal(403, "no session: the page must be opened first, and cookies allowed")
    if kernel is None:
        return FULL if is_full else None
    return None if kernel.session_id == session else OF_ANOTHER


def _refusal_of_close(scope: Scope, kernel_id: str) -> Refusal | None:
    page, kernel = page_of(scope), kernel_context.contexts.get(kernel_id)
    if not is_id(kernel_id) or not is_id(page):
        return Refusal(400, "malformed kernel or page")
    if kernel is None or page not in kernel.page_status:
        return Refusal(404, "no such page")
    return None if kernel.session_id == session_of(scope) else OF_ANOTHER


def session_of(scope: Scope) -> str:
    """Return the session that a request's cookie names; empty when there is none, or it is malformed."""
    held = "; ".join(value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"cookie")
    cookies: dict[str, Any] = cookie_parser(held)
    found = [cookies[name] for name in _COOKIES if name in cookies]
    return found[0] if found and is_id(found[0]) else ""


def page_of(scope: Scope) -> str:
    """Return the page that a request's query names, or an empty text."""
    return parse_qs(scope["query_string"].decode("latin-1")).get("session_id", [""])[0]
