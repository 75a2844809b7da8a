"""Seeds until they are enough, and how many a question takes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sim.files.errors import InputError
from sim.studies import Options, Shard, open_results, resume, sweep
from sim.studies.analysis.outcome import by_point
from sim.studies.analysis.seeds import seeds
from sim.studies.enough import Enough, half_width
from sim.studies.store import Store
from tests.studies.small import HERE, design, files


def study(half_width: float, most: int = 30, **rule: object) -> object:
    return design(
        run={"seeds": most}, enough={"outcome": "trust", "half_width": half_width, "least": 4, **rule}
    )


def test_a_point_takes_seeds_until_they_are_enough(tmp_path: Path) -> None:
    most = 21
    sweep(design(run={"seeds": most}), tmp_path / "all", HERE)
    whole = by_point(open_results(tmp_path / "all"), "trust", None)["emancipatory minus control"].values
    rule = Enough("trust", min(half_width(values[:4]) for values in whole), 4)
    outcome = sweep(study(rule.half_width, most), tmp_path / "some", HERE)
    results = open_results(tmp_path / "some")
    cells = by_point(results, "trust", None)["emancipatory minus control"]
    taken = (~np.isnan(cells.values)).sum(axis=1)
    expected = [next((n for n in (4, 6, 9, 14) if rule.reached(row[:n])), most) for row in whole]
    assert taken.tolist() == expected
    assert len(set(expected)) > 1
    assert (outcome.pending, outcome.done) == (0, 2 * sum(expected))
    assert cells.counts == {"undefined": 0, "failed": 0, "pending": 0}
    statuses = results.runs().column("status").to_pylist()
    assert statuses.count("not needed") == 6 * most - outcome.done


def test_stopped_and_resumed_it_takes_the_same_seeds(tmp_path: Path) -> None:
    sweep(study(0.002), tmp_path / "once", HERE)
    sweep(study(0.002), tmp_path / "twice", HERE)
    for path in sorted((tmp_path / "twice" / "runs").iterdir())[:1]:
        path.unlink()
    assert resume(tmp_path / "twice", HERE).pending == 0
    assert files(tmp_path / "twice") == files(tmp_path / "once")


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"outcome": "trsut"}, "did you mean 'trust'"),
        ({"half_width": 0}, "half_width = 0"),
        ({"least": 31}, "least = 31"),
        ({"lest": 5}, "did you mean 'least'"),
    ],
)
def test_bad_rules_are_refused(rule: dict[str, object], said: str) -> None:
    given = {"outcome": "trust", "half_width": 0.01, "least": 4, **rule}
    with pytest.raises(InputError, match=said):
        design(run={"seeds": 30}, enough=given)


def test_a_part_cannot_tell_whether_seeds_are_enough(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="run the study whole"):
        sweep(study(0.01), tmp_path, Options(workers=1, shard=Shard(1, 2)))


def test_the_number_of_seeds_that_a_question_takes(tmp_path: Path) -> None:
    sweep(design(run={"seeds": 8}), tmp_path, HERE)
    results = open_results(tmp_path)
    rows = {
        row["city"]: row for row in seeds(results, ["trust"], half_width=0.0002).tables["seeds"].to_pylist()
    }
    row = rows["emancipatory minus control"]
    values = by_point(results, "trust", None)["emancipatory minus control"].values
    widest = max(values.std(axis=1, ddof=1))
    assert row["needed"] == pytest.approx((1.645 * widest / 0.0002) ** 2, rel=0.1)
    (easy,) = {one["needed"] for one in seeds(results, ["trust"], half_width=0.9).tables["seeds"].to_pylist()}
    assert easy == 3
    sweep(design(), tmp_path / "few", HERE)
    with pytest.raises(InputError, match="too few seeds"):
        seeds(open_results(tmp_path / "few"), ["trust"])


def test_residents_are_kept_after_the_weeks_asked_for(tmp_path: Path) -> None:
    sweep(design(run={"snapshots": [0, 7]}), tmp_path, HERE)
    results = open_results(tmp_path)
    table = results.residents(3).to_pandas()
    assert table.groupby("week").size().to_dict() == {0: 100, 7: 100}
    last = table[table.week == 7]
    assert last.trust.mean() == pytest.approx(results.weekly("trust")[3, 7], abs=1e-5)
    victim = sorted((tmp_path / "snapshots").iterdir())[0]
    victim.write_bytes(victim.read_bytes()[:-1] + b"!")
    outcome = resume(tmp_path, HERE)
    assert (outcome.done, [path.name for path in outcome.damaged]) == (12, [victim.name])
    assert victim.exists()
    sweep(design(), tmp_path / "without", HERE)
    with pytest.raises(InputError, match=r"keeps no residents of run .*; \[run\] snapshots asks for them"):
        open_results(tmp_path / "without").residents(0)


def test_parts_bring_their_residents_along(tmp_path: Path, short_files: int) -> None:
    from sim.studies import merge

    chosen = design(run={"snapshots": [7], "seeds": 3})
    for part in (1, 2):
        sweep(chosen, tmp_path / str(part), HERE._replace(shard=Shard(part, 2)))
    merged = merge([tmp_path / "1", tmp_path / "2"], tmp_path / "whole")
    assert merged.pending == 0
    assert len(list(Store(tmp_path / "whole").snapshots.iterdir())) == merged.done == 18
