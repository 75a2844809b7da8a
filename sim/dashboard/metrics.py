"""Figures of a running server, in the text format of Prometheus; told to this machine alone.

Format: https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from sim.dashboard.hosts import LOCAL
from sim.dashboard.refusal import REFUSED, Refusal, refuse
from sim.dashboard.seats import Seats
from sim.dashboard.sockets import Sockets

TYPE = "text/plain; version=0.0.4; charset=utf-8"
_PROCESS = Path("/proc/self")


class Metric(NamedTuple):
    """One figure: its name, kind (gauge or counter), what it is, and its value."""

    name: str
    kind: str
    help: str
    value: float


class Metrics:
    """Answers with what `figures` finds, to clients on this machine; to others there is no such address."""

    def __init__(self, seats: Seats, sockets: Sockets) -> None:
        self.seats, self.sockets = seats, sockets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        client = (scope.get("client") or ("",))[0]
        if client in LOCAL:
            text = "".join(map(_written, figures(self.seats, self.sockets)))
            await PlainTextResponse(text, media_type=TYPE)(scope, receive, send)
        else:
            await refuse(Refusal(404, "not found"), scope, receive, send)


def figures(seats: Seats, sockets: Sockets) -> Iterator[Metric]:
    """Yield every figure as it is now."""
    yield Metric("two_cities_seats", "gauge", "Visitors the server takes at once.", seats.most)
    yield Metric("two_cities_seats_taken", "gauge", "Visitors who see the page.", seats.taken)
    yield Metric("two_cities_visitors_waiting", "gauge", "Visitors in line for a seat.", seats.waiting)
    yield Metric("two_cities_sockets", "gauge", "Open websockets.", sockets.open)
    yield Metric("two_cities_sockets_cut_total", "counter", "Websockets cut for what was sent.", sockets.cut)
    merged = "Words of a slider that a newer one made idle."
    yield Metric("two_cities_actions_merged_total", "counter", merged, sockets.merged)
    refused = "Requests refused by a guard."
    yield Metric("two_cities_requests_refused_total", "counter", refused, REFUSED.total())
    yield from _process()


def _process() -> Iterator[Metric]:
    """Yield what the operating system says of this process; what only Linux tells is left out elsewhere."""
    spent = sum(os.times()[:2])
    yield Metric("process_cpu_seconds_total", "counter", "Processor time spent, in seconds.", spent)
    yield Metric("process_threads", "gauge", "Threads.", _threads())
    if _PROCESS.is_dir():
        pages = int((_PROCESS / "statm").read_text().split()[1])
        held = pages * os.sysconf("SC_PAGE_SIZE")
        yield Metric("process_resident_memory_bytes", "gauge", "Memory held, in bytes.", held)
        descriptors = sum(1 for _ in (_PROCESS / "fd").iterdir())
        yield Metric("process_open_fds", "gauge", "Open file descriptors.", descriptors)


def _threads() -> int:
    """Return how many threads there are; Python's own count keeps some that have ended (`threading._DummyThread`)."""
    if _PROCESS.is_dir():
        return sum(1 for _ in (_PROCESS / "task").iterdir())
    return threading.active_count()


def _written(metric: Metric) -> str:
    name, kind, told, value = metric
    return f"# HELP {name} {told}\n# TYPE {name} {kind}\n{name} {round(value, 3)}\n"
