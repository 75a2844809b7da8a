"""The experiment beside the package still makes what its page says: the model's kernels, for browsers, bit by bit."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "experiments" / "webassembly" / "README.md"
NEEDED = ("node", "wasm-ld")
STEPS = ("compile.py all.wasm", "native.py city", "compare.js city all.wasm --recorded")


def command(step: str, folder: Path) -> list[str]:
    """Return the README's command of that ``step``, with what it writes in ``folder``."""
    (line,) = (line for line in README.read_text(encoding="utf-8").splitlines() if step in line)
    words = shlex.split(line.partition("#")[0])
    program = {"python": sys.executable}.get(words[0], words[0])
    return [program, words[1], *(word if word.startswith("-") else str(folder / word) for word in words[2:])]


@pytest.mark.slow
@pytest.mark.skipif(
    not all(map(shutil.which, NEEDED)), reason=f"not all on this machine: {', '.join(NEEDED)}"
)
def test_kernels_for_browsers_give_the_bytes_of_the_native_run(tmp_path: Path) -> None:
    said = ""
    for step in STEPS:
        done = subprocess.run(
            command(step, tmp_path),
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": "."},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        said = done.stdout
    assert "68640 of 68640 weekly columns have the native run's bytes" in said
