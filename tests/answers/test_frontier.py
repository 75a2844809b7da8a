"""Is there another choice: dominance on problems with known fronts, and real cities."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sim.answers.frontier import Frontier, axes_of, frontier
from sim.answers.pareto import not_dominated
from sim.files.errors import InputError
from sim.runs.spec import CitySpec
from sim.scenario.scenario import list_scenarios, load_scenario
from tests.answers.small import TINY, lab, question

LESS = ("less", "less", "less")


def zdt1(x: np.ndarray) -> np.ndarray:
    """Zitzler, Deb & Thiele (2000): both less is better; the front is f2 = 1 − √f1, where all but x1 are 0."""
    g = 1.0 + 9.0 * x[:, 1:].mean(axis=1)
    return np.column_stack([x[:, 0], g * (1.0 - np.sqrt(x[:, 0] / g))])


def dtlz2(x: np.ndarray) -> np.ndarray:
    """Deb et al. (2002), three objectives: the front is the unit sphere, where the last variables are .5."""
    g = ((x[:, 2:] - 0.5) ** 2).sum(axis=1)
    a, b = x[:, 0] * np.pi / 2, x[:, 1] * np.pi / 2
    return (1.0 + g)[:, None] * np.column_stack([np.cos(a) * np.cos(b), np.cos(a) * np.sin(b), np.sin(a)])


def mixed(problem, variables: int, fixed: slice, at: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the problem's values at points on its front and off it, and which are on it."""
    x = np.random.default_rng(3).random((300, variables))
    on = np.arange(300) < 100
    x[on, fixed] = at
    x[~on, fixed] = 0.3 + 0.15 * x[~on, fixed]
    return problem(x), on


def test_zdt1() -> None:
    values, on = mixed(zdt1, 6, slice(1, None), 0.0)
    np.testing.assert_allclose(values[on, 1], 1.0 - np.sqrt(values[on, 0]))
    found = not_dominated(values, LESS[:2], [0.0, 0.0])
    assert found[on].all()
    assert found[~on].mean() < 0.05  # but for the gaps between the points on the front


def test_dtlz2() -> None:
    values, on = mixed(dtlz2, 7, slice(2, None), 0.5)
    np.testing.assert_allclose((values[on] ** 2).sum(axis=1), 1.0)
    found = not_dominated(values, LESS, [0.0, 0.0, 0.0])
    assert found[on].all()
    assert found[~on].mean() < 0.25  # a hundred points leave wide gaps on a sphere


def test_more_and_less() -> None:
    values = np.array([[1.0, 5.0], [2.0, 5.0], [2.0, 4.0], [0.0, 3.0]])
    assert not_dominated(values, ("more", "less"), [0.1, 0.1]).tolist() == [False, False, True, True]
    assert not_dominated(values, ("more", "more"), [0.1, 0.1]).tolist() == [False, True, False, False]


def test_a_difference_that_is_not_material_beats_nobody() -> None:
    values = np.array([[1.00, 1.0], [1.05, 1.0], [1.12, 1.0]])
    assert not_dominated(values, ("more", "more"), [0.1, 0.1]).tolist() == [False, True, True]


def test_what_is_undefined_is_never_best() -> None:
    values = np.array([[np.nan, 9.0], [1.0, 1.0]])
    assert not_dominated(values, ("more", "more"), [0.0, 0.0]).tolist() == [False, True]


@given(arrays(float, (12, 2), elements=st.floats(-1, 1)))
def test_somebody_is_always_best_and_nobody_best_is_beaten(values: np.ndarray) -> None:
    best = not_dominated(values, ("more", "more"), [0.05, 0.05])
    assert best.any()
    for point in values[best]:
        ahead = values - point
        assert not ((ahead >= 0).all(axis=1) & (ahead > 0.05).any(axis=1)).any()


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["wellbeing"], "two different ones"),
        (["wellbeing", "wellbeing"], "two different ones"),
        (["wellbeing", "trust"], "'trust' has no direction"),
        (["wellbeing", "expression"], "'expression' follows almost directly from the levers"),
        (["wellbeing", "clam"], "did you mean 'calm'"),
    ],
)
def test_axes_refused(names: list[str], said: str) -> None:
    with pytest.raises(InputError, match=said):
        axes_of(names)


@pytest.fixture(scope="module")
def found() -> Frontier:
    asked = question(outcomes=("wellbeing", "calm")).under([1, 2])
    room = CitySpec.of("ours", load_scenario("control").change({"surveillance": 0.11}))
    return frontier(asked, lab(), [room], TINY)


def test_corners_scenarios_and_the_rooms_city_are_there_once(found: Frontier) -> None:
    names = [point.name for point in found.points]
    assert len(names) == len(set(names)) == 16 + 1 + len(list_scenarios()) - 2  # the two poles are corners
    assert {"one", "other", "ours", "status-quo", "other with data and ties of one"} <= set(names)
    sources = {point.name: point.source for point in found.points}
    assert (sources["ours"], sources["one"], sources["status-quo"]) == ("room", "corner", "scenario")


def test_best_is_what_no_other_beats_and_robust_under_every_set(found: Frontier) -> None:
    means = np.array([[band.mean for band in point.bands] for point in found.points])
    best = not_dominated(means, ("more", "more"), [0.01, 0.01])
    assert [point.best for point in found.points] == best.tolist()
    for point in found.points:
        assert point.robust == (point.best and set(point.under) == set(found.sets))


def test_a_point_can_be_loaded_as_the_rooms_city(found: Frontier) -> None:
    point = next(one for one in found.points if one.name == "other with street of one")
    levers = point.city.scenario.levers
    assert levers["surveillance"] == load_scenario("emancipatory").levers["surveillance"]
    assert levers["automation"] == load_scenario("control").levers["automation"]
    assert found.as_json()["points"][0]["levers"]
