"""Whether the server works, its figures, and where visitors find it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from sim.dashboard import health
from sim.dashboard.address import Address, drawn_in_letters, own_address
from sim.dashboard.endpoints import Endpoints
from sim.dashboard.health import Health
from sim.dashboard.hosts import name_of
from sim.dashboard.metrics import Metrics
from sim.dashboard.seats import Seats
from sim.dashboard.sockets import Sockets
from tests.dashboard.asgi import ask, finished, page, scope

ROOT = Path(__file__).parents[2]


def test_a_path_of_the_server_is_answered_by_it_and_others_by_the_page() -> None:
    guard = Endpoints(page, {"/healthz": Address("http://a/")})
    assert b"http://a/" in ask(guard, scope(path="/healthz")).body
    assert ask(guard, scope(path="/healthz") | {"method": "POST"}).status == 405
    assert ask(guard, scope(path="/")).body == b"inside"


def test_a_healthy_server_runs_a_week() -> None:
    assert ask(Health(), scope()).status == 200


def test_a_week_that_fails_is_told() -> None:
    answer = ask(Health(lambda: 1 / 0), scope())  # type: ignore[arg-type, return-value]
    assert (answer.status, answer.body) == (503, b"the simulation does not run")


def test_asking_often_runs_one_week() -> None:
    weeks: list[int] = []

    async def asked() -> list[bool]:
        doctor = Health(lambda: weeks.append(1))
        return [*await asyncio.gather(*(doctor.works() for _ in range(20))), await doctor.works()]

    assert finished(asked()) == [True] * 21
    assert weeks == [1]


def test_a_week_that_hangs_is_told_and_not_joined_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "WITHIN", 0.01)
    monkeypatch.setattr(health, "HOLDS", 0.0)
    weeks: list[int] = []
    over = threading.Event()

    def hang() -> None:
        weeks.append(1)
        over.wait()

    async def asked() -> list[bool]:
        doctor = Health(hang)
        found = [await doctor.works(), await doctor.works()]
        over.set()
        while not await doctor.works():
            await asyncio.sleep(0.01)
        return found

    assert finished(asked()) == [False, False]
    assert len(weeks) <= 2


def metrics(**request: Any) -> dict[str, float]:
    seats = Seats(2)
    for _ in range(3):
        seats.enter(lambda: None)
    answer = ask(Metrics(seats, Sockets(page, 9)), scope() | request)
    lines = [line.split() for line in answer.body.decode().splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in lines} if answer.status == 200 else {}


def test_figures_are_told_in_the_format_of_prometheus() -> None:
    found = metrics()
    assert {name: found[f"two_cities_{name}"] for name in ("seats", "seats_taken", "visitors_waiting")} == {
        "seats": 2,
        "seats_taken": 2,
        "visitors_waiting": 1,
    }
    assert found["process_cpu_seconds_total"] > 0
    assert found["process_threads"] >= 1


ENDED = """
import _thread, threading, time
from sim.dashboard.metrics import _threads
before, noted = _threads(), threading.Event()
_thread.start_new_thread(lambda: (threading.current_thread(), noted.set()), ())
noted.wait(60)
end = time.monotonic() + 60
while _threads() > before and time.monotonic() < end:
    time.sleep(0.01)
noted_for_ever = [one for one in threading.enumerate() if isinstance(one, threading._DummyThread)]
print(len(noted_for_ever), _threads() - before)
"""
"""A program beside whose threads another ends: Python keeps what it noted of one that it did not start."""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="elsewhere Python's own count is told")
def test_threads_that_have_ended_are_not_counted() -> None:
    done = subprocess.run([sys.executable, "-c", ENDED], cwd=ROOT, capture_output=True, text=True, check=True)
    by_python, counted = done.stdout.split()
    assert counted == "0"
    assert by_python == ("1" if sys.version_info < (3, 13) else "0")  # why `/metrics` counts for itself


def test_figures_are_told_to_this_machine_alone() -> None:
    assert metrics(client=("::1", 1))
    assert metrics(client=("192.168.1.7", 1)) == {}


def test_the_address_is_shown_in_letters_and_as_a_picture() -> None:
    answer = ask(Address("http://192.168.1.20:8765/a?<b>"), scope())
    assert b"http://192.168.1.20:8765/a?&lt;b&gt;" in answer.body
    assert answer.body.count(b"<svg") == 1
    assert b"http://www" not in answer.body
    drawn = drawn_in_letters("http://192.168.1.20:8765").splitlines()
    assert len({len(line) for line in drawn}) == 1
    assert set("".join(drawn)) <= set("█▀▄ ")


def test_this_machine_has_an_address_that_can_be_typed() -> None:
    assert name_of(own_address()) == own_address()
