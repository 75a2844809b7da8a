"""Limits on one run: how long it may take and how much memory it may add."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import psutil

from sim.studies.store import Status

ALARM: int | None = getattr(signal, "SIGALRM", None)
"""What interrupts a run that does not come to its next week; Windows has none, see `Watch`."""
POLL = 0.05  # seconds between two looks
GRACE = 2.0  # seconds that a run gets to notice between two weeks that it is over a limit
STUCK = 86  # exit status of a process that could not get out of a run


class Limits(NamedTuple):
    """``seconds`` and ``megabytes`` that a run may take; nothing here depends on how fast others run."""

    seconds: float
    megabytes: float


class OverLimit(BaseException):
    """A run over its limits; not an Exception, so that no model swallows it."""

    def __init__(self, status: Status, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class Watch:
    """Looks at the run being lived in this process, from a thread of its own.

    A run over a limit is told at its next week. One that does not come to its next week is interrupted if it
    is on the main thread; if even that fails, on another thread, or on Windows, which cannot interrupt,
    ``stuck`` is called with the breach and the process ends.
    """

    def __init__(self, limits: Limits, stuck: Callable[[OverLimit], None]) -> None:
        self._limits = limits
        self._stuck = stuck
        self._process = psutil.Process()
        self._over: OverLimit | None = None
        self._since = 0.0
        self._told = 0.0
        self._baseline = 0
        self._running = False
        self._done = threading.Event()
        on_main = threading.current_thread() is threading.main_thread()
        self._alarm = ALARM if on_main else None
        self._thread = threading.Thread(target=self._look, daemon=True, name="limits")

    def __enter__(self) -> Watch:
        if self._alarm is not None:
            self._before = signal.signal(self._alarm, self._interrupt)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()
        if self._alarm is not None:
            signal.signal(self._alarm, self._before)

    @contextmanager
    def over(self) -> Iterator[None]:
        """Watch one run."""
        self._over = None
        self._baseline = self._process.memory_info().rss
        self._since = time.monotonic()
        self._running = True
        try:
            yield
        finally:
            self._running = False

    def check(self) -> None:
        """Raise `OverLimit` if the run is over a limit."""
        if self._over is not None:
            raise self._over

    def _look(self) -> None:
        while not self._done.wait(POLL):
            if self._running and self._over is None:
                self._over = self._breach()
                self._told = time.monotonic()
            elif self._running and self._over is not None:
                self._insist(self._over, time.monotonic() - self._told)

    def _breach(self) -> OverLimit | None:
        seconds, megabytes = self._limits
        if time.monotonic() - self._since > seconds:
            return OverLimit("timed out", f"took longer than {seconds:g} s")
        grown = (self._process.memory_info().rss - self._baseline) / 1e6
        if grown > megabytes:
            return OverLimit("failed", f"added more than {megabytes:g} MB of memory")
        return None

    def _insist(self, over: OverLimit, waited: float) -> None:
        memory = over.status == "failed"  # a memory-hungry run does not leave time for patience
        if self._alarm is not None and (waited > GRACE or memory):
            signal.pthread_kill(threading.main_thread().ident or 0, self._alarm)
        if waited > (2 * GRACE if self._alarm is not None else 0.0 if memory else GRACE):
            self._stuck(over)
            os._exit(STUCK)

    def _interrupt(self, *_: object) -> None:
        if self._running and self._over is not None:
            raise self._over
