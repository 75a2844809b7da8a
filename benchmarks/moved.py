"""What comes after a lever moves, and when: draft, five and twenty paired runs, five sets of assumptions, answers.

``python -m benchmarks.moved [--moves 5] [--against FOLDER]`` starts the page's server, and that of the version in
FOLDER after it, on this machine; their one visitor is no browser, and shares its processors. Seconds are from the
move on; beside them stands the processor time of the server, which tells a busy machine from a slow page. Writes
benchmarks/moved.json.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import struct
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.drag import HERE, ROOT, served
from benchmarks.machine import facts
from benchmarks.soak import figures
from benchmarks.visitor import Visitor, visitor
from sim.files.atomic import write_whole

LEVER, STEP = "surveillance", 0.02
FIVE, TWENTY = 5, 20
BARS = {
    "draft": 0.2,
    "five runs": 0.6,
    "twenty runs": 2.0,
    "five sets": 10.0,
    "why": 10.0,
    "my district": 10.0,
}
ANSWERS = {"why": 1, "my district": 5}
SETS = "sets of assumptions"
Times = dict[str, tuple[float, float]]


class Watcher(Visitor):
    """A visitor who notes what the newest curve is of."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.curve: dict[str, Any] = {}

    async def _answer(self, comm: str, frame: bytes | None) -> None:
        if frame:
            self.curve = json.loads(frame[4 : 4 + struct.unpack_from("<I", frame)[0]])
        await super()._answer(comm, frame)

    @property
    def small(self) -> str:
        """The line beneath the sentence, which tells of sets once they are in."""
        told = next((model["sentence"] for model in self.models.values() if "sentence" in model), {})
        return str(told.get("small", ""))

    def has_whole(self, number: int) -> bool:
        """Return whether the answer of ``number`` lies open and nothing of it is still computed."""
        return self.view("number") == number and self.view("progress") is None


class Clock:
    """Tells how long after it was made states of the page come."""

    def __init__(self, one: Watcher, port: int) -> None:
        self._one, self._port = one, port
        self._start, self._used = time.monotonic(), self._processor()

    def _processor(self) -> float:
        return figures(self._port)["cpu_seconds_total"]

    async def when(self, is_there: Callable[[], bool]) -> tuple[float, float]:
        """Wait for a state; return the seconds until then, and those of the server's processor."""
        await self._one.until(is_there)
        waited = time.monotonic() - self._start
        return waited, await asyncio.to_thread(self._processor) - self._used


async def measure(port: int, moves: int) -> dict[str, list[tuple[float, float]]]:
    """Return what each of ``moves`` took."""
    found: dict[str, list[tuple[float, float]]] = {}
    async with visitor(f"http://127.0.0.1:{port}/", Watcher) as one:
        await one.draw()
        await one.until(lambda: SETS in one.small)
        first = random.uniform(0.1, 0.5)  # runs are kept between starts: nobody has been there
        for move in range(moves):
            for name, taken in (await _moved(one, port, round(first + STEP * move, 6))).items():
                found.setdefault(name, []).append(taken)
    return found


async def _moved(one: Watcher, port: int, value: float) -> Times:
    """Move the lever, and then ask for answers; each is asked for when what was before it is there."""
    clock, awaited = Clock(one, port), _awaited(one, one.curve["change"])
    await one.act(do="lever", letter="A", name=LEVER, value=value)
    taken = await asyncio.gather(*(clock.when(is_there) for is_there in awaited.values()))
    times = dict(zip(awaited, taken, strict=True))
    for name, number in ANSWERS.items():
        clock = Clock(one, port)
        await one.act(do="answer", number=number)
        times[name] = await clock.when(partial(one.has_whole, number))
    await one.act(do="panel", name="")
    return times


def _awaited(one: Watcher, change: int) -> dict[str, Callable[[], bool]]:
    def has(runs: int) -> bool:
        return bool(one.curve["change"] > change and one.curve["runs"] >= runs)

    return {
        "draft": lambda: has(0),
        "full curve": lambda: has(0) and not one.curve["draft"],
        "five runs": lambda: has(FIVE),
        "twenty runs": lambda: has(TWENTY),
        "five sets": lambda: has(TWENTY) and SETS in one.small,
    }


def rows(found: Mapping[str, Sequence[tuple[float, float]]]) -> list[dict[str, Any]]:
    """Return a row for each thing that comes: medians over the moves."""
    return [
        {
            "name": name,
            "bar, s": BARS.get(name),
            "seconds": round(median(seconds for seconds, _ in taken), 2),
            "processor seconds": round(median(used for _, used in taken), 2),
        }
        for name, taken in found.items()
    ]


def main() -> None:
    """Measure, print and write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--moves", type=int, default=5)
    asked.add_argument("--against", type=Path, help="the folder of another version, measured after this one")
    given = asked.parse_args()
    document: dict[str, Any] = {"machine": facts()}
    for name, folder in {"here": ROOT, "against": given.against}.items():
        if folder is not None:
            with served(folder.resolve(), 1) as port:
                document[name] = rows(asyncio.run(measure(port, given.moves)))
            for row in document[name]:
                print(name, *row.values(), flush=True)
    write_whole(HERE / "moved.json", json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    main()
