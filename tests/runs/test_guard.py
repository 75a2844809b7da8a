"""A script that starts processes at its top level is told so, before any is started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
IMPORTS = """
from sim.files.errors import InputError
from sim.studies import Design, Options, sweep
from sim.runs.executor import executor

def work(item, cancelled):
    return item
"""
TRIED = """
try:
    {call}
except InputError as error:
    print(error)
"""
STUDY = """
from sim.studies import Design, Options, sweep
from sim.runs.executor import executor

def work(item, cancelled):
    return item

def main():
    {call}

{top}
"""
CALLS = {
    "sweep": 'sweep(Design(seeds=2, context={"residents": 60}), "out", Options(workers=2, timeout=60.0))',
    "processes": 'with executor("processes", 2) as chosen: print(list(chosen.run(work, [1, 2])))',
    "dask": 'with executor("dask", 2) as chosen: print(list(chosen.run(work, [1, 2])))',
}


def script(call: str, top: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = folder / "script.py"
    path.write_text(STUDY.format(call=CALLS[call], top=top))
    return python(path)


def python(path: Path) -> subprocess.CompletedProcess[str]:
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    words = [sys.executable, str(path)]
    return subprocess.run(
        words, cwd=path.parent, env=surroundings, capture_output=True, text=True, check=False
    )


def test_an_unguarded_script_is_refused_in_one_line(tmp_path: Path) -> None:
    done = script("sweep", "main()", tmp_path)
    assert done.returncode != 0
    said = done.stderr.strip().splitlines()[-1]
    assert said.startswith("sim.files.errors.InputError: ")
    assert "script.py, line 11: " in said
    assert 'belongs under `if __name__ == "__main__":`' in said
    assert done.stderr.count("Traceback") == 1


def test_so_is_every_way_of_starting_processes(tmp_path: Path) -> None:
    """Each is tried at the top of one script, which goes on to the next."""
    path = tmp_path / "script.py"
    path.write_text(IMPORTS + "".join(TRIED.format(call=call) for call in CALLS.values()))
    done = python(path)
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert len(said) == len(CALLS)
    lines = path.read_text().splitlines()
    for one, call in zip(said, CALLS.values(), strict=True):
        assert f"script.py, line {lines.index(f'    {call}') + 1}: " in one
        assert 'belongs under `if __name__ == "__main__":`' in one


def test_a_guarded_script_runs(tmp_path: Path) -> None:
    done = script("processes", 'if __name__ == "__main__":\n    main()', tmp_path)
    assert done.returncode == 0, done.stderr
    assert "result=1" in done.stdout
