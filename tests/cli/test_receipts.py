"""Receipts of the command line."""

from __future__ import annotations

import json
import shlex

import pytest

from sim.cli import main as cli
from sim.parameters import LEVERS
from tests.cli.called import YEAR, document


def test_the_receipt_repeats_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    first = document(capsys, "run", "control", *YEAR, "--seed", "9", "--set", "surveillance=0.3")
    words = shlex.split(first["receipt"]["command"])
    assert words[0] == "two-cities"
    assert cli.main([*words[1:], "--json", "--quiet"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert again["outcomes"] == first["outcomes"]
    moment = first["receipt"].pop("date"), again["receipt"].pop("date")
    assert moment[0] <= moment[1]
    assert again["receipt"] == first["receipt"]


def test_the_receipt_is_complete(capsys: pytest.CaptureFixture[str]) -> None:
    receipt = document(capsys, "compare", "emancipatory", "control", *YEAR)["receipt"]
    assert {"two-cities", "model", "python", "numpy", "numba", "mesa"} <= receipt["versions"].keys()
    assert receipt["machine"]["cpu"]
    assert receipt["city"]["fingerprint"]
    assert (receipt["residents"], receipt["burn_in"], receipt["weeks"]) == (200, 4, 52)
    assert list(receipt["scenarios"]["control"]["levers"]) == list(LEVERS)
    assert receipt["assumptions"] == {"set": "central", "changed": {}}


def test_a_set_of_assumptions_is_told_by_its_changes(capsys: pytest.CaptureFixture[str]) -> None:
    receipt = document(capsys, "run", "control", *YEAR, "--assumptions", "sceptic")["receipt"]
    assert receipt["assumptions"]["set"] == "sceptic"
    assert receipt["assumptions"]["changed"]
