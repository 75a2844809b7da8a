"""What was used last, kept; the rest goes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


def _one(thing: object) -> int:
    return 1


class Recent(Generic[Key, Thing]):
    """At most ``most`` things by key, safe among threads; ``forget`` is told of each that has to go.

    With a ``size``, ``most`` is of all their sizes together; what was put last stays, however large.
    """

    def __init__(
        self,
        most: int,
        forget: Callable[[Thing], object] = lambda thing: None,
        size: Callable[[Thing], int] = _one,
    ) -> None:
        self._most = most
        self._forget = forget
        self._size = size
        self._things: OrderedDict[Key, Thing] = OrderedDict()
        self._full = 0
        self._lock = Lock()

    def get(self, key: Key) -> Thing | None:
        """Return what is kept under ``key``, or None."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
            return self._things.get(key)

    def put(self, key: Key, thing: Thing) -> None:
        """Keep ``thing`` under ``key``."""
        size = self._size(thing)
        with self._lock:
            if key in self._things:
                self._full -= self._size(self._things[key])
            self._full += size
            self._things[key] = thing
            self._things.move_to_end(key)
        self.make_room(max(self._most, size))

    def make_room(self, most: int) -> None:
        """Let go what was used longest ago until no more than ``most`` is left."""
        gone = []
        with self._lock:
            while self._full > most:
                gone.append(self._things.popitem(last=False)[1])
                self._full -= self._size(gone[-1])
        for thing in gone:
            self._forget(thing)
