"""A study's tables from layouts and runs given by hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from sim.answers.study import AXES, _layout, _numbers, _parts, _robustness, _sensitivity, _variance
from sim.answers.variance import AMONG_OTHERS, WITH_SEEDS, complete, pairs_of, parts_of_variance, robustness
from sim.outcomes import OUTCOMES


def results(values: list[float], **columns: list[Any]) -> Any:
    """Return runs with given ``columns`` and ``values`` of every outcome."""
    factors = [name for name in columns if name not in AXES]
    plan = SimpleNamespace(table=pa.table(columns), factors=factors)
    return SimpleNamespace(plan=plan, outcome=lambda name, year: np.array(values))


def test_a_layout_has_each_run_at_its_place_and_nothing_elsewhere() -> None:
    runs = results(
        [],
        scenario=["b", "a", "b"],
        assumptions=["x", "x", "y"],
        point=[3, 1, 1],
        seed=[2, 2, 5],
    )
    found = _layout(runs, np.array([1.0, 2.0, 3.0]))
    assert found.shape == (2, 2, 2, 2)
    assert (found[0, 0, 0, 0], found[1, 0, 1, 0], found[0, 1, 1, 1]) == (1.0, 2.0, 3.0)
    assert np.isnan(found).sum() == 13


def test_parts_of_all_cities_come_before_those_of_each_pair() -> None:
    layout = np.random.default_rng(1).normal(0.0, 1.0, (3, 2, 4, 2))
    layout[0, 0, 1, 0] = np.nan
    warnings: list[str] = []
    rows = list(_variance("calm", layout, ["a", "b", "c"], warnings))
    order = list(dict.fromkeys(row["of"] for row in rows))
    assert order == ["all cities", "a minus b", "a minus c", "b minus c"]
    assert warnings == []
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
    rows = list(_parts("calm", "all cities", layout, AXES, warnings))
    assert {row["outcome"] for row in rows} == {"calm"}
    assert warnings == ["one seed: what the seed does cannot be told from all else"] * warned


def test_no_complete_point_is_warned_of() -> None:
    warnings: list[str] = []
    assert list(_parts("calm", "a minus b", np.full((1, 2, 2), np.nan), AXES[1:], warnings)) == []
    assert warnings == ["calm, a minus b: no point is complete"]


@pytest.mark.parametrize(("name", "sign"), [("calm", 1.0), ("running_cost", -1.0)])
def test_robustness_is_of_means_over_seeds_by_what_is_better(name: str, sign: float) -> None:
    levels = np.array([[[[1.0, 3.0], [5.0, 5.0], [np.nan, 9.0]]], [[[4.0, 4.0], [3.0, 5.0], [1.0, 1.0]]]])
    first, second = _robustness(name, sign * levels, ["a", "b"])
    # states in order: a 2 and 5, b 4 and 4; the third is undefined for a
    assert (first["outcome"], first["scenario"], second["scenario"]) == (name, "a", "b")
    assert (first["states"], first["undefined"]) == (second["states"], second["undefined"]) == (2, 1)
    assert (first["regret"], first["mean_regret"], first["satisfies"]) == (2.0, 1.0, 0.5)
    assert (second["regret"], second["mean_regret"], second["satisfies"]) == (1.0, 0.5, 0.5)
    assert (first["worst"], second["worst"]) == (sign * 2.0, sign * 4.0)


def test_no_robustness_without_a_direction_another_city_or_a_state() -> None:
    layout = np.ones((2, 1, 2, 2))
    assert OUTCOMES["trust"].direction is None
    assert list(_robustness("trust", layout, ["a", "b"])) == []
    assert list(_robustness("calm", layout[:1], ["a"])) == []
    assert list(_robustness("calm", layout * np.nan, ["a", "b"])) == []
    assert len(list(_robustness("calm", layout, ["a", "b"]))) == 2


def test_what_is_just_material_satisfies() -> None:
    first, second = robustness(np.array([[0.5, 1.0], [0.25, 1.0]]), material=0.25)
    assert (first["satisfies"], second["satisfies"]) == (1.0, 1.0)
    assert robustness(np.array([[0.5], [0.125]]), material=0.25)[1]["satisfies"] == 0.0


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
        gain=gain,
        surveillance=[place * 0.618 % 1.0 for place in range(rows)],
    )
    return list(_sensitivity(runs, "calm", None, warnings)), warnings


@pytest.mark.parametrize(("rows", "told"), [(19, 0), (20, 2), (60, 2)])
def test_twenty_runs_are_enough_for_sensitivity(rows: int, told: int) -> None:
    found, warnings = sensitivity(rows)
    assert len(found) == told
    assert ("calm, a: 19 runs are too few for sensitivity" in warnings) == (rows == 19)
    assert {one["runs"] for one in found} == ({rows} if told else set())


@pytest.mark.parametrize(("median", "warned"), [(0.1, True), (0.25, False), (0.3, False)])
def test_what_is_below_the_dummy_is_said_to_be(
    median: float, warned: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sim.answers.study.pawn_of", lambda columns, values: [0.5, median, 0.25])
    found, warnings = sensitivity(40)
    told = {"outcome": "calm", "city": "a", "dummy": 0.25, "runs": 40}
    assert found == [
        {"factor": "gain", "role": "assumption", "pawn": 0.5, **told},
        {"factor": "surveillance", "role": "lever", "pawn": median, **told},
    ]
    assert warnings == ["calm, a: surveillance cannot be told from a dummy; more runs may tell"] * warned


def test_nothing_moves_and_nothing_is_defined() -> None:
    assert sensitivity(30, [0.5] * 30) == ([], ["calm, a: 30 runs are too few for sensitivity"])
    values = [np.nan] * 11 + [0.1 * place for place in range(19)]
    assert sensitivity(30, values) == ([], ["calm, a: 19 runs are too few for sensitivity"])


def test_cities_are_told_apart() -> None:
    gain = [place / 40 for place in range(40)] * 2
    values = [*gain[:40], *(1.0 - one for one in gain[40:])]
    runs = results(values, scenario=["b"] * 40 + ["a"] * 40, gain=gain)
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
    assert complete(values, 1).tolist() == [[1.0], [3.0], [5.0]]
