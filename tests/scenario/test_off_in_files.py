"""Mechanisms switched off, as scenario files have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.cli.main import main
from sim.files.errors import InputError
from sim.scenario.scenario import Scenario, interpolate, load_scenario, mix, save_scenario


def write(folder: Path, text: str) -> Path:
    path = folder / "calm.toml"
    path.write_text(text, "utf-8")
    return path


def test_what_is_off_is_read_saved_and_read_again(tmp_path: Path) -> None:
    scenario = load_scenario(
        write(tmp_path, 'off = ["trust", "mobilisation", "trust"]\n[levers]\nplaces = 0.9\n')
    )
    assert scenario.off == ("trust", "mobilisation")
    again = load_scenario(save_scenario(scenario, tmp_path / "calm.toml"))
    assert again == scenario
    assert scenario.change({"places": 0.1}).off == scenario.off
    assert load_scenario("control").off == ()


def test_blends_and_mixes_take_it_from_where_they_take_events() -> None:
    calm, control = Scenario("calm", {}, off=("trust",)), load_scenario("control")
    assert interpolate(calm, control, 0.25).off == ("trust",)
    assert interpolate(calm, control, 0.75).off == ()
    assert mix(calm, control, ["street"]).off == ("trust",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('off = ["trusts"]', "off = 'trusts' is not known; did you mean 'trust'?"),
        ("off = 3", "off = 3 must be a list of mechanisms"),
        ('off = ["measurement"]', "off = 'measurement' is not known"),
        ('[levers]\noff = ["trust"]', "[levers]: off = ['trust'] must stand above every [table]"),
    ],
)
def test_what_cannot_be_off_is_refused_in_one_line(text: str, said: str, tmp_path: Path) -> None:
    path = write(tmp_path, text)
    with pytest.raises(InputError) as refused:
        load_scenario(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert said in str(refused.value)


def test_validate_knows_such_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(write(tmp_path, 'off = ["trust"]\n'))]) == 0
    assert "a sound scenario" in capsys.readouterr().out
