"""Files that commands write, and runs that fail."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from sim import Comparison
from sim.files.cells import harmless
from sim.outcomes import OUTCOMES
from tests.cli.called import SMALL, YEAR, document, run


def test_weekly_csv(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "weeks.csv"
    several = ["compare", "emancipatory", "control", *YEAR, "--seeds", "2", "--out", str(path)]
    found = document(capsys, *several)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["seed", "city", "week", *OUTCOMES]
    assert [(row["seed"], row["city"], row["week"]) for row in rows] == [
        (seed, city, str(week))
        for seed in ("1", "2")
        for city in ("emancipatory", "control")
        for week in range(52)
    ]
    last = [float(row["trust"]) for row in rows if row["city"] == "control" and int(row["week"]) >= 48]
    assert np.mean(last) == pytest.approx(found["outcomes"]["trust"]["1"]["control"], rel=1e-12)
    assert sorted(tmp_path.iterdir()) == [path]


def test_json_file_is_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "outcomes.json"
    found = document(capsys, "run", "control", *YEAR, "--out", str(path))
    assert json.loads(path.read_text("utf-8")) == found


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_cells_are_no_formulas(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless("control") == "control"


def test_a_failed_run_is_named_and_the_others_are_done(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Comparison.run

    def failing(self: Comparison, weeks: int | None = None) -> Comparison:
        if self.branch_point.run_seed == 2:
            raise MemoryError("no room")
        return whole(self, weeks)

    monkeypatch.setattr(Comparison, "run", failing)
    assert run("run", "control", *YEAR, *SMALL, "--seeds", "3", "--json") == 1
    said = capsys.readouterr()
    assert said.err == "two-cities: seed 2 failed: MemoryError no room\n"
    receipt = json.loads(said.out)["receipt"]
    assert (receipt["seeds"], receipt["failed_seeds"]) == ([1, 2, 3], [2])


def test_when_every_run_fails_nothing_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(self: Comparison, weeks: int | None = None) -> Comparison:
        raise MemoryError

    monkeypatch.setattr(Comparison, "run", failing)
    assert run("compare", "control", "emancipatory", *YEAR, *SMALL) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "two-cities: seed 1 failed: MemoryError\n"
