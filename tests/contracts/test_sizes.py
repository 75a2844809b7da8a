"""Functions of at most 30 lines, files of at most 300; what is longer says why, in one line beside it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_LINES, MOST_OF_A_FILE = 30, 300
REASON = "# Long: "
"""Begins the line directly above a function that is long, or above everything in a file that is."""
CODE = (".py", ".js", ".vue", ".css", ".html")
"""Tables of data (.toml, .ftl) are as long as what they list."""
AS_LONG_AS_WHAT_IT_NAMES = {
    "sim/city/coordinates.py: to_degrees": "seven arguments a line each, and the branches of one decision",
    "sim/city/load.py: city_of": "a field of a city a line",
    "sim/dashboard/page.py: _Cities": "the properties of one component, a line each",
    "sim/model/city_model.py: __init__": "an argument a line, and what they are",
}


def files() -> list[Path]:
    return sorted(path for path in (ROOT / "sim").rglob("*") if path.suffix in CODE)


def long_functions(path: Path) -> Iterator[tuple[str, int, bool]]:
    """Yield every function of a file that is long or has a reason to be: its name, its lines, whether it has."""
    text = path.read_text("utf-8")
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            reasoned = first > 1 and _is_reason(lines[first - 2])
            if length > MOST_LINES or reasoned:
                yield node.name, length, reasoned


def _is_reason(line: str) -> bool:
    return line.strip().startswith(REASON) and len(line.split()) > 3


def faults_of_functions(path: Path, place: str) -> list[str]:
    faults = []
    for name, length, reasoned in long_functions(path):
        reasoned = reasoned or f"{place}: {name}" in AS_LONG_AS_WHAT_IT_NAMES
        if length > MOST_LINES and not reasoned:
            faults.append(f"{place}: {name} has {length} lines; split it, or say why above it: {REASON}…")
        if length <= MOST_LINES and reasoned:
            faults.append(f"{place}: {name} has {length} lines, and needs no reason for being long")
    return faults


def faults_of_file(path: Path, place: str) -> list[str]:
    lines = path.read_text("utf-8").splitlines()
    if len(lines) <= MOST_OF_A_FILE or _is_reason(lines[0]):
        return []
    return [f"{place}: has {len(lines)} lines; split it, or say why in its first line: {REASON}…"]


def test_what_is_long_says_why() -> None:
    found = {str(path.relative_to(ROOT)): path for path in files()}
    assert len(found) > 400
    faults = [fault for place, path in found.items() for fault in faults_of_file(path, place)]
    for place, path in found.items():
        if path.suffix == ".py":
            faults += faults_of_functions(path, place)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("lines", "above", "said"),
    [
        (31, "", "has 31 lines; split it"),
        (31, "# Long:\n", "has 31 lines; split it"),
        (31, "# Long: a field a line\n", ""),
        (31, "# Long: a field a line\n@decorated\n", ""),
        (30, "", ""),
        (30, "# Long: a field a line\n", "needs no reason"),
    ],
)
def test_a_long_function_is_named(lines: int, above: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "noun.py"
    path.write_text(f'"""A noun."""\n{above}def rule():\n' + "    pass\n" * (lines - 1))
    faults = faults_of_functions(path, "noun.py")
    assert len(faults) == bool(said)
    assert said in "".join(faults)


def test_a_long_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "noun.py"
    path.write_text("pass\n" * 300)
    assert faults_of_file(path, "noun.py") == []
    path.write_text("pass\n" * 301)
    assert "has 301 lines" in faults_of_file(path, "noun.py")[0]
    path.write_text("# Long: one mechanism is read whole\n" + "pass\n" * 300)
    assert faults_of_file(path, "noun.py") == []
