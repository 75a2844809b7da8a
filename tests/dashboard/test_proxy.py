"""The page behind another server, and requests that claim to be."""

from __future__ import annotations

from typing import Any

import pytest

from sim.dashboard.proxy import CLAIMS, RootPath
from tests.dashboard.asgi import SOCKET, ask, page, scope, socket

PATHS = {
    "/cities/": "/",
    "/cities/static/main.js": "/static/main.js",
    "/": "/",
    "/static/main.js": "/static/main.js",
    "/citieselse": "/citieselse",
    "/cities/cities/": "/cities/",
}


@pytest.mark.parametrize(("asked", "answered"), PATHS.items())
def test_a_path_is_answered_whether_the_proxy_strips_it_or_not(asked: str, answered: str) -> None:
    inside = heard(RootPath(page, "/cities"), scope(path=asked))
    assert (inside["path"], inside["raw_path"]) == (answered, answered.encode())


def test_without_a_root_path_no_path_is_changed() -> None:
    assert heard(RootPath(page, ""), scope(path="/cities/"))["path"] == "/cities/"


def test_the_bare_path_leads_to_the_page() -> None:
    answer = ask(RootPath(page, "/cities"), scope(path="/cities"))
    assert (answer.status, answer.values("location")) == (307, ["/cities/"])


def test_a_websocket_below_the_path_is_opened() -> None:
    opened: list[str] = []

    async def note(scope: Any, receive: Any, send: Any) -> None:
        opened.append(scope["path"])

    ask(RootPath(note, "/cities"), socket(f"/cities{SOCKET}"))
    assert opened == [SOCKET]


def test_what_a_request_claims_about_itself_is_dropped() -> None:
    claims = {name.decode().replace("-", "_"): "//evil.example" for name in CLAIMS}
    inside = heard(RootPath(page, ""), scope(accept="text/html", **claims))
    assert {name for name, _ in inside["headers"]} == {b"host", b"accept"}


def heard(app: RootPath, request: dict[str, Any]) -> dict[str, Any]:
    return dict(ask(app, request).heard[0])
