"""Faults are counted: how often each was done, how often something else came of it than is said.

The counts are printed as a table at the end, and written where RECORD_FAULTS says, for docs/reliability.md.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Count = Callable[..., None]
_TRIED: Counter[tuple[str, str]] = Counter()
_BAD: Counter[tuple[str, str]] = Counter()
_PROPERTY = "fault"
_RECORD = "RECORD_FAULTS"


@pytest.fixture
def count(record_property: Callable[[str, object], None]) -> Count:
    """Return a function that notes a fault, how often it was done and what must come of it.

    A test that then fails counts all of them as bad; a count is therefore noted before it is checked, or, where
    nobody knows it before, right after.
    """

    def note(fault: str, times: int, found: str) -> None:
        record_property(_PROPERTY, (fault, times, found))

    return note


def pytest_runtest_logreport(report: Any) -> None:
    """Collect counts, also from other processes."""
    if report.when != "call":
        return
    for fault, times, found in (value for name, value in report.user_properties if name == _PROPERTY):
        _TRIED[fault, found] += times
        _BAD[fault, found] += times if report.failed else 0


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the table, and write it if asked."""
    if not _TRIED:
        return
    terminalreporter.section("faults")
    width = max(len(fault) for fault, _ in _TRIED)
    for (fault, found), times in sorted(_TRIED.items()):
        terminalreporter.write_line(
            f"{fault:{width}}  {times:>5} tried  {_BAD[fault, found]:>3} bad  {found}"
        )
    if os.environ.get(_RECORD):
        write(Path(os.environ[_RECORD]))


def write(path: Path) -> None:
    """Write the counts to ``path`` as JSON."""
    rows = [
        {"fault": fault, "tried": times, "bad": _BAD[fault, found], "found": found}
        for (fault, found), times in sorted(_TRIED.items())
    ]
    path.write_text(json.dumps({"when": time.strftime("%Y-%m-%d"), "rows": rows}, indent=1) + "\n")
