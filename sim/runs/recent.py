"""What was used last, kept; the rest goes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


class Recent(Generic[Key, Thing]):
    """At most ``most`` things by key, safe among threads; ``forget`` is told of each that has to go."""

    def __init__(self, most: int, forget: Callable[[Thing], object] = lambda thing: None) -> None:
        self._most = most
        self._forget = forget
        self._things: OrderedDict[Key, Thing] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> Thing | None:
        """Return what is kept under ``key``, or None."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
            return self._things.get(key)

    def put(self, key: Key, thing: Thing) -> None:
        """Keep ``thing`` under ``key``."""
        with self._lock:
            self._things[key] = thing
            self._things.move_to_end(key)
        self.make_room(self._most)

    def make_room(self, most: int) -> None:
        """Let go what was used longest ago until no more than ``most`` are left."""
        with self._lock:
            gone = [self._things.popitem(last=False)[1] for _ in range(len(self._things) - most)]
        for thing in gone:
            self._forget(thing)
