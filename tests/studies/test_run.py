from __future__ import annotations

import gc
import json
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from pathlib import Path

import numpy as np
import pytest

from sim import CityModel
from sim.files.errors import InputError
from sim.outcomes import OUTCOMES
from sim.studies import Options, Shard, merge, open_results, resume, sweep
from sim.studies.lock import locked
from sim.studies.store import Store
from tests.studies.small import HERE, design, files


def test_a_swept_run_is_the_run_itself(tmp_path: Path) -> None:
    sweep(design(), tmp_path, HERE)
    results = open_results(tmp_path)
    for row in (0, len(results.plan.rows) - 1):  # the second has taken its past from a neighbour
        run = results.plan.run(row)
        context = {k: results.plan.study["context"][k] for k in ("city", "residents", "burn_in", "weeks")}
        alone = CityModel(run.scenario, rng=run.seed, **context, **run.settings).run()  # type: ignore[arg-type]
        for column, name in enumerate(OUTCOMES):
            assert np.array_equal(
                results.weekly(name)[row], alone.series.since_branch()[:, column], equal_nan=True
            )


def test_what_is_planned_stands_beside_the_results(tmp_path: Path) -> None:
    study = design()
    outcome = sweep(study, tmp_path, HERE)
    assert (outcome.planned, outcome.done, outcome.pending) == (12, 12, 0)
    assert (tmp_path / "design.toml").read_text() == study.source
    problem = json.loads((tmp_path / "problem.json").read_text())
    assert problem["names"] == ["gain", "surveillance", "consent"]
    assert problem["bounds"][2] == [0.0, 3.0]


def test_sweeping_again_changes_nothing(tmp_path: Path) -> None:
    sweep(design(), tmp_path, HERE)
    before = files(tmp_path)
    assert sweep(design(), tmp_path, HERE).done == 12
    assert resume(tmp_path, HERE).done == 12
    assert files(tmp_path) == before


def test_a_directory_keeps_to_its_design(tmp_path: Path) -> None:
    sweep(design(), tmp_path, HERE)
    with pytest.raises(InputError, match="another design"):
        sweep(design(run={"seeds": 3}), tmp_path, HERE)
    assert resume(tmp_path, HERE).done == 12


def test_shards_merge_to_the_whole(tmp_path: Path, short_files: int) -> None:
    study = design(run={"seeds": 6})  # 36 runs, four files
    sweep(study, tmp_path / "whole", HERE)
    parts = [tmp_path / f"part-{i}" for i in (1, 2, 3)]
    for i, part in enumerate(parts, start=1):
        outcome = sweep(study, part, HERE._replace(shard=Shard(i, 3)))
        assert outcome.pending == 0
        assert resume(part, HERE).planned == outcome.planned < 36
    merged = merge(parts, tmp_path / "merged")
    assert (merged.done, merged.pending) == (36, 0)
    assert files(tmp_path / "merged") == files(tmp_path / "whole")
    into_first = merge(parts, parts[0])
    assert into_first.done == 36
    assert files(parts[0]) == files(tmp_path / "whole")


def test_parts_of_different_studies_do_not_merge(tmp_path: Path) -> None:
    sweep(design(), tmp_path / "a", HERE)
    sweep(design(run={"seeds": 1}), tmp_path / "b", HERE)
    with pytest.raises(InputError, match="another plan"):
        merge([tmp_path / "a", tmp_path / "b"], tmp_path / "c")


@pytest.mark.parametrize("text", ["0/3", "4/3", "1", "a/b", "1/2/3", "-1/2"])
def test_bad_shards_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="shard"):
        Shard.parse(text)


def test_another_model_version_is_refused_unless_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sweep(design(), tmp_path, HERE)
    next((tmp_path / "runs").iterdir()).unlink()
    for module in ("run", "runner", "tasks"):
        monkeypatch.setattr(f"sim.studies.{module}.code_version", lambda model: "another")
    with pytest.raises(InputError, match=r"made by model version .* this is another"):
        resume(tmp_path, HERE)
    assert resume(tmp_path, HERE._replace(other_version=True)).done == 12


def test_a_second_driver_is_refused(tmp_path: Path) -> None:
    sweep(design(), tmp_path, HERE)
    with locked(tmp_path), pytest.raises(InputError, match="in use by process"):
        resume(tmp_path, HERE)


def test_a_second_driver_waits_if_told(tmp_path: Path) -> None:
    sweep(design(), tmp_path, HERE)
    next((tmp_path / "runs").iterdir()).unlink()
    with ThreadPoolExecutor(1) as pool:
        with locked(tmp_path):
            waiting = pool.submit(resume, tmp_path, HERE._replace(wait=True))
            with pytest.raises(FutureTimeout):
                waiting.result(timeout=0.5)
            assert not list((tmp_path / "runs").iterdir())
        assert waiting.result(timeout=60).done == 12


def test_a_directory_without_a_plan_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no plan"):
        resume(tmp_path, HERE)


def test_a_model_must_be_a_kind_of_city(tmp_path: Path) -> None:
    for path, said in (("os:path", "not a kind"), ("nowhere:City", "cannot be imported")):
        with pytest.raises(InputError, match=said):
            sweep(design(), tmp_path, Options(workers=1, model=path))


def test_cities_that_are_lived_are_forgotten(tmp_path: Path) -> None:
    """Thousands of runs in one process must not add up, even without the collector of garbage."""
    gc.collect()
    gc.disable()
    try:
        before = _cities()
        sweep(design(run={"seeds": 5}), tmp_path, HERE)
        assert _cities() - before <= 2  # the last past, for the next run, and the city that warms up
    finally:
        gc.enable()


def _cities() -> int:
    """Return how many cities there are; `isinstance` would ask a proxy of one that is gone."""
    return sum("columns" in vars(thing) for thing in gc.get_objects() if issubclass(type(thing), CityModel))


def test_digests_tell_results_apart(tmp_path: Path) -> None:
    sweep(design(), tmp_path / "a", HERE)
    sweep(design(), tmp_path / "b", HERE)
    sweep(design(run={"seeds": [1, 3]}), tmp_path / "c", HERE)
    a, b, c = (Store(tmp_path / name).digest() for name in "abc")
    assert a == b != c


def test_no_module_stands_in_the_place_of_what_the_room_exports() -> None:
    """Python puts an imported module where the room's function of the same name should be found."""
    import sim.studies

    modules = {path.stem for path in Path(sim.studies.__path__[0]).glob("*.py")}
    assert set(sim.studies.__all__) & modules == set()
    for name in sim.studies.__all__:
        assert callable(getattr(sim.studies, name)), name
