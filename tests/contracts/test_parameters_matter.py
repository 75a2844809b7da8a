"""Every lever, assumption and constant changes some column in some situation."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import pytest

from sim.model.city_model import CityModel
from sim.parameters import PARAMETERS, Parameter
from tests.contracts.situations import build

SITUATIONS_TRIED = (
    "control",
    "evolving control",
    "troubled",
    "events",
    "restoration",
    "restless",
    "captured",
    "emancipatory",
    "reform",
    "troubled, leaks",
    "troubled, small stores",
    "back to opt-in",
    "angry",
    "angry, rounded",
    "local curator",
    "opt-out",
)
"""Those first in which most of what is left changes something."""
ONLY_FOR_EVENTS = {"cut_depth", "cut_weeks"}
"""Defaults of a budget cut: they change what an `Event` left bare does: see tests/scenario/test_events.py."""

SETTINGS = [p for p in PARAMETERS.values() if p.role != "context" and p.name not in ONLY_FOR_EVENTS]


def lived(situation: str, **changes: Any) -> CityModel:
    return build(situation, residents=150, burn_in=4, weeks=20, **changes).run()


@functools.cache
def usual(situation: str) -> CityModel:
    return lived(situation)


def same(one: CityModel, other: CityModel) -> bool:
    """Return whether two cities have equal columns and equal outcomes all along."""
    return np.array_equal(one.series.values, other.series.values, equal_nan=True) and all(
        np.array_equal(one.columns[name], other.columns[name]) for name in one.columns
    )


def other_values(p: Parameter) -> list[Any]:
    """Return values of ``p`` to try: the ends of its range, its other choices."""
    if p.kind == "number":
        return [value for value in reversed(p.bounds) if value != p.default]
    return [not p.default] if p.kind == "switch" else [v for v in p.possible if v != p.default]


def matters(p: Parameter) -> bool:
    """Return whether some value of ``p`` changes what happens in some situation."""
    return any(
        not same(usual(situation), lived(situation, **{p.name: value}))
        for situation in SITUATIONS_TRIED
        for value in other_values(p)
    )


@pytest.mark.parametrize("role", ["lever", "assumption", "constant"])
def test_every_parameter_changes_something(role: str) -> None:
    tried = [p for p in SETTINGS if p.role == role]
    assert tried
    assert [p.name for p in tried if not matters(p)] == []


def test_the_same_settings_change_nothing() -> None:
    """The test above would pass for anything if runs differed by themselves."""
    assert all(same(usual(situation), lived(situation)) for situation in SITUATIONS_TRIED)
