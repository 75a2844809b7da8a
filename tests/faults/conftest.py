"""Faults are counted; the counts are printed as a table at the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Count = Callable[..., None]
_ROWS: list[tuple[str, str, str]] = []
_PROPERTY = "fault"


@pytest.fixture
def count(record_property: Callable[[str, object], None]) -> Count:
    """Return a function that notes a fault, how often it was done and what was found."""

    def note(fault: str, times: int, found: str) -> None:
        record_property(_PROPERTY, (fault, str(times), found))

    return note


def pytest_runtest_logreport(report: Any) -> None:
    """Collect counts of tests that passed, also from other processes."""
    if report.when == "call" and report.passed:
        _ROWS.extend(tuple(value) for name, value in report.user_properties if name == _PROPERTY)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the table."""
    if not _ROWS:
        return
    terminalreporter.section("faults")
    widths = [max(len(row[i]) for row in _ROWS) for i in range(2)]
    for fault, times, found in sorted(_ROWS):
        terminalreporter.write_line(f"{fault:{widths[0]}}  {times:>{widths[1]}}  {found}")
