"""Compiling: once, in two parts that together are all a run needs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sim.model.warm_up as module
from sim.engine.kernel_cache import cache_folder
from sim.model.warm_up import ENOUGH, warm_up

PARTS = """
from sim.engine.kernel_cache import kept_kernels
from sim.model.warm_up import compile_part, warm_up
from sim.model.city_model import CityModel
for part in (0, 1):
    compile_part(part)
before = len(kept_kernels())
CityModel("control", residents=50, city="london", burn_in=2, weeks=2).run()
warm_up()
print(before, len(kept_kernels()))
"""


def python(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"NUMBA_CACHE_DIR": str(folder)}
    return subprocess.run(
        [sys.executable, *words], env=environment, capture_output=True, text=True, check=True
    )


@pytest.mark.slow
def test_the_two_parts_are_all_that_a_run_needs(tmp_path: Path) -> None:
    before, after = map(int, python(["-c", PARTS], tmp_path).stdout.split())
    assert ENOUGH <= before == after


RUN = ["-m", "sim", "run", "control", "--residents", "100", "--weeks", "8", "--quiet"]


@pytest.mark.slow
def test_the_first_run_compiles_says_so_and_the_next_does_not(tmp_path: Path) -> None:
    first, second = python(RUN, tmp_path), python(RUN, tmp_path)
    assert "Compiling the model once" in first.stderr
    assert "Compiling" not in second.stderr
    assert first.stdout == second.stdout


OPENED = """
import sys
sys.addaudithook(lambda event, given: event == "open" and str(given[0]).endswith(".kernel") and print(given[0]))
from sim.model.city_model import CityModel
CityModel("control", residents=100, weeks=8).run()
"""
"""A run that tells which kernels it finds."""
LOST = ("budget", "needs", "service", "trust")
"""Mechanisms that a warm-up which was stopped had not come to."""


def half_compiled(folder: Path) -> list[str]:
    """Keep in ``folder`` what a run finds here, but for the lost mechanisms and what is compiled into kernels."""
    warm_up()
    there = folder / cache_folder().parent.name / cache_folder().name
    there.mkdir(parents=True)
    for line in python(["-c", OPENED], cache_folder().parents[1]).stdout.splitlines():
        path = Path(line)
        if not path.name.startswith(tuple(f"sim.mechanisms.{name}." for name in LOST)):
            shutil.copy(path, there)
    return [path.name for path in there.iterdir()]


@pytest.mark.parametrize(("kept", "compiles"), [(ENOUGH - 1, True), (ENOUGH, False)])
def test_what_is_kept_of_a_half_compiled_model_is_not_enough(
    kept: int, compiles: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    compiled: list[bool] = []
    monkeypatch.setattr(module, "_SEEN_COMPILED", set())
    monkeypatch.setattr(module, "kept_kernels", lambda: [Path("one.kernel")] * kept)
    monkeypatch.setattr(module, "warm_up", lambda: compiled.append(True))
    module.compile_first()
    assert bool(compiled) == compiles
    assert ("Compiling the model once" in capsys.readouterr().err) == compiles


def test_a_process_looks_once_whether_all_is_compiled(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    looked: list[Path] = []
    monkeypatch.setattr(module, "_SEEN_COMPILED", set())
    monkeypatch.setattr(module, "is_compiled", lambda: looked.append(module.cache_folder()) or True)
    for folder in (tmp_path / "a", tmp_path / "a", tmp_path / "b"):
        monkeypatch.setenv("NUMBA_CACHE_DIR", str(folder))
        module.compile_first()
    assert [path.parents[1].name for path in looked] == ["a", "b"]


@pytest.mark.slow
def test_a_model_half_compiled_is_compiled_says_so_and_the_next_run_does_not(tmp_path: Path) -> None:
    assert 0 < len(half_compiled(tmp_path)) < ENOUGH
    first, second = python(RUN, tmp_path), python(RUN, tmp_path)
    assert "Compiling the model once" in first.stderr
    assert "Compiling" not in second.stderr
    assert first.stdout == second.stdout


@pytest.mark.slow
def test_a_run_over_a_wholly_damaged_cache_says_so_and_compiles_anew(tmp_path: Path) -> None:
    first = python(RUN, tmp_path)
    for path in tmp_path.rglob("*.kernel"):
        path.write_bytes(path.read_bytes()[:100])
    second, third = python(RUN, tmp_path), python(RUN, tmp_path)
    damaged, compiling = second.stderr.splitlines()
    assert damaged.endswith("is damaged; it is compiled anew.")
    assert compiling.startswith("Compiling the model once")
    assert third.stderr == ""
    assert first.stdout == second.stdout == third.stdout


@pytest.mark.slow
def test_a_run_that_can_keep_nothing_says_so_and_works(tmp_path: Path) -> None:
    nowhere = tmp_path / "file"
    nowhere.touch()
    refused, kept = python(RUN, nowhere), python(RUN, tmp_path / "folder")
    assert [line for line in refused.stderr.splitlines() if line.startswith("Nothing can be kept in")]
    assert len(refused.stderr.splitlines()) == 2
    assert refused.stdout == kept.stdout
