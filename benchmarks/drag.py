"""What a dragged slider costs: processor and bytes of an action, and how long a crowd of draggers waits.

``python -m benchmarks.drag [--sessions 1 10 30] [--seconds 6] [--against FOLDER]`` starts the page's server, and that
of the version in FOLDER after it, on this machine; their visitors are no browsers, and share its processors.
Writes benchmarks/drag.json.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import Any

from benchmarks.counted import NAME
from benchmarks.dragger import LEVER, Dragger, Wire, waits
from benchmarks.soak import figures
from benchmarks.visitor import visitor
from benchmarks.visits import quantile
from sim.dashboard.work.loop import MOST_IN_FLIGHT
from sim.files.atomic import write_whole

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SETTLES = 20.0  # seconds in which the last word is answered
QUESTION = "street"
"""Under which the lever is found."""
RUNS = NAME.removeprefix("two_cities_")
Row = dict[str, Any]


@contextmanager
def served(folder: Path, sessions: int) -> Iterator[int]:
    """Serve the page of ``folder`` in a process of its own and give its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    words = ["app", "--no-open", "--metrics", "--port", str(port), "--seats", str(sessions + 1)]
    process = subprocess.Popen(
        [sys.executable, str(HERE / "counted.py"), *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not figures(port):
            if process.poll() is not None:
                sys.exit(f"the page of {folder} did not start")
            time.sleep(0.3)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=60)


async def alone(port: int, seconds: float) -> Row:
    """Drag as the one visitor, whose picture stands still: what is left is the cost of the action itself."""
    async with visitor(f"http://127.0.0.1:{port}/", Dragger, Wire) as one:
        await _ready(one)
        one.deaf = True
        await one.act(do="lever", letter="A", name=LEVER, value=one.first)
        await one.until(lambda: one.unanswered == MOST_IN_FLIGHT)
        before, wire = figures(port), one.wire
        await one.drag(seconds, blind=True)
        await one.until(lambda: bool(one.followed) and one.followed[-1][0] == one.told[-1])
        after = figures(port)
    actions = len(one.told)
    return {
        "actions": actions,
        "own processor, ms an action": round(1000 * (_own(after) - _own(before)) / actions, 2),
        "bytes an action on the wire": round((one.wire - wire) / actions),
    }


async def crowd(port: int, sessions: int, seconds: float, blind: bool) -> Row:
    """Drag in ``sessions`` pages at once."""
    async with AsyncExitStack() as stack:
        address = f"http://127.0.0.1:{port}/"
        all_: list[Dragger] = []
        for _ in range(sessions):
            all_.append(await stack.enter_async_context(visitor(address, Dragger, Wire)))
            all_[-1].first = random.uniform(0.1, 0.9)  # nobody drags where another has been
            await _ready(all_[-1])
        wire, before, start = sum(one.wire for one in all_), figures(port), time.monotonic()
        await asyncio.gather(*(one.drag(seconds, blind) for one in all_))
        await asyncio.gather(*(_settled(one) for one in all_))
        after = figures(port)
        answers = sum(len(one.followed) for one in all_)
        carried = sum(one.wire for one in all_) - wire
        share = (after["cpu_seconds_total"] - before["cpu_seconds_total"]) / (time.monotonic() - start)
    return _row(all_, seconds) | {
        "processors the server was given": round(share, 2),
        "own processor, ms an answer": round(1000 * (_own(after) - _own(before)) / answers, 2),
        "bytes an answer on the wire, pictures included": round(carried / answers),
    }


def _row(all_: Sequence[Dragger], seconds: float) -> Row:
    shown = [wait for one in all_ for wait in waits(one.moved, one.followed)]
    curves = [wait for one in all_ for wait in waits(one.moved, one.curves)]
    newest = sum(one.followed[-1][0] == len(one.moved) - 1 for one in all_)
    during = [sum(when < one.moved[0] + seconds for _, when in one.curves) for one in all_]
    return {
        "sessions": len(all_),
        "moves": len(shown),
        "said": sum(len(one.told) for one in all_),
        "answered": sum(len(one.followed) for one in all_),
        "sessions whose newest move is shown": newest,
        "move to answer, s": [round(quantile(shown, share), 3) for share in (0.5, 0.95)],
        "move to curve, s": [round(quantile(curves, share), 3) for share in (0.5, 0.95)],
        "curves while dragging, fewest and most of a session": [min(during), max(during)],
    }


async def _ready(one: Dragger) -> None:
    await one.draw()
    await one.act(do="question", question=QUESTION)
    frames = one.frames
    await one.act(do="lever", letter="A", name=LEVER, value=one.first - 0.01)
    await one.until(lambda: one.frames > frames and one.place_shown() is not None)


async def _settled(one: Dragger) -> None:
    """Wait until the newest move is shown and has a curve, a while at most."""
    last = len(one.moved) - 1

    def done() -> bool:
        return bool(one.followed and one.curves) and one.followed[-1][0] == one.curves[-1][0] == last

    try:
        async with asyncio.timeout(SETTLES):
            await one.until(done)
    except TimeoutError:
        pass  # the row tells


def _own(now: dict[str, float]) -> float:
    """Return the processor time spent on anything but runs of the model."""
    return now["cpu_seconds_total"] - now[RUNS]


def measured(folder: Path, sessions: Sequence[int], seconds: float, blind: bool) -> Row:
    """Return all rows of the version in ``folder``."""
    with served(folder, 1) as port:
        rows: Row = {"alone": asyncio.run(alone(port, seconds)), "crowds": []}
    print(folder, rows["alone"], flush=True)
    for number in sessions:
        with served(folder, number) as port:
            rows["crowds"].append(asyncio.run(crowd(port, number, seconds, blind)))
        print(folder, rows["crowds"][-1], flush=True)
    return rows


def main() -> None:
    """Measure, print and write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sessions", type=int, nargs="+", default=[1, 10, 30])
    asked.add_argument("--seconds", type=float, default=6.0)
    asked.add_argument(
        "--against", type=Path, help="a checkout of an older version, whose sliders wait for nothing"
    )
    given = asked.parse_args()
    found: Row = {"load before": [round(load, 2) for load in os.getloadavg()], "processors": os.cpu_count()}
    found["now"] = measured(ROOT, given.sessions, given.seconds, blind=False)
    if given.against:
        found["before"] = measured(given.against.resolve(), given.sessions, given.seconds, blind=True)
    write_whole(HERE / "drag.json", json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
