"""Faults are counted; the counts are printed as a table at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

Count = Callable[..., None]
_ROWS: Counter[tuple[str, str]] = Counter()
_PROPERTY = "fault"


@pytest.fixture
def count(record_property: Callable[[str, object], None]) -> Count:
    """Return a function that notes a fault, how often it was done and what was found."""

    def note(fault: str, times: int, found: str) -> None:
        record_property(_PROPERTY, (fault, times, found))

    return note


def pytest_runtest_logreport(report: Any) -> None:
    """Collect counts of tests that passed, also from other processes."""
    if report.when == "call" and report.passed:
        for fault, times, found in (value for name, value in report.user_properties if name == _PROPERTY):
            _ROWS[fault, found] += times


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the table."""
    if not _ROWS:
        return
    terminalreporter.section("faults")
    width = max(len(fault) for fault, _ in _ROWS)
    for (fault, found), times in sorted(_ROWS.items()):
        terminalreporter.write_line(f"{fault:{width}}  {times:>4}  {found}")
