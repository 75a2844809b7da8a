"""`make soak MINUTES=30 SESSIONS=50`: visitors come and go, and the server must stay as it was.

They close tabs, are killed and have their network cut. Memory, threads and descriptors are watched; in the end all
leave, and what they held must be back within a minute. Writes benchmarks/soak.json and docs/reliability.md.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.machine import facts
from benchmarks.reliability import SOAK, write_page
from benchmarks.visitor import visitor
from benchmarks.visits import Tally, close_tab, keep_visiting, quantile

ROOT = Path(__file__).resolve().parents[1]
EVERY = 5.0  # seconds between two looks at the figures
IDLE = 12.0
"""Seconds after which a thread of the web server that has nothing to do may be ended."""
PROMISED = 60.0
"""Seconds after which nothing is held any more for visitors who have left."""
SPARE = 5
"""Threads, and descriptors, more than before that count as none more."""
PATIENCE = 300.0
FLAT = 1.10
"""What a figure may grow by from the second quarter of the time to the last."""
MB = 1e6
Figures = dict[str, float]


class Verdict(NamedTuple):
    """One thing promised and what was measured."""

    name: str
    promised: str
    measured: str
    kept: bool


@contextmanager
def served(sessions: int, said: Path) -> Iterator[int]:
    """Serve the page in a process of its own and give its port; what it says goes into ``said``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    words = ["app", "--no-open", "--metrics", "--port", str(port), "--seats", str(sessions)]
    with said.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "sim", *words],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        until = time.monotonic() + PATIENCE
        while not figures(port) and time.monotonic() < until:
            time.sleep(0.5)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def figures(port: int) -> Figures:
    """Return what the server tells of itself, by name; nothing while it does not answer."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=60) as answer:
            lines = [line.split() for line in answer.read().decode().splitlines() if line[0] != "#"]
    except OSError:
        return {}
    return {name.removeprefix("two_cities_").removeprefix("process_"): float(value) for name, value in lines}


async def soak(port: int, sessions: int, minutes: float, pause: float) -> tuple[Tally, list[Figures], float]:
    """Have visitors come and go; return what they did, the figures seen, and the seconds until all was back."""
    until, tally = time.monotonic() + 60 * minutes, Tally()
    seen = [await _before(port)]
    visits = [asyncio.create_task(keep_visiting(port, n, pause, until, tally)) for n in range(sessions)]
    while not all(visit.done() for visit in visits):
        await asyncio.sleep(EVERY)
        seen.append(await asyncio.to_thread(figures, port))
        _show(seen[-1], tally, until)
    await asyncio.gather(*visits)
    left = time.monotonic()
    while not _is_empty(await asyncio.to_thread(figures, port)):
        await asyncio.sleep(1.0)
        if time.monotonic() > left + PATIENCE:
            break
    back = time.monotonic() - left
    seen.append(await _settled(port))
    while seen[-1]["threads"] > seen[0]["threads"] + SPARE and time.monotonic() < left + PROMISED + IDLE:
        seen[-1] = await _settled(port)  # on a busy machine threads come to rest late
    for cable in tally.pulled:
        await cable.take_up()
    return tally, seen, back


async def _before(port: int) -> Figures:
    """Return the figures after one visit, which loads what is loaded once."""
    address = f"http://127.0.0.1:{port}/"
    async with visitor(address) as one:
        await one.draw()
        await one.until(lambda: bool(one.sentence))
        await asyncio.to_thread(close_tab, address, one)
    while not _is_empty(await asyncio.to_thread(figures, port)):
        await asyncio.sleep(1.0)
    return await _settled(port)


async def _settled(port: int) -> Figures:
    """Return the figures once garbage is collected and idle threads are ended, which the next request does."""
    await asyncio.sleep(IDLE)
    await asyncio.to_thread(urllib.request.urlopen, f"http://127.0.0.1:{port}/readyz")
    await asyncio.sleep(EVERY)
    return await asyncio.to_thread(figures, port)


def _is_empty(now: Figures) -> bool:
    return bool(now) and not now["seats_taken"] and not now["visitors_waiting"] and not now["sockets"]


def _show(now: Figures, tally: Tally, until: float) -> None:
    left = max(0.0, until - time.monotonic())
    held = f"{now.get('resident_memory_bytes', 0) / MB:.0f} MB, {now.get('threads', 0):.0f} threads"
    print(
        f"{left:5.0f} s to go, {now.get('sockets', 0):3.0f} open, {tally.left.total()} visits, {held}",
        flush=True,
    )


def judge(tally: Tally, seen: Sequence[Figures], back: float, said: str) -> list[Verdict]:
    """Return what was promised beside what was measured."""
    first, last = seen[0], seen[-1]
    visits, failed = tally.left.total(), tally.failed.total()
    ways = ", ".join(f"{count} {way}" for way, count in sorted(tally.left.items()))
    lines = len(said.splitlines())
    return [
        Verdict("visits that failed", "none", f"{failed} of {visits + failed} ({ways})", failed == 0),
        Verdict(
            "seats, sockets and line empty after the last has left",
            f"within {PROMISED:.0f} s",
            f"{back:.0f} s",
            back <= PROMISED,
        ),
        _flat("memory while visitors come and go, MB", "resident_memory_bytes", seen, MB),
        _flat("threads while visitors come and go", "threads", seen),
        _flat("descriptors while visitors come and go", "open_fds", seen),
        _returned("threads after all have left", "threads", first, last),
        _returned("descriptors after all have left", "open_fds", first, last),
        Verdict(
            "tracebacks in the log",
            "none",
            f"{said.count('Traceback')} ({lines} lines)",
            "Traceback" not in said,
        ),
    ]


def _flat(name: str, figure: str, seen: Sequence[Figures], unit: float = 1.0) -> Verdict:
    """Compare the second quarter of the time with the last; the first fills caches."""
    values = [now[figure] / unit for now in seen[1:-1] if now]
    quarter = max(1, len(values) // 4)
    early, late = (
        statistics.fmean(part) for part in (values[quarter : 2 * quarter] or values, values[-quarter:])
    )
    return Verdict(
        name, f"grows by at most {FLAT - 1:.0%}", f"{early:.0f} to {late:.0f}", late <= FLAT * early
    )


def _returned(name: str, figure: str, first: Figures, last: Figures) -> Verdict:
    before, after = first[figure], last[figure]
    return Verdict(
        name,
        f"as before, or {SPARE} more",
        f"{before:.0f} before, {after:.0f} after",
        after <= before + SPARE,
    )


def main() -> int:
    """Soak, print and write the verdicts; return 1 if a promise was broken."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=5.0)
    asked.add_argument("--sessions", type=int, default=20)
    asked.add_argument("--pause", type=float, default=20.0, help="seconds between two acts of a visitor")
    given = asked.parse_args()
    said = ROOT / "benchmarks" / "soak.log"
    with served(given.sessions, said) as port:
        tally, seen, back = asyncio.run(soak(port, given.sessions, given.minutes, given.pause))
    verdicts = judge(tally, seen, back, said.read_text(errors="replace"))
    for verdict in verdicts:
        kept = "kept" if verdict.kept else "BROKEN"
        print(f"{verdict.name:60} {verdict.promised:24} {verdict.measured:45} {kept}")
    for failure, count in tally.failed.most_common():
        print(f"  {count} x {failure}")
    _write(given, tally, seen, verdicts)
    return 0 if all(verdict.kept for verdict in verdicts) else 1


def _write(given: Any, tally: Tally, seen: Sequence[Figures], verdicts: Sequence[Verdict]) -> None:
    most = max((now for now in seen if now), key=lambda now: now["resident_memory_bytes"])
    notes = {
        "minutes": given.minutes,
        "sessions": given.sessions,
        "seconds to a curve": [round(quantile(tally.waited, share), 1) for share in (0.5, 0.95)],
        "memory, MB": [round(now["resident_memory_bytes"] / MB) for now in (seen[0], most, seen[-1])],
    }
    rows = [verdict._asdict() for verdict in verdicts]
    SOAK.write_text(json.dumps({"machine": facts(), "notes": notes, "rows": rows}, indent=1) + "\n")
    write_page()


if __name__ == "__main__":
    raise SystemExit(main())
