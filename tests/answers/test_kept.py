"""What is kept between starts: how much of it, and of which versions."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from sim.answers import kept
from sim.answers.kept import KeptResults
from sim.answers.run_result import RunResult


def result(value: float) -> RunResult:
    return RunResult(("calm", "trust"), np.array([[value, 0.5], [0.25, np.nan]]))


def test_a_result_comes_back_as_it_was(tmp_path: Path) -> None:
    shelf = KeptResults(tmp_path / "kept.sqlite")
    assert shelf.get("key") is None
    shelf.put("key", result(0.1))
    here = shelf.get("key")
    shelf.close()
    again = KeptResults(tmp_path / "kept.sqlite")
    found = again.get("key")
    assert here is not None
    assert found is not None
    assert found.outcomes == here.outcomes == ("calm", "trust")
    np.testing.assert_array_equal(found.years, result(0.1).years)
    assert found.detail is None
    assert again.get("another") is None
    assert again.get("key") is found  # read once


def test_what_is_put_again_is_replaced(tmp_path: Path) -> None:
    shelf = KeptResults(tmp_path / "kept.sqlite")
    shelf.put("key", result(0.1))
    shelf.put("key", result(0.2))
    shelf.close()
    found = KeptResults(tmp_path / "kept.sqlite").get("key")
    assert found is not None
    assert found.years[0, 0] == 0.2


def test_beyond_the_most_what_was_kept_first_goes_once_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST_RESULTS", 2)
    shelf = KeptResults(tmp_path / "kept.sqlite")
    for place in range(4):
        shelf.put(place, result(place))
    shelf.close()
    again = KeptResults(tmp_path / "kept.sqlite")
    assert [again.get(place) is not None for place in range(4)] == [False, False, True, True]


def test_a_closed_shelf_serves_from_memory(tmp_path: Path) -> None:
    shelf = KeptResults(tmp_path / "kept.sqlite")
    shelf.put("key", result(0.1))
    shelf.close()
    shelf.close()
    shelf.put("other", result(0.2))
    assert shelf.get("key") is not None
    assert shelf.get("other") is not None
    assert shelf.get("never") is None


@pytest.mark.parametrize("others", [1, 2, 3, 5])
def test_three_versions_stay_this_one_and_the_two_used_last(tmp_path: Path, others: int) -> None:
    for age in range(others):
        file = tmp_path / f"{age}.sqlite"
        file.touch()
        os.utime(file, (1e9 - age, 1e9 - age))
    (tmp_path / "note.txt").touch()
    KeptResults(tmp_path / "this.sqlite").close()
    left = {file.stem for file in tmp_path.iterdir() if file.suffix == ".sqlite"}
    assert left == {"this", *(str(age) for age in range(min(others, 2)))}
    assert (tmp_path / "note.txt").exists()
