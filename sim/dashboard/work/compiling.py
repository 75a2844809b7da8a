"""The model compiled by another process while the page is up: until then nothing is run here."""

from __future__ import annotations

import atexit
import logging
import os
import signal
import subprocess
import sys
from threading import Lock

from sim.engine.kernel_cache import keep_this_version, keeps
from sim.model.warm_up import compile_first, is_compiled, say_compiling

PATIENTLY = """
from sim.dashboard.process import step_back
from sim.model.warm_up import warm_up
step_back()
warm_up()
"""
"""What the other process does: the page, which visitors wait for, goes first."""

_log = logging.getLogger(__name__)


class Compiling:
    """One process that compiles, of which everything that runs the model waits for the end."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    def begin(self) -> None:
        """Compile where this version never was, saying so on standard error; at once where nothing can be kept."""
        if is_compiled() or not keeps():
            compile_first()
            return
        say_compiling()
        words = [sys.executable, "-c", PATIENTLY]
        # A session of its own: Control-C ends the page, whose last act is to end this.
        self._process = subprocess.Popen(words, stdin=subprocess.DEVNULL, start_new_session=True)
        atexit.register(_end, self._process)

    @property
    def under_way(self) -> bool:
        """Whether nothing can be run yet."""
        return self._process is not None

    def wait(self) -> None:
        """Wait for the end; where it failed, what is run next compiles for itself."""
        with self._lock:
            if self._process is None:
                return
            if (status := self._process.wait()) != 0:
                _log.warning("compiling ended with exit status %d", status)
            self._process = None
        keep_this_version()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and those that it started; what they have compiled by now is kept."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.terminate()
    else:
        os.killpg(process.pid, signal.SIGTERM)


COMPILING = Compiling()
"""The process's only one."""
