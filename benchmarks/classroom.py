"""A class of thirty who all move sliders: how long each waits for the first curve, and how the worst-served one does.

``python -m benchmarks.classroom [--sessions 30] [--seconds 60] [--keep]`` serves the page on this machine and visits it
without browsers. Between two moves a student looks for some seconds; each waits for an answer before the next move.
``--keep`` writes the figures where the teacher's page tells them.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import statistics
import time
from typing import Any

from benchmarks.page import served
from benchmarks.visitor import Visitor, visitor
from benchmarks.visits import LEVERS, quantile
from sim.dashboard.views.panels.classroom import MEASURED
from sim.files.atomic import write_whole

BAR = 2.0
"""Seconds within which 19 of 20 first curves should be there."""
LOOKS = (2.0, 8.0)
"""Seconds that a student looks at a curve, from and to."""


async def student(address: str, seed: int, begin: asyncio.Barrier, seconds: float) -> list[float]:
    """Move sliders for ``seconds`` once all are there; return the seconds each move waited for its first curve."""
    chance, waited = random.Random(seed), []
    async with visitor(address) as one:
        await one.draw()
        await one.until(lambda: one.frames > 0)
        await begin.wait()
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            await asyncio.sleep(min(left, chance.uniform(*LOOKS)))
            waited.append(await moved(one, chance))
    return waited


async def moved(one: Visitor, chance: random.Random) -> float:
    """Move one slider and return the seconds until its first curve, a draft, is there."""
    frames, since = one.frames, time.monotonic()
    await one.act(do="lever", letter=chance.choice("AB"), name=chance.choice(LEVERS), value=chance.random())
    await one.until(lambda: one.frames > frames)
    return time.monotonic() - since


async def measure(address: str, sessions: int, seconds: float) -> list[list[float]]:
    """Return what each of ``sessions`` students waited, move by move."""
    begin = asyncio.Barrier(sessions)
    return await asyncio.gather(*(student(address, seed, begin, seconds) for seed in range(sessions)))


def figures(waited: list[list[float]]) -> dict[str, Any]:
    """Return the figures of a class: all its moves, and the session that was served worst."""
    everybody = [one for session in waited for one in session]
    return {
        "sessions": len(waited),
        "processors": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "moves": len(everybody),
        "median": round(statistics.median(everybody), 2),
        "p95": round(quantile(everybody, 0.95), 2),
        "worst": round(max(quantile(session, 0.95) for session in waited), 2),
        "longest": round(max(everybody), 2),
        "fewest_moves": min(map(len, waited)),
        "time": time.strftime("%Y-%m-%d"),
    }


def main() -> None:
    """Measure and print; with --keep write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sessions", type=int, default=30)
    asked.add_argument("--seconds", type=float, default=60.0)
    asked.add_argument("--keep", action="store_true")
    given = asked.parse_args()
    with served(given.sessions) as address:
        asyncio.run(measure(address, 1, 5.0))  # the first visit compiles and fills caches
        found = figures(asyncio.run(measure(address, given.sessions, given.seconds)))
    print("\n".join(f"{name:>13}: {value}" for name, value in found.items()))
    print(
        f"first curve, 95 %: {found['p95']} s, {'met' if found['p95'] <= BAR else 'NOT MET'} (bar {BAR:g} s)"
    )
    if given.keep:
        write_whole(MEASURED, json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
