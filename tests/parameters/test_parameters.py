"""Values of parameters: checked in one clear line, and encoded for compiled code."""

import math
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.files.errors import InputError
from sim.parameters import (
    ASSUMPTIONS,
    CONSTANTS,
    CONTEXT,
    LEVERS,
    PARAMETERS,
    Parameter,
    check_all,
    check_shares,
)
from sim.scenario.choice_codes import OPTIONS
from sim.scenario.encoding import encode, encode_over

NUMBERS = [p for p in PARAMETERS.values() if p.kind == "number"]


@pytest.mark.parametrize(
    ("parameters", "role"),
    [(LEVERS, "lever"), (ASSUMPTIONS, "assumption"), (CONTEXT, "context"), (CONSTANTS, "constant")],
)
def test_roles_partition_the_names(parameters: dict[str, Parameter], role: str):
    assert all(name == p.name and p.role == role for name, p in parameters.items())
    assert [n for n, p in PARAMETERS.items() if p.role == role] == list(parameters)
    assert sum(map(len, (LEVERS, ASSUMPTIONS, CONTEXT, CONSTANTS))) == len(PARAMETERS)


@pytest.mark.parametrize(
    ("name", "values"),
    {
        # the published limits that the model must be able to take
        "connectivity": [0.0],
        "crowd": [0.0],
        "strategic": [0.0],
        "backlash": [0.0],
        "fatigue": [0.0],
        "conversion": [1.0],
        "arrest_k": [2.3],
        "threshold": [0.1],
        "vision": [5.0, 200.0],
        "benefit_pull": [0.0],
        "trust_pull": [0.0],
        "concern_push": [0.0],
        "abandon": [0.0],
        "divide": [0.0],
        "imitation_q": [0.0, 1.0],
        "epsilon": [0.5, 1.0, 8.0],
        "attention": [1.0],
    }.items(),
)
def test_known_limits_are_possible(name: str, values: list[float]):
    assert [PARAMETERS[name].check(value) for value in values] == values


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("consent", "opt_in", 0.0),
        ("consent", "opt_out", 1.0),
        ("consent", "mandatory", 2.0),
        ("curator", "central", 0.0),
        ("curator", "local", 1.0),
        ("arrest_rounding", "none", 0.0),
        ("arrest_rounding", "floor", 1.0),
        ("arrest_rounding", "round", 2.0),
        ("evolving", False, 0.0),
        ("evolving", True, 1.0),
        ("evolving", "yes", 1.0),
        ("epsilon", "none", math.inf),
        ("epsilon", 2, 2.0),
        ("surveillance", 0.25, 0.25),
        ("residents", 500, 500.0),
    ],
)
def test_codes_for_compiled_loops(name: str, value: object, code: float):
    assert PARAMETERS[name].encode(value) == code


def test_text_has_no_code():
    with pytest.raises(TypeError, match="city"):
        CONTEXT["city"].encode("london")


BAD_VALUES = [
    ("surveillance", 1.2, ["surveillance = 1.2", "0 to 1"]),
    ("surveillance", -0.01, ["surveillance = -0.01", "0 to 1"]),
    ("surveillance", True, ["surveillance = true", "must be a number", "0 to 1"]),
    ("surveillance", "0.5", ["surveillance = '0.5'", "must be a number"]),
    ("surveillance", None, ["surveillance = None", "must be a number"]),
    ("surveillance", [0.5], ["surveillance = [0.5]", "must be a number"]),
    ("surveillance", math.nan, ["surveillance = nan", "finite", "0 to 1"]),
    ("surveillance", math.inf, ["surveillance = inf", "finite", "0 to 1"]),
    ("surveillance", -math.inf, ["surveillance = -inf", "finite"]),
    ("surveillance", 10**400, ["surveillance = 1000", "...", "0 to 1"]),
    ("surveillance", np.bool_(True), ["surveillance", "must be a number"]),
    ("own_state", -1, ["own_state = -1", "0 to 100"]),
    ("epsilon", 0, ["epsilon = 0", "0.01 to 10", "'none'"]),
    ("epsilon", "None", ["epsilon = 'None'", "'none'"]),
    ("epsilon", math.inf, ["epsilon = inf", "'none'"]),
    ("consent", "opt-in", ["consent = 'opt-in'", "did you mean 'opt_in'?", "opt_in, opt_out, mandatory"]),
    ("consent", 0, ["consent = 0", "opt_in, opt_out, mandatory"]),
    ("consent", True, ["consent = true", "opt_in, opt_out, mandatory"]),
    ("curator", "zzzz", ["curator = 'zzzz'", "central, local"]),
    ("evolving", 1, ["evolving = 1", "true or false", "no, yes"]),
    ("evolving", "maybe", ["evolving = 'maybe'", "true or false"]),
    ("residents", 1, ["residents = 1", "2 to 2000000"]),
    ("residents", 2_000_001, ["residents = 2000001", "2 to 2000000"]),
    ("residents", 10.5, ["residents = 10.5", "whole number"]),
    ("residents", False, ["residents = false", "must be a whole number"]),
    ("seed", -1, ["seed = -1", "0 to 9223372036854775807"]),
    ("seed", 2**63, ["seed = 9223372036854775808", "0 to 9223372036854775807"]),
    ("weeks", 0, ["weeks = 0", "1 to 5200 weeks"]),
    ("burn_in", 2001, ["burn_in = 2001", "0 to 2000 weeks"]),
    ("city", "", ["city = ''", "must be text"]),
    ("city", 3, ["city = 3", "must be text"]),
    ("innovation_p", 2.0, ["innovation_p = 2.0", "0 to 1 per year"]),
    ("arrest_rounding", "ceil", ["arrest_rounding = 'ceil'", "none, floor, round"]),
    ("consent", "x\ny" * 100, ["consent = 'x\\ny", "..."]),
]


