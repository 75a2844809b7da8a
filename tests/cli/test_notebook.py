"""`two-cities notebook`: copies, says how to open it, and never writes over anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.files.resources import notebook_text
from tests.cli.called import run


def test_the_notebook_is_copied_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("notebook") == 0
    assert (tmp_path / "two-cities.ipynb").read_text("utf-8") == notebook_text()
    assert capsys.readouterr().out == "two-cities.ipynb: open it with: jupyter lab two-cities.ipynb\n"


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("mine.ipynb", "is there already; give another name"),
        ("mine.txt", "the ending must be one of .ipynb"),
        ("nowhere/mine.ipynb", "there is no folder 'nowhere'"),
    ],
)
def test_where_it_cannot_be_copied_one_line_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], file: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    kept = tmp_path / "mine.ipynb"
    kept.write_text("{}", "utf-8")
    assert run("notebook", file) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert kept.read_text("utf-8") == "{}"
