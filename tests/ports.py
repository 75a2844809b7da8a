"""Ports for servers of tests: below those that the system hands out, so that nobody takes one between two steps."""

from __future__ import annotations

import os
import random
import socket

FIRST, EACH = 20_000, 1_000
"""Where the ports of the first worker begin, and how many each worker has; Linux hands out 32768 and up."""


def free_port() -> int:
    """Return a port of this worker's own that nobody uses now."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 12
    for port in random.sample(range(FIRST + worker * EACH, FIRST + (worker + 1) * EACH), EACH):
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind(("localhost", port))
            except OSError:
                continue
            return port
    raise RuntimeError(f"no port is free from {FIRST + worker * EACH} on")
