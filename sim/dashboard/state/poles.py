"""The line between the two named cities, and where a city lies along it, question by question."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sim.parameters import LEVERS, SHARES, Value
from sim.scenario.scenario import MIXABLE, Scenario, interpolate, load_scenario

GROUPS = MIXABLE
NONE_AS = 10.0  # no blurring lies with the lightest blurring


@lru_cache(maxsize=2)
def _pole(name: str) -> Scenario:
    return load_scenario(name)


def levers_at(position: float, groups: Iterable[str]) -> dict[str, Value]:
    """Return the levers of ``groups`` at ``position`` (0 autonomy first, 1 order first) of the line."""
    levers = interpolate(_pole("emancipatory"), _pole("control"), position).levers
    wanted = tuple(groups)
    return {name: levers[name] for name, lever in LEVERS.items() if lever.group in wanted}


def position_of(levers: Mapping[str, Value], group: str) -> float:
    """Return where ``levers`` lie on the line in one question: the mean over its levers, 0 to 1."""
    a, b = (_scaled(_pole(name).levers) for name in ("emancipatory", "control"))
    own = _scaled(levers)
    names = [name for name, lever in LEVERS.items() if lever.group == group and a[name] != b[name]]
    places = [min(1.0, max(0.0, (own[name] - a[name]) / (b[name] - a[name]))) for name in names]
    return sum(places) / len(places)


def _scaled(levers: Mapping[str, Value]) -> dict[str, float]:
    """Return every lever as a number in which the line is straight: shares sum to 1, blur in logarithm."""
    numbers = {name: _number(name, value) for name, value in levers.items()}
    for names in SHARES.values():
        total = math.fsum(numbers[name] for name in names)
        numbers.update({name: numbers[name] / total for name in names})
    return numbers


def _number(name: str, value: Value) -> float:
    lever = LEVERS[name]
    if lever.kind == "choice":
        return float(list(lever.possible).index(str(value)))
    if lever.unlimited:
        return math.log(NONE_AS if value == lever.unlimited else float(value))
    return float(value)
