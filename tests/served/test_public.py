"""A server in front of a room: where it is found, what it writes, how it ends."""

from __future__ import annotations

import os
import re
import signal
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from benchmarks.visitor import visitor
from sim.engine.kernel_cache import cache_folder
from tests.counting import Count
from tests.dashboard.asgi import finished
from tests.served.server import Served

AUDIT = """
import os, sys

def note(event, arguments):
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        print("WRITES", arguments[0], flush=True)
    elif event in ("os.mkdir", "os.rename", "sqlite3.connect") and not os.path.isdir(arguments[0]):
        print("WRITES", arguments[0], flush=True)

sys.addaudithook(note)
"""
ALLOWED = re.compile(r"WRITES (/dev/|\d+$)")  # memory and pipes


@pytest.fixture
def public(tmp_path: Path) -> Iterator[Served]:
    """A public server with an empty home, which notes every file it opens to write."""
    (tmp_path / "sitecustomize.py").write_text(AUDIT)
    compiled, kept = cache_folder().parent, tmp_path / "cache" / "two-cities"
    kept.mkdir(parents=True)
    (kept / compiled.name).symlink_to(compiled)
    server = Served(
        tmp_path / "said.txt",
        "--public",
        "--metrics",
        path=[tmp_path],
        small=False,
        HOME=str(tmp_path / "home"),
        XDG_CACHE_HOME=str(tmp_path / "cache"),
    )
    yield server
    server.stop()


def text_of(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return str(answer.read().decode())


def test_a_room_is_told_where_the_page_is_that_it_works_and_when_control_c_ends_it(
    public: Served, count: Count
) -> None:
    count("server asked to stop", 1, "browsers are told to come back, exit status 0")
    found = re.findall(r"^Two Cities: (\S+)$", public.said.read_text(), re.MULTILINE)
    assert len(found) == 1
    assert found[0] in text_of(f"{public.url}address")
    assert "Two Cities" in text_of(found[0])
    assert text_of(f"{public.url}healthz") == "ok"
    assert "two_cities_seats 60" in text_of(f"{public.url}metrics")
    assert public.status("/", Host="evil.example") == 421
    ends(public, signal.SIGINT)


@pytest.mark.slow
def test_a_public_server_writes_nothing(public: Served, count: Count) -> None:
    count("visit of a public server", 1, "no file is opened to write")

    async def visit() -> None:
        async with visitor(public.url) as one:
            await one.draw()
            await one.until(lambda: bool(one.sentence))  # all paired runs are done, and kept nowhere

    finished(visit())
    writes = [line for line in public.said.read_text().splitlines() if line.startswith("WRITES")]
    assert [line for line in writes if not ALLOWED.match(line)] == []
    assert len(writes) > 0  # the audit was there
    assert not (public.said.parent / "home").exists()


def ends(served: Served, farewell: signal.Signals) -> None:
    """Ask ``served`` to stop: the page is drawn, and its last words to a browser are that it should come back."""

    async def visit() -> int:
        async with visitor(served.url) as one:
            await one.draw()
            os.kill(served.process.pid, farewell)
            await one.line.wait_closed()
            return one.line.close_code or 0

    assert finished(visit()) == 1012  # service restart: the browser comes back
    assert served.process.wait(timeout=120) == 0
    assert "Traceback" not in served.said.read_text()
    assert not psutil.pid_exists(served.process.pid)
