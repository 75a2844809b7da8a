"""Turns at the processors: sessions that compute go round, each for one piece of work at a time.

Dozens of threads that all compute at once would all be late, and who has the longest work would have the most.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """At most ``most`` threads have a turn; the others get theirs in the order in which they asked."""

    def __init__(self, most: int) -> None:
        self._free = most
        self._line: deque[threading.Event] = deque()
        self._lock = threading.Lock()

    @property
    def waiting(self) -> int:
        """How many threads wait for a turn."""
        return len(self._line)

    @contextmanager
    def turn(self) -> Iterator[Turn]:
        """Wait for a turn and give it back at the end."""
        self._stand(threading.Event())
        try:
            yield Turn(self)
        finally:
            with self._lock:
                self._hand_on()

    def go_round(self) -> None:
        """Let those who wait go first; with a turn, and with another when this returns."""
        place = threading.Event()
        with self._lock:
            if not self._line:
                return
            self._hand_on()
            self._line.append(place)
        place.wait()

    def _stand(self, place: threading.Event) -> None:
        with self._lock:
            if self._free > 0:
                self._free -= 1
                return
            self._line.append(place)
        place.wait()

    def _hand_on(self) -> None:
        """Give a turn to the first in line; with the lock."""
        if self._line:
            self._line.popleft().set()
        else:
            self._free += 1


class Turn:
    """One thread's turns, one after the other, each for one piece of work."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self.is_used = False

    def use(self) -> None:
        """Begin a piece of work; one who has done another lets those who wait go first."""
        if self.is_used:
            self._turns.go_round()
        self.is_used = True


TURNS = Turns(os.cpu_count() or 1)
"""The process's own: a turn for each processor."""
