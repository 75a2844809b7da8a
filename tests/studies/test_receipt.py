"""Receipts of studies and analyses, and packages that run elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from sim.cli.main import main
from sim.files.errors import InputError
from sim.studies import open_results, resume, sweep
from sim.studies.package import write_package
from sim.studies.receipt import differences, read_receipt
from sim.studies.replication import compare
from sim.studies.results import Results
from sim.studies.store import Store
from tests.studies.small import HERE, design

ROOT = Path(__file__).parents[2]


def test_a_study_has_its_receipt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.toml"
    path.write_text(design().source)
    out = tmp_path / "out"
    assert main(["sweep", str(path), "--out", str(out), "--workers", "1", "--quiet"]) == 0
    receipt = read_receipt(out)
    assert receipt["results"] == Store(out).digest()
    assert receipt["runs"] == {"done": 12}
    assert receipt["command"] == f"two-cities sweep {path} --out {out}"
    assert {"two-cities", "model", "python", "numpy", "numba", "pyarrow"} <= receipt["versions"].keys()
    assert receipt["machine"]["cpu"]
    next((out / "runs").iterdir()).unlink()
    resume(out, HERE)
    assert read_receipt(out) | {"date": ""} == receipt | {"date": ""}  # the same study, and how it began
    capsys.readouterr()
    assert main(["receipt", str(out)]) == 0
    assert f"results       {receipt['results']}" in capsys.readouterr().out
    assert main(["receipt", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["code"] == receipt["code"]


def test_every_table_and_figure_has_its_receipt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sweep(design(), tmp_path, HERE)
    assert main(["analyse", "fan", str(tmp_path), "--outcome", "trust", "--quiet"]) == 0
    receipt = json.loads((tmp_path / "analysis" / "fan-receipt.json").read_text())
    written = {path.name for path in (tmp_path / "analysis").iterdir()} - {"fan-receipt.json"}
    assert set(receipt["files"]) == written
    assert receipt["study"]["results"] == Store(tmp_path).digest()
    assert receipt["command"] == f"two-cities analyse fan {tmp_path} --outcome trust"
    assert differences(tmp_path) == []
    (tmp_path / "analysis" / "fan.csv").write_text("improved\n")
    assert main(["receipt", str(tmp_path)]) == 1
    assert "fan.csv: is not as it was written" in capsys.readouterr().err


def test_other_results_are_told(tmp_path: Path) -> None:
    sweep(design(), tmp_path, HERE)
    next((tmp_path / "runs").iterdir()).unlink()
    (said,) = differences(tmp_path)
    assert "the receipt says" in said
    with pytest.raises(InputError, match="the receipt says"):
        write_package(tmp_path, tmp_path.parent / "package.zip")
    with pytest.raises(InputError, match="is empty, it holds no plan"):
        read_receipt(tmp_path / "runs")


def test_a_package_runs_elsewhere_to_the_same_digest(tmp_path: Path) -> None:
    own = tmp_path / "mine"
    own.mkdir()
    (own / "harbour.toml").write_text('[levers]\nsurveillance = 0.7\n[[events]]\nkind = "breach"\nweek = 2\n')
    (own / "hasty.toml").write_text("[assumptions]\ntrust_speed = 0.2\n")
    study = design(
        run={
            "scenarios": ["emancipatory", str(own / "harbour.toml")],
            "assumptions": [str(own / "hasty.toml")],
            "model": "tests.faults.faulty_city:FaultyCity",
        },
    )
    sweep(study, tmp_path / "study", HERE._replace(model="tests.faults.faulty_city:FaultyCity"))
    assert main(["analyse", "paired", str(tmp_path / "study"), "--outcome", "trust", "--quiet"]) == 0
    packed = write_package(tmp_path / "study", tmp_path / "package.zip")
    assert packed.read_bytes() == write_package(tmp_path / "study", tmp_path / "again.zip").read_bytes()
    for path in own.iterdir():
        path.unlink()
    there = tmp_path / "elsewhere"
    zipfile.ZipFile(packed).extractall(there)
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    (tmp_path / "installed").mkdir()
    (tmp_path / "installed" / "sim").symlink_to(ROOT / "sim")
    (tmp_path / "installed" / "scenarios").symlink_to(ROOT / "scenarios")
    done = subprocess.run(
        [sys.executable, "reproduce.py"],
        cwd=there,
        env=bare | {"PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert f"results {Store(tmp_path / 'study').digest()}: the same" in done.stdout


def test_a_package_is_a_crate_that_names_every_file(tmp_path: Path) -> None:
    sweep(design(), tmp_path / "study", HERE)
    archive = zipfile.ZipFile(write_package(tmp_path / "study", tmp_path / "package.zip"))
    graph = {one["@id"]: one for one in json.loads(archive.read("ro-crate-metadata.json"))["@graph"]}
    assert graph["ro-crate-metadata.json"]["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    named = {part["@id"] for part in graph["./"]["hasPart"]}
    assert named == set(archive.namelist()) - {"ro-crate-metadata.json"}
    assert named <= graph.keys()
    assert graph["#study"]["result"]
    assert all(int(graph[name]["contentSize"]) == len(archive.read(name)) for name in named)


def test_figures_are_compared_run_by_run_where_another_version_ran(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keys of the runs, and so the digest, name the version; the figures may be the same all the same."""
    sweep(design(), tmp_path / "study", HERE)
    assert compare(tmp_path / "study", tmp_path / "study")[1].endswith(": the same")
    with monkeypatch.context() as other:
        for module in ("expansion", "run", "runner", "tasks"):
            other.setattr(f"sim.studies.{module}.code_version", lambda model: "3+another")
        sweep(design(), tmp_path / "again", HERE)
    same, words = compare(tmp_path / "study", tmp_path / "again")
    assert same
    assert (
        "figures of all 12 runs: the same to the bit, by another version of the program (3+another for"
        in words
    )
    results = open_results(tmp_path / "again")
    weekly = Results.weekly

    def moved(self: Results, name: str) -> np.ndarray:
        values = weekly(self, name)
        if self.folder == results.folder and name == "trust":
            values[3, 5] += 0.25
        return values

    monkeypatch.setattr(Results, "weekly", moved)
    same, words = compare(tmp_path / "study", tmp_path / "again")
    assert (same, words.partition(", by")[0]) == (
        False,
        "figures of 1 of 12 runs: not the same, 0.25 apart at most",
    )
    sweep(design(run={"seeds": 1}), tmp_path / "other", HERE)
    assert compare(tmp_path / "study", tmp_path / "other")[1].endswith("of another design")
