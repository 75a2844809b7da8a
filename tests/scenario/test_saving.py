"""Scenarios saved and loaded again."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sim.locale.text import written
from sim.parameters import EVENTS, LEVERS, PARAMETERS
from sim.scenario.event import Event, read_event
from sim.scenario.scenario import (
    Scenario,
    load_scenario,
    save_scenario,
)
from tests.scenario.given import refusal, shipped
from tests.thorough import tries

lever_values = {
    name: (
        st.sampled_from(list(lever.possible))
        if lever.kind == "choice"
        else st.booleans()
        if lever.kind == "switch"
        else st.floats(*lever.bounds) | (st.just("none") if lever.unlimited else st.nothing())
    )
    for name, lever in LEVERS.items()
}
constitutions = st.fixed_dictionaries({}, optional=lever_values).filter(
    lambda levers: all(
        any(levers.get(name, PARAMETERS[name].default) > 0 for name in LEVERS if name.startswith(prefix))
        for prefix in ("own_", "aim_")
    )
)
words = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40).map(str.strip)
week = st.integers(0, 5200)
events = st.one_of(
    st.builds(
        Event, st.sampled_from(["breach", "outage", "spark", "new_technology"]), week, st.sampled_from("AB")
    ),
    st.builds(
        Event, st.just("budget_cut"), week, st.just("all"), depth=st.floats(0, 1), weeks=st.integers(1, 5200)
    ),
    st.builds(Event, st.just("reform"), week, lever=st.just("consent"), value=st.just("opt_out")),
)


@given(
    constitutions,
    st.lists(events, max_size=4),
    st.builds(written, en=words, fr=words),
    st.builds(written, en=words, fr=words),
)
@settings(max_examples=tries(60))
def test_what_is_saved_is_what_is_loaded(tmp_path_factory, levers, event_records, title, caution):
    scenario = Scenario("mine", levers, tuple(event_records), title, caution)
    path = save_scenario(scenario, tmp_path_factory.mktemp("saved") / "mine.toml")
    assert load_scenario(path) == scenario


@shipped
def test_a_shipped_scenario_survives_saving(name: str, tmp_path: Path):
    assert load_scenario(save_scenario(load_scenario(name), tmp_path / f"{name}.toml")) == load_scenario(name)


def test_saving_refuses_what_could_not_be_loaded(tmp_path: Path):
    scenario = load_scenario("control")
    assert "saved in a .toml file" in refusal(save_scenario, scenario, tmp_path / "control.txt")
    assert "cannot be written" in refusal(save_scenario, scenario, tmp_path / "nowhere" / "control.toml")


def test_an_event_table_is_an_event_again():
    assert len(EVENTS) == 6
    for kind, (_, keys) in EVENTS.items():
        own = {"depth": 0.2, "weeks": 9, "lever": "places", "value": 0.7}
        table = {"kind": kind, "week": 4, "city": "A"} | {key: own[key] for key in keys}
        assert read_event(table).as_table() == table
