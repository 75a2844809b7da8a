"""What is shipped, and files written and read for the tests of scenarios."""

from pathlib import Path

import pytest

from sim.files.errors import InputError
from sim.scenario.scenario import (
    Scenario,
    list_assumption_sets,
    list_scenarios,
    load_scenario,
)

SHIPPED = list_scenarios()
SETS = list_assumption_sets()
shipped = pytest.mark.parametrize("name", SHIPPED)


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refusal(loader, *arguments) -> str:
    with pytest.raises(InputError) as caught:
        loader(*arguments)
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 600
    return message


def loaded_or_refused(path: Path) -> Scenario | str:
    try:
        return load_scenario(path)
    except InputError as error:
        return str(error)
