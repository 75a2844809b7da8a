"""Keys of many parts cost a table each: they are refused before they are read."""

from pathlib import Path

import pytest

from sim.files.errors import InputError
from sim.files.toml import MOST_PARTS, read_toml


@pytest.mark.parametrize("key", ["a", '"a b"', "'x'", "a "])
@pytest.mark.parametrize("around", ["{} = 1\n", "[{}]\n", "x = {{ {} = 1 }}\n", "\n\n[a.{}]\n"])
def test_a_key_of_very_many_parts_is_refused(key: str, around: str, tmp_path: Path) -> None:
    file = tmp_path / "deep.toml"
    file.write_text(around.format(".".join([key] * 20_000)), encoding="utf-8")
    with pytest.raises(InputError, match=f"a key of more than {MOST_PARTS} parts"):
        read_toml(file)


def test_prose_with_dots_is_no_key(tmp_path: Path) -> None:
    file = tmp_path / "prose.toml"
    file.write_text(
        'said = "Yes. No. e.g. this, i.e. 1.5 of 2.0. And so on. Well. So. It. Goes... 3.14."\n', "utf-8"
    )
    assert list(read_toml(file)) == ["said"]
