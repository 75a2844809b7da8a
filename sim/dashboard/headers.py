"""What every answer tells the browser to allow, and cookies that end with the browser's session.

A page may run the scripts it came with (each carries a number used once) and those of this server. Scripts in
attributes, other sites' scripts and being framed are forbidden. ``unsafe-eval`` and inline styles stay: Vue
compiles templates and sets styles while the page runs.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

EVERYWHERE: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # no-referrer would hide from us whose page a request came from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self' 'nonce-{nonce}' 'unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self' {socket}",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
NO_PAGE = "default-src 'none'; frame-ancestors 'none'"
"""The policy of answers that are no page, should a browser show one by itself."""
SESSION = "solara-session-id"
PAGE = "/"

_SCRIPT = re.compile(rb"<script(?=[\s>])")


class SafeHeaders:
    """Adds `EVERYWHERE` and a policy to answers; keeps cookies to ``root_path`` and the browser's session."""

    def __init__(self, app: ASGIApp, root_path: str) -> None:
        self.app, self.root_path = app, root_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and dress the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = _Answer(scope, send, self.root_path)
        await self.app(answer.request, receive, answer.send)


class _Answer:
    """One answer on its way; a page is held back until its scripts have their number."""

    def __init__(self, scope: Scope, send: Send, root_path: str) -> None:
        self._scope, self._send, self._root_path = scope, send, root_path
        self._nonce = secrets.token_urlsafe(16)
        self._start: Message | None = None
        self._page = b""

    @property
    def request(self) -> Scope:
        """The request to pass on: a page must come as it is, not compressed."""
        if self._scope["path"] != PAGE:
            return self._scope
        headers = [
            (name, value) for name, value in self._scope["headers"] if name.lower() != b"accept-encoding"
        ]
        return {**self._scope, "headers": headers}

    async def send(self, message: Message) -> None:
        """Send a part of the answer, with what was added to it."""
        if message["type"] == "http.response.start":
            self._dress(message)
            if _is_html(Headers(raw=message["headers"])):
                self._start = message
                return
        if self._start is None or message["type"] != "http.response.body":
            await self._send(message)
            return
        self._page += message.get("body", b"")
        if not message.get("more_body", False):
            await self._send_page()

    def _dress(self, message: Message) -> None:
        headers = MutableHeaders(raw=message["headers"])
        cookies = headers.getlist("set-cookie")
        del headers["set-cookie"]
        headers.update(EVERYWHERE)
        headers["Content-Security-Policy"] = self._policy() if _is_html(headers) else NO_PAGE
        for cookie in cookies:
            if cookie.startswith(f"{SESSION}="):
                headers.append("Set-Cookie", self._cookie(cookie))
        message["headers"] = headers.raw

    def _policy(self) -> str:
        host = Headers(raw=self._scope["headers"]).get("host", "")
        scheme = "wss" if self._is_secure() else "ws"  # for browsers whose 'self' has no websockets
        text = "; ".join(f"{name} {value}" for name, value in POLICY.items())
        return text.format(nonce=self._nonce, socket=f"{scheme}://{host}")

    def _cookie(self, cookie: str) -> str:
        """Return Solara's cookie for this browser's session, hidden from scripts and other sites."""
        secure = "; Secure" if self._is_secure() else ""
        return f"{cookie.split(';')[0]}; Path={self._root_path}/; HttpOnly; SameSite=Lax{secure}"

    def _is_secure(self) -> bool:
        return bool(self._scope["scheme"] == "https")

    async def _send_page(self) -> None:
        start = self._start or {}
        body = _SCRIPT.sub(b'<script nonce="%s"' % self._nonce.encode(), self._page)
        headers = MutableHeaders(raw=start["headers"])
        headers["Cache-Control"] = "no-store"  # the number is good once
        headers["Content-Length"] = str(len(body))
        del headers["vary"]  # of an encoding that was not asked for
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def _is_html(headers: Headers) -> bool:
    return headers.get("content-type", "").startswith("text/html")
