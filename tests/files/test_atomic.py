"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sim.files.atomic import TEMPORARY, make_folder, remove_leftovers, replace_file, write_whole
from sim.files.errors import InputError


def test_text_and_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write_whole(tmp_path / "text", "é\n\r\n")
    write_whole(tmp_path / "bytes", b"\0\xff")
    assert (tmp_path / "text").read_bytes() == b"\xc3\xa9\n\r\n"
    assert (tmp_path / "bytes").read_bytes() == b"\0\xff"


def test_a_disk_that_fills_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept"
    write_whole(path, "before")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match=r"cannot be written \(No space left on device\)"):
        write_whole(path, "after")
    with pytest.raises(OSError, match="No space left"):
        replace_file(path, "after")
    assert [one.read_text() for one in tmp_path.iterdir()] == ["before"]


def test_an_interruption_leaves_nothing_unfinished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "never", "after")
    assert list(tmp_path.iterdir()) == []


def test_several_threads_may_write_one_file(tmp_path: Path) -> None:
    contents = [str(number) * 10_000 for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: write_whole(tmp_path / "one", content), contents))
    assert (tmp_path / "one").read_text() in contents
    assert len(list(tmp_path.iterdir())) == 1


def test_a_long_name_can_be_written(tmp_path: Path) -> None:
    write_whole(tmp_path / ("n" * 250), "here")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["here"]


def test_leftovers_of_dead_writers_are_removed(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / f"{TEMPORARY}plan.host.1.2").write_text("half")
    (tmp_path / "deep" / "plan").write_text("whole")
    assert remove_leftovers(tmp_path) == 1
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["plan"]


def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(InputError, match="cannot be written"):
        make_folder(tmp_path / "file" / "below")
