"""Seats of the real server: freed by whoever leaves without a word, and bad settings told in one line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.visitor import visitor
from tests.counting import Count
from tests.dashboard.asgi import finished
from tests.served.server import ROOT, Served


@pytest.mark.slow
def test_the_seat_of_a_killed_browser_goes_to_the_next_in_line(tmp_path: Path, count: Count) -> None:
    count("browser killed without a word", 1, "its seat is the next visitor's within a minute")
    served = Served(tmp_path / "said.txt", "--seats", "1")

    async def visit() -> None:
        async with visitor(served.url) as first, visitor(served.url) as second:
            await first.draw()
            await second.ask()
            await second.until(lambda: "number 1 in line" in second.text)
            first.drop()
            await second.until(lambda: second.frames > 0)

    try:
        finished(visit())
    finally:
        served.stop()


def test_a_bad_setting_is_told_in_one_line(count: Count) -> None:
    count("bad setting of the server", 1, "one line, exit status 2")
    command = [sys.executable, "-m", "sim", "app"]
    answer = subprocess.run(
        command,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "TWO_CITIES_SESSIONS": "abc"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 2
    assert answer.stderr == (
        "two-cities: TWO_CITIES_SESSIONS = 'abc' must be a whole number (allowed: 1 to 1000)\n"
    )
