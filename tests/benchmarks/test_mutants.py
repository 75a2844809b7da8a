"""Parts measured one by one stand in one table."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def mutants() -> ModuleType:
    """Import what takes half a second when these tests run, not in every worker that collects them."""
    pytest.importorskip("cosmic_ray")
    from benchmarks import mutants

    return mutants


def test_a_part_measured_again_leaves_the_others(mutants: ModuleType) -> None:
    kept = [{"part": "sim/answers", "noticed": 1}, {"part": "sim/mechanisms", "noticed": 2}]
    found = mutants.beside(kept, [{"part": "sim/answers", "noticed": 3}])
    assert [(row["part"], row["noticed"]) for row in found] == [("sim/mechanisms", 2), ("sim/answers", 3)]


def test_rows_measured_before_are_read(
    mutants: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mutants.json"
    monkeypatch.setattr(mutants, "MUTANTS", file)
    assert mutants.kept_rows() == []
    file.write_text(json.dumps({"rows": [{"part": "sim/answers"}]}))
    assert mutants.kept_rows() == [{"part": "sim/answers"}]


def test_tests_that_fail_before_anything_is_changed_notice_nothing(
    mutants: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They would fail for every mutant, and the score would be perfect."""
    failing = ("tests/golden",)
    monkeypatch.setattr(mutants, "_pass", lambda tests, environment, folder: tests != failing)
    mutants.whole("sim/answers", tmp_path)
    with pytest.raises(SystemExit, match="sim/mechanisms: tests/golden fail as they are; mend that first"):
        mutants.whole("sim/mechanisms", tmp_path)


def test_tests_named_after_a_file_come_first(mutants: ModuleType) -> None:
    found = mutants.ordered(("tests/answers", "tests/engine/test_draws.py"), "sim/answers/flip.py")
    assert found == [
        "tests/answers/test_flip.py",
        "tests/answers/test_flip_by_hand.py",
        "tests/answers",
        "tests/engine/test_draws.py",
    ]
