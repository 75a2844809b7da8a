"""The files of `web/` as a browser asks for them, at addresses that name the content of all of them.

The digest of the whole folder is a part of each path, so that relative imports inherit it: a cache may keep
a file for ever, and a page never mixes the files of two versions. Modules, styles and documents are served as
they lie there; of a `.vue` file, the module that its script is, with its template as one more option.
See docs/decisions/page-code-is-es-modules.md.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from solara.server import settings
from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

WEB = Path(__file__).resolve().parent / "web"
STATIC = "/static"
PLACE = f"{STATIC}/two-cities"
ENTRY = "page.js"
STYLES = ("page.css", "own_city.css", "laboratory.css", "study.css")
"""What the page is styled by."""
HOLDER = "holder.js"
"""What hands a widget's values to its component."""
TYPES = {".js": "text/javascript", ".vue": "text/javascript", ".css": "text/css", ".html": "text/html"}
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
NEVER = {"Cache-Control": "no-store"}
OPTIONS = "export default {"
_COMPONENT = re.compile(
    r"(?P<head><template>\n(?P<template>.*)\n</template>\n\n<script>\n)(?P<script>.*)</script>\n", re.DOTALL
)


@cache
def styles() -> str:
    """Return all that the page is styled by, put together once."""
    return "".join(map(read, STYLES))


def read(name: str) -> str:
    """Return the text of a file under `web/`."""
    return (WEB / name).read_text(encoding="utf-8")


def as_module(component: str) -> str:
    """Return a `.vue` file as an ES module whose lines have the numbers they have in the file.

    Raises `ValueError` for a file that is anything but a template, then a script with one line `OPTIONS`.
    """
    found = _COMPONENT.fullmatch(component)
    if found is None or found["script"].count(OPTIONS) != 1:
        raise ValueError(f"not a <template>, an empty line and a <script> with one `{OPTIONS}`")
    options = f"{OPTIONS} template: {json.dumps(found['template'])},"
    return "\n" * found["head"].count("\n") + found["script"].replace(OPTIONS, options)


@cache
def files() -> dict[str, bytes]:
    """Return what is served, by path below the digest."""
    paths = sorted(path for path in WEB.rglob("*") if path.suffix in TYPES)
    return {path.relative_to(WEB).as_posix(): _served(path) for path in paths}


def _served(path: Path) -> bytes:
    text = path.read_text(encoding="utf-8")
    try:
        return (as_module(text) if path.suffix == ".vue" else text).encode()
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None


@cache
def digest() -> str:
    """Return 12 hexadecimal digits that change with any byte or name served."""
    listed = {name: hashlib.sha256(body).hexdigest() for name, body in files().items()}
    return hashlib.sha256(json.dumps(listed).encode()).hexdigest()[:12]


def address(name: str) -> str:
    """Return where a file of `web/` is found, below the root path of the server."""
    return f"{PLACE}/{digest()}/{name}"


class Assets:
    """Answers what lies below `PLACE`; everything else goes to the application it stands before."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, or pass it on."""
        _, ours, asked = scope["path"].partition(f"{PLACE}/")
        await (answer(asked) if ours else self.app)(scope, receive, send)


def answer(asked: str) -> Response:
    """Return the file at ``<digest>/<name>``; of another digest, none: it would belong to another page."""
    version, _, name = asked.partition("/")
    if version != digest() or name not in files():
        return PlainTextResponse("not found", 404, headers=NEVER)
    return Response(files()[name], media_type=TYPES[Path(name).suffix], headers=FOR_EVER)


class PageHead:
    """Adds to the page a script that loads its modules: they arrive while the session starts, not after."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back with one line more in its head."""
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                for one in with_script(held, settings.main.root_path or ""):
                    await send(one)

        await self.app(scope, receive, hold)


def with_script(answered: list[Message], root: str) -> list[Message]:
    """Return an answer with the script of `ENTRY` in the head of its page, if it is one.

    ``root`` is the server's root path, as Solara finds it from its settings or a proxy's headers.
    """
    start, *bodies = answered
    page = b"".join(body.get("body", b"") for body in bodies)
    script = f'<script type="module" src="{root}{address(ENTRY)}"></script>\n</head>'
    page = page.replace(b"</head>", script.encode(), 1)
    MutableHeaders(scope=start)["Content-Length"] = str(len(page))
    return [start, {"type": "http.response.body", "body": page}]


def install(routes: list[Any]) -> None:
    """Put `Assets` before the route of Solara's own static files, and `PageHead` before the page's."""
    for route in routes:
        if route.path == STATIC:
            route.app = Assets(route.app)
        elif route.name == "root":
            route.app = PageHead(route.app)
