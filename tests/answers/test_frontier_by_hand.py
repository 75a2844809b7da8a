"""The frontier of cities of which it is known how each stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from sim.answers.corners import differing
from sim.answers.frontier import Frontier, candidates, frontier
from sim.answers.pareto import not_dominated
from sim.runs.spec import CitySpec
from sim.scenario.scenario import list_assumption_sets, list_scenarios, load_assumptions, load_scenario
from tests.answers.ruled import Ruled
from tests.answers.small import TINY, question

ASKED = question(outcomes=("wellbeing", "calm")).under([1, 2, 3, 4])
SETS = list_assumption_sets()
CONTRARY = next(name for name in SETS if load_assumptions(name))
OURS = CitySpec.of("ours", load_scenario("control").change({"surveillance": 0.11}))
FOUND = CitySpec.of("ours too", load_scenario("control").change({"surveillance": 0.12}))


def ours_is_calmest(assumed: Mapping[str, Any], seed: int, city: CitySpec) -> float:
    """Return .9 in the room's city, and .5 in others; the other way round under one set. Seeds are .01 apart."""
    turned = load_assumptions(CONTRARY).items() <= assumed.items()
    return (0.9 if (city.label == "ours") != turned else 0.5) + 0.01 * seed


@pytest.fixture(scope="module")
def found() -> Frontier:
    return frontier(ASKED, Ruled(ours_is_calmest), [OURS], TINY, [FOUND])  # type: ignore[arg-type]


def test_one_city_is_best_and_under_all_sets_but_one(found: Frontier) -> None:
    best = [one for one in found.points if one.best]
    assert [one.name for one in best] == ["ours"]
    assert best[0].under == tuple(name for name in SETS if name != CONTRARY)
    assert not best[0].robust
    others = [one for one in found.points if one.name != "ours"]
    assert {one.under for one in others} == {(CONTRARY,)}


def test_bands_are_of_the_last_year_under_the_seeds_of_the_pair(found: Frontier) -> None:
    (ours,) = (one for one in found.points if one.name == "ours")
    wellbeing, calm = ours.bands
    assert (wellbeing.mean, wellbeing.low, wellbeing.high) == (0.5, 0.5, 0.5)
    assert calm.mean == pytest.approx(0.92)  # of seeds 1, 2 and 3
    assert calm.high - calm.mean == pytest.approx(2.919985580355516 * 0.01 / 3**0.5)
    assert (found.seeds, found.set_seeds, found.year) == ((1, 2, 3), (1, 2), 2)
    assert found.looks == len(found.points) * (1 + len(SETS))


def test_what_holds_under_every_set_is_robust() -> None:
    def calm(assumed: Mapping[str, Any], seed: int, city: CitySpec) -> float:
        return 0.9 if city.label == "ours" else 0.5

    points = frontier(ASKED, Ruled(calm), [OURS], TINY).points  # type: ignore[arg-type]
    assert [one.name for one in points if one.robust] == ["ours"]
    assert {one.under for one in points if one.best} == {tuple(SETS)}


def test_the_document_says_what_is_better_and_what_was_taken(found: Frontier) -> None:
    told = found.as_json()
    assert [(axis["outcome"], axis["better"], axis["material"]) for axis in told["axes"]] == [
        ("wellbeing", "more", 0.01),
        ("calm", "more", 0.01),
    ]
    assert (told["year"], told["seeds"], told["set_seeds"], told["sets"]) == (
        2,
        [1, 2, 3],
        [1, 2],
        list(SETS),
    )
    first = told["points"][0]
    assert (first["name"], first["source"], first["taken"]) == ("other", "corner", [])
    assert set(first["outcomes"]) == {"wellbeing", "calm"}
    assert first["outcomes"]["wellbeing"] == {"mean": 0.5, "low": 0.5, "high": 0.5}


def test_corners_come_first_then_the_room_then_what_is_shipped_then_what_was_found() -> None:
    named = candidates(ASKED, [OURS], [FOUND, OURS])
    parts = differing(ASKED)
    assert [one.city.label for one in named[:4]] == [
        "other",
        f"other with {parts[0]} of one",
        f"other with {parts[1]} of one",
        f"other with {parts[0]} and {parts[1]} of one",
    ]
    assert named[15].city.label == "one"
    assert [one.taken for one in named[:4]] == [(), parts[:1], parts[1:2], parts[:2]]
    shipped = len(list_scenarios()) - 2  # both poles are corners
    assert [one.source for one in named] == [*["corner"] * 16, "room", *["scenario"] * shipped, "found"]
    assert named[-1].city.label == "ours too"


def test_cities_alike_are_one_corner() -> None:
    alike = question("control", "control", outcomes=("wellbeing", "calm"))
    assert [one.city.label for one in candidates(alike) if one.source == "corner"] == ["other"]


@pytest.mark.parametrize(
    ("ahead", "kept"),
    [((0.25, 0.0), [True, True]), ((0.2500001, 0.0), [True, False]), ((1.0, -0.01), [True, True])],
)
def test_one_beats_another_by_more_than_what_is_material_and_worse_in_nothing(
    ahead: tuple[float, float], kept: list[bool]
) -> None:
    values = np.array([ahead, (0.0, 0.0)])
    assert not_dominated(values, ("more", "more"), (0.25, 0.25)).tolist() == kept
    assert not_dominated(-values, ("less", "less"), (0.25, 0.25)).tolist() == kept
