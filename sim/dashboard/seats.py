"""How many visitors one server takes: those who come later stand in line and are let in by themselves."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

_log = logging.getLogger(__name__)


class Place:
    """One visitor's place, seated or in line; ``tell`` is called whenever it has changed."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self.tell = tell


class Seats:
    """``most`` seats, and a line of visitors who wait for one, first come, first served."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._lock = threading.Lock()
        self._seated: set[Place] = set()
        self._line: list[Place] = []

    @property
    def taken(self) -> int:
        """How many visitors are seated."""
        return len(self._seated)

    @property
    def waiting(self) -> int:
        """How many visitors stand in line."""
        return len(self._line)

    def enter(self, tell: Callable[[], None]) -> Place:
        """Take a seat, or stand in line for one; ``tell`` is then called on a thread of its own."""
        place = Place(tell)
        with self._lock:
            if len(self._seated) < self.most:
                self._seated.add(place)
            else:
                self._line.append(place)
        return place

    def leave(self, place: Place) -> None:
        """Give the seat, or the place in line, to whoever is next."""
        with self._lock:
            moved = self._line.copy()
            self._seated.discard(place)
            if place in self._line:
                self._line.remove(place)
            while self._line and len(self._seated) < self.most:
                self._seated.add(self._line.pop(0))
        told = [one for one in moved if one is not place]
        if told:
            threading.Thread(target=_tell, args=(told,), name="two-cities-seats", daemon=True).start()

    def number(self, place: Place) -> int:
        """Return the number of ``place`` in line, from 1; 0 when seated."""
        with self._lock:
            return 0 if place in self._seated else self._line.index(place) + 1 if place in self._line else 1


def _tell(places: Sequence[Place]) -> None:
    for place in places:
        try:
            place.tell()
        except Exception:
            _log.exception("a visitor in line could not be told")
