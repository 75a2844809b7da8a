"""Malformed input of all kinds against the real server, and how much it writes about it."""

from __future__ import annotations

import uuid
from pathlib import Path

from benchmarks.visitor import envelope, fetch_session
from tests.counting import Count
from tests.served.hostile import code_after
from tests.served.server import Served
from tests.served.test_requests import HANDSHAKE, SOCKET, status_of

REQUESTS, SOCKETS = 80, 12
"""How often each kind of malformed input is sent: a socket takes a page, a hundred times what a request does."""
COMM = uuid.uuid4().hex
CONTROL = envelope("comm_open", comm_id=COMM, target_name="solara.control", data={})
UNUSABLE = [
    envelope("comm_msg", comm_id="unknown", data={"method": "custom", "content": {"event": "act"}}),
    envelope("comm_msg", comm_id=COMM, data={"method": "update", "state": {"children": 7}}),
    envelope("comm_msg", comm_id=COMM, data={"method": "reload"}),
    envelope("comm_open", comm_id="x", target_name="solara.control", data={"a": []}),
]


def test_malformed_input_cannot_fill_the_disk(tmp_path: Path, count: Count) -> None:
    count(
        "malformed input of eight kinds, for the log",
        4 * REQUESTS + 4 * SOCKETS + 1,
        "a bounded number of lines, one a record",
    )
    served = Served(
        tmp_path / "said.txt", "--seats", str(2 * SOCKETS + 5)
    )  # two pages to a seat: none is turned away
    try:
        for number in range(REQUESTS):
            status_of(served, "GET", "/\x01", {})
            status_of(served, "GET", "/", {"Host": f"evil{number}.example"})
            status_of(served, "GET", f"{SOCKET}?session_id=x", HANDSHAKE)
            served.status("/", X_Forwarded_Proto=f"x{number}", X_Forwarded_Host="a")
        for frame in ("}{", *[one for one in UNUSABLE for _ in range(SOCKETS)]):
            code_after(served.url, fetch_session(served.url), CONTROL, frame, "}")
    finally:
        served.stop()
    written = served.said.read_text()
    assert "Traceback" not in written
    assert len(written.splitlines()) < 2 * REQUESTS  # of more than twice as many faults
    assert max(map(len, written.splitlines())) < 700
