"""One driver at a time in a directory of results."""

from __future__ import annotations

import fcntl
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sim.files.errors import InputError

POLL = 0.2


@contextmanager
def locked(folder: Path, wait: bool = False) -> Iterator[None]:
    """Hold ``folder`` alone; raise InputError naming the holder if it is taken, or ``wait`` for it.

    The operating system releases the lock when the holder dies, however it dies.
    """
    path = folder / "lock"
    with path.open("a+") as file:
        while not _taken(file.fileno()):
            if not wait:
                raise InputError(f"{folder}: in use by {_holder(path)}; wait for it with --wait")
            time.sleep(POLL)
        file.truncate(0)
        file.write(f"process {os.getpid()} on {socket.gethostname()}")
        file.flush()
        yield


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(path: Path) -> str:
    return path.read_text(errors="replace").strip()[:200] or "another process"