@pytest.mark.parametrize(("name", "value", "parts"), BAD_VALUES, ids=lambda v: str(v)[:30])
def test_bad_values_are_refused_in_one_line(name: str, value: object, parts: list[str]):
    with pytest.raises(InputError) as caught:
        check_all({name: value}, ["lever", "assumption", "context"], "my.toml")
    message = str(caught.value)
    assert message.startswith("my.toml: ")
    assert "\n" not in message
    assert len(message) < 300
    for part in parts:
        assert part in message


@pytest.mark.parametrize(
    ("name", "roles", "parts"),
    [
        ("surveilance", ["lever"], ["'surveilance' is not a known lever", "did you mean 'surveillance'?"]),
        ("Own-State", ["lever"], ["did you mean 'own_state'?"]),
        ("crowd", ["lever"], ["'crowd' is not a lever but an assumption"]),
        ("surveillance", ["assumption"], ["is not an assumption but a lever"]),
        ("qqqq", ["lever", "assumption"], ["'qqqq' is not a known lever or assumption"]),
    ],
)
def test_unknown_names_are_refused_with_the_nearest(name: str, roles: list[str], parts: list[str]):
    with pytest.raises(InputError) as caught:
        check_all({name: 0.5}, roles)
    for part in parts:
        assert part in str(caught.value)


@pytest.mark.parametrize(("prefix", "names"), [("own", 5), ("aim", 3)])
def test_all_zero_shares_are_refused(prefix: str, names: int):
    levers = {name: lever.default for name, lever in LEVERS.items()}
    shares = [name for name in levers if name.startswith(f"{prefix}_")]
    assert len(shares) == names
    levers |= dict.fromkeys(shares, 0.0)
    with pytest.raises(InputError, match=f"{', '.join(shares)} are all 0"):
        check_shares(levers)
    check_shares(levers | {shares[-1]: 1e-9})


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("surveillance", "0.5", 0.5),
        ("surveillance", "1e-3", 0.001),
        ("surveillance", "1", 1.0),
        ("residents", "2000", 2000),
        ("epsilon", "none", "none"),
        ("evolving", "yes", True),
        ("consent", "opt_out", "opt_out"),
        ("city", "mine.csv", "mine.csv"),
    ],
)
def test_values_spelled_on_a_command_line(name: str, text: str, value: object):
    parsed = PARAMETERS[name].parse(text)
    assert parsed == value
    assert type(parsed) is type(value)


@pytest.mark.parametrize("text", ["half", "nan", "inf", "2", "", "true", "0,5"])
def test_bad_spellings_are_refused(text: str):
    with pytest.raises(InputError, match=r"--set: surveillance = .*0 to 1"):
        LEVERS["surveillance"].parse(text, "--set")


@given(st.data())
def test_any_number_inside_is_kept_and_any_outside_refused(data: st.DataObject):
    parameter = data.draw(st.sampled_from([p for p in NUMBERS if not p.whole]))
    low, high = parameter.bounds
    inside = data.draw(st.floats(low, high))
    assert parameter.check(inside) == inside
    assert parameter.parse(repr(inside)) == inside
    assert parameter.encode(np.float64(inside)) == inside
    outside = data.draw(st.floats(allow_nan=True).filter(lambda x: not low <= x <= high))
    with pytest.raises(InputError, match=parameter.name):
        parameter.check(outside)


def test_parameters_load_without_numerical_libraries():
    loads = (
        "import sim.parameters, sim.scenario.scenario, sys; "
        "print([name for name in ('numba', 'numpy', 'mesa') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", OPTIONS)
def test_compiled_code_numbers_options_as_they_are_declared(name: str) -> None:
    parameter = PARAMETERS[name]
    assert OPTIONS[name] == {option: parameter.encode(option) for option in parameter.possible}


def test_levers_encoded_over_give_what_encoding_everything_gives() -> None:
    levers = {name: lever.default for name, lever in LEVERS.items()} | {"own_state": 0.7, "consent": "opt_in"}
    assumptions = {"chilling": 0.9, "curator": "local"}
    assert encode_over(encode(assumptions), levers) == encode(assumptions | levers)
    assert encode_over(encode({}), levers)["own_state"] == pytest.approx(0.7 / 1.6)  # .1 by default
