"""Mechanisms from outside the package, with their own columns, parameters, outcomes and events."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

from sim.engine.mechanism import Mechanism, Read, Write
from sim.files.errors import InputError
from sim.model.city_model import CityModel
from sim.model.schedule import ORDER, insert
from sim.model.time_series import EventRecord
from sim.outcomes import OUTCOMES, outcome
from sim.parameters import COLUMNS, LEVERS, OWN, PARAMETERS, registry
from sim.runs.comparison import Twin
from sim.scenario.event import Event
from sim.scenario.scenario import Scenario, interpolate, load_scenario, mix, save_scenario
from tests.model.curfew import CURFEW, CurfewCity

WEEK = [*insert(CURFEW, before="agency")]


def test_a_mechanism_from_outside_runs_with_the_others(small: dict[str, Any]) -> None:
    city = CityModel("control", mechanisms=WEEK, curfew=0.5, **small).run()
    assert 0.3 < city.outcome("kept_in")[-1] < 0.7
    assert city.columns["kept_in"].dtype == np.uint8
    assert city.outcome("agency")[-1] < CityModel("control", **small).run().outcome("agency")[-1]


def test_its_lever_holds_from_the_fork_on(small: dict[str, Any]) -> None:
    city = CityModel("control", mechanisms=WEEK, curfew=1.0, **small).run(1)
    assert not city.outcome("kept_in")[:8].any()
    assert city.outcome("kept_in")[8] > 0.9
    city.set_levers({"curfew": 0.0})
    assert city.run(1).outcome("kept_in")[9] == 0.0
    assert city.city_hall.levers["curfew"] == 0.0


def test_without_effect_it_changes_no_bit_of_the_others(small: dict[str, Any]) -> None:
    city, plain = CurfewCity("control", **small).run(), CityModel("control", **small).run()
    np.testing.assert_array_equal(city.series.values[:, : len(OUTCOMES)], plain.series.values)


def test_its_outcomes_stand_beside_the_shipped_ones(small: dict[str, Any]) -> None:
    city = CurfewCity("control", curfew=0.5, **small).run()
    assert city.series.outcomes == (*OUTCOMES, "kept_in")
    frame = city.datacollector.get_model_vars_dataframe()
    np.testing.assert_array_equal(frame["kept_in"], city.outcome("kept_in")[8:])
    assert outcome("kept_in").label.translate("fr") == "Retenus chez eux"
    with pytest.raises(InputError, match="unknown outcome 'kept'; did you mean 'kept_in'"):
        city.outcome("kept")


def test_cities_of_one_process_do_not_disturb_each_other(small: dict[str, Any]) -> None:
    before = CityModel("control", **small).run()
    other = CurfewCity("control", curfew=0.5, **small)
    after = CityModel("control", **small).run()
    np.testing.assert_array_equal(before.series.values, after.series.values)
    assert "kept_in" in other.columns
    assert "kept_in" not in after.columns
    assert after.levers.keys() == LEVERS.keys()
    for names in (COLUMNS, OUTCOMES, PARAMETERS):
        assert not {"kept_in", "alarm", "curfew", "curfew_cost"} & names.keys()


def test_a_comparison_shares_one_past(small: dict[str, Any]) -> None:
    free = Scenario("free", {"curfew": 0.0})
    twin = Twin([free, Scenario("kept", {"curfew": 1.0})], model=CurfewCity, **small).run(4)
    assert twin.differences()["kept_in"].iloc[-1] < -0.9
    assert list(twin.differences().columns) == [*OUTCOMES, "kept_in"]
    again = Twin([free], mechanisms=WEEK, **small).run(4)
    np.testing.assert_array_equal(again.cities[0].series.values, twin.cities[0].series.values)


def test_its_parameters_are_known_by_name_in_files(small: dict[str, Any], tmp_path: Path) -> None:
    scenario, assumed = tmp_path / "kept.toml", tmp_path / "harsh.toml"
    scenario.write_text('[levers]\ncurfew = 0.25\n[[events]]\nkind = "alarm"\nweek = 2\n', "utf-8")
    assumed.write_text("[assumptions]\ncurfew_cost = 0.03\n", "utf-8")
    city = CurfewCity(scenario, assumptions=assumed, **small)
    assert (city.levers["curfew"], city.values["curfew_cost"]) == (0.25, 0.03)
    assert (
        load_scenario(save_scenario(load_scenario(scenario), tmp_path / "again.toml")).levers["curfew"]
        == 0.25
    )
    with pytest.raises(InputError, match=r"curfew = 1.5 is out of range \(allowed: 0 to 1 of residents\)"):
        CurfewCity(curfew=1.5, **small)


def test_its_events_happen(small: dict[str, Any]) -> None:
    city = CurfewCity("status-quo", events=[Event("alarm", 2)], **small).run(4)
    assert (city.outcome("kept_in")[8:] > 0.9).tolist() == [False, False, True, False]
    assert city.event_records[0] == EventRecord(2, "alarm", {"injected": True})
    reform = Event("reform", 1, lever="curfew", value=1.0)
    assert CurfewCity("status-quo", events=[reform], **small).run(2).levers["curfew"] == 1.0


def test_it_is_switched_off_as_it_declares(small: dict[str, Any]) -> None:
    city = CurfewCity("control", curfew=1.0, off="curfew", events=[Event("alarm", 0)], **small).run(2)
    assert not city.outcome("kept_in").any()
    with pytest.raises(InputError, match="off = 'curfew' is not known"):
        CityModel("control", off="curfew", **small)


def test_blends_and_mixes_keep_its_levers() -> None:
    none, full = Scenario("none", {}), Scenario("full", {"curfew": 1.0, "surveillance": 0.9})
    assert interpolate(none, full, 0.25).levers["curfew"] == 0.25
    assert mix(full, none, ["street"]).levers["curfew"] == 1.0


def test_settings_of_a_mechanism_the_city_lacks_are_refused_unless_they_change_nothing(
    small: dict[str, Any],
) -> None:
    assert CityModel("control", curfew=0.0, **small).levers.keys() == LEVERS.keys()
    for settings in ({"curfew": 0.5}, {"curfew_cost": 0.02}, {"scenario": Scenario("x", {"curfew": 0.5})}):
        with pytest.raises(
            InputError, match="belongs to the mechanism 'curfew', which this city does not run"
        ):
            CityModel(**{**small, **settings})
    with pytest.raises(InputError, match="kind = 'alarm' is not known"):
        CityModel("control", events=[Event("alarm", 1)], **small)
    with pytest.raises(InputError, match="belongs to the mechanism 'curfew'"):
        CityModel("control", **small).set_levers({"curfew": 0.5})


def test_a_past_of_other_mechanisms_is_refused(small: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="another city's"):
        CurfewCity("control", branch_point=CityModel("status-quo", **small), **small)


def test_a_mechanism_of_the_package_may_be_replaced_by_ones_own_or_left_out(small: dict[str, Any]) -> None:
    def nothing(c: object, p: object, key: np.uint64, week: int) -> None:
        """Change nothing."""

    frozen = [one._replace(weekly=nothing) if one.name == "wellbeing" else one for one in ORDER]
    without = [one for one in ORDER if one.name != "wellbeing"]
    cities = [CityModel("control", mechanisms=order, **small).run(3) for order in (frozen, without)]
    np.testing.assert_array_equal(cities[0].series.values, cities[1].series.values)
    assert len(set(cities[0].outcome("wellbeing")[:11].tolist())) == 1


def test_inserting_names_the_nearest_mechanism() -> None:
    with pytest.raises(InputError, match="curfew: before = 'agencies' is not known; did you mean 'agency'"):
        insert(CURFEW, before="agencies")


# What is refused


class Columns(NamedTuple):
    trust: Read
    tolls: Write


class Params(NamedTuple):
    toll: float


TOLL = """\
[columns]
tolls = { of = "city", dtype = "f8", low = 0, high = inf, start = 2, meaning = "tolls paid" }

