"""Sessions reach their own pages alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from solara.server import kernel_context

from sim.dashboard.kernels import Kernels
from tests.dashboard.asgi import PAGE, SESSION, SOCKET, ask, page, scope, socket

KERNEL = SOCKET.split("/")[4]
OWN, OTHER = f"solara-session-id={SESSION}", "solara-session-id=another"
REFUSED: dict[str, tuple[dict[str, Any], int]] = {
    "no cookie": (socket(cookie=""), 403),
    "a cookie of another form": (socket(cookie="solara-session-id=../../x"), 403),
    "a malformed cookie": (socket(cookie=";=;,\x00"), 403),
    "no page": (socket(query=b""), 400),
    "an empty page": (socket(query=b"session_id="), 400),
    "a page of another form": (socket(query=b"session_id=%00"), 400),
    "a query that is no text": (socket(query=b"\xff\xfe"), 400),
    "a kernel of another form": (socket("/jupyter/api/kernels/a b/channels"), 400),
    "another address": (socket("/elsewhere"), 404),
    "another channel": (socket(SOCKET.replace("channels", "shell")), 404),
}


def closing(kernel: str = KERNEL, query: bytes = PAGE, cookie: str = OWN) -> dict[str, Any]:
    return scope(path=f"/_solara/api/close/{kernel}", query=query, cookie=cookie) | {"method": "POST"}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have one page open, of `SESSION`."""
    known = SimpleNamespace(session_id=SESSION, page_status={PAGE.decode().split("=")[1]: "connected"})
    monkeypatch.setitem(kernel_context.contexts, KERNEL, known)


@pytest.mark.parametrize(("request_", "status"), REFUSED.values(), ids=REFUSED)
def test_a_socket_without_a_page_is_not_opened(request_: dict[str, Any], status: int) -> None:
    answer = ask(Kernels(page, 9), request_)
    assert (answer.status, answer.heard) == (status, [])


def test_a_server_that_cannot_answer_a_handshake_closes_it() -> None:
    answer = ask(Kernels(page, 9), socket(cookie="") | {"extensions": {}})
    assert (answer.status, answer.code) == (0, 1008)


@pytest.mark.usefixtures("opened")
def test_a_page_is_reached_by_its_own_session_alone() -> None:
    assert ask(Kernels(page, 9), socket(cookie=OWN)).status == 101
    assert ask(Kernels(page, 9), socket(cookie=OTHER)).status == 403


@pytest.mark.usefixtures("opened")
def test_a_page_is_closed_by_its_own_session_alone() -> None:
    assert ask(Kernels(page, 9), closing()).status == 200
    assert ask(Kernels(page, 9), closing(cookie=OTHER)).status == 403
    assert ask(Kernels(page, 9), closing(cookie="")).status == 403
    assert ask(Kernels(page, 9), closing(query=b"")).status == 400
    assert ask(Kernels(page, 9), closing(query=b"session_id=another")).status == 404
    assert ask(Kernels(page, 9), closing(kernel="another")).status == 404


@pytest.mark.usefixtures("opened")
def test_pages_are_capped_and_those_that_are_open_are_reached() -> None:
    full = Kernels(page, len(kernel_context.contexts))
    assert full.is_full
    assert ask(full, socket(cookie=OWN)).status == 101
    assert ask(full, socket(SOCKET.replace(KERNEL, "another"))).status == 503
