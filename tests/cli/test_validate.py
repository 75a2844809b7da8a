"""`two-cities validate`, `parameters` and `warm-up`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sim.parameters import LEVERS, PARAMETERS
from sim.scenario.scenario import list_scenarios
from tests.cli.called import run


def test_validate_says_what_files_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {
        "mine.toml": ("[levers]\nsurveillance = 0.1\n", "scenario, 1 of"),
        "belief.toml": ("[assumptions]\n", "set of assumptions, 0 of"),
        "plan.toml": ('[run]\nscenarios = ["control"]\n', "experiment"),
        "sought.toml": (
            (
                '[search]\nobjectives = ["wellbeing", "exposure"]\npopulation = 8\ngenerations = 3\n'
                "[run]\nseeds = 2\n[vary]\nopenness = {}\n"
            ),
            "48 runs at most, of 8 cities x 3 generations x 1 set of assumptions x 2 seeds",
        ),
        "town.csv": ("name,population\nA,4\nB,5\n", "city, 2 districts"),
        "town.toml": ('title = "Town"\n', "city, 2 districts"),
        "other.toml": ('title = "Other"\n', "mapping"),
    }
    for name, (text, _) in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    for name, (_, words) in files.items():
        assert run("validate", str(tmp_path / name)) == 0
        assert words in capsys.readouterr().out, name


def test_validate_names_every_bad_file_and_checks_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "a.toml": "[levers]\nsurveillance = 3\n",
        "b.csv": "name,population\nA,4\n",
        "c.toml": "[lever]\n",
        "d.doc": "x",
        "e.toml": '[search]\nobjectives = ["wellbeing", "exposure"]\n[vary]\ngain = {}\n',
        "f.toml": '[run]\nscenarios = ["contrl"]\n',
    }
    paths = [tmp_path / name for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text, "utf-8")
    assert run("validate", *map(str, paths)) == 2
    said = capsys.readouterr()
    assert "b.csv: a sound city" in said.out
    lines = said.err.splitlines()
    assert len(lines) == 5
    assert "surveillance = 3" in lines[0]
    assert "levers" in lines[1]
    assert ".toml" in lines[2]
    assert "e.toml: varies gain; a search is over levers" in lines[3]
    assert "f.toml: [run]: unknown scenario 'contrl'; did you mean 'control'?" in lines[4]


def test_every_shipped_scenario_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(__file__).parents[2] / "scenarios"
    found = [*folder.rglob("*.toml"), *folder.rglob("*.geojson")]
    shipped = [
        path for path in found if path.parent.name != "neutrality"
    ]  # witnesses: a command's own record
    assert len(shipped) > len(list_scenarios())
    assert run("validate", *map(str, shipped)) == 0, capsys.readouterr().err


def test_parameters(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("parameters", "--json") == 0
    found = json.loads(capsys.readouterr().out)["parameters"]
    assert [one["name"] for one in found] == list(PARAMETERS)
    assert run("parameters", "--role", "lever") == 0
    lines = capsys.readouterr().out.splitlines()[1:]
    assert [line.split()[0] for line in lines] == list(LEVERS)


def test_warm_up_says_when_it_is_ready(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("warm-up") == 0
    assert "ready" in capsys.readouterr().out
