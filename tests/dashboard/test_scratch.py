"""The folder for libraries that insist on one."""

from __future__ import annotations

from pathlib import Path

from sim.dashboard.scratch import WANTED, provide


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
