"""The page of a server that can take nobody more, not even in line: it costs little and tries again."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from sim.locale.catalogue import FALLBACK, in_every_language, translate

RETRY = 15
"""Seconds until the page tries again."""


@cache
def _page() -> str:
    said = (
        f'<p lang="{language}">{text}</p>' for language, text in in_every_language("server-crowded").items()
    )
    return f"""<!doctype html>
<html lang="{FALLBACK}"><head><meta charset="utf-8"><title>{translate("bar-title", FALLBACK)}</title>
<meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="{RETRY}">
<style>main {{ max-width: 40rem; margin: 20vh auto; font: 20px/1.5 sans-serif; padding: 1rem }}</style></head>
<body><main>{"".join(said)}</main></body></html>
"""


class Crowd:
    """Answers requests for the page with 503 while ``is_full`` says so."""

    def __init__(self, app: ASGIApp, is_full: Callable[[], bool]) -> None:
        self.app, self.is_full = app, is_full

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or ask for patience."""
        if scope["type"] == "http" and scope["path"] == "/" and self.is_full():
            answer = HTMLResponse(_page(), 503, {"Retry-After": str(RETRY)})
            await answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)
