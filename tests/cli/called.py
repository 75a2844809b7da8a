"""Commands as they are called by a test, and what they print."""

from __future__ import annotations

import json

import pytest

from sim.cli import main as cli

SMALL = ["--residents", "200", "--burn-in", "4", "--city", "synthetic:4", "--quiet"]
YEAR = ["--weeks", "52"]


def run(*arguments: str) -> int:
    return cli.main(list(arguments))


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:
    assert run(*arguments, *SMALL, "--json") == 0
    return json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
