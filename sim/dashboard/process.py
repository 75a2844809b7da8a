"""What the server asks of the operating system for its own process, where it is one that can be asked."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import threading
from contextlib import suppress

ARENAS = 2
"""Pools of memory. The C library would make eight a core for as many threads, each with holes of its own: fifty
visits, one after the other, held 60 MB more in the end. With two they held 7 MB more, at the same speed."""
_M_ARENA_MAX = -8  # of mallopt(3)


PATIENT = 5
"""How nice a thread is that runs the model: what a visitor did is answered first, and drawn then."""
SWITCH_EVERY = 0.0005
"""Seconds after which a thread that holds the interpreter gives way. Python's own five milliseconds are waited for by
every run of the model that comes back from compiled code while pages are drawn: 1.6 s by a draft, and .2 s so."""


def prepare() -> None:
    """Take all file descriptors that are allowed, keep memory in few pools, and let threads change places often."""
    _take_descriptors()
    sys.setswitchinterval(SWITCH_EVERY)
    with suppress(AttributeError, OSError, TypeError):  # a C library other than GNU's has no such setting
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, ARENAS)


def keep_what_is_loaded() -> None:
    """Look for no garbage among the two hundred thousand objects of libraries: they stay as long as the process.

    The interpreter stands still meanwhile, for all visitors, each time that one has left.
    """
    gc.collect()
    gc.freeze()


def step_back() -> None:
    """Let this thread, and those it starts, compute when no other thread of the process wants the processor.

    Only Linux knows threads that are as patient as their work; elsewhere all are alike.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), PATIENT)


def _take_descriptors() -> None:
    """A visitor needs six, and 1,024 is a usual start."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
