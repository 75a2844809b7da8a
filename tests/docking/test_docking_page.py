"""The table of docs/docking.md against the tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

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


def faults_of(result: str) -> list[str]:
    _, _, docked, words = ROWS[result]
    named = set(re.findall(r"`(test_\w+)`", words))
    faults = {
        "neither exact, kin nor none": docked not in {"exact", "kin", "none"},
        "names a test that does not exist": not named <= TESTS,
        "names tests where it has none, or none where it has": bool(named) == (docked == "none"),
        "gives no reason": docked == "none" and len(words) <= 5,
    }
    return [fault for fault, found in faults.items() if found]


def test_every_row_names_tests_that_exist_or_a_reason() -> None:
    assert {result: faults for result in RESULTS if (faults := faults_of(result))} == {}


def test_every_test_of_a_result_is_in_its_row() -> None:
    for name in TESTS:
        if found := re.match(r"test_d(\d\d)_", name):
            assert f"`{name}`" in ROWS[f"D{found[1]}"][3]
