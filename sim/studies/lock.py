"""One driver at a time in a directory of results."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from sim.files.errors import InputError

POLL = 0.2  # seconds between two tries
NAME, HOLDER = "lock", "lock.holder"
"""The file that is locked, and beside it who holds it: Windows lets nobody read a locked file."""


@contextmanager
def locked(folder: Path, wait: bool = False) -> Iterator[None]:
    """Hold ``folder`` alone; raise InputError naming the holder if it is taken, or ``wait`` for it.

    The operating system releases the lock when the holder dies, however it dies.
    """
    lock = FileLock(folder / NAME)
    try:
        lock.acquire(timeout=-1 if wait else 0, poll_interval=POLL)
    except Timeout:
        raise InputError(f"{folder}: in use by {_holder(folder)}; wait for it with --wait") from None
    try:
        (folder / HOLDER).write_text(f"process {os.getpid()} on {socket.gethostname()}", "utf-8")
        yield
    finally:
        lock.release()


def _holder(folder: Path) -> str:
    try:
        return (folder / HOLDER).read_text("utf-8", "replace").strip()[:200] or "another process"
    except OSError:
        return "another process"
