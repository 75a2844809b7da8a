"""A study opened to be looked at: whole where it is small, else a sample that is still a design of its kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sim.files.errors import InputError
from sim.studies import open_results, sample, sweep
from sim.studies.analysis.fan import fan
from sim.studies.analysis.paired import paired
from sim.studies.checksummed import Damaged, write_checksummed
from sim.studies.expansion import expand
from sim.studies.opened import check_folder, open_folder
from sim.studies.plan import Plan, plan_path, save_plan
from sim.studies.point import city_at
from sim.studies.sample import open_sample
from sim.studies.search import NAME
from tests.studies.small import HERE, design

SHORT = {"seeds": 2, "weeks": 2, "burn_in": 1}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("study")
    sweep(design(), out, HERE)
    return out


def test_a_small_study_is_read_whole(folder: Path) -> None:
    opened = open_sample(folder)
    assert (opened.planned, opened.done, opened.failed, opened.points) == (12, 12, 0, 3)
    assert opened.whole
    assert list(opened.numbers) == [0, 1, 2]
    whole = open_results(folder)
    assert fan(opened.results, ["trust"]).tables == fan(whole, ["trust"]).tables


def test_of_a_larger_one_whole_points_are_read_and_are_what_they_are_in_the_study(folder: Path) -> None:
    opened = open_sample(folder, most=8)
    assert not opened.whole
    assert (opened.planned, opened.done, opened.shown, list(opened.numbers)) == (12, 12, 8, [0, 1])
    of_all = paired(open_results(folder), ["trust"]).tables["paired"].to_pylist()
    assert paired(opened.results, ["trust"]).tables["paired"].to_pylist() == of_all[:2]


def test_seeds_are_left_out_before_points_are_too_few(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "MOST_SEEDS", 1)
    opened = open_sample(folder, most=6)
    assert opened.results.plan.study["seeds"] == [1]
    assert (opened.shown, list(opened.numbers)) == (6, [0, 1, 2])


@pytest.mark.parametrize(
    ("method", "more", "most", "points"),
    [
        ("sobol", {"samples": 16}, 50, 8),  # a power of two of points
        ("saltelli", {"samples": 8}, 100, 20),  # 4 blocks of factors + 2
        ("morris", {"samples": 6}, 50, 12),  # 3 trajectories of factors + 1
        ("latin-hypercube", {"samples": 20}, 50, 12),
        ("grid", {}, 16, 4),
    ],
)
def test_a_sample_is_a_design_of_the_same_kind(
    tmp_path: Path, method: str, more: dict[str, int], most: int, points: int
) -> None:
    vary = {"gain": {}, "openness": {}, "surveillance": {}}
    plan = expand(design(design={"method": method, **more}, run=SHORT, vary=vary))
    save_plan(plan, tmp_path)
    opened = open_sample(tmp_path, most)
    assert list(opened.numbers) == list(range(points))
    assert opened.shown <= most
    assert not opened.done


def test_of_one_factor_at_a_time_points_are_drawn_from_all_of_it(tmp_path: Path) -> None:
    plan = expand(
        design(design={"method": "one-at-a-time"}, run=SHORT, vary={"gain": {}, "openness": {}, "places": {}})
    )
    save_plan(plan, tmp_path)
    assert max(plan.table.column("point").to_pylist()) == 6
    assert list(open_sample(tmp_path, 12).numbers) == [0, 3, 6]


def test_what_is_damaged_is_left_out_and_counted(folder: Path, tmp_path: Path) -> None:
    for path in folder.rglob("*.parquet"):
        copy = tmp_path / path.relative_to(folder)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    runs = next((tmp_path / "runs").iterdir())
    data = bytearray(runs.read_bytes())
    data[100] ^= 1
    runs.write_bytes(bytes(data))
    opened = open_sample(tmp_path)
    assert opened.damaged == 1
    assert set(opened.results.runs().column("status").to_pylist()) == {"pending"}


def _nothing(folder: Path) -> None:
    folder.mkdir()


def _damaged(folder: Path) -> None:
    path = save_plan(expand(design(run=SHORT)), folder)
    path.write_bytes(path.read_bytes()[:-9])


def _other_format(folder: Path) -> None:
    plan = expand(design(run=SHORT))
    save_plan(Plan({**plan.study, "format": 1}, plan.table), folder)


def _foreign(folder: Path) -> None:
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table({"a": [1]}), sink)
    write_checksummed(folder, "plan", ".parquet", sink.getvalue().to_pybytes())


def _no_table(folder: Path) -> None:
    write_checksummed(folder, "plan", ".parquet", b"no table")


def _other_search(folder: Path) -> None:
    folder.mkdir()
    (folder / NAME).write_text("[search]\nobjectives = 3\n[vary]\nopenness = {}\n", "utf-8")


def _search_not_begun(folder: Path) -> None:
    folder.mkdir()
    text = '[search]\nobjectives = ["wellbeing", "calm"]\n[run]\nseeds = 1\n[vary]\nopenness = {}\n'
    (folder / NAME).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: None, "is no folder"),
        (_nothing, "holds no plan of runs"),
        (_damaged, "damaged"),
        (_other_format, "is of format 1, this program reads 3"),
        (_foreign, "is no plan of this program"),
        (_no_table, "is no plan of this program|it is no table"),
        (_other_search, "objectives = 3"),
        (_search_not_begun, "has not begun"),
    ],
)
def test_a_folder_that_is_none_is_refused_in_one_line(
    tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    make(tmp_path / "study")
    for opening in (check_folder, open_folder):
        with pytest.raises(InputError, match=said) as refused:
            opening(tmp_path / "study")
        assert "\n" not in str(refused.value)


@pytest.mark.parametrize("opening", [open_sample, check_folder, open_folder])
def test_a_plan_of_too_many_runs_is_not_read(
    folder: Path, opening: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample, "MOST_PLANNED", 11)
    with pytest.raises(InputError, match=r"plans 12 runs \(allowed here: at most 11\)"):
        opening(folder)


def test_files_beyond_the_most_are_not_looked_into_and_counted(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample, "MOST_FILES", 1)
    (tmp_path / "runs").mkdir()
    for path in (plan_path(folder), *(folder / "runs").iterdir()):
        (tmp_path / path.relative_to(folder)).write_bytes(path.read_bytes())
    write_checksummed(tmp_path / "runs", "more", ".parquet", b"of anything")
    opened = open_sample(tmp_path)
    assert opened.unread == 1
    assert not opened.whole


def test_a_point_is_a_city_of_levers_or_more_than_that() -> None:
    vary = {"openness": {"values": [0.25]}, "levers.street": {"values": ["control"]}}
    plan = expand(design(run=SHORT | {"scenarios": ["emancipatory"]}, vary=vary))
    scenario, beyond = city_at(plan, 0)
    assert beyond == ()
    assert scenario.levers["openness"] == 0.25
    assert scenario.levers["surveillance"] == plan.study["donors"]["control"]["levers"]["surveillance"]
    plan = expand(design(run=SHORT, vary={"openness": {}, "gain": {}, "off": {"values": ["trust"]}}))
    assert city_at(plan, 0).beyond == ("gain", "off")


def test_a_damaged_plan_says_so_before_it_is_counted(tmp_path: Path) -> None:
    save_plan(expand(design(run=SHORT)), tmp_path)
    path = plan_path(tmp_path)
    path.write_bytes(b"PAR1")
    with pytest.raises(Damaged):
        open_sample(tmp_path)
