"""Commands about studies on a full disk, and stopped: one line, the right status, nothing half-written or lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sim.cli.main import main
from sim.studies import Options, Shard, open_results, sweep
from sim.studies.shard import kept_shard
from tests.studies.small import HERE, design

resource = pytest.importorskip("resource", reason="limits of files are a matter of POSIX")

TARGETS = '[[targets]]\noutcome = "trust"\nscenario = "control"\nvalue = 0.5\nscale = 0.1\n'
STUDY = {"design": {"samples": 12}, "vary": {"gain": {}}}
SEARCHED = """
[search]
objectives = ["wellbeing", "calm"]
population = 4
generations = 2
"""
COMMANDS = {
    "analyse": "analyse fan study --outcome trust",
    "explain": "explain study --outcome trust",
    "calibrate": "calibrate study --targets targets.toml --out set.toml",
    "package": "package study --out study.zip",
    "merge": "merge one two --out whole",
    "sweep": "sweep design.toml --out swept --workers 1",
    "search": "search search.toml --out found --workers 1",
    "smc": "smc design.toml --targets targets.toml --out rounds --rounds 2 --population 10 --workers 1",
}
STAYS = {"swept", "found", "rounds", "whole"}
"""What may be begun: folders in which the same command goes on."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a study, two parts of it, and files to go on from."""
    place = tmp_path_factory.mktemp("made")
    study = design(**STUDY)
    sweep(study, place / "study", HERE)
    for part, name in ((1, "one"), (2, "two")):
        sweep(study, place / name, Options(workers=1, shard=Shard(part, 2)))
    (place / "design.toml").write_text(study.source)
    (place / "targets.toml").write_text(TARGETS)
    run = {"scenarios": ["control"]}
    text = design(run=run, vary={"surveillance": {}}).source
    (place / "search.toml").write_text(text[text.index("[run]") :] + SEARCHED)
    return place


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Let no file grow beyond ``size`` bytes, as a quota does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def seen(place: Path) -> dict[str, bytes]:
    """Return all files under ``place`` but those that say who is at work."""
    files = [path for path in place.rglob("*") if path.is_file() and not path.name.startswith("lock")]
    return {str(path.relative_to(place)): path.read_bytes() for path in files}


def left_as_it_was(before: dict[str, bytes], place: Path) -> None:
    now = seen(place)
    assert not [name for name in now if ".tmp-" in name]
    assert of_others(now) == of_others(before)


def of_others(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if Path(name).parts[0] not in STAYS}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk(
    name: str, made: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made)
    before = seen(made)
    with files_of_at_most(100):
        status = main([*COMMANDS[name].split(), "--quiet"])
    said = capsys.readouterr().err.splitlines()
    assert status == 1
    assert [line for line in said if not line.startswith("note:")] == [said[-1]]
    assert "cannot be written (File too large)" in said[-1]
    left_as_it_was(before, made)
    if name in ("merge", "search", "smc"):
        assert "then the same command again" in said[-1]


@pytest.mark.parametrize("name", COMMANDS)
def test_stopped_while_a_file_is_written(
    name: str, made: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.chdir(made)
    before = seen(made)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", stopped)
        status = main([*COMMANDS[name].split(), "--quiet"])
    said = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("note:")]
    assert status == 130
    assert len(said) == 1
    assert said[0].startswith(("two-cities: interrupted", "two-cities: stopped; "))
    left_as_it_was(before, made)


@pytest.mark.usefixtures("capsys")  # what is said goes to no file of limited size
def test_a_merge_into_a_part_that_fails_leaves_it_a_part(tmp_path: Path) -> None:
    for part in (1, 2):
        sweep(design(**STUDY), tmp_path / str(part), Options(workers=1, shard=Shard(part, 2)))
    words = ["merge", str(tmp_path / "1"), str(tmp_path / "2"), "--quiet"]
    with files_of_at_most(100):
        assert main(words) == 1
    assert kept_shard(tmp_path / "1") == Shard(1, 2)
    assert main(words) == 0
    assert kept_shard(tmp_path / "1") is None
    assert set(open_results(tmp_path / "1").runs().column("status").to_pylist()) == {"done"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_an_output_that_takes_no_more(made: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sim", "parameters"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "two-cities: the output: cannot be written (No space left on device)\n"
