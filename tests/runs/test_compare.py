"""Comparing from Python: the same figures whoever runs them, and the receipt of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import sim
from sim import Comparison, Twin, compare
from sim.city.load import load_city
from sim.engine.provenance import digest
from sim.files.errors import InputError
from sim.outcomes import OUTCOMES
from sim.runs.executor import Kind
from sim.runs.receipt import as_lines, make_receipt
from sim.runs.replications import Replications, replicate
from sim.runs.spec import RunSpec, cities_of
from sim.scenario.event import Event
from sim.scenario.scenario import load_scenario

SIZE: dict[str, Any] = {"residents": 200, "burn_in": 4, "weeks": 60, "city": "synthetic:4"}


@pytest.fixture(scope="module")
def found() -> Replications:
    return compare(["emancipatory", "control"], seeds=3, **SIZE)


def test_every_seed_is_a_comparison(found: Replications) -> None:
    for place, seed in enumerate((1, 2, 3)):
        cities = Comparison(["emancipatory", "control"], rng=seed, **SIZE).run().cities
        for label, city in zip(found.spec.labels, cities, strict=True):
            np.testing.assert_array_equal(found.values(label)[place], city.series.at_end())
            np.testing.assert_array_equal(found.values(label, 1)[place], city.series.at_year(1))


@pytest.mark.parametrize(
    "kind", ["serial", "threads", "processes", pytest.param("dask", marks=pytest.mark.slow)]
)
def test_who_runs_it_changes_nothing(kind: Kind, found: Replications) -> None:
    again = replicate(found.spec, True, kind, 2)
    for one, other in zip(again.all, found.all, strict=True):
        assert (one.seed, one.failure) == (other.seed, "")
        for mine, theirs in zip(one.results, other.results, strict=True):
            np.testing.assert_array_equal(mine.weekly, theirs.weekly)


def test_the_table_holds_means_and_their_difference(found: Replications) -> None:
    table = found.table(1)
    assert list(table.index) == list(OUTCOMES)
    trust = table.loc["trust"]
    assert trust["difference"] == pytest.approx(trust["emancipatory"] - trust["control"])
    assert trust["low"] < trust["difference"] < trust["high"]
    assert found.years == ("1", "end")


def test_a_city_or_year_that_was_not_run_is_refused(found: Replications) -> None:
    with pytest.raises(InputError, match="unknown city 'contrl'; did you mean 'control'"):
        found.values("contrl")
    with pytest.raises(InputError, match="unknown year '2'"):
        found.values("control", 2)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"seeds": 0}, r"seeds = 0 is out of range \(allowed: 1 to 10000\)"),
        ({"seeds": [1, -1]}, "seed = -1"),
        ({"residents": 1}, "residents = 1 is out of range"),
        ({"settings": {"survellance": 0}}, "did you mean 'surveillance'"),
        ({"assumptions": "centrl"}, "'central'"),
    ],
)
def test_what_is_not_allowed_is_refused_before_anything_runs(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        compare(["control"], **(SIZE | settings))


def test_settings_reach_every_city() -> None:
    held = {"surveillance": 0.3, "trust_base": 0.4}
    spec = compare(["control", "control"], [7], settings=held, **SIZE | {"weeks": 1}).spec
    assert spec.labels == ("control", "control-2")
    assert {dict(city.levers)["surveillance"] for city in spec.cities} == {0.3}
    assert dict(spec.assumptions)["trust_base"] == 0.4
    assert spec.seeds == (7,)


def test_the_receipt_tells_all_that_decided_the_figures(found: Replications) -> None:
    spec = replace(
        found.spec,
        city=load_city("synthetic:4"),
        events=(Event("spark", 3),),
        off=("mobilisation",),
        assumptions=(("trust_base", 0.4),),
        cities=cities_of({"A": load_scenario("control")}),
    )
    receipt = json.loads(json.dumps(make_receipt(spec, ["two-cities", "run", "a b"], [2])))
    assert receipt["digest"] == digest()
    assert set(receipt["machine"]) == {"system", "architecture", "cpu"}
    assert receipt["city"]["invented"]
    assert "invented" in receipt["city"]["notes"][0]["en"]
    assert receipt["events"] == [{"kind": "spark", "week": 3, "city": "all"}]
    assert (receipt["off"], receipt["seeds"], receipt["failed_seeds"]) == (["mobilisation"], [1, 2, 3], [2])
    assert receipt["assumptions"] == {"set": "central", "changed": {"trust_base": 0.4}}
    assert receipt["scenarios"]["A"]["name"] == "control"
    assert receipt["command"] == "two-cities run 'a b'"
    lines = as_lines(receipt, "fr")
    assert lines["cities"] == "A control"
    assert lines["seeds"] == "1 to 3"
    assert lines["events"] == "spark week 3 in all"
    assert lines["off"] == "mobilisation"
    assert "inventé" in lines["notes"]


def test_a_spec_is_a_value(found: Replications) -> None:
    again = RunSpec(**{name: getattr(found.spec, name) for name in found.spec.__dataclass_fields__})
    assert {found.spec: 1}[again] == 1
    assert found.spec.at(9) != again
    assert found.spec.under([5]).burn_in_key == found.spec.burn_in_key
    assert found.spec.seconds > found.spec.under([5]).seconds > 0


def test_public_names_are_listed_and_the_old_one_still_works() -> None:
    assert {"CityModel", "Comparison", "compare", "load_city", "load_scenario"} <= set(dir(sim))
    assert Twin is Comparison
