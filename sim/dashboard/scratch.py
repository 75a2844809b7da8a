"""A folder for libraries that insist on one: in memory where the system has it, gone when the server stops.

Importing Solara makes a folder for itself and one for IPython, with a history that nobody writes; both would be in
the user's home, or, where that cannot be written, one more for every visitor.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import MutableMapping
from pathlib import Path

MEMORY = Path("/dev/shm")
WANTED = ("SOLARA_HOME", "IPYTHONDIR")


def provide(environment: MutableMapping[str, str] = os.environ) -> None:
    """Point `WANTED` at a scratch folder, unless they are set; to be called before Solara is imported."""
    if all(name in environment for name in WANTED):
        return
    where = MEMORY if os.access(MEMORY, os.W_OK | os.X_OK) else None
    folder = tempfile.mkdtemp(prefix="two-cities-", dir=where)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in WANTED:
        environment.setdefault(name, folder)
