"""The folder for libraries that insist on one."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from sim.dashboard import scratch
from sim.dashboard.scratch import WANTED, provide
from sim.files.errors import InputError


def test_libraries_get_a_folder_of_this_process() -> None:
    environment: dict[str, str] = {}
    provide(environment)
    (folder,) = set(environment.values())
    assert set(environment) == set(WANTED)
    assert Path(folder).is_dir()
    assert Path.home() not in Path(folder).parents


def test_folders_that_were_chosen_are_kept() -> None:
    environment = dict.fromkeys(WANTED, "/chosen")
    provide(environment)
    assert environment == dict.fromkeys(WANTED, "/chosen")


def test_a_machine_without_a_place_for_one_is_told_so_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scratch, "MEMORY", tmp_path / "none")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(InputError, match="no folder for temporary files: "):
        provide({})


def test_a_user_without_a_home_gets_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    environment = dict.fromkeys(WANTED, "/chosen")
    provide(environment)
    assert Path(environment["HOME"]).is_dir()
