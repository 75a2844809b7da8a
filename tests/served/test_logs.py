"""Malformed input of all kinds against the real server, and how much it writes about it."""

from __future__ import annotations

import uuid
from pathlib import Path

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from benchmarks.visitor import envelope, fetch_session, socket_address
from tests.served.server import Served
from tests.served.test_requests import HANDSHAKE, SOCKET, status_of

TIMES = 60
COMM = uuid.uuid4().hex
CONTROL = envelope("comm_open", comm_id=COMM, target_name="solara.control", data={})
UNUSABLE = [
    envelope("comm_msg", comm_id="unknown", data={"method": "custom", "content": {"event": "act"}}),
    envelope("comm_msg", comm_id=COMM, data={"method": "update", "state": {"children": 7}}),
    envelope("comm_msg", comm_id=COMM, data={"method": "reload"}),
    envelope("comm_open", comm_id="x", target_name="solara.control", data={"a": []}),
]


def test_malformed_input_cannot_fill_the_disk(tmp_path: Path) -> None:
    served = Served(tmp_path / "said.txt")
    try:
        for number in range(TIMES):
            status_of(served, "GET", "/\x01", {})
            status_of(served, "GET", "/", {"Host": f"evil{number}.example"})
            status_of(served, "GET", f"{SOCKET}?session_id=x", HANDSHAKE)
            served.status("/", X_Forwarded_Proto=f"x{number}", X_Forwarded_Host="a")
        for frame in ("}{", *[one for one in UNUSABLE for _ in range(TIMES)]):
            send(served, frame)
    finally:
        served.stop()
    written = served.said.read_text()
    assert "Traceback" not in written
    assert len(written.splitlines()) < 4 * TIMES  # of twice as many faults
    assert max(map(len, written.splitlines())) < 700


def send(served: Served, frame: str) -> None:
    """Send one message over a socket of its own."""
    where = socket_address(served.url, str(uuid.uuid4()), str(uuid.uuid4()))
    with connect(where, additional_headers={"Cookie": fetch_session(served.url)}) as line:
        line.send(CONTROL)
        line.send(frame)
        line.send("}")
        try:
            while True:
                line.recv(timeout=60)
        except ConnectionClosed:
            return
