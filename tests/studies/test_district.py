"""District figures travel with the runs they belong to: kept, checksummed, packed, merged, read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sim import CityModel
from sim.files.errors import InputError
from sim.outcomes import OUTCOMES
from sim.outcomes.maps import DISTRICT_OUTCOMES
from sim.studies import Design, Shard, merge, open_results, resume, sweep
from sim.studies.district import kept_weeks
from sim.studies.expansion import expand
from sim.studies.results import Results
from sim.studies.store import Store
from tests.studies.small import HERE, design, files

RUN = {"city": "synthetic:16", "weeks": 56, "districts": ["wellbeing", "calm"]}  # its corners are empty


def study(**run: object) -> Design:
    return design(run=RUN | run)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    folder = tmp_path_factory.mktemp("districts")
    sweep(study(), folder, HERE)
    return open_results(folder)


def test_figures_are_kept_at_the_end_of_years_and_of_the_run() -> None:
    assert kept_weeks(8) == [7]
    assert kept_weeks(104) == [51, 103]
    assert kept_weeks(110) == [51, 103, 109]


def test_figures_are_those_of_the_run_itself(results: Results) -> None:
    run = results.plan.run(5)
    context = {k: results.plan.study["context"][k] for k in ("city", "residents", "burn_in", "weeks")}
    alone = CityModel(run.scenario, rng=run.seed, **context, **run.settings).run()  # type: ignore[arg-type]
    maps = alone.series.maps[alone.burn_in :, DISTRICT_OUTCOMES.index("calm")]
    for year, end in ((1, 52), (None, 56)):
        ours = results.districts("calm", year)[5]
        assert np.array_equal(ours, maps[end - 4 : end].mean(axis=0).astype(np.float64), equal_nan=True)
    assert np.isnan(ours).any()  # where nobody lives
    assert np.isfinite(ours).sum() > 4


def test_the_mean_over_residents_is_the_city(results: Results) -> None:
    city = CityModel(city="synthetic:16", residents=100, burn_in=0, weeks=1, rng=results.plan.run(0).seed)
    people = city.columns["population"]
    figures = results.districts("wellbeing")[0]
    assert np.nansum(figures * people) / people.sum() == pytest.approx(
        results.outcome("wellbeing")[0], abs=1e-6
    )


def test_a_table_names_the_districts(results: Results) -> None:
    frame = results.district_table("wellbeing", "pandas")
    assert len(frame) == 12 * 2 * 16
    assert sorted(frame.week.unique()) == [51, 55]
    mine = frame[(frame.row == 7) & (frame.week == 55)]
    assert np.array_equal(mine.wellbeing, results.districts("wellbeing")[7], equal_nan=True)
    assert mine.district.tolist() == results.plan.study["district_names"]


def test_duckdb_reads_the_figures_as_they_are(results: Results) -> None:
    import duckdb

    query = (
        f"select count(*), count(figure) from (select unnest(calm_by_district) as figure "
        f"from '{results.folder}/runs/*.parquet')"
    )
    every, there = duckdb.sql(query).fetchall()[0]
    assert every == 12 * 2 * 16
    assert there == 2 * np.isfinite(results.districts("calm")).sum()


def test_parts_and_pieces_give_the_same_bytes(tmp_path: Path, short_files: int) -> None:
    long = study(seeds=3, weeks=8)  # 18 runs, two files
    sweep(long, tmp_path / "whole", HERE)
    parts = [tmp_path / "1", tmp_path / "2"]
    for number, part in enumerate(parts, start=1):
        sweep(long, part, HERE._replace(shard=Shard(number, 2)))
    merge(parts, tmp_path / "merged")
    assert files(tmp_path / "merged") == files(tmp_path / "whole")
    before = files(tmp_path / "whole")
    path = next((tmp_path / "whole" / "runs").iterdir())
    data = path.read_bytes()
    path.write_bytes(data[:-5] + bytes([data[-5] ^ 1]) + data[-4:])
    assert resume(tmp_path / "whole", HERE).damaged == [path]
    assert files(tmp_path / "whole") == before


def test_digests_tell_figures_apart(tmp_path: Path) -> None:
    digests = []
    for folder, figure in (("a", 0.5), ("b", 0.5), ("c", 0.500001)):
        store = Store(tmp_path / folder)
        store.write_runs(
            ["run"], [np.ones((8, len(OUTCOMES)))], [{"calm": np.full((1, 16), figure, np.float32)}]
        )
        digests.append(store.digest())
    assert digests[0] == digests[1] != digests[2]


def test_what_is_kept_belongs_to_the_key() -> None:
    assert set(expand(study()).keys).isdisjoint(expand(study(districts=["calm"])).keys)


def test_what_is_not_kept_is_refused(results: Results) -> None:
    with pytest.raises(InputError, match=r"keeps no district figures of 'trust' \(of wellbeing, calm\)"):
        results.districts("trust")
    with pytest.raises(InputError, match="whole year"):
        results.districts("calm", 0.5)
    with pytest.raises(InputError, match=r"district outcome 'welbeing'; did you mean 'wellbeing'"):
        study(districts=["welbeing"])
    with pytest.raises(InputError, match="list of names"):
        study(districts="wellbeing")
