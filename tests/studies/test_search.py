"""A search keeps every city, and comes to the same frontier however often it is stopped."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest
import tomli_w

from sim.cli.main import main
from sim.files.errors import InputError
from sim.studies import open_results
from sim.studies.search import Evaluated, Search, _finding, search
from sim.studies.search_progress import progress, still_rising
from tests.faults.driver import start
from tests.studies.small import HERE

DOCUMENT: dict[str, Any] = {
    "search": {"objectives": ["expression", "calm"], "population": 8, "generations": 4, "seed": 3},
    "run": {
        "scenarios": ["status-quo"],
        "assumptions": ["central", "sceptic"],
        "seeds": 2,
        "city": "synthetic:4",
        "residents": 100,
        "burn_in": 2,
        "weeks": 8,
    },
    "vary": {"surveillance": {}, "censorship": {}, "consent": {}},
}


def sought(**changes: Any) -> dict[str, Any]:
    return {name: {**table, **changes.get(name, {})} for name, table in DOCUMENT.items()}


def test_every_city_is_kept_and_none_beats_the_frontier(tmp_path: Path) -> None:
    found = search(Search.of(DOCUMENT), tmp_path, HERE)
    rows = found.tables["evaluated"].to_pylist()
    assert len(rows) == 32
    best = found.tables["frontier"].to_pylist()
    for row in rows:
        for one in best:
            better = row["expression"] >= one["expression"] and row["calm"] >= one["calm"]
            assert not better or (row["expression"], row["calm"]) == (one["expression"], one["calm"])
    generations = sorted(tmp_path.glob("generation-*"))
    assert len(generations) == 4
    results = open_results(generations[2])
    table = results.plan.table.to_pandas().assign(calm=results.outcome("calm"))
    mean = table.groupby("point").calm.mean()
    assert np.allclose(mean, [row["calm"] for row in rows if row["generation"] == 2])


def test_the_worst_case_over_sets_of_assumptions(tmp_path: Path) -> None:
    mean = search(Search.of(sought(search={"generations": 1})), tmp_path / "mean", HERE)
    worst = search(Search.of(sought(search={"generations": 1, "over": "worst"})), tmp_path / "worst", HERE)
    pairs = zip(*(one.tables["evaluated"].to_pylist() for one in (mean, worst)), strict=True)
    assert all(bad["calm"] <= middle["calm"] for middle, bad in pairs)


def test_killed_and_begun_again_it_comes_to_the_same_frontier(tmp_path: Path) -> None:
    path = tmp_path / "search.toml"
    path.write_text(tomli_w.dumps(sought(search={"generations": 3})))
    search(Search.read(path), tmp_path / "undisturbed", HERE).save(tmp_path / "undisturbed" / "analysis")
    out = tmp_path / "killed"
    process = start("search", path, "--out", out, "--workers", "1")
    while not (out / "generation-0001").exists() and process.poll() is None:
        time.sleep(0.01)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert not (out / "analysis").exists()
    assert main(["search", str(path), "--out", str(out), "--workers", "1", "--quiet"]) == 0
    for name in ("frontier", "evaluated"):
        tables = [
            pq.read_table(tmp_path / one / "analysis" / f"{name}.parquet")
            for one in ("killed", "undisturbed")
        ]
        assert tables[0].equals(tables[1])


def test_a_city_without_a_value_is_no_candidate() -> None:
    objectives = np.array([[0.0, 1.0], [np.nan, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    found = Evaluated([{}] * 5, objectives, np.zeros(5, int), np.zeros(5, int))
    assert found.frontier.tolist() == [0, 2]


def test_a_directory_keeps_to_its_search(tmp_path: Path) -> None:
    search(Search.of(sought(search={"generations": 1})), tmp_path, HERE)
    with pytest.raises(InputError, match="holds another search"):
        search(Search.of(sought(search={"generations": 1, "seed": 4})), tmp_path, HERE)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"search": {"objectives": ["calm"]}}, "must name two or more"),
        ({"search": {"objectives": ["calm", "clam"]}}, "did you mean 'calm'"),
        ({"search": {"objectives": ["calm", "trust"]}}, "neither more nor less is better"),
        ({"search": {"objectives": ["calm", "calm"]}}, "names one twice"),
        ({"search": {"population": 1}}, "population = 1"),
        ({"search": {"over": "best"}}, "over = 'best'"),
        ({"search": {"generation": 3}}, "did you mean 'generations'"),
        ({"run": {"scenarios": ["control", "emancipatory"]}}, "starts from one scenario"),
        ({"vary": {"gain": {}}}, "varies gain; a search is over levers"),
    ],
)
def test_bad_searches_are_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError) as refused:
        Search.of(sought(**changes))
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_search_reads_what_it_wrote() -> None:
    asked = Search.of(DOCUMENT)
    assert Search.of(asked.as_document()).as_document() == asked.as_document()


def test_what_was_found_stands_beside_corners_and_scenarios(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = sought(search={"generations": 1}) | {"vary": {"surveillance": {}, "censorship": {}}}
    finding = search(Search.of(plain), tmp_path, HERE)
    command = [
        "frontier",
        "--outcomes",
        "wellbeing,calm",
        "--found",
        str(tmp_path),
        "--quick",
        "--seeds",
        "2",
    ]
    command += ["--city", "synthetic:4", "--residents", "64", "--burn-in", "2", "--weeks", "52", "--json"]
    assert main(command) == 2
    assert "has not come to an end" in capsys.readouterr().err
    finding.save(tmp_path / "analysis")
    assert main(command) == 0
    document = json.loads(capsys.readouterr().out)
    found = [one for one in document["points"] if one["source"] == "found"]
    rows = finding.tables["frontier"].to_pylist()
    assert [one["levers"]["surveillance"] for one in found] == [row["surveillance"] for row in rows]
    assert {one["source"] for one in document["points"]} == {"corner", "scenario", "found"}
    assert f"--found {tmp_path}" in document["receipt"]["command"]


@pytest.mark.parametrize(
    ("varied", "said"),
    [(None, "holds no search"), ({"chilling": {}}, "a search is over levers")],
)
def test_a_folder_without_cities_to_look_at_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], varied: dict[str, Any] | None, said: str
) -> None:
    if varied is not None:
        (tmp_path / "search.toml").write_text(tomli_w.dumps(sought() | {"vary": varied}))
        (tmp_path / "analysis").mkdir()
        (tmp_path / "analysis" / "frontier.parquet").write_bytes(b"")
    assert main(["frontier", "--outcomes", "wellbeing,calm", "--found", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_undefined_and_failed_are_told_apart() -> None:
    objectives = np.array([[1.0, np.nan], [np.nan, 1.0], [2.0, 2.0], [3.0, 3.0]])
    found = Evaluated([{}] * 4, objectives, np.zeros(4, int), np.array([0, 2, 1, 0]))
    sought = Search.of({"search": {"objectives": ["wellbeing", "calm"]}, "vary": {"openness": {}}})
    finding = _finding(sought, found)
    assert finding.notes == [
        "1 of 4 cities left out: an objective undefined",
        "1 of 4 cities left out: runs failed",
        "1 of 4 cities kept, without runs that failed",
    ]
    rows = finding.tables["evaluated"].to_pylist()
    assert [(row["failed"], row["on_frontier"]) for row in rows] == [
        (0, False),
        (2, False),
        (1, True),
        (0, False),
    ]
    nothing = found._replace(objectives=np.full((4, 2), np.nan))
    with pytest.raises(
        InputError, match="every objective; 2 of 4 cities left out: an objective undefined; 2 of"
    ):
        _finding(sought, nothing)


def test_the_hypervolume_by_hand_and_whether_it_still_rises() -> None:
    """Two objectives to be made small, from 0 to 1: a point at (.5, .5) dominates a quarter of the box."""
    objectives = np.array([[1.0, 1.0], [0.5, 0.5], [np.nan, 0.0], [0.0, 1.0], [1.0, 0.0], [0.25, 0.5]])
    rows = progress(objectives, np.array([0, 0, 1, 1, 2, 3]))
    assert [row["hypervolume"] for row in rows] == pytest.approx([0.25, 0.25, 0.25, 0.375])
    assert [(row["cities"], row["without"]) for row in rows] == [(2, 0), (4, 1), (5, 1), (6, 1)]
    (note,) = still_rising(rows)
    raised = "the last 1 of 4 generations raised it by 33%"
    assert (
        note == f"the frontier is still rising ({raised}): no end of it yet; take more [search] generations"
    )
    assert still_rising(rows[:3]) == still_rising(rows[:1]) == still_rising([]) == []
    assert progress(np.full((2, 2), np.nan), np.zeros(2, int)) == []
