"""Bad input: one line, exit status 2."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from sim.parameters import LEVERS
from tests.cli.called import run


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the one line on standard error of a command that must exit with 2."""
    assert run(*arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("two-cities: ")
    assert said.err.count("\n") == 1
    return said.err


ALL_ZERO = [word for name in LEVERS if name.startswith("own_") for word in ("--set", f"{name}=0")]
BAD: list[tuple[Sequence[str], Sequence[str]]] = [
    (["rum"], ["unknown command 'rum'", "'run'"]),
    (["run"], ["SCENARIO"]),
    (["run", "contrl"], ["unknown scenario 'contrl'", "'control'"]),
    (["run", "../control"], ["'../control'", "neither a name"]),
    (["run", "nowhere.toml"], ["nowhere.toml", "no such file"]),
    (["run", "control", "more"], ["unexpected argument 'more'"]),
    (["run", "control", "--resident", "5"], ["--resident", "--residents"]),
    (["run", "control", "--residents"], ["--residents", "expected one argument"]),
    (["run", "control", "--residents", "2000001"], ["2000001", "2 to 2000000"]),
    (["run", "control", "--residents", "nan"], ["residents = nan", "finite"]),
    (["run", "control", "--residents", "many"], ["residents = 'many'", "a whole number"]),
    (["run", "control", "--weeks", "1.5"], ["weeks = 1.5", "whole"]),
    (["run", "control", "--weeks", "0"], ["weeks = 0", "1 to"]),
    (["run", "control", "--burn-in", "-1"], ["burn_in = -1", "0 to"]),
    (["run", "control", "--seed", "-1"], ["seed = -1"]),
    (["run", "control", "--seed", str(2**63 - 1), "--seeds", "2"], ["the last of --seeds"]),
    (["run", "control", "--seeds", "0"], ["--seeds = 0", "1 to"]),
    (["run", "control", "--seeds", "x"], ["--seeds = 'x'"]),
    (["run", "control", "--set", "surveillance"], ["NAME=VALUE"]),
    (["run", "control", "--set", "surveillance=nan"], ["surveillance = nan", "finite", "0 to 1"]),
    (["run", "control", "--set", "surveillance=inf"], ["surveillance = inf", "finite", "0 to 1"]),
    (["run", "control", "--set", "surveillance=true"], ["surveillance = 'true'", "a number"]),
    (["run", "control", "--set", "surveillance=1.01"], ["surveillance = 1.01", "0 to 1"]),
    (["run", "control", "--set", "survellance=0"], ["'survellance'", "'surveillance'"]),
    (["run", "control", "--set", "evolving=1"], ["evolving = '1'", "true or false"]),
    (["run", "control", "--set", "consent=opt-in"], ["consent = 'opt-in'", "'opt_in'"]),
    (["run", "control", "--set", "residents=5"], ["residents", "context"]),
    (["run", "control", "--set", "places=0", "--set", "places=1"], ["places", "twice"]),
    (["run", "control", *ALL_ZERO], ["own_state", "are all 0"]),
    (["run", "control", "--assumptions", "centrl"], ["'centrl'", "'central'"]),
    (["run", "control", "--city", "londn"], ["'londn'", "'london'"]),
    (["run", "control", "--city", "../secret"], ["outside the folder"]),
    (["run", "control", "--city", "blank.csv"], ["blank.csv", "the file is empty"]),
    (["run", "control", "--city", "negative.csv"], ["negative.csv", "row 2", "-4"]),
    (["run", "control", "--city", "nameless.csv"], ["nameless.csv", "no column 'name'"]),
    (["run", "empty.toml"], ["empty.toml", "empty"]),
    (["run", "zero.toml"], ["zero.toml", "are all 0"]),
    (["run", "control", "--out", "weeks.xlsx"], ["weeks.xlsx", ".csv"]),
    (["run", "control", "--out", "nowhere/weeks.csv"], ["no folder 'nowhere'"]),
    (["run", "control", "--out", "folder.csv"], ["folder.csv", "is a folder"]),
    (["compare", "control"], ["allowed: 2 to"]),
    (["compare", "control", "emancipatory", "--sedes", "3"], ["--sedes", "--seeds"]),
    (["parameters", "--role", "levers"], ["'levers'", "'lever'"]),
    (["app", "--port", "0"], ["--port", "1 to 65535"]),
    (["app", "--port", "http"], ["--port", "1 to 65535"]),
    (["--versoin"], ["--versoin", "--version"]),
]


@pytest.mark.parametrize(("arguments", "words"), BAD, ids=lambda part: " ".join(part)[:60])
def test_bad_input_costs_one_line(
    arguments: Sequence[str],
    words: Sequence[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.csv").mkdir()
    owners = "\n".join(f"{name} = 0" for name in LEVERS if name.startswith("own_"))
    files = {
        "blank.csv": "",
        "empty.toml": "",
        "negative.csv": "name,population\nA,-4\n",
        "nameless.csv": "x,population\n1,4\n",
        "zero.toml": f"[levers]\n{owners}\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    said = refusal(capsys, *arguments)
    assert [word for word in words if word not in said] == []


def test_a_taken_port_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert port in refusal(capsys, "app", "--host", "127.0.0.1", "--port", port, "--no-open")
