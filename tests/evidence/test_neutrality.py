"""A regime is a bundle of levers and nothing else; every city runs on the same seeds."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sim
from sim.engine.draws import uniform_reference
from sim.model.city_model import CityModel
from sim.parameters import LEVERS
from sim.runs.comparison import Comparison
from sim.scenario.event import Event
from sim.scenario.scenario import Scenario, list_scenarios, load_scenario

CONTEXT: dict[str, Any] = {"residents": 200, "city": "synthetic:9", "burn_in": 12, "weeks": 30, "rng": 3}
ROOT = Path(sim.__file__).parent


def assert_equal(one: CityModel, other: CityModel) -> None:
    """Assert that two cities have lived the same, to the last bit."""
    for name, column in one.columns.items():
        np.testing.assert_array_equal(column, other.columns[name], name)
    np.testing.assert_array_equal(one.series.values, other.series.values)
    np.testing.assert_array_equal(one.series.maps, other.series.maps)
    assert one.event_records == other.event_records


def differ(one: CityModel, other: CityModel) -> bool:
    return not np.array_equal(one.series.values, other.series.values, equal_nan=True)


@pytest.mark.parametrize("name", list_scenarios())
def test_a_scenario_under_another_name_gives_the_same_city(name: str) -> None:
    scenario = load_scenario(name)
    for other_name in ("emancipatory", "control", "nameless"):
        renamed = replace(scenario, name=other_name)
        assert_equal(CityModel(scenario, **CONTEXT).run(), CityModel(renamed, **CONTEXT).run())


def test_swapping_the_names_of_the_two_cities_swaps_nothing_else() -> None:
    free, control = load_scenario("emancipatory"), load_scenario("control")
    swapped = Comparison(
        [replace(free, name="control"), replace(control, name="emancipatory")], **CONTEXT
    ).run()
    straight = Comparison([free, control], **CONTEXT).run()
    for one, other in zip(straight.cities, swapped.cities, strict=True):
        assert_equal(one, other)
    assert differ(*straight.cities)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(
    st.fixed_dictionaries({n: st.floats(0, 1) for n, p in LEVERS.items() if p.group == "street"}),
    st.integers(0, 2**63 - 1),
)
def test_equal_levers_give_bit_equal_cities(levers: dict[str, float], seed: int) -> None:
    context = CONTEXT | {"weeks": 8, "residents": 60, "rng": seed}
    twin = Comparison([Scenario("one", levers), Scenario("other", levers)], **context).run()
    assert_equal(*twin.cities)
    assert twin.differences().fillna(0.0).to_numpy().any() == np.False_


@pytest.mark.parametrize("name", ["control", "emancipatory"])
def test_a_city_forked_from_the_past_equals_one_that_lived_its_own_burn_in(name: str) -> None:
    past = CityModel("status-quo", **CONTEXT)
    forked = CityModel(name, branch_point=past, **CONTEXT)
    assert past.week == 0
    assert_equal(forked.run(), CityModel(name, **CONTEXT).run())


def test_the_past_is_left_as_it_was() -> None:
    past = CityModel("status-quo", **CONTEXT)
    before = {name: column.copy() for name, column in past.columns.items()}
    Comparison(["control", "emancipatory"], branch_point=past, **CONTEXT).run()
    for name, column in past.columns.items():
        np.testing.assert_array_equal(column, before[name], name)


def test_until_the_fork_every_scenario_lives_the_same_burn_in() -> None:
    lived = [CityModel(name, **CONTEXT) for name in list_scenarios()]
    for city in lived[1:]:
        np.testing.assert_array_equal(
            lived[0].series.values[: CONTEXT["burn_in"]], city.series.values[: CONTEXT["burn_in"]]
        )


def test_the_order_and_the_number_of_cities_do_not_matter() -> None:
    names = ["emancipatory", "control", "platform-city"]
    straight = Comparison(names, **CONTEXT).run()
    backwards = Comparison(names[::-1], **CONTEXT).run()
    for one, other in zip(straight.cities, backwards.cities[::-1], strict=True):
        assert_equal(one, other)
    assert_equal(straight.cities[1], CityModel("control", **CONTEXT).run())


def test_threads_and_lock_step_give_the_same() -> None:
    threads = Comparison(["emancipatory", "control"], **CONTEXT).run()
    steps = Comparison(["emancipatory", "control"], **CONTEXT)
    for _ in range(CONTEXT["weeks"]):
        steps.step()
    for one, other in zip(threads.cities, steps.cities, strict=True):
        assert_equal(one, other)


def test_pausing_changes_nothing() -> None:
    paused = Comparison(["emancipatory", "control"], **CONTEXT).run(7).run(1).run()
    for one, other in zip(
        paused.cities, Comparison(["emancipatory", "control"], **CONTEXT).run().cities, strict=True
    ):
        assert_equal(one, other)


IN_ONE_CITY = {
    "evolving": {"evolving": True},
    "mandatory consent": {"consent": "mandatory"},
    "no street": {"enforcement": 0.0},
}


@pytest.mark.parametrize("change", IN_ONE_CITY.values(), ids=IN_ONE_CITY.keys())
def test_a_mechanism_switched_on_in_one_city_leaves_the_other_alone(change: dict[str, Any]) -> None:
    plain = Scenario("plain", {})
    changed = plain.change(change)
    alone = Comparison([plain, plain], **CONTEXT).run()
    together = Comparison([changed, plain], **CONTEXT).run()
    assert_equal(alone.cities[1], together.cities[1])
    assert differ(alone.cities[0], together.cities[0])


@pytest.mark.parametrize("kind", ["breach", "outage", "spark", "budget_cut", "new_technology"])
def test_an_event_in_one_city_leaves_the_other_alone(kind: str) -> None:
    # sharing is common and people are angry, so that leaks and sparks show
    context = CONTEXT | {"start_adopted": 0.9, "start_sharing": 0.9, "threshold": 0.05, "weeks": 10}
    quiet = Comparison(["control", "control"], **context).run()
    struck = Comparison(["control", "control"], events=[Event(kind, 2, city="A")], **context).run()
    assert_equal(quiet.cities[1], struck.cities[1])
    assert differ(quiet.cities[0], struck.cities[0])


def test_twins_meet_the_same_luck() -> None:
    """The draws of a week are those of the table: of seed, week, purpose and row, and of no lever."""
    from sim.engine.draws import SHOCK

    one, other = Comparison(["control", "emancipatory"], **CONTEXT).run(5).cities
    np.testing.assert_array_equal(one.columns["shock"], other.columns["shock"])
    shock = CityModel("control", **CONTEXT | {"burn_in": 0, "weeks": 1}).run().columns["shock"]
    expected = [0.03 * (2 * uniform_reference(3, d, 0, SHOCK) - 1) for d in range(9)]
    assert shock == pytest.approx(expected, abs=1e-15)


def test_another_seed_gives_another_city() -> None:
    assert differ(CityModel("control", **CONTEXT), CityModel("control", **CONTEXT | {"rng": 4}))


def scenario_branches(tree: ast.AST) -> list[int]:
    """Return the lines that compare something with, or look something up by, a scenario's name."""
    names = set(list_scenarios())
    tests = (
        node for node in ast.walk(tree) if isinstance(node, ast.Compare | ast.MatchValue | ast.Subscript)
    )
    return sorted(
        node.lineno
        for node in tests
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and part.value in names
    )


def test_the_search_for_branches_finds_one() -> None:
    assert scenario_branches(ast.parse("def f(name):\n    if name == 'control':\n        return 1")) == [2]


def test_no_code_branches_on_the_name_of_a_scenario() -> None:
    found = {
        str(path.relative_to(ROOT)): lines
        for path in sorted(ROOT.rglob("*.py"))
        if (lines := scenario_branches(ast.parse(path.read_text())))
    }
    assert found == {}


CORE = [
    "mechanisms",
    "engine",
    "outcomes",
    "model/start.py",
    "model/population.py",
    "model/institutions.py",
    "model/time_series.py",
]


def test_the_core_does_not_know_any_scenario() -> None:
    names = set(list_scenarios())
    paths = [
        p for part in CORE for p in ([ROOT / part] if part.endswith(".py") else (ROOT / part).glob("*.py"))
    ]
    assert len(paths) > 20
    for path in paths:
        words = {n.value for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Constant)}
        assert not words & names, path
