from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sim.dashboard.work import loop as module
from sim.dashboard.work.loop import DRAFT_RESIDENTS, MOST_IN_FLIGHT, Loop, Result, RunRequest

FULL = 10_000


class Played:
    """A loop whose runs are instant or wait for a gate, with what it delivers collected."""

    def __init__(self) -> None:
        self.delivered: list[tuple[Any, bool, int]] = []
        self.finished: list[Any] = []
        self.failed: list[Exception] = []
        self.gate = threading.Event()
        self.gate.set()
        done = lambda result: self.finished.append(result.run_result)  # noqa: E731
        self.loop = Loop(self._deliver, done, self.failed.append)

    def _deliver(self, result: Result, number: int) -> None:
        self.delivered.append((result.run_result, result.draft, number))

    def run(self, spec: Any, residents: int, wanted: Callable[[], bool]) -> Any:
        if spec == "broken":
            raise ValueError("broken")
        while residents == FULL and not self.gate.is_set():
            if not wanted():
                return None
            time.sleep(0.001)
        return spec

    def want(self, spec: str, residents: int = FULL) -> None:
        self.loop.want(RunRequest(spec, residents, 1, False))  # type: ignore[arg-type]


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> Iterator[Played]:
    one = Played()
    monkeypatch.setattr(module, "run", one.run)
    stop = one.loop.start()
    yield one
    stop()


def eventually(true: Callable[[], bool]) -> bool:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.005)
    return False


def test_a_draft_comes_first_and_only_the_full_run_is_finished(played: Played) -> None:
    played.want("a")
    assert eventually(lambda: len(played.delivered) == 2)
    assert [draft for _, draft, _ in played.delivered] == [True, False]
    assert played.finished == ["a"]


def test_few_residents_need_no_draft(played: Played) -> None:
    played.want("a", DRAFT_RESIDENTS)
    assert eventually(lambda: played.finished == ["a"])
    assert [draft for _, draft, _ in played.delivered] == [False]


def test_never_more_than_two_frames_are_unanswered_and_the_newest_waits(played: Played) -> None:
    for spec in "abcd":
        played.want(spec)
        assert eventually(lambda spec=spec: spec in played.finished)
    assert len(played.delivered) == MOST_IN_FLIGHT
    played.loop.acknowledge(2)
    assert eventually(lambda: len(played.delivered) == 3)
    assert played.delivered[-1] == ("d", False, 3)


def test_a_newer_request_abandons_a_full_run(played: Played) -> None:
    played.gate.clear()
    played.want("old")
    assert eventually(lambda: bool(played.delivered))
    played.want("new")
    assert eventually(lambda: played.delivered[-1][:2] == ("new", True))
    played.gate.set()
    assert eventually(lambda: "new" in played.finished)
    assert "old" not in played.finished


def test_a_failed_run_is_told_and_the_loop_goes_on(played: Played, caplog: pytest.LogCaptureFixture) -> None:
    played.want("broken")
    assert eventually(lambda: len(played.failed) == 1)
    assert "a run of the page failed" in caplog.text
    played.want("a")
    assert eventually(lambda: "a" in played.finished)


def test_what_comes_back_after_a_silence_gets_the_latest_again(played: Played) -> None:
    played.want("a")
    assert eventually(lambda: played.finished == ["a"])
    played.loop.show_again()
    assert eventually(lambda: len(played.delivered) == 3)
    assert played.delivered[-1][0] == "a"


def test_stopping_ends_the_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    before = set(threading.enumerate())
    one = Played()
    stop = one.loop.start()
    (thread,) = set(threading.enumerate()) - before
    stop()
    thread.join(timeout=10)
    assert not thread.is_alive()
