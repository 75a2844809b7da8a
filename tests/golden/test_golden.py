"""Results change only on purpose: every scenario's kept outcomes against the model's present ones."""

from __future__ import annotations

import pytest

from sim.outcomes import OUTCOMES
from tests.golden.runs import FOLDER, TOLERANCE, kept, names, read, run_one, write
from tests.golden.update import difference


@pytest.mark.parametrize("name", names())
def test_outcomes_are_those_kept(name: str) -> None:
    before, now = read(kept(name).read_text()), run_one(name)
    assert list(before) == list(now) == list(OUTCOMES)
    for outcome, row in before.items():
        assert now[outcome] == pytest.approx(row, rel=TOLERANCE, abs=TOLERANCE, nan_ok=True), outcome


def test_every_kept_file_belongs_to_a_scenario() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == set(names())


def test_scenarios_differ_by_more_than_the_tolerance() -> None:
    tables = [read(kept(name).read_text()) for name in names()]
    last = [table["wellbeing"]["week 59"] for table in tables]
    assert min(abs(a - b) for i, a in enumerate(last) for b in last[:i]) > 10 * TOLERANCE


def test_the_update_command_shows_what_changes() -> None:
    name = names()[0]
    table = read(kept(name).read_text())
    assert difference(name, write(table)) == ""
    table["trust"]["week 0"] += 0.25
    shown = difference(name, write(table)).splitlines()
    assert [line[:6] for line in shown[3:]] == ["-trust", "+trust"]
