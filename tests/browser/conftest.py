"""A served page and a browser that may talk to nobody else."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 60_000  # ms; the machine may be busy with other tests
expect.set_options(timeout=PATIENCE)

SIZES = {"stage": (1920, 1080), "laptop": (1366, 768), "phone": (390, 844)}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return int(free.getsockname()[1])


class Server:
    """`solara run app.py` in a process of its own."""

    def __init__(self, port: int = 0, **environment: str) -> None:
        self.port = port or free_port()
        command = [str(Path(sys.executable).parent / "solara"), "run", "app.py", "--no-open", "--production"]
        command += ["--no-check-version", "--port", str(self.port)]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | {"TWO_CITIES_SESSIONS": "500"} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self._wait()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}/"

    def _wait(self) -> None:
        until = time.monotonic() + 90
        while time.monotonic() < until:
            if self.process.poll() is not None:
                output = self.process.stdout.read() if self.process.stdout else b""
                raise RuntimeError(output.decode(errors="replace"))
            try:
                urllib.request.urlopen(f"{self.url}readyz", timeout=1)
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError("the page did not start")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    served = Server()
    yield served
    served.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


class Visit:
    """One visitor's page, with what it must not do collected."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.route("**/*", self._only_here)
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(url)
        self.page.wait_for_selector(".tc-stage[data-draft='no']")

    def _only_here(self, route: Route) -> None:
        if route.request.url.startswith(("http://localhost:", "https://localhost:", "data:", "blob:")):
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()

    @property
    def change(self) -> int:
        return int(self.page.get_attribute(".tc-stage", "data-change") or 0)

    def wait_for_change(self, before: int) -> None:
        self.page.wait_for_function(
            "before => +document.querySelector('.tc-stage').dataset.change > before", arg=before
        )


Visitor = Callable[..., Visit]


@pytest.fixture
def visit(server: Server, browser: Browser) -> Iterator[Visitor]:
    contexts: list[BrowserContext] = []

    def make(size: str = "laptop", language: str = "en-GB", theme: str = "light", at: str = "") -> Visit:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale=language, color_scheme=theme
        )
        contexts.append(context)
        return Visit(context, server.url + at)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(visit: Visitor) -> Iterator[Page]:
    visited = visit()
    yield visited.page
    assert visited.errors == []
    assert visited.outside == []
