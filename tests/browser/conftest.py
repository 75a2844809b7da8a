"""A served page and a browser that may talk to nobody else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, ViewportSize, expect, sync_playwright

from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NOBODY_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"
ONE_PROCESS = ["--renderer-process-limit=1", "--process-per-site", "--disable-site-isolation-trials"]
"""Starting a process for every page takes as long as the page does."""
SHORT_LIVED = "--js-flags=--no-opt,--no-maglev"
"""Pages live for seconds here: to optimise their code takes longer than it saves."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    NOBODY_ELSE,
    *ONE_PROCESS,
    SHORT_LIVED,
]
FLAGS += ["--disable-features=BackForwardCache"]  # a page that was left is gone
PATIENCE = 120_000  # ms; the machine may be busy with other tests
expect.set_options(timeout=PATIENCE)

PART = """window.part = selector => {
  const shown = document.querySelector(selector)?.__vue__;
  return shown?.$children.find(one => one.$el === shown.$el) || shown || {};
}"""
"""A component of the page, {} before it is there. An element names the widget around it until it is drawn again."""
READY = """language => {
  const [bar, stage] = [part('.tc-bar'), part('.tc-stage')];
  const standing = bar._isMounted && stage._isMounted && stage.current && !stage.current.draft && !stage.$pending;
  return Boolean(standing) && bar.view.language === (language || bar.view.language);
}"""
"""Whether the page hears keys and shows a run in full, drawn; and speaks ``language``, where one is named."""

CHANGED = "before => +document.querySelector('.tc-stage').dataset.change > before"
"""Whether the page shows a later change of the scene than the one of number ``before``."""

IN_BOTH = [pytest.param("en-GB", marks=pytest.mark.slow), "fr-FR"]
"""Languages of what is looked at in the longer one, and in `make test-all` in the other; words are checked in both."""
Theme = Literal["light", "dark"]
SIZES = {"stage": (1920, 1080), "laptop": (1366, 768), "phone": (390, 844)}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


class Server:
    """`solara run app.py` in a process of its own; with ``small``, its paired runs are of few residents."""

    def __init__(self, port: int = 0, small: bool = True, **environment: str) -> None:
        self.port = port or free_port()
        self.said = tempfile.TemporaryFile()  # noqa: SIM115 open as long as the server runs
        program = ["tests.small_runs", "solara"] if small else ["solara"]
        self._command = [sys.executable, "-m", *program, "run", "app.py"]
        self._command += ["--no-open", "--production", "--no-check-version", "--port", str(self.port)]
        self._environment = os.environ | {"TWO_CITIES_SESSIONS": "500"} | environment
        self.start()

    def start(self) -> None:
        """Start, at first or again, and wait until the server answers."""
        self.process = subprocess.Popen(
            self._command,
            cwd=ROOT,
            env=self._environment,
            stdout=self.said,  # a pipe that nobody reads fills up
            stderr=subprocess.STDOUT,
        )
        self._wait()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}/"

    def _wait(self) -> None:
        until = time.monotonic() + 4 * PATIENCE / 1000
        while time.monotonic() < until:
            if self.process.poll() is not None:
                self.said.seek(0)
                raise RuntimeError(self.said.read().decode(errors="replace"))
            try:
                urllib.request.urlopen(f"{self.url}readyz", timeout=PATIENCE / 1000)
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError("the page did not start")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=PATIENCE / 1000)


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


def prepared(page: Page) -> Page:
    """Make a new page patient, and let tests look at its components: `PART`."""
    page.set_default_timeout(PATIENCE)
    page.add_init_script(PART)
    return page


def ready(page: Page, language: str = "") -> Page:
    """Wait until ``page`` hears keys and shows a run in full; and speaks ``language``, where one is named."""
    page.wait_for_function(READY, arg=language, timeout=PATIENCE)
    return page


class Visit:
    """One visitor's page, with what it must not do collected."""

    def __init__(self, page: Page, url: str, language: str = "") -> None:
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.warned: list[str] = []
        self.page = page
        self._heard: dict[str, Callable[..., None]] = {
            "request": self._requested,
            "console": self._told,
            "pageerror": lambda error: self.errors.append(str(error)),
        }
        for event, hear in self._heard.items():
            page.on(event, hear)  # type: ignore[call-overload]  # any of its events
        page.goto(url)
        ready(page, language)

    def _requested(self, request: Request) -> None:
        if not request.url.startswith(("http://localhost:", "https://localhost:", "data:", "blob:")):
            self.outside.append(request.url)  # and not answered: FLAGS

    def _told(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            (self.errors if said.type == "error" else self.warned).append(said.text)

    @property
    def change(self) -> int:
        return int(self.page.get_attribute(".tc-stage", "data-change") or 0)

    def wait_for_change(self, before: int) -> None:
        self.page.wait_for_function(CHANGED, arg=before)

    def leave(self) -> None:
        """Listen no more."""
        for event, hear in self._heard.items():
            self.page.remove_listener(event, hear)


def screen(size: str) -> ViewportSize:
    width, height = SIZES[size]
    return {"width": width, "height": height}


Before = Callable[[Page], object] | None


class Desk:
    """A browser of one language, whose first page serves one visitor after the other: a new one costs two seconds.

    Windows that a page opens are as large as a projector.
    """

    def __init__(self, browser: Browser, url: str, locale: str) -> None:
        self._context = browser.new_context(viewport=screen("stage"), locale=locale, color_scheme="light")
        self._url = url
        self._first: Page | None = None
        self._visits: list[Visit] = []

    def visit(self, at: str, language: str, size: str, theme: Theme, still: bool, before: Before) -> Visit:
        """Open the page; beside the first visitor's if that one is still here, or if a page is prepared for it."""
        if self._first is None:
            self._first = prepared(self._context.new_page())
        page = prepared(self._context.new_page()) if self._visits or before else self._first
        page.set_viewport_size(screen(size))
        page.emulate_media(color_scheme=theme, reduced_motion="reduce" if still else "null")
        if before:
            before(page)
        self._visits.append(Visit(page, self._url + at, language))
        return self._visits[-1]

    def clear(self) -> None:
        """Send everybody away, with what they left behind."""
        self._context.set_offline(False)
        for visit in self._visits:
            visit.leave()
        for page in self._context.pages:
            if page is not self._first:
                page.close()
        if self._first is not None and self._first.is_closed():
            self._first = None
        elif self._first is not None and self._visits:
            self._first.goto(f"{self._url}readyz")
            self._first.evaluate("localStorage.clear(), sessionStorage.clear()")
        self._context.clear_cookies()
        self._visits.clear()


Visitor = Callable[..., Visit]


@pytest.fixture(scope="session")
def desks() -> dict[str, Desk]:
    """The browsers used so far, by language."""
    return {}


@pytest.fixture
def visit(server: Server, browser: Browser, desks: dict[str, Desk]) -> Iterator[Visitor]:
    def make(
        size: str = "laptop",
        language: str = "en-GB",
        theme: Theme = "light",
        at: str = "",
        still: bool = False,
        before: Before = None,
    ) -> Visit:
        """Open the page; to a visitor who asked for less motion if ``still``, and with ``before`` done to it first."""
        if language not in desks:
            desks[language] = Desk(browser, server.url, language)
        spoken = "" if at else language[:2]  # a link brings its own language
        return desks[language].visit(at, spoken, size, theme, still, before)

    yield make
    for desk in desks.values():
        desk.clear()


@pytest.fixture
def page(visit: Visitor) -> Iterator[Page]:
    visited = visit()
    yield visited.page
    assert visited.errors == []
    assert visited.outside == []
