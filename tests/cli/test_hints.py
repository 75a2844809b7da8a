"""Every command line that the program names in backticks is one that the real parser takes."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

import sim
from sim.cli.main import COMMANDS
from sim.files.errors import InputError
from sim.runs.spec import STANDARD_MODEL
from sim.studies import hints
from sim.studies.run import going_on
from tests.cli.test_ignored_options import parser_of

PROGRAM = Path(sim.__file__).parent
NAMED = re.compile(r"`(two-cities [a-z][^`]*)`")
HOLE = "X"
CATALOGUES = ("en", "fr")


def said(text: ast.AST) -> str | None:
    """Return a string of the source, with a word in place of what is filled in; None for anything else."""
    if isinstance(text, ast.Constant) and isinstance(text.value, str):
        return text.value
    if isinstance(text, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else HOLE for one in text.values)
    return None


def documented(tree: ast.AST) -> set[int]:
    """Return which strings are documentation of the code, by identity."""
    bodies = (getattr(node, "body", []) for node in ast.walk(tree))
    first = (body for body in bodies if isinstance(body, list))
    return {id(one.value) for body in first for one in body if isinstance(one, ast.Expr)}


def hinted() -> Iterator[tuple[str, str]]:
    """Yield every command in backticks among what the program says, with the file that says it."""
    for path in sorted(PROGRAM.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        silent = documented(tree)
        inner = {
            id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
        }
        for node in ast.walk(tree):
            if id(node) not in silent | inner and (text := said(node)) is not None:
                yield from ((path.name, words) for words in NAMED.findall(text))
    for language in CATALOGUES:
        text = (PROGRAM / "locale" / f"{language}.ftl").read_text("utf-8")
        yield from ((f"{language}.ftl", words) for words in NAMED.findall(text))


def fault(words: str) -> str:
    """Return why the command line cannot be given as it stands; empty where it can."""
    command, *rest = shlex.split(words)[1:]
    if command not in [one.name for one in COMMANDS]:
        return f"no command {command}"
    try:
        parser_of(command).parse_strictly(rest)
    except InputError as error:
        return str(error)
    return ""


def test_every_command_that_is_named_can_be_given() -> None:
    found = list(hinted())
    assert len(found) > 5
    assert [(where, words, wrong) for where, words in found if (wrong := fault(words))] == []


def test_a_command_that_lacks_something_would_be_found() -> None:
    assert "DIR" in fault("two-cities resume")
    assert "--retry" in fault("two-cities resume DIR --retry")
    assert "no command sweeep" in fault("two-cities sweeep DIR")


@pytest.mark.parametrize("folder", ["study", "my studies/it's one"])
@pytest.mark.parametrize("model", ["", STANDARD_MODEL, "curfew:CurfewCity"])
def test_a_study_is_resumed_as_it_was_begun(folder: str, model: str) -> None:
    plan = SimpleNamespace(study={"model": model or STANDARD_MODEL})
    results = SimpleNamespace(folder=Path(folder), plan=plan)
    for words in (
        hints.to_resume(results, "--retry-failed"),  # type: ignore[arg-type]
        hints.resuming(folder, model, "--retry-failed"),
    ):
        assert not fault(words.strip("`"))
        options = parser_of("resume").parse_strictly(shlex.split(words.strip("`"))[2:])
        assert (options.folder, options.retry_failed) == (folder, True)
        assert options.model == (model if model not in ("", STANDARD_MODEL) else None)


def test_where_there_is_no_study_the_first_command_is_what_goes_on(tmp_path: Path) -> None:
    assert going_on(tmp_path) == "the same command again"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        ([], "is empty, it holds no plan of runs; begin with `two-cities sweep DESIGN --out {}`"),
        (["a"], "holds no plan of runs; begin with"),
        (["search.toml"], "holds a search, not one study; it has not begun"),
        (
            ["search.toml", "generation-0000/a", "generation-0001/a", "analysis/a"],
            "it is made of 2, the last of them {}/generation-0001; its tables are in {}/analysis",
        ),
        (["smc.toml", "points/ab/a"], "holds a calibration in rounds, not one study; it is made of 1"),
        (["reproduce.py", "study/a"], "holds a package; the study that it came with is {}/study"),
        (["fan-receipt.json"], "holds what was made of a study"),
        (["ro-crate-metadata.json"], "holds what was made of a study"),
    ],
)
def test_a_folder_without_a_study_says_what_it_holds(make: list[str], words: str, tmp_path: Path) -> None:
    for name in make:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    line = hints.no_plan(tmp_path)
    assert words.replace("{}", str(tmp_path)) in line
    assert line.startswith(f"{tmp_path}: ")
    assert [wrong for named in NAMED.findall(line) if (wrong := fault(named))] == []


def test_a_file_and_nothing_at_all_are_no_folders(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "is a file" in hints.no_plan(tmp_path / "file")
    assert "is no folder" in hints.no_plan(tmp_path / "nowhere")
