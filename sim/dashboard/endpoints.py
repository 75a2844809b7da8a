"""What the server answers by itself, without the page: whether it works, its figures, where it is found."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.types import ASGIApp, Receive, Scope, Send

from sim.dashboard.refusal import Refusal, refuse


class Endpoints:
    """Passes requests for the paths of ``answers`` to those, and all others on."""

    def __init__(self, app: ASGIApp, answers: Mapping[str, ASGIApp]) -> None:
        self.app, self.answers = app, answers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        answer = self.answers.get(scope["path"]) if scope["type"] == "http" else None
        if answer is None:
            await self.app(scope, receive, send)
        elif scope["method"] in ("GET", "HEAD"):
            await answer(scope, receive, send)
        else:
            await refuse(Refusal(405, "method not allowed"), scope, receive, send)
