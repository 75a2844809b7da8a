"""All answers together, where what cities do is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from sim.answers.explain import Explanation, explain
from sim.answers.question import ask
from sim.runs.spec import CitySpec
from sim.scenario.event import Event
from tests.answers.ruled import Ruled
from tests.answers.small import OUTCOMES, TINY, question, spec

CONTROL = spec("control", "control")


def erratic(assumed: Mapping[str, Any], seed: int, city: CitySpec) -> float:
    return 0.5 + 0.2 * (-1) ** seed * (city.label == "one")


@pytest.fixture(scope="module")
def explained() -> Explanation:
    def ahead(assumed: Mapping[str, Any], seed: int, city: CitySpec) -> float:
        return 0.9 - 1e-6 * seed if city.label == "one" else 0.5

    return explain(question(), Ruled(ahead), TINY)  # type: ignore[arg-type]


def test_one_city_twice_is_run_under_the_fewest_seeds_and_one_sampled_point() -> None:
    found = explain(ask(CONTROL, OUTCOMES, (2,)), Ruled(erratic), TINY)  # type: ignore[arg-type]
    assert found.pair.seeds == (1, 2)
    assert found.assumptions.sampled["calm", 2].n == found.assumptions.alike["calm", 2].n == 1


@pytest.mark.parametrize(
    "changed", [{"off": ("harm",)}, {"events": (Event("blackout", 4),)}, {"levers": None}]
)
def test_cities_that_differ_in_anything_are_sampled(changed: dict[str, Any]) -> None:
    first, second = CONTROL.cities
    if "levers" in changed:
        changed = {"levers": spec().cities[0].levers}
    pair = replace(CONTROL, cities=(first._replace(**changed), second))
    found = explain(ask(pair, OUTCOMES, (2,)), Ruled(erratic), TINY)  # type: ignore[arg-type]
    assert found.pair.seeds == (1, 2, 3)
    assert found.assumptions.sampled["calm", 2].n == TINY.points
    assert found.assumptions.alike["calm", 2].n == TINY.points // 2


def test_looks_of_all_answers_are_added_and_limits_told_once(explained: Explanation) -> None:
    parts = (
        explained.why,
        explained.who,
        explained.when,
        explained.assumptions,
        explained.best_case,
        explained.flips,
    )
    assert explained.looks == sum(one.looks for one in parts)
    keys = {key for one in parts for key in one.limits}
    assert len(explained.limits) == len(set(explained.limits)) == len(keys)


def test_the_document_holds_every_outcome_at_every_horizon(explained: Explanation) -> None:
    told = explained.as_json()
    assert (told["first"], told["second"]) == ("one", "other")
    assert (told["seeds"], told["failed_seeds"]) == ([1, 2], [])
    assert told["stopped"] == "bands narrow enough"
    assert list(told["outcomes"]) == list(OUTCOMES)
    assert {tuple(years) for years in told["outcomes"].values()} == {("1", "2")}
    calm = told["outcomes"]["calm"]
    assert calm["2"]["values"] == pytest.approx({"one": 0.9 - 1.5e-6, "other": 0.5})
    assert calm["2"]["difference"]["word"] == "higher"
    assert calm["2"]["flip_tries"] == explained.flips.tries > 0
    assert calm["1"]["flip_tries"] == 0
    assert calm["1"]["joint_flip"] is None
    assert set(calm["2"]["best_case"]) == {"one", "other"}


def test_bands_that_stay_wide_are_told_of() -> None:
    found = explain(question(), Ruled(erratic), TINY)  # type: ignore[arg-type]
    assert found.as_json()["stopped"] == "most seeds"
