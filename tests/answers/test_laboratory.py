"""Cities run once, as the comparison runs them, kept, stopped."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sim.answers.kept import KeptResults
from sim.answers.laboratory import Laboratory, Stopped, laboratory
from sim.outcomes import OUTCOMES
from sim.runs.executor import Executor
from sim.runs.replications import replicate
from tests.answers.small import OUTCOMES as ASKED
from tests.answers.small import question, spec


def values(lab: Laboratory, seeds: tuple[int, ...] = (1, 2)) -> np.ndarray:
    return lab.values([spec().under(seeds)], 2, ASKED)[0]


def test_figures_are_those_of_compare() -> None:
    compared = replicate(spec().under([1, 2]), quiet=True, kind="serial")
    columns = [list(OUTCOMES).index(name) for name in ASKED]
    found = values(Laboratory(Executor()))
    for city, label in enumerate(compared.spec.labels):
        for year in (1, 2):
            np.testing.assert_array_equal(found[:, city, year - 1], compared.values(label, year)[:, columns])


def test_what_has_lived_is_not_run_again() -> None:
    lab = Laboratory(Executor())
    first = values(lab)
    assert lab.runs == 4
    np.testing.assert_array_equal(values(lab), first)
    assert lab.runs == 4
    values(lab, (2, 3))
    assert lab.runs == 6


def test_a_name_does_not_matter() -> None:
    lab = Laboratory(Executor())
    values(lab)
    renamed = [city._replace(label=f"{city.label}!", name="x") for city in spec().cities]
    lab.values([question().between(renamed).under([1, 2])], 2, ASKED)
    assert lab.runs == 4


def test_more_years_are_run_and_fewer_are_not() -> None:
    lab = Laboratory(Executor())
    lab.values([spec().under([1])], 1, ASKED)
    lab.values([spec().under([1])], 2, ASKED)
    assert lab.runs == 4
    assert lab.values([spec().under([1])], 1, ASKED)[0].shape == (1, 2, 1, 3)
    assert lab.runs == 4


def test_stopped_it_keeps_what_has_lived() -> None:
    heard: list[tuple[int, int]] = []
    lab = Laboratory(Executor(), tell=lambda *told: heard.append(told), cancelled=lambda: len(heard) == 1)
    with pytest.raises(Stopped):
        values(lab, (1, 2, 3))
    assert heard == [(2, 6)]
    assert lab.runs == 2
    values(lab, (1, 2, 3))
    assert lab.runs == 6


@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_workers_change_no_figure(kind: str) -> None:
    with laboratory(kind, 2) as lab:  # type: ignore[arg-type]
        found = values(lab)
    np.testing.assert_array_equal(found, values(Laboratory(Executor())))


def test_a_failed_run_is_undefined_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from sim.answers import laboratory as module

    def failing(request: object, cancelled: object) -> object:
        if request.spec.seed == 2:  # type: ignore[attr-defined]
            raise ZeroDivisionError("by hand")
        return original(request, cancelled)  # type: ignore[arg-type]

    original = module.run_cities
    monkeypatch.setattr(module, "run_cities", failing)
    lab = Laboratory(Executor())
    found = values(lab)
    assert np.isfinite(found[0]).all()
    assert np.isnan(found[1]).all()
    assert lab.failures == ["seed 2: ZeroDivisionError by hand"]


def test_courses_outlive_the_program(tmp_path: Path) -> None:
    path = tmp_path / "answers" / "kept.sqlite"
    shelf = KeptResults(path)
    first = values(Laboratory(Executor(), shelf))
    shelf.close()
    lab = Laboratory(Executor(), KeptResults(path))
    np.testing.assert_array_equal(values(lab), first)
    assert lab.runs == 0


def test_a_killed_program_loses_nothing_that_was_whole(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    values(Laboratory(Executor(), KeptResults(path)))  # never closed
    lab = Laboratory(Executor(), KeptResults(path))
    values(lab)
    assert lab.runs == 0


def test_a_damaged_file_is_begun_anew_with_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kept.sqlite"
    path.write_bytes(b"no database at all, and long enough to be taken for a header of one" * 20)
    lab = Laboratory(Executor(), KeptResults(path))
    values(lab)
    assert lab.runs == 4
    assert capsys.readouterr().err == f"two-cities: {path} is damaged; its results are run again\n"
    values(again := Laboratory(Executor(), KeptResults(path)))
    assert again.runs == 0


def test_files_of_versions_long_gone_are_forgotten(tmp_path: Path) -> None:
    for age, name in enumerate(("newest", "newer", "old", "oldest")):
        file = tmp_path / f"{name}.sqlite"
        file.touch()
        os.utime(file, (1e9 - age, 1e9 - age))
    KeptResults(tmp_path / "present.sqlite").close()
    assert {file.stem for file in tmp_path.iterdir()} == {"present", "newest", "newer"}


def test_where_nothing_can_be_kept_memory_serves(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    lab = Laboratory(Executor(), KeptResults(tmp_path / "file" / "kept.sqlite"))
    values(lab)
    values(lab)
    assert lab.runs == 4


@pytest.mark.parametrize(
    "changed",
    [
        {"residents": 150},
        {"burn_in": 4},
        {"weeks": 110},
        {"city": "synthetic:5"},
        {"assumptions": (("chilling", 3.0),)},
        {"cities": spec("smart-free", "platform-city").cities},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_whatever_decides_how_a_city_lives_tells_it_from_others(changed: dict[str, object]) -> None:
    lab = Laboratory(Executor())
    here = values(lab, (1,))
    other = lab.values([replace(spec(), seeds=(1,), **changed)], 2, ASKED)[0]  # type: ignore[arg-type]
    assert lab.runs == 4
    assert changed.keys() == {"weeks"} or not np.array_equal(here, other)
