from __future__ import annotations

import json
import zlib

import numpy as np
import pytest

from sim.dashboard.state.actions import act
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.work import simulation as source
from sim.dashboard.work.coarse import NO_STEP, coarse
from sim.dashboard.work.frame import NO_VALUE, TOP, pack
from sim.dashboard.work.paired import Paired
from sim.dashboard.work.simulation import MAPPED, RunResult, run
from sim.outcomes import OUTCOMES
from sim.scenario.scenario import Scenario


@pytest.fixture(scope="module")
def run_result() -> RunResult:
    lived = run(Scene(city="synthetic").spec(), 300)
    assert lived is not None
    return lived


def unpack(frame: bytes) -> tuple[dict[str, object], dict[str, np.ndarray]]:
    length = int.from_bytes(frame[:4], "little")
    header = json.loads(frame[4 : 4 + length])
    arrays = {}
    for item in header["arrays"]:
        start, count = 4 + length + item["offset"], int(np.prod(item["shape"]))
        arrays[item["name"]] = np.frombuffer(frame, item["type"], count, start).reshape(item["shape"])
    return header, arrays


def test_a_frame_carries_the_series_it_was_asked_for(run_result: RunResult) -> None:
    header, arrays = unpack(pack(run_result, ("calm", "trust"), "wellbeing", [], {"number": 3}))
    assert (header["number"], header["first"], header["last"]) == (3, -103, 520)
    assert header["letters"] == ["A", "B", "N"]
    lived = run_result.series[1, :, list(OUTCOMES).index("trust")]
    np.testing.assert_allclose(arrays["series"][1, 1], lived, rtol=1e-6)


def test_districts_without_residents_have_no_value(run_result: RunResult) -> None:
    _, arrays = unpack(pack(run_result, ("calm",), "wellbeing", [], {}))
    empty = np.isnan(run_result.maps[:, :, 0])
    assert empty.any()
    assert ((arrays["map"] == NO_VALUE) == empty).all()


def test_paired_runs_give_the_means_of_series_and_map_after_the_choice(run_result: RunResult) -> None:
    burn_in, cities = run_result.spec.burn_in, len(run_result.letters)
    months = (run_result.series.shape[1] - burn_in) // 4
    values = np.full((5, cities, months, len(OUTCOMES)), 0.25, np.float32)
    maps = np.full((cities, months, len(MAPPED), run_result.maps.shape[3]), 0.5, np.float32)
    maps[:, -1] = 1.0
    paired = Paired(run_result.letters, values, (), maps)
    header, arrays = unpack(pack(run_result, ("trust", "active"), "wellbeing", [], {}, paired))
    alone = unpack(pack(run_result, ("trust", "active"), "wellbeing", [], {}))[1]
    assert header["runs"] == 5
    assert (arrays["series"][:, 0, burn_in:] == 0.25).all()
    np.testing.assert_array_equal(arrays["series"][:, 1], alone["series"][:, 1])
    for name in ("map", "active", "outage"):
        np.testing.assert_array_equal(arrays[name][:, :burn_in], alone[name][:, :burn_in])
    assert (arrays["map"][:, burn_in:-6] == 127).all()
    assert (arrays["map"][:, -2:] == TOP).all()
    assert (np.diff(arrays["map"][:, -6:].astype(int), axis=1) >= 0).all()
    np.testing.assert_array_equal(arrays["active"], alone["active"])


def test_the_common_past_is_the_same_in_all_cities(run_result: RunResult) -> None:
    past = run_result.series[:, : run_result.spec.burn_in]
    np.testing.assert_array_equal(past[0], past[1])
    np.testing.assert_array_equal(past[0], past[2])


def test_a_run_no_longer_wanted_ends_without_a_result() -> None:
    assert run(Scene(city="synthetic", seed=5).spec(), 300, lambda: False) is None


def test_a_value_is_the_mean_of_the_four_weeks_that_end_there(run_result: RunResult) -> None:
    column, burn_in = list(OUTCOMES).index("trust"), run_result.spec.burn_in
    expected = run_result.series[0, burn_in + 48 : burn_in + 52, column].mean()
    assert run_result.at(52)["A"]["trust"] == pytest.approx(expected)


def test_a_city_left_alone_is_not_lived_again(monkeypatch: pytest.MonkeyPatch) -> None:
    lived: list[list[str]] = []

    class Counting(source.Comparison):
        def __init__(self, scenarios: list[Scenario], *others: object, **settings: object) -> None:
            lived.append([scenario.name for scenario in scenarios])
            super().__init__(scenarios, *others, **settings)

    monkeypatch.setattr(source, "Comparison", Counting)
    before = run(Scene(city="synthetic", seed=77).spec(), 300)
    moved = act(
        ViewState(Scene(city="synthetic", seed=77)),
        {"do": "lever", "letter": "B", "name": "places", "value": 0.9},
    )
    after = run(moved.scene.spec(), 300)
    assert before is not None
    assert after is not None
    assert lived == [["A", "B", "N"], ["B"]]
    np.testing.assert_array_equal(before.series[0], after.series[0])
    assert not np.array_equal(before.series[1], after.series[1])


def refined(planes: np.ndarray, of: dict[str, list[float]]) -> np.ndarray:
    """Return the series that `coarse` has made bytes of, as the page's script does."""
    high, low = planes.astype(np.int64)
    words = np.cumsum(high * 256 + low, axis=2) % 2**16
    lows, steps = (np.reshape(of[name], (*words.shape[:2], 1)) for name in ("low", "step"))
    return np.where(words == NO_STEP, np.nan, lows + words * steps)


def test_a_draft_s_series_are_coarser_than_its_numbers_and_finer_than_a_screen(run_result: RunResult) -> None:
    outcomes = ("calm", "trust", "takeup", "illusion")
    whole = unpack(pack(run_result, outcomes, "wellbeing", [], {"draft": False}))[1]["series"]
    frame = pack(run_result, outcomes, "wellbeing", [], {"draft": True})
    header, arrays = unpack(frame)
    found = refined(arrays["series"], header["coarse"])  # type: ignore[arg-type]
    rows = np.nanmax(whole, axis=2, keepdims=True) - np.nanmin(whole, axis=2, keepdims=True)
    assert np.nanmax(np.abs(found - whole) / rows) < 1e-5
    assert (np.isnan(found) == np.isnan(whole)).all()


def test_a_draft_takes_fewer_bytes(run_result: RunResult) -> None:
    outcomes = tuple(OUTCOMES)[:8]
    draft, full = (
        len(zlib.compress(pack(run_result, outcomes, "wellbeing", [], {"draft": draft})))
        for draft in (True, False)
    )
    assert draft < 0.75 * full


@pytest.mark.parametrize(
    "row",
    [
        [0.5, 0.5, 0.5],
        [np.nan, np.nan, np.nan],
        [np.nan, -2.0, 3.0],
        [1e-30, 0.0, np.inf],
        [0.0, 1.0, 0.0],
    ],
)
def test_steps_of_odd_rows(row: list[float]) -> None:
    series = np.array([[row]], np.float32)
    found = refined(*coarse(series))[0, 0]
    known = np.isfinite(series[0, 0])
    assert (np.isnan(found) == ~known).all()
    np.testing.assert_allclose(found[known], series[0, 0][known], atol=1e-4)
