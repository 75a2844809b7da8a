"""Lines of the log: one for each record, and a bounded number of them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest

from sim.dashboard import logs
from sim.dashboard.logs import ACCESS, LONGEST, MOST, MOST_OF_A_KIND, OneLine, Quota, set_up


def record(line: int = 1, message: str = "refused %s", *values: Any, error: Any = None) -> logging.LogRecord:
    return logging.LogRecord("sim.test", logging.WARNING, "guard.py", line, message, values, error)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_lines_of_a_kind_are_written_ten_times_a_minute() -> None:
    clock = Clock()
    quota = Quota(clock)
    assert [quota.filter(record()) for _ in range(1_000)].count(True) == MOST_OF_A_KIND
    assert quota.filter(record(line=2))
    clock.now = 61.0
    assert quota.filter(record())


def test_lines_of_all_kinds_are_bounded_too() -> None:
    quota = Quota(Clock())
    assert [quota.filter(record(line)) for line in range(10_000)].count(True) == MOST


def test_what_was_left_out_is_counted_on_the_next_line() -> None:
    clock = Clock()
    quota, written = Quota(clock), []
    for _ in range(1_234):
        quota.filter(record())
    clock.now = 60.0
    for _ in range(2):
        quota.filter(one := record())
        written.append(OneLine().format(one))
    assert "(and 1,224 lines like those before)" in written[0]
    assert "lines like those" not in written[1]


def test_a_record_is_one_line_whatever_it_says() -> None:
    said = OneLine().format(record(1, "said %s", "a\r\n2026 ERROR forged\x1b[31m\u2028b"))
    assert len(said.splitlines()) == 1
    assert "\x1b" not in said
    assert "said a 2026 ERROR forged" in said


def test_a_long_message_is_cut() -> None:
    assert len(OneLine().format(record(1, "said %s", "x" * 100_000))) < LONGEST + 100


def test_an_exception_is_told_with_its_place_and_no_traceback() -> None:
    try:
        raise ValueError("first\nsecond")
    except ValueError as error:
        raised = (type(error), error, error.__traceback__)
    said = OneLine().format(record(1, "the page failed", error=raised))
    assert re.search(r"the page failed: ValueError: first second \(test_logs\.py, line \d+\)$", said)


@pytest.fixture
def restored() -> Iterator[None]:
    """Put back what `set_up` changes for the whole process."""
    root, access = logging.getLogger(), logging.getLogger(ACCESS)
    before = root.level, root.handlers[:], access.level, access.handlers[:], access.propagate
    hook = logs.threading.excepthook
    yield
    root.level, root.handlers, access.level, access.handlers, access.propagate = before
    logs.threading.excepthook = hook
    logging.captureWarnings(False)


@pytest.mark.usefixtures("restored")
def test_a_level_decides_what_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("warning", access=False)
    logging.getLogger("solara").info("quiet")
    logging.getLogger("solara").warning("grave")
    logging.getLogger(ACCESS).info("request")
    written = capsys.readouterr().err
    assert "grave" in written
    assert "quiet" not in written
    assert "request" not in written


@pytest.mark.usefixtures("restored")
def test_requests_are_written_on_demand_and_all_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("error", access=True)
    for _ in range(100):
        logging.getLogger(ACCESS).info('%s - "%s"', "127.0.0.1", "GET / HTTP/1.1")
    assert capsys.readouterr().err.count('"GET / HTTP/1.1"') == 100


@pytest.mark.usefixtures("restored")
def test_debugging_writes_whole_tracebacks(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("debug", access=False)
    try:
        raise ValueError("seen")
    except ValueError:
        logging.getLogger("sim.test").exception("failed")
    assert "Traceback" in capsys.readouterr().err
