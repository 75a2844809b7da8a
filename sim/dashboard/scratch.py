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

from sim.files.errors import InputError

MEMORY = Path("/dev/shm")
WANTED = ("SOLARA_HOME", "IPYTHONDIR")


def provide(environment: MutableMapping[str, str] = os.environ) -> None:
    """Point `WANTED` at a scratch folder, unless they are set; to be called before Solara is imported.

    So is HOME for a user without one, as in containers. Raises InputError where there is no place for a folder.
    """
    wanted = [name for name in (*WANTED, *_homeless()) if name not in environment]
    if not wanted:
        return
    try:
        folder = tempfile.mkdtemp(prefix="two-cities-", dir=in_memory())
    except OSError as error:
        remedy = "a folder of 1 MB in memory is enough, such as /dev/shm or TMPDIR"
        raise InputError(f"no folder for temporary files: {error.strerror}; {remedy}") from None
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    environment.update(dict.fromkeys(wanted, folder))


def in_memory() -> Path | None:
    """Return where temporary files lie in memory, None where the system has no such place."""
    return MEMORY if os.access(MEMORY, os.W_OK | os.X_OK) else None


def _homeless() -> tuple[str, ...]:
    try:
        Path.home()
    except RuntimeError:
        return ("HOME",)
    return ()
