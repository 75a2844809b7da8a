"""Scenarios and sets of assumptions as shipped."""

import math
from typing import Any

import pytest

from sim.files import resources
from sim.files.resources import data_folder
from sim.files.toml import read_toml
from sim.locale.catalogue import LANGUAGES
from sim.parameters import ASSUMPTIONS, LEVERS, Parameter
from sim.scenario.scenario import (
    Scenario,
    load_assumption_set,
    load_assumptions,
    load_scenario,
)
from tests.scenario.given import SETS, SHIPPED, refusal

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


def outside(written: dict[str, Any]) -> list[str]:
    """The levers of a scenario's file that leave what is explored."""
    return [
        lever.name
        for lever in LEVERS.values()
        if lever.kind == "number" and (value := written["levers"][lever.name]) != lever.unlimited
        if not lever.explored[0] <= value <= lever.explored[1]
    ]


def test_shipped_scenarios_set_every_lever_inside_what_is_explored():
    files = {name: read_toml(data_folder() / f"{name}.toml") for name in SHIPPED}
    # levers and words only: never outcomes
    assert [name for name, written in files.items() if set(written) != {"text", "levers"}] == []
    assert [name for name, written in files.items() if list(written["levers"]) != list(LEVERS)] == []
    assert {name: found for name, written in files.items() if (found := outside(written))} == {}


def test_shipped_scenarios_have_shares_that_sum_to_one():
    sums = {
        (name, prefix): sum(v for k, v in load_scenario(name).levers.items() if k.startswith(prefix))
        for name in SHIPPED
        for prefix in ("own_", "aim_")
    }
    assert {key: total for key, total in sums.items() if not math.isclose(total, 1, abs_tol=1e-12)} == {}


def ill_said(scenario: Scenario, language: str) -> list[str]:
    """What a shipped scenario does not say as it should."""
    said = {key: getattr(scenario, key).translate(language) for key in ("title", "caution", "source")}
    faults = [key for key, words in said.items() if not words or words != words.strip()]
    faults += ["a long title"] * (len(said["title"]) > 26)
    return faults + ["a caution that is no sentence"] * (not said["caution"].endswith("."))


def test_shipped_scenarios_speak_every_language():
    found = {
        (name, language): ill_said(load_scenario(name), language)
        for name in SHIPPED
        for language in LANGUAGES
    }
    assert {key: faults for key, faults in found.items() if faults} == {}


def test_no_two_shipped_scenarios_are_the_same_city():
    constitutions = [tuple(load_scenario(name).levers.values()) for name in SHIPPED]
    assert len(set(constitutions)) == len(constitutions)


def test_the_sets_of_assumptions_are_shipped_central_first():
    assert SETS[0] == "central"
    assert set(SETS) >= {"central", "techno-optimist", "civil-libertarian", "order-first", "sceptic"}


def unexplored(values: dict[str, Any]) -> list[str]:
    """The assumptions of a set that leave what is explored."""

    def inside(assumption: Parameter, value: Any) -> bool:
        if assumption.kind == "number":
            return assumption.explored[0] <= value <= assumption.explored[1]
        return value in assumption.explored

    return [a.name for a in ASSUMPTIONS.values() if not inside(a, values[a.name])]


def test_sets_of_assumptions_stay_inside_what_is_explored():
    assert [name for name in SETS if list(load_assumptions(name)) != list(ASSUMPTIONS)] == []
    assert {name: found for name in SETS if (found := unexplored(load_assumptions(name)))} == {}


def test_sets_of_assumptions_give_reasons_in_every_language():
    said = {
        (name, language): (chosen.title.translate(language), chosen.reason.translate(language))
        for name in SETS
        for chosen in [load_assumption_set(name)]
        for language in LANGUAGES
    }
    assert [key for key, (title, reason) in said.items() if not title or not reason.endswith(".")] == []


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
