"""A city in which some seeds go wrong, each in its own way."""

from __future__ import annotations

import os
import time
from typing import Any

from sim import CityModel

RAISES, HANGS, MEMORY_HUNGRY, DIES, CRAWLS, BIG = 101, 102, 103, 104, 105, 106


class FaultyCity(CityModel):
    """A city like any other, but for the seeds named above."""

    def step(self) -> None:
        """Run one week, or go wrong in the third."""
        if self.week == 2:
            self._go_wrong()
        elif self.run_seed == CRAWLS:
            time.sleep(0.4)
        super().step()

    def _go_wrong(self) -> None:
        if self.run_seed == RAISES:
            raise RuntimeError("the bridge\nis out")
        if self.run_seed == HANGS:
            time.sleep(1_000)
        if self.run_seed == MEMORY_HUNGRY:
            self._memory_hungry()
        if self.run_seed == DIES:
            os._exit(9)
        if self.run_seed == BIG:
            raise MemoryError

    @staticmethod
    def _memory_hungry() -> None:
        hoard: list[Any] = []
        while True:
            hoard.append(bytearray(os.urandom(1 << 20)) * 20)
            time.sleep(0.01)
