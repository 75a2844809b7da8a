"""What the server writes of its work: one line each, and never more of them than a disk can bear.

Whoever may send a request may also cause a line. Each kind of line is therefore written ten times a minute at
most, all kinds together 120 times; what was left out is counted on the next line.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

LEVELS = ("debug", "info", "warning", "error")
MINUTE = 60.0
MOST_OF_A_KIND, MOST = 10, 120
"""Lines a minute."""
LONGEST = 500
"""Characters of a line's message."""
ACCESS = "uvicorn.access"


class Quota(logging.Filter):
    """Passes `MOST_OF_A_KIND` records of one place in the code each minute, and `MOST` in all."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._lock = threading.Lock()
        self._since = clock()
        self._passed: Counter[tuple[str, int]] = Counter()
        self._left_out = 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether ``record`` is written; the first one written tells how many were not."""
        kind = (record.pathname, record.lineno)
        with self._lock:
            if self._clock() - self._since >= MINUTE:
                self._since = self._clock()
                self._passed.clear()
            if self._passed[kind] >= MOST_OF_A_KIND or self._passed.total() >= MOST:
                self._left_out += 1
                return False
            self._passed[kind] += 1
            record.left_out, self._left_out = self._left_out, 0
        return True


class OneLine(logging.Formatter):
    """Writes a record, its exception included, on one line of printable characters."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        said = record.getMessage()
        if record.exc_info and record.exc_info[1] is not None:
            said = f"{said}: {_told(record.exc_info[1])}"
        said = "".join(letter if letter.isprintable() else " " for letter in " ".join(said.split()))
        said = said if len(said) <= LONGEST else f"{said[: LONGEST - 3]}..."
        left_out = getattr(record, "left_out", 0)
        after = f" (and {left_out:,} lines like those before)" if left_out else ""
        return f"{self.formatTime(record)} {record.levelname} {record.name}: {said}{after}"


def _told(error: BaseException) -> str:
    """Return what ``error`` is and where it came from."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code if trace is not None else None
    place = f" ({code.co_filename.rpartition('/')[2]}, line {trace.tb_lineno})" if trace and code else ""
    return f"{type(error).__name__}: {error}{place}"


def set_up(level: str, access: bool) -> None:
    """Write records of ``level`` and above to stderr, and requests too if ``access`` is asked for.

    At ``debug`` nothing is left out or shortened.
    """
    handler = logging.StreamHandler(sys.stderr)
    if level == "debug":
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    else:
        handler.setFormatter(OneLine())
        handler.addFilter(Quota())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    logging.captureWarnings(True)
    threading.excepthook = _log_thread
    _set_up_access(access)


def _set_up_access(wanted: bool) -> None:
    logger = logging.getLogger(ACCESS)
    logger.propagate = False
    logger.setLevel("INFO" if wanted else "CRITICAL")
    handler = logging.StreamHandler(sys.stderr)  # asked for: every request is a line
    handler.setFormatter(OneLine())
    logger.handlers = [handler]


def _log_thread(failed: Any) -> None:
    error = (failed.exc_type, failed.exc_value, failed.exc_traceback)
    logging.getLogger(__name__).error("thread %s ended", failed.thread and failed.thread.name, exc_info=error)
