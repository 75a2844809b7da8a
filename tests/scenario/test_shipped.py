"""Scenarios and sets of assumptions as shipped."""

import math

import pytest

from sim.files import resources
from sim.files.resources import data_folder
from sim.files.toml import read_toml
from sim.locale.catalogue import LANGUAGES
from sim.parameters import ASSUMPTIONS, LEVERS
from sim.scenario.scenario import (
    Scenario,
    load_assumption_set,
    load_assumptions,
    load_scenario,
)
from tests.scenario.given import SETS, SHIPPED, refusal, shipped, shipped_set

# the three constitutions of the specification, lever by lever
SPECIFIED = {
    "own_residents": (0.05, 0.25, 0.0),
    "own_commons": (0.0, 0.45, 0.0),
    "own_municipality": (0.45, 0.25, 0.15),
    "own_platform": (0.40, 0.05, 0.45),
    "own_state": (0.10, 0.0, 0.40),
    "consent": ("opt_in", "opt_in", "mandatory"),
    "curator": ("central", "central", "central"),
    "epsilon": ("none", 1.0, "none"),
    "openness": (0.3, 0.8, 0.1),
    "purpose_limit": (0.5, 0.95, 0.05),
    "aim_wellbeing": (0.4, 0.7, 0.25),
    "aim_cost": (0.4, 0.2, 0.4),
    "aim_order": (0.2, 0.1, 0.35),
    "automation": (0.3, 0.3, 0.8),
    "digital_only": (0.3, 0.2, 0.8),
    "participation": (0.1, 0.4, 0.02),
    "oversight": (0.4, 0.7, 0.2),
    "surveillance": (0.3, 0.1, 0.8),
    "enforcement": (0.4, 0.3, 0.7),
    "censorship": (0.05, 0.0, 0.5),
    "responsiveness": (0.4, 0.8, 0.15),
    "connectivity": (0.85, 0.85, 0.95),
    "personalisation": (0.5, 0.2, 0.7),
    "places": (0.3, 0.5, 0.2),
    "continuity": (0.6, 0.7, 0.5),
    "evolving": (False, False, False),
}


def test_the_eleven_scenarios_are_shipped_poles_first():
    assert SHIPPED[:3] == ["status-quo", "emancipatory", "control"]
    assert set(SHIPPED) >= {
        "benevolent-control",
        "platform-city",
        "authoritarian-city",
        "commons-city",
        "audited-state",
        "function-creep",
        "smart-free",
        "failed-commons",
    }
    assert len(SHIPPED) == len(set(SHIPPED)) >= 11


@pytest.mark.parametrize(("column", "name"), list(enumerate(["status-quo", "emancipatory", "control"])))
def test_the_poles_are_as_specified(column: int, name: str):
    assert load_scenario(name).levers == {lever: values[column] for lever, values in SPECIFIED.items()}


def test_the_defaults_are_the_status_quo():
    assert load_scenario("status-quo").levers == {name: lever.default for name, lever in LEVERS.items()}
    assert Scenario("empty", {}).levers == load_scenario("status-quo").levers


@shipped
def test_a_shipped_scenario_sets_every_lever_inside_what_is_explored(name: str):
    written = read_toml(data_folder() / f"{name}.toml")
    assert set(written) == {"text", "levers"}, "levers and words only: never outcomes"
    assert list(written["levers"]) == list(LEVERS)
    for lever in LEVERS.values():
        value = written["levers"][lever.name]
        if lever.kind == "number" and value != lever.unlimited:
            assert lever.explored[0] <= value <= lever.explored[1]


@shipped
def test_a_shipped_scenario_has_shares_that_sum_to_one(name: str):
    levers = load_scenario(name).levers
    for prefix in ("own_", "aim_"):
        assert math.isclose(sum(v for k, v in levers.items() if k.startswith(prefix)), 1, abs_tol=1e-12)


@shipped
def test_a_shipped_scenario_speaks_both_languages(name: str):
    scenario = load_scenario(name)
    for language in LANGUAGES:
        said = [text.translate(language) for text in (scenario.title, scenario.caution, scenario.source)]
        assert all(words and words == words.strip() for words in said)
        assert len(said[0]) <= 26
    assert scenario.caution.translate("en").endswith(".")
    assert scenario.caution.translate("fr").endswith(".")


def test_no_two_shipped_scenarios_are_the_same_city():
    constitutions = [tuple(load_scenario(name).levers.values()) for name in SHIPPED]
    assert len(set(constitutions)) == len(constitutions)


def test_the_sets_of_assumptions_are_shipped_central_first():
    assert SETS[0] == "central"
    assert set(SETS) >= {"central", "techno-optimist", "civil-libertarian", "order-first", "sceptic"}


@shipped_set
def test_a_set_of_assumptions_stays_inside_what_is_explored(name: str):
    values = load_assumptions(name)
    assert list(values) == list(ASSUMPTIONS)
    for assumption in ASSUMPTIONS.values():
        value = values[assumption.name]
        if assumption.kind == "number":
            assert assumption.explored[0] <= value <= assumption.explored[1], assumption.name
        else:
            assert value in assumption.explored


@shipped_set
def test_a_set_of_assumptions_gives_reasons_in_both_languages(name: str):
    chosen = load_assumption_set(name)
    for language in LANGUAGES:
        assert chosen.title.translate(language)
        assert chosen.reason.translate(language).endswith(".")


def test_central_is_every_default():
    assert load_assumptions("central") == {name: a.default for name, a in ASSUMPTIONS.items()}


@pytest.mark.parametrize(
    ("name", "lower", "higher"),
    [
        ("techno-optimist", ["incident_rate", "coupling", "misfit"], ["gain", "realisation", "catalyst"]),
        ("civil-libertarian", ["cctv_effect", "reassure"], ["chilling", "value_privacy", "misuse_state"]),
        ("order-first", ["chilling", "misuse_state"], ["patrol_effect", "value_safety", "reassure"]),
        ("sceptic", ["gain", "realisation"], ["incident_rate", "upkeep", "neglect"]),
    ],
)
def test_each_camp_holds_what_it_is_known_for(name: str, lower: list[str], higher: list[str]):
    values = load_assumptions(name)
    assert all(values[key] < ASSUMPTIONS[key].default for key in lower)
    assert all(values[key] > ASSUMPTIONS[key].default for key in higher)


def test_a_wheel_carries_its_own_data_folder(tmp_path, monkeypatch):
    (tmp_path / "sim" / "_scenarios").mkdir(parents=True)
    (tmp_path / "scenarios").mkdir()
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "sim")
    assert data_folder() == tmp_path / "sim" / "_scenarios"
    (tmp_path / "sim" / "_scenarios").rmdir()
    assert data_folder() == tmp_path / "scenarios"
    (tmp_path / "scenarios").rmdir()
    assert "no data folder" in refusal(data_folder)