[assumptions.toll]
default = 0.5
possible = [0, 1]
"""


def weekly(c: Columns, p: Params, key: np.uint64, week: int) -> None:
    """Pay."""
    c.tolls[0] += p.toll


@pytest.fixture
def declared() -> Iterator[None]:
    """Forget what a test declares."""
    before = dict(OWN)
    yield
    OWN.clear()
    OWN.update(before)


@pytest.fixture
def path(tmp_path: Path, declared: None) -> Path:
    return tmp_path / "toll.toml"


def toll(path: Path, text: str = TOLL, **changes: Any) -> Mechanism:
    path.write_text(text, "utf-8")
    return Mechanism("toll", "", weekly, Columns, Params, declaration=path)._replace(**changes)


def test_columns_begin_where_they_are_declared_to_and_words_are_not_needed(
    small: dict[str, Any], path: Path
) -> None:
    city = CityModel("control", mechanisms=[*ORDER, toll(path)], **small)
    assert city.columns["tolls"].tolist() == [2.0 + 8 * 0.5]
    assert registry.parameter("toll").title.translate("fr") == "toll"


def test_a_declaration_that_is_edited_replaces_what_it_said(small: dict[str, Any], path: Path) -> None:
    CityModel("control", mechanisms=[*ORDER, toll(path)], **small)
    edited = toll(path, TOLL.replace("default = 0.5", "default = 0.25"))
    city = CityModel("control", mechanisms=[*ORDER, edited], **small)
    assert city.values["toll"] == 0.25


def test_one_name_cannot_be_declared_in_two_files(small: dict[str, Any], path: Path) -> None:
    toll(path)
    CityModel("control", mechanisms=[*ORDER, toll(path)], **small)
    (path.parent / "copy").mkdir()
    second = toll(path.parent / "copy" / "toll.toml")
    with pytest.raises(InputError, match=r"is declared already, in .*toll\.toml"):
        CityModel("control", mechanisms=[*ORDER, second], **small)


class Unknown(NamedTuple):
    trusst: Read
    tolls: Write


class Foreign(NamedTuple):
    trust: Write
    tolls: Write


class Fixed(NamedTuple):
    hardship: Write
    tolls: Write


class Strange(NamedTuple):
    tol: float


def refused(mechanisms: list[Mechanism], small: dict[str, Any]) -> str:
    with pytest.raises(InputError) as found:
        CityModel("control", mechanisms=mechanisms, **small)
    assert "\n" not in str(found.value)
    return str(found.value)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"columns": Unknown},
            "toll.toml: mechanism 'toll': column 'trusst' is declared by nobody; did you mean 'trust'?",
        ),
        (
            {"columns": Foreign},
            "toll.toml: mechanism 'toll': column 'trust' is not its own; name it in shared = [...]",
        ),
        (
            {"columns": Fixed},
            "toll.toml: mechanism 'toll': column 'hardship' never changes, and cannot be written",
        ),
        (
            {"params": Strange},
            "toll.toml: mechanism 'toll': parameter 'tol' is declared by nobody; did you mean 'toll'?",
        ),
        ({"events": {"strike": weekly}}, "toll.toml: mechanism 'toll': [events.strike] is missing"),
        ({"outcomes": {"paid": weekly}}, "toll.toml: mechanism 'toll': [outcomes.paid] is missing"),
        ({"declaration": None}, "test_open_model.py: 'toll' needs a declaration: declaration=Path('"),
        ({"name": "tax"}, "toll.toml: declares the mechanism 'tax'; name it so"),
        ({"declaration": Path("nowhere/toll.toml")}, "nowhere/toll.toml: cannot be read"),
    ],
)
def test_a_mechanism_that_does_not_keep_to_its_declaration_is_refused(
    changes: dict[str, Any], said: str, small: dict[str, Any], path: Path
) -> None:
    assert said in refused([*ORDER, toll(path, **changes)], small)


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("[off]\ntrust = 0", "toll.toml: mechanism 'toll': [off] column 'trust' is not its own"),
        ("[events]\nstrike = {}", "[events.strike] has no function in "),
        ('[outcomes.paid]\nunit = "percent"', "[outcomes.paid] has no function in "),
        (
            '[events]\nstrike = { keys = ["week"] }',
            "toll.toml: [events.strike]: unknown key 'week'; did you mean 'weeks'?",
        ),
        ("[constants.misfit]\ndefault = 1", "toll.toml: 'misfit' is declared already, in "),
        ("[constants.weeks]\ndefault = 1", "toll.toml: 'weeks' is declared already, as the context of a run"),
        (
            '[columns.trust]\nof = "city"\ndtype = "f8"\nlow = 0\nhigh = 1\nmeaning = ""',
            "'trust' is declared already",
        ),
        (
            '[columns.x]\nof = "house"\ndtype = "f8"\nlow = 0\nhigh = 1\nmeaning = ""',
            "[columns.x]: unknown of 'house'",
        ),
        (
            '[columns.x]\nof = "city"\ndtype = "f9"\nlow = 0\nhigh = 1\nmeaning = ""',
            "[columns.x]: dtype = 'f9' is none of",
        ),
        ("[[broken", "toll.toml: broken TOML"),
    ],
)
def test_a_declaration_that_is_wrong_is_refused(
    added: str, said: str, small: dict[str, Any], path: Path
) -> None:
    assert said in refused([*ORDER, toll(path, f"{TOLL}\n{added}\n")], small)


OUTCOME = {"group": "cost", "unit": "percent", "scale": 100.0, "axis": [0.0, 1.0], "material": 0.01}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"material": None}, "[outcomes.paid]: material is missing"),
        ({"unit": "percents"}, "[outcomes.paid]: unknown unit 'percents'; did you mean 'percent'?"),
        ({"group": "costs"}, "[outcomes.paid]: unknown group 'costs'; did you mean 'cost'?"),
        ({"direction": "up"}, "[outcomes.paid]: unknown direction 'up'"),
        ({"axes": 1}, "[outcomes.paid]: unknown key 'axes'; did you mean 'axis'?"),
        ({"axis": [0]}, "[outcomes.paid]: axis = [0]"),
    ],
)
def test_an_outcome_that_is_not_complete_is_refused(
    changes: dict[str, Any], said: str, small: dict[str, Any], path: Path
) -> None:
    import tomli_w

    table = {key: value for key, value in (OUTCOME | changes).items() if value is not None}
    text = f"{TOLL}\n{tomli_w.dumps({'outcomes': {'paid': table}})}"
    assert said in refused([*ORDER, toll(path, text, outcomes={"paid": lambda c, p: c.tolls[0]})], small)


def test_an_outcome_cannot_take_the_id_of_a_shipped_one(small: dict[str, Any], path: Path) -> None:
    import tomli_w

    text = f"{TOLL}\n{tomli_w.dumps({'outcomes': {'trust': OUTCOME}})}"
    said = refused([*ORDER, toll(path, text, outcomes={"trust": lambda c, p: 0.0})], small)
    assert "[outcomes.trust]: 'trust' is declared already" in said


def test_shared_columns_must_be_written(small: dict[str, Any], path: Path) -> None:
    said = refused([*ORDER, toll(path, f'shared = ["trust"]\n{TOLL}')], small)
    assert "shared column 'trust' is not written" in said


def test_what_is_read_must_be_set_by_somebody(small: dict[str, Any]) -> None:
    said = refused([one for one in ORDER if one.name != "data"], small)
    assert "column 'usable'" in said or "column 'estimate'" in said or "column 'ai_quality'" in said
    assert said.endswith("is set by no mechanism of this city")


def test_mechanisms_are_mechanisms_of_different_names(small: dict[str, Any]) -> None:
    assert "two mechanisms are called 'trust'" in refused(
        [*ORDER, *(m for m in ORDER if m.name == "trust")], small
    )
    assert "is not a Mechanism" in refused([*ORDER, "curfew"], small)  # type: ignore[list-item]


def test_code_that_writes_what_it_only_reads_is_stopped(small: dict[str, Any], path: Path) -> None:
    def rogue(c: Columns, p: Params, key: np.uint64, week: int) -> None:
        """Write what is only read."""
        c.trust[0] = 1.0

    with pytest.raises(ValueError, match="read-only"):
        CityModel("control", mechanisms=[*ORDER, toll(path, weekly=rogue)], **small)


def test_a_class_whose_mechanisms_are_wrong_is_refused_when_it_is_made(path: Path) -> None:
    with pytest.raises(InputError, match="declared by nobody"):
        type("TollCity", (CityModel,), {"schedule": (*ORDER, toll(path, columns=Unknown))})
