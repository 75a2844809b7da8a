"""Disks that are full or may not be written: one clear line, and what was written stays readable."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sim.cli.main import main
from sim.files.errors import InputError
from sim.studies import Options, open_results, resume, sweep
from tests.faults.conftest import Count
from tests.studies.small import HERE, design, files

NOBODY = 65534
STUDY = {"run": {"seeds": 100}}  # 600 runs, six files


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """Mount a file system of ``size`` at ``folder``, where that is allowed."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("no mount command")
    if mounted.returncode:
        pytest.skip(f"a file system cannot be mounted here ({mounted.stderr.strip()})")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_a_full_disk(workers: int, tmp_path: Path, count: Count) -> None:
    study = design(**STUDY)
    sweep(study, tmp_path / "whole", HERE)
    size = sum(len(data) for data in files(tmp_path / "whole").values())
    with small_disk(tmp_path / "disk", f"{150 + size // 2 // 1024}k") as disk:
        with pytest.raises(InputError, match=r"No space left on device.*resume"):
            sweep(study, disk / "out", Options(workers=workers))
        statuses = open_results(disk / "out").runs().column("status").to_pylist()
        assert statuses.count("done") >= 100
        assert statuses.count("pending") >= 100
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        assert resume(disk / "out", Options(workers=workers)).done == 600
        assert files(disk / "out") == files(tmp_path / "whole")
    count(
        f"disk full, {workers} process(es)",
        1,
        "one clear line, earlier runs readable, resumed to the same bytes",
    )


def test_a_read_only_disk(tmp_path: Path, count: Count) -> None:
    with small_disk(tmp_path / "disk", "64m") as disk:
        sweep(design(), disk / "out", HERE)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(InputError, match="Read-only file system"):
            resume(disk / "out", HERE)
        with pytest.raises(InputError, match="Read-only file system"):
            sweep(design(), disk / "new", HERE)
        assert set(open_results(disk / "out").runs().column("status").to_pylist()) == {"done"}
    count("read-only disk", 2, "one clear line, earlier runs readable")


@contextmanager
def powerless() -> Iterator[None]:
    """Give up the rights of root for a while: root may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody can look into, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_read_only_directory(open_folder: Path, count: Count) -> None:
    done = open_folder / "done"
    sweep(design(), done, HERE)
    folders = (open_folder, done, done / "runs")
    for folder in folders:
        folder.chmod(0o555)
    try:
        with powerless():
            with pytest.raises(InputError, match="Permission denied"):
                resume(done, HERE)
            with pytest.raises(InputError, match="Permission denied"):
                sweep(design(), open_folder / "new", HERE)
            assert set(open_results(done).runs().column("status").to_pylist()) == {"done"}
    finally:
        for folder in folders:
            folder.chmod(0o755)
    count("read-only directory", 2, "one clear line, earlier runs readable")


def test_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(InputError, match="cannot be written"):
        sweep(design(), tmp_path / "out", HERE)
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize("out", ["/proc/nowhere/out", "x" * 300])
def test_an_impossible_place(out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="cannot be written"):
        sweep(design(), out, HERE)


def test_the_command_says_so_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("mine")
    file = tmp_path / "study.toml"
    file.write_text(design().source)
    assert main(["sweep", str(file), "--out", str(tmp_path / "out")]) == 2
    said = capsys.readouterr()
    assert (said.out + said.err).count("\n") == 1
