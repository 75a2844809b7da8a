"""Compiling: once, in two parts that together are all a run needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sim.model.warm_up import ENOUGH

PARTS = """
from sim.model.warm_up import compile_part, compiled_functions, warm_up
from sim.model.city_model import CityModel
for part in (0, 1):
    compile_part(part)
before = compiled_functions()
CityModel("control", residents=50, city="london", history=2, weeks=2).run()
warm_up()
print(before, compiled_functions())
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


def test_the_first_run_compiles_says_so_and_the_next_does_not(tmp_path: Path) -> None:
    words = ["-m", "sim", "run", "control", "--residents", "100", "--weeks", "8", "--quiet"]
    first, second = python(words, tmp_path), python(words, tmp_path)
    assert "Compiling the model once" in first.stderr
    assert "Compiling" not in second.stderr
    assert first.stdout == second.stdout
