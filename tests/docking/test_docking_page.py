"""The table of docs/docking.md against the tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "docking.md"
RESULTS = [f"D{number:02}" for number in range(1, 45)]
ROWS = {
    line[2:5]: [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if re.match(r"\| D\d\d \|", line)
}
TESTS = {
    name
    for path in HERE.glob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
}


def test_every_reference_result_has_one_row() -> None:
    assert list(ROWS) == RESULTS


@pytest.mark.parametrize("result", RESULTS)
def test_a_row_names_tests_that_exist_or_a_reason(result: str) -> None:
    _, _, docked, words = ROWS[result]
    named = set(re.findall(r"`(test_\w+)`", words))
    assert docked in {"exact", "kin", "none"}
    assert named <= TESTS
    assert bool(named) == (docked != "none")
    if docked == "none":
        assert len(words) > 5


def test_every_test_of_a_result_is_in_its_row() -> None:
    for name in TESTS:
        if found := re.match(r"test_d(\d\d)_", name):
            assert f"`{name}`" in ROWS[f"D{found[1]}"][3]
