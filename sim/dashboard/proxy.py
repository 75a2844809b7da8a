"""Behind another server: the page's path is a setting, never what a request says of itself.

Solara would take the path from the first request that names one, for everybody and until the next start.
"""

from __future__ import annotations

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

CLAIMS = frozenset(
    (
        b"script-name",
        b"x-script-name",
        b"forwarded",
        b"x-forwarded-for",
        b"x-forwarded-host",
        b"x-forwarded-port",
        b"x-forwarded-prefix",
        b"x-forwarded-proto",
    )
)
"""Headers that say where a request comes from; a trusted proxy's have been taken before they are dropped."""


class RootPath:
    """Answers below ``root_path`` what belongs to the top, and drops what requests claim about their path.

    A proxy may pass the path on or strip it: both work, and so does a request that came by no proxy.
    """

    def __init__(self, app: ASGIApp, root_path: str) -> None:
        self.app, self.root_path = app, root_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on as one for the top of a host."""
        if scope["type"] == "http" and self.root_path and scope["path"] == self.root_path:
            await RedirectResponse(f"{self.root_path}/")(scope, receive, send)
            return
        if scope["type"] in ("http", "websocket"):
            scope = self._at_the_top(scope)
        await self.app(scope, receive, send)

    def _at_the_top(self, scope: Scope) -> Scope:
        headers = [(name, value) for name, value in scope["headers"] if name.lower() not in CLAIMS]
        path = scope["path"]
        if self.root_path and path.startswith(f"{self.root_path}/"):
            path = path.removeprefix(self.root_path)
        return {**scope, "headers": headers, "path": path, "raw_path": path.encode(), "root_path": ""}
