"""Which addresses the server answers: those the page's own script asks for, and no other.

Solara answers more, and two of those answers are dangers: a script it does not have it fetches from the
network and writes to disk, and where it finds a folder in the place of a script it deletes the folder first.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from sim.dashboard.refusal import Refusal, refuse

_READ = ("GET", "HEAD")
_ID = "[0-9A-Za-z_-]{1,64}"
ANSWERED: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"/|/readyz"), _READ),
    (re.compile(r"/static/(?!public/).+"), _READ),
    (re.compile(r"/jupyter/nbextensions/.+"), _READ),
    (re.compile(rf"/jupyter/api/kernels/{_ID}"), _READ),
    (re.compile(r"/_solara/cdn/.+"), _READ),
    (re.compile(rf"/_solara/api/close/{_ID}"), ("POST",)),
)
"""Each address and how it may be asked for."""
LIBRARIES = "/_solara/cdn/"


class Addresses:
    """Answers 404 or 405 to requests for anything but `ANSWERED`; ``libraries`` holds the scripts."""

    def __init__(self, app: ASGIApp, libraries: Path) -> None:
        self.app, self.libraries = app, libraries

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        refusal = self._refusal(scope["method"], scope["path"]) if scope["type"] == "http" else None
        if refusal is None:
            await self.app(scope, receive, send)
        else:
            await refuse(refusal, scope, receive, send)

    def _refusal(self, method: str, path: str) -> Refusal | None:
        methods = next((methods for address, methods in ANSWERED if address.fullmatch(path)), None)
        if methods is None or not self._is_kept(path):
            return Refusal(404, "not found")
        return None if method in methods else Refusal(405, "method not allowed")

    def _is_kept(self, path: str) -> bool:
        """Return whether ``path`` is none of a library's, or a file that is here."""
        if not path.startswith(LIBRARIES):
            return True
        file = os.path.normpath(self.libraries / path.removeprefix(LIBRARIES))
        return Path(file).is_relative_to(self.libraries) and os.path.isfile(file)
