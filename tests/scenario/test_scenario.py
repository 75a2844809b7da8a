"""The scenario itself and its events."""

import math
import os
import pickle
from pathlib import Path

import pytest

from sim.parameters import LEVERS
from sim.scenario.encoding import encode
from sim.scenario.event import Event
from sim.scenario.scenario import (
    Scenario,
    load_assumption_set,
    load_scenario,
)
from tests.scenario.given import refusal, write


def test_levers_in_code_are_checked_too():
    assert "mine: surveillance = 2" in refusal(Scenario, "mine", {"surveillance": 2})
    shares = dict.fromkeys([name for name in LEVERS if name.startswith("own_")], 0)
    assert "all 0" in refusal(Scenario, "mine", shares)


def test_a_changed_scenario_leaves_the_first_as_it_was():
    control = load_scenario("control")
    changed = control.change({"surveillance": 0.2}, "--set")
    assert changed.levers == {**control.levers, "surveillance": 0.2}
    assert control.levers["surveillance"] == 0.8
    assert (changed.name, changed.title) == (control.name, control.title)
    assert refusal(control.change, {"surveillance": 9}, "--set").startswith("--set: surveillance = 9")


def test_a_file_that_was_changed_is_read_anew_whenever_it_was_changed(tmp_path: Path):
    path = write(tmp_path, "[levers]\nsurveillance = 0.2\n")
    written = path.stat()
    assert load_scenario(path).levers["surveillance"] == 0.2
    write(tmp_path, "[levers]\nsurveillance = 0.3\n")
    os.utime(path, ns=(written.st_atime_ns, written.st_mtime_ns))
    assert load_scenario(path).levers["surveillance"] == 0.3


def test_what_is_loaded_is_ones_own():
    for load, held in ((load_scenario, "levers"), (load_assumption_set, "values")):
        name = "control" if load is load_scenario else "central"
        found = getattr(load(name), held)
        before = dict(found)
        found[next(iter(found))] = "changed"
        assert getattr(load(name), held) == before


def test_a_scenario_travels_to_another_process():
    assert pickle.loads(pickle.dumps(load_scenario("control"))) == load_scenario("control")


def test_events_are_read_with_their_defaults(tmp_path: Path):
    text = (
        "[[events]]\nkind = 'breach'\nweek = 260\n"
        "[[events]]\nkind = 'budget_cut'\nweek = 0\ncity = 'control'\n"
        "[[events]]\nkind = 'reform'\nweek = 52\nlever = 'evolving'\nvalue = true\n"
    )
    breach, cut, reform = load_scenario(write(tmp_path, text)).events
    assert (breach.kind, breach.week, breach.city) == ("breach", 260, "all")
    assert (cut.depth, cut.weeks) == (0.1, 52)
    assert (reform.lever, reform.value) == ("evolving", True)


@pytest.mark.parametrize(
    ("city", "names", "concerned"),
    [
        ("all", ("control", "B"), True),
        ("B", ("control", "B"), True),
        ("control", ("control",), True),
        ("A", ("B",), False),
    ],
)
def test_events_concern_one_city_or_all(city: str, names: tuple[str, ...], concerned: bool):
    assert Event("spark", 3, city).concerns(*names) is concerned


def test_shares_are_divided_by_the_same_sum_under_every_python() -> None:
    """The built-in ``sum`` makes up for rounding from Python 3.12 on, which moves last digits of results."""
    shares = {
        "own_residents": 0.1,
        "own_commons": 0.7,
        "own_municipality": 0.1,
        "own_platform": 0.1,
        "own_state": 0.0,
    }
    total = 0.0
    for share in shares.values():
        total += share
    assert total != math.fsum(shares.values())
    encoded = encode(shares)
    assert {name: encoded[name] for name in shares} == {name: share / total for name, share in shares.items()}
