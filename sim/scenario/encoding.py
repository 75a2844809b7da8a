"""From named settings to the numbers compiled code reads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import add

from sim.parameters import PARAMETERS, SHARES, Value, check_all, check_shares, parameter

DECLARED: dict[str, Value] = {name: one.default for name, one in PARAMETERS.items() if one.role != "context"}
_NUMBERS: dict[str, float] = {name: PARAMETERS[name].encode(value) for name, value in DECLARED.items()}


def checked(settings: Mapping[str, object], where: str = "") -> dict[str, Value]:
    """Return levers, assumptions and constants as canonical values.

    Raises InputError for an unknown name (the nearest is offered) or a value that is not allowed.
    """
    return check_all(settings, ("lever", "assumption", "constant"), where)


def encode(settings: Mapping[str, Value], where: str = "") -> dict[str, float]:
    """Return every parameter as a number: ``settings`` over the defaults, shares and aims summing to 1."""
    chosen = DECLARED | dict(settings)
    check_shares(chosen, where)
    return _summing_to_one({name: _number(name, value) for name, value in chosen.items()})


def _number(name: str, value: Value) -> float:
    """Return ``value`` encoded; most are what was declared, and that was encoded once."""
    return _NUMBERS[name] if value is DECLARED.get(name) else parameter(name).encode(value)


def encode_over(values: Mapping[str, float], levers: Mapping[str, Value]) -> dict[str, float]:
    """Return encoded ``values`` with all ``levers`` (checked before) encoded over them.

    A tenth of the work of `encode`, for institutions that drift every week.
    """
    return _summing_to_one({**values, **{name: _number(name, value) for name, value in levers.items()}})


def _summing_to_one(values: dict[str, float]) -> dict[str, float]:
    for names in SHARES.values():
        total = reduce(add, (values[name] for name in names))  # `sum` rounds otherwise from Python 3.12 on
        for name in names:
            values[name] /= total
    return values


def decode(name: str, number: float) -> Value:
    """Return the canonical value of the encoded ``number``: a choice or switch by its place."""
    one = parameter(name)
    if one.kind == "number":
        return number
    if one.kind == "switch":
        return number > 0.5
    return str(one.possible[round(number)])
