"""The server says where the page is, and opens a browser, when somebody who comes at once is answered."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
import uvicorn

from sim.dashboard.server import _tell
from sim.dashboard.settings import Settings
from sim.dashboard.web_server import WebServer
from tests.ports import free_port

PATIENCE = 60.0
HERE = "http://localhost:1234/"


async def _nothing(scope: Any, receive: Any, send: Any) -> None:
    """An application that is never asked."""


def run_apart(server: WebServer) -> None:
    """Run ``server`` on a thread that has no loop yet, as a test's own may, and raise what it raises."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(server.run).result(PATIENCE)


def test_it_is_ready_when_it_can_be_connected_to() -> None:
    port, connected = free_port(), list[bool]()

    def ready() -> None:
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE):
            connected.append(True)
        server.should_exit = True

    config = uvicorn.Config(_nothing, host="127.0.0.1", port=port, log_config=None, lifespan="off")
    server = WebServer(config, ready)
    run_apart(server)
    assert connected == [True]


def test_it_is_not_ready_where_the_port_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        config = uvicorn.Config(_nothing, host="127.0.0.1", port=port, log_config=None, lifespan="off")
        with pytest.raises(SystemExit):
            run_apart(WebServer(config, lambda: pytest.fail("is not ready")))


def test_where_it_is_is_said_and_opened(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    is_opened, opened = Event(), list[str]()

    def browse(url: str) -> None:
        opened.append(url)
        is_opened.set()

    monkeypatch.setattr("webbrowser.open", browse)
    _tell(Settings(), HERE, open_browser=False)
    assert capsys.readouterr().out == f"Two Cities: {HERE}\n"
    assert opened == []
    _tell(Settings(), HERE, open_browser=True)
    assert is_opened.wait(PATIENCE)
    assert opened == [HERE]
