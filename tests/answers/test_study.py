"""A finished study explained: spread on layouts worked by hand, robustness, sensitivity, one folder."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sim.answers.study import explain_study, pawn_of
from sim.answers.variance import AMONG_OTHERS, WITH_SEEDS, complete, parts_of_variance
from sim.cli.main import main
from sim.files.errors import InputError
from sim.studies import open_results, sweep
from sim.studies.results import Results
from tests.studies.small import HERE, design

NAMES = ("scenario", "point", "seed")


def test_an_additive_layout_has_main_effects_alone() -> None:
    a, b, c = np.array([0.0, 2.0]), np.array([0.0, 1.0, 2.0]), np.array([-1.0, 1.0])
    found = parts_of_variance(a[:, None, None] + b[None, :, None] + c[None, None, :], NAMES)
    total = 1.0 + 2 / 3 + 1.0  # variances of the three
    expected = {"scenario": 1.0 / total, "point": (2 / 3) / total, "seed": 1.0 / total}
    assert found == pytest.approx(expected | {AMONG_OTHERS: 0.0, WITH_SEEDS: 0.0}, abs=1e-12)


def test_a_product_is_all_interaction() -> None:
    sign = np.array([-1.0, 1.0])
    found = parts_of_variance((sign[:, None] * sign[None, :])[:, :, None] * np.ones(3), NAMES)
    assert found[AMONG_OTHERS] == pytest.approx(1.0)
    erratic = parts_of_variance(sign[:, None, None] * np.ones((1, 3, 1)) * sign[None, None, :], NAMES)
    assert erratic[WITH_SEEDS] == pytest.approx(1.0)


@given(arrays(float, (2, 3, 4), elements=st.floats(-10, 10)))
def test_parts_sum_to_one(values: np.ndarray) -> None:
    found = parts_of_variance(values, NAMES)
    if np.ptp(values) > 1e-6:
        assert sum(found.values()) == pytest.approx(1.0)


def test_nothing_varies_and_something_is_missing() -> None:
    assert np.isnan(list(parts_of_variance(np.ones((2, 2, 2)), NAMES).values())).all()
    with pytest.raises(ValueError, match="every cell"):
        parts_of_variance(np.array([[np.nan, 1.0]]), ("point", "seed"))


def test_incomplete_points_are_left_out() -> None:
    values = np.arange(12.0).reshape(2, 3, 2)
    values[1, 2, 0] = np.nan
    np.testing.assert_array_equal(complete(values, 1), values[:, :2])


def test_pawn_ranks_what_moves_a_result_above_a_dummy() -> None:
    x = np.array(
        [[(i * step) % 1.0 for i in range(1, 401)] for step in (0.7071067812, 0.4142135624, 0.7320508076)]
    )
    strong, weak, nothing, dummy = pawn_of(list(x), 4.0 * x[0] + 1.0 * x[1])
    assert strong > weak > dummy
    assert strong > 2 * nothing


@pytest.mark.filterwarnings("error")
def test_pawn_of_what_is_moved_by_nothing_warns_nobody() -> None:
    pairs, values = np.arange(40) // 2 % 2.0, np.arange(40) % 2.0
    assert pawn_of([pairs], values)[0] == 0.0


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    folder = tmp_path_factory.mktemp("study") / "small"
    sweep(design(design={"samples": 12}), folder, HERE)
    return open_results(folder)


def test_a_study_is_explained(results: Results) -> None:
    found = explain_study(results, ["wellbeing", "trust"])
    assert found.runs == {"done": 48}
    by_kind: dict[tuple[str, str], float] = {}
    for row in found.variance:
        key = row["outcome"], row["of"]
        by_kind[key] = by_kind.get(key, 0.0) + row["share"]
        assert row["undefined"] == 0
    assert set(by_kind) == {(name, of) for name in ("wellbeing", "trust") for of in ("all cities", GAP)}
    assert list(by_kind.values()) == pytest.approx([1.0] * 4)
    assert {row["outcome"] for row in found.robustness} == {"wellbeing"}  # trust has no direction
    assert {row["factor"] for row in found.sensitivity} == {"gain", "surveillance", "consent"}
    assert {row["role"] for row in found.sensitivity} == {"assumption", "lever"}
    assert {row["points"] for row in found.shares} == {12}


def test_the_worst_of_what_less_is_better_of_is_the_most_of_it(results: Results) -> None:
    table = results.plan.table.to_pandas().assign(cost=results.outcome("running_cost"))
    states = table.groupby(["scenario", "assumptions", "point"]).cost.mean()
    rows = explain_study(results, ["running_cost"]).robustness
    assert {row["scenario"]: row["worst"] for row in rows} == pytest.approx(
        states.groupby("scenario").max().to_dict()
    )


GAP = "emancipatory minus control"


class Half(Results):
    """Results of which the last point never came."""

    def outcome(self, name: str, year: float | None = None) -> np.ndarray:
        values = super().outcome(name, year)
        points = self.plan.table.column("point").to_numpy()
        return np.where(points == points.max(), np.nan, values)


def test_what_is_undefined_is_counted_beside_every_share(results: Results) -> None:
    found = explain_study(Half(results.folder), ["wellbeing"])
    whole = [row for row in found.variance if row["of"] == "all cities"]
    assert {row["undefined"] for row in whole} == {4}  # 2 scenarios x 2 seeds
    assert {row["cells"] for row in whole} == {44}
    assert {(row["states"], row["left_out"], row["undefined"]) for row in found.robustness} == {(11, 1, 2)}


def test_too_few_runs_are_warned_of(tmp_path: Path) -> None:
    sweep(design(run={"seeds": 1}), tmp_path, HERE)
    found = explain_study(open_results(tmp_path), ["wellbeing"])
    assert "one seed: what the seed does cannot be told from all else" in found.warnings
    assert "wellbeing, emancipatory: 3 runs are too few for sensitivity (needs 20)" in found.warnings
    assert found.sensitivity == []


def test_the_command_writes_one_folder_that_says_what_it_is(
    results: Results, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", str(results.folder), "--outcome", "wellbeing", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == 1
    crate = json.loads((results.folder / "explanation" / "ro-crate-metadata.json").read_text("utf-8"))
    entities = {entity["@id"]: entity for entity in crate["@graph"]}
    for part in entities["./"]["hasPart"]:
        assert (results.folder / "explanation" / part["@id"]).is_file()
    assert {"variance.csv", "robustness.csv", "sensitivity.csv", "shares.csv"} <= set(entities)
    assert "two-cities explain" in entities["#explanation"]["description"]
    assert main(["explain", str(results.folder), "--outcome", "wellbeing"]) == 0
    assert "variance" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("outcome", "year", "said"), [("welbeing", None, "did you mean 'wellbeing'"), ("trust", 3, "not reached")]
)
def test_refused(results: Results, outcome: str, year: float | None, said: str) -> None:
    with pytest.raises(InputError, match=said):
        explain_study(results, [outcome], year)


def test_the_dummy_of_pawn_fills_its_range_evenly(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[np.ndarray] = []

    def distances(columns: np.ndarray, values: np.ndarray, slices: int) -> np.ndarray:
        given.append(columns)
        return np.zeros(columns.shape[1])

    monkeypatch.setattr("sim.answers.study.median_distances", distances)
    pawn_of([np.zeros(1_000)], np.zeros(1_000))
    dummy = given[0][:, -1]
    assert dummy[0] == pytest.approx(0.6180339887)
    assert np.histogram(dummy, 10, (0.0, 1.0))[0].tolist() == pytest.approx([100] * 10, abs=3)
    assert np.histogram(dummy[:50], 10, (0.0, 1.0))[0].tolist() == pytest.approx([5] * 10, abs=2)
