"""A study's tables from layouts and runs given by hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from sim.answers.study import AXES, _layout, _numbers, _parts, _sensitivity, _variance
from sim.answers.variance import AMONG_OTHERS, WITH_SEEDS, complete, pairs_of, parts_of_variance
from sim.outcomes import OUTCOMES
from sim.studies.analysis.given_data import noise, verdict
from sim.studies.analysis.outcome import Cells, as_cells
from sim.studies.analysis.robustness import _of_outcome as robust_of


def results(values: list[float], **columns: list[Any]) -> Any:
    """Return runs with given ``columns`` and ``values`` of every outcome."""
    factors = [name for name in columns if name not in AXES]
    plan = SimpleNamespace(table=pa.table(columns), factors=factors)
    return SimpleNamespace(plan=plan, outcome=lambda name, year: np.array(values))


def cells(values: np.ndarray) -> Cells:
    """Return ``values`` of runs that are all done."""
    return as_cells(values, np.full(values.shape, "done"))


def test_a_layout_has_each_run_at_its_place_and_nothing_elsewhere() -> None:
    runs = results(
        [],
        scenario=["b", "a", "b"],
        assumptions=["x", "x", "y"],
        point=[3, 1, 1],
        seed=[2, 2, 5],
    )
    found = _layout(runs, np.array([1.0, 2.0, np.nan]), np.array(["done", "done", "failed"]))
    assert found.values.shape == (2, 2, 2, 0)  # no seed is taken by every point


def test_a_layout_tells_apart_why_there_is_no_number() -> None:
    runs = results(
        [],
        scenario=["a"] * 4 + ["b"] * 4,
        assumptions=["x"] * 8,
        point=[1, 1, 3, 3] * 2,
        seed=[2, 5] * 4,
    )
    status = ["done", "done", "failed", "pending", "timed out", "done", "done", "not needed"]
    values = np.array([1.0, 2.0, np.nan, np.nan, np.nan, np.nan, 3.0, np.nan])
    found = _layout(runs, values, np.array(status))
    assert found.values.shape == (2, 1, 2, 1)  # seed 5 is not needed at one place
    np.testing.assert_array_equal(found.values[:, 0, :, 0], [[1.0, np.nan], [np.nan, 3.0]])
    assert found.counts == {"undefined": 0, "failed": 2, "pending": 0}
    known = _layout(runs, values, np.array([*status[:-1], "done"]))
    assert known.values.shape == (2, 1, 2, 2)
    assert known.counts == {"undefined": 2, "failed": 2, "pending": 1}
    gap = Cells(*(one[0] for one in known)).minus(Cells(*(one[1] for one in known)))
    assert gap.counts == {"undefined": 1, "failed": 2, "pending": 1}


def test_parts_of_all_cities_come_before_those_of_each_pair() -> None:
    layout = np.random.default_rng(1).normal(0.0, 1.0, (3, 2, 4, 2))
    layout[0, 0, 1, 0] = np.nan
    warnings: list[str] = []
    rows = list(_variance("calm", cells(layout), ["a", "b", "c"], warnings))
    order = list(dict.fromkeys(row["of"] for row in rows))
    assert order == ["all cities", "a minus b", "a minus c", "b minus c"]
    assert warnings == [
        f"calm, {of}: 1 of 4 points left out of the variance (1 undefined)"
        for of in ("all cities", "a minus b", "a minus c")
    ]
    whole = parts_of_variance(np.delete(layout, 1, axis=2), AXES)
    assert {row["part"]: row["share"] for row in rows if row["of"] == "all cities"} == pytest.approx(whole)
    pair = parts_of_variance(np.delete(layout[0] - layout[2], 1, axis=1), AXES[1:])
    assert {row["part"]: row["share"] for row in rows if row["of"] == "a minus c"} == pytest.approx(pair)
    counts = {row["of"]: (row["cells"], row["undefined"]) for row in rows}
    assert counts == {
        "all cities": (3 * 2 * 3 * 2, 1),
        "a minus b": (2 * 3 * 2, 1),
        "a minus c": (2 * 3 * 2, 1),
        "b minus c": (2 * 4 * 2, 0),
    }


@pytest.mark.parametrize(("seeds", "warned"), [(1, True), (2, False)])
def test_one_seed_is_warned_of(seeds: int, warned: bool) -> None:
    warnings: list[str] = []
    layout = np.random.default_rng(1).normal(0.0, 1.0, (2, 1, 3, seeds))
    rows = list(_parts("calm", "all cities", cells(layout), AXES, warnings))
    assert {row["outcome"] for row in rows} == {"calm"}
    varied = {"scenario", "point", AMONG_OTHERS, WITH_SEEDS} | ({"seed"} if seeds > 1 else set())
    assert {row["part"] for row in rows} == varied  # one set of assumptions has no part in the spread
    assert warnings == ["one seed: what the seed does cannot be told from all else"] * warned


def test_no_complete_point_is_warned_of() -> None:
    warnings: list[str] = []
    nothing = as_cells(np.full((1, 2, 2), np.nan), np.array([[["done", "failed"]] * 2]))
    assert list(_parts("calm", "a minus b", nothing, AXES[1:], warnings)) == []
    assert warnings == ["calm, a minus b: no point is complete (2 undefined, 2 failed)"]


@pytest.mark.parametrize(("name", "sign"), [("calm", 1.0), ("running_cost", -1.0)])
def test_robustness_is_of_means_over_seeds_by_what_is_better(name: str, sign: float) -> None:
    nan = np.nan
    levels = {
        "a": [[1.0, 3.0], [5.0, 5.0], [nan, 9.0], [nan, nan]],
        "b": [[4.0, 4.0], [3.0, 5.0], [8.0, nan], [1.0, 1.0]],
    }
    first, second = robust_of(
        name, {key: cells(sign * np.array(one)) for key, one in levels.items()}, None, None
    )
    # states in order: a 2, 5, 9; b 4, 4, 8; the fourth is undefined for a
    assert (first["outcome"], first["scenario"], second["scenario"]) == (name, "a", "b")
    assert (first["states"], first["left_out"], first["undefined"]) == (3, 1, 3)
    assert (second["states"], second["left_out"], second["undefined"]) == (3, 1, 1)
    assert (first["most_regret"], first["mean_regret"]) == pytest.approx((2.0, 2 / 3))
    assert (second["most_regret"], second["mean_regret"]) == pytest.approx((1.0, 2 / 3))
    assert (first["best_share"], second["best_share"]) == pytest.approx((2 / 3, 1 / 3))
    assert (first["worst"], second["worst"]) == (sign * 2.0, sign * 4.0)
    assert (first["minimax_regret"], second["minimax_regret"]) == (False, True)
    assert (first["maximin"], second["maximin"]) == (False, True)


def test_what_is_just_material_is_near_the_best() -> None:
    material = OUTCOMES["calm"].material
    steps = np.array([[0.0], [material], [1.01 * material]])
    first, second = robust_of("calm", {"a": cells(steps * 0.0), "b": cells(-steps)}, None, None)
    assert (first["near_best"], second["near_best"]) == (1.0, pytest.approx(2 / 3))


def test_no_limit_is_above_all_numbers_and_nothing_is_nothing() -> None:
    runs = results([], gain=[0.5, None, float("inf"), 2.0, -1.0])
    assert _numbers(runs, "gain").tolist() == [0.5, 0.0, 3.0, 2.0, -1.0]
    assert _numbers(results([], gain=[float("inf"), None]), "gain").tolist() == [1.0, 0.0]


def sensitivity(rows: int, values: list[float] | None = None) -> tuple[list[dict[str, Any]], list[str]]:
    """Return rows and warnings of one city with so many runs, in which `gain` decides all."""
    gain = [place / rows for place in range(rows)]
    warnings: list[str] = []
    runs = results(
        values or gain,
        scenario=["a"] * rows,
        point=list(range(rows)),
        gain=gain,
        surveillance=[place * 0.618 % 1.0 for place in range(rows)],
    )
    return list(_sensitivity(runs, "calm", None, warnings)), warnings


@pytest.mark.parametrize(("rows", "told"), [(19, 0), (20, 2), (60, 2)])
def test_twenty_runs_are_enough_for_sensitivity(rows: int, told: int) -> None:
    found, warnings = sensitivity(rows)
    assert len(found) == told
    assert ("calm, a: 19 runs are too few for sensitivity (needs 20)" in warnings) == (rows == 19)
    assert {one["runs"] for one in found} == ({rows} if told else set())


@pytest.mark.parametrize(
    ("median", "said"), [(0.125, "as a dummy"), (0.25, "as a dummy"), (0.375, "settled")]
)
def test_what_is_not_above_the_dummy_is_said_to_be_as_one(
    median: float, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sim.answers.study.pawn_of", lambda columns, values: [0.5, median, 0.25])
    found, warnings = sensitivity(40)
    told = {
        "outcome": "calm",
        "city": "a",
        "dummy": 0.25,
        "dummy_conf": 0.0,
        "floor": 0.25,
        "runs": 40,
        "pawn_conf": 0.0,
    }
    assert found == [
        {"factor": "gain", "role": "assumption", "pawn": 0.5, "verdict": "settled", **told},
        {"factor": "surveillance", "role": "lever", "pawn": median, "verdict": said, **told},
    ]
    told_too = "1 of 2 factors are noise: not above 0.25, what chance alone reaches with these runs"
    assert noise(found, "these runs") == ([told_too] if said == "as a dummy" else [])
    assert warnings == []


@pytest.mark.parametrize(
    ("reach", "floor", "said"), [(0.11, 0.3, "unsettled"), (0.1, 0.3, "settled"), (0.11, 0.4, "as a dummy")]
)
def test_an_interval_wider_than_a_tenth_is_unsettled_and_noise_where_no_index_is_above_its_floor(
    reach: float, floor: float, said: str
) -> None:
    assert verdict({"pawn": 0.4, "pawn_conf": reach}, {"pawn": floor}) == said
    both = {"delta": 0.1, "delta_conf": reach, "S1": 0.4, "S1_conf": 0.0}
    assert verdict(both, {"delta": 0.2, "S1": floor}) == said


def test_twenty_runs_of_a_jagged_outcome_tell_nothing() -> None:
    jagged = [(place * 7) % 20 / 20 for place in range(20)]
    (gain, *_), _ = sensitivity(20, jagged)
    assert gain["pawn_conf"] > 0.1
    assert gain["floor"] == pytest.approx(gain["dummy"] + gain["dummy_conf"])
    assert gain["verdict"] == "as a dummy"


def test_nothing_moves_and_nothing_is_defined() -> None:
    assert sensitivity(30, [0.5] * 30) == ([], ["calm, a: is the same in all runs; nothing moves it"])
    values = [np.nan] * 11 + [0.1 * place for place in range(19)]
    assert sensitivity(30, values) == ([], ["calm, a: 19 runs are too few for sensitivity (needs 20)"])


def test_words_and_what_no_parameter_is_called_are_numbered_as_they_come() -> None:
    runs = results([], off=["none", "trust", "none"])
    assert _numbers(runs, "off").tolist() == [0.0, 1.0, 0.0]


def test_cities_are_told_apart() -> None:
    gain = [place / 40 for place in range(40)] * 2
    values = [*gain[:40], *(1.0 - one for one in gain[40:])]
    runs = results(values, scenario=["b"] * 40 + ["a"] * 40, point=list(range(80)), gain=gain)
    found = list(_sensitivity(runs, "calm", None, []))
    assert [(one["city"], one["runs"]) for one in found] == [("b", 40), ("a", 40)]


def test_interactions_by_hand() -> None:
    """Two by two by two: a product of the first two axes, of 1 either way, and twice that with the seeds."""
    sign = np.array([-1.0, 1.0])
    values = sign[:, None, None] * sign[None, :, None] + 2.0 * sign[:, None, None] * sign[None, None, :]
    found = parts_of_variance(values + sign[None, None, :], ("a", "b", "seed"))
    assert found == pytest.approx({"a": 0.0, "b": 0.0, "seed": 1 / 6, AMONG_OTHERS: 1 / 6, WITH_SEEDS: 4 / 6})


def test_pairs_and_complete_places() -> None:
    assert pairs_of(3) == [(0, 1), (0, 2), (1, 2)]
    assert pairs_of(1) == []
    values = np.arange(6.0).reshape(3, 2)
    values[1, 0] = np.nan
    assert complete(values, 0).tolist() == [[0.0, 1.0], [4.0, 5.0]]
    assert complete(values, 1, 0).tolist() == [[1.0], [3.0], [5.0]]


def test_a_seed_that_fails_everywhere_does_not_erase_every_point() -> None:
    values = np.arange(24.0).reshape(2, 4, 3)
    values[0, :, 2] = np.nan
    values[1, 1, 0] = np.nan
    np.testing.assert_array_equal(complete(values, 1), np.delete(values, 1, axis=1)[..., :2])
    assert complete(np.full((2, 4, 3), np.nan), 1).shape == (2, 0, 3)
    warnings: list[str] = []
    status = np.where(np.isnan(values), "failed", "done")
    rows = list(_parts("calm", "a minus b", as_cells(values, status), AXES[1:], warnings))
    assert {(row["points"], row["left_out"], row["seeds"], row["failed"]) for row in rows} == {(3, 1, 2, 5)}
    assert warnings == ["calm, a minus b: 1 of 4 points and 1 of 3 seeds left out of the variance (5 failed)"]
