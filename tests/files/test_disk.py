"""Files that belong together, on disks that fill while they are written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from sim.files.disk import FULL, is_full, write_together
from sim.files.errors import InputError


def refused_from(nth: int, refusal: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the ``nth`` file (from 0) that is forced to disk be refused."""
    calls: list[int] = []

    def force(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) > 2 * nth:  # the file, then its folder
            raise refusal

    monkeypatch.setattr(os, "fsync", force)


def test_all_are_written(tmp_path: Path) -> None:
    paths = write_together(tmp_path / "new", {"a.txt": "é", "b.bin": b"\0"})
    assert paths == [tmp_path / "new" / "a.txt", tmp_path / "new" / "b.bin"]
    assert [path.read_bytes() for path in paths] == [b"\xc3\xa9", b"\0"]
    assert len(list((tmp_path / "new").iterdir())) == 2


@pytest.mark.parametrize("nth", [0, 1, 2])
@pytest.mark.parametrize("code", FULL)
def test_a_disk_that_fills_leaves_all_as_it_was(
    nth: int, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_together(tmp_path, {"a": "before", "b": "before"})
    refused_from(nth, OSError(code, os.strerror(code)), monkeypatch)
    with pytest.raises(InputError, match="cannot be written") as refused:
        write_together(tmp_path, {"a": "after", "b": "after", "c": "after"})
    assert is_full(refused.value)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "before", "b": "before"}
    with pytest.raises(InputError):
        write_together(tmp_path / "missing", {"a": "after", "b": "after", "c": "after"})
    assert not (tmp_path / "missing").exists()


def test_an_interruption_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refused_from(1, KeyboardInterrupt(), monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        write_together(tmp_path / "missing", {"a": "after", "b": "after"})
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_from_what_was_asked_for() -> None:
    assert is_full(OSError(errno.ENOSPC, "full"))
    assert not is_full(OSError(errno.EACCES, "forbidden"))
    assert not is_full(InputError("gain = 11 is out of range"))
