"""Keys under the names that they had before are read for one version."""

from pathlib import Path

import pytest

from sim.files.errors import InputError
from sim.files.toml import read_toml
from sim.studies.design import Design


def test_old_keys_are_read_as_the_present_ones(tmp_path: Path) -> None:
    file = tmp_path / "old.toml"
    file.write_text('history = 4\n[[targets]]\ndial = "trust"\n', encoding="utf-8")
    assert read_toml(file) == {"burn_in": 4, "targets": [{"outcome": "trust"}]}


def test_a_key_under_both_names_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "both.toml"
    file.write_text('[run]\nscenarios = ["control"]\nhistory = 4\nburn_in = 8\n', encoding="utf-8")
    with pytest.raises(InputError, match="unknown key 'history' = 4"):
        Design.read(file)
