"""Every column stays finite and within its declared bounds, every week."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

import numpy as np
import pytest

from sim.engine.tie_slots import EMPTY
from sim.model.city_model import CityModel
from sim.model.state import COLUMNS
from sim.parameters import PARAMETERS
from tests.contracts.situations import CONTEXT, SITUATIONS, build

SLACK = 1e-6  # one rounding of a 32-bit float


def faulty(found: Mapping[Any, list[str]]) -> dict[Any, list[str]]:
    """Return the offenders among situations, parameters or seeds, with their faults."""
    assert found
    return {name: faults for name, faults in found.items() if faults}


def breaches(city: CityModel) -> list[str]:
    """Return the columns that are not finite or out of bounds, with the guilty value."""
    found = []
    for name, column in COLUMNS.items():
        values = city.columns[name]
        low, high = (
            float(end.reduce(values, axis=None)) for end in (np.minimum, np.maximum)
        )  # nan if any is nan
        if not (isfinite(low + high) and low >= column.low - SLACK and high <= column.high + SLACK):
            found.append(f"{name} spans {low} to {high}, not {column.low} to {column.high}")
    return found


def lived(city: CityModel) -> list[str]:
    """Return the first breach while ``city`` lives, if any."""
    while city.running:
        found = breaches(city)
        if found:
            return found
        city.step()
    return breaches(city)


def test_columns_stay_within_their_bounds_in_every_situation() -> None:
    assert faulty({name: lived(build(name)) for name in SITUATIONS}) == {}


NUMBERS = [p for p in PARAMETERS.values() if p.role != "context" and p.kind == "number"]


@pytest.mark.parametrize("end", [0, 1], ids=["low", "high"])
def test_columns_stay_within_their_bounds_at_the_end_of_every_possible_range(end: int) -> None:
    context = CONTEXT | {"residents": 60, "burn_in": 2, "weeks": 6, "evolving": True}
    ends = {p.name: p.bounds[end] for p in NUMBERS}
    found = {name: lived(CityModel("control", **{**context, name: value})) for name, value in ends.items()}
    assert faulty(found) == {}


def anywhere(seed: int) -> CityModel:
    rng = np.random.default_rng(seed)
    chosen = {
        p.name: p.bounds[0] + (p.bounds[1] - p.bounds[0]) * float(rng.choice((0.01, 0.5, 1.0)))
        for p in NUMBERS
        if p.role != "constant" and rng.random() < 0.5
    }
    context = CONTEXT | {"residents": 60, "burn_in": 4, "weeks": 8}
    return CityModel("control", **{**context, **chosen})


def test_columns_stay_within_their_bounds_anywhere_in_levers_and_assumptions() -> None:
    assert faulty({seed: lived(anywhere(seed)) for seed in range(40)}) == {}


def broken_counts(columns: Mapping[str, Any]) -> list[str]:
    """Return the counts of ties that are not those of the slots."""
    filled = columns["ties"] != EMPTY
    homes = columns["district"]
    crossing = filled & (homes[np.where(filled, columns["ties"], 0)] != homes[:, None])
    agrees = {
        "tie_count": (columns["tie_count"] == filled.sum(axis=1)).all(),
        "digital_count": (columns["digital_count"] == filled[:, 6:].sum(axis=1)).all(),
        "ties_in_all": columns["ties_in_all"][0] == filled.sum(),
        "ties_digital": columns["ties_digital"][0] == filled[:, 6:].sum(),
        "ties_crossing": columns["ties_crossing"][0] == crossing.sum(),
    }
    return [name for name, holds in agrees.items() if not holds]


def test_counts_of_ties_are_those_of_the_slots() -> None:
    assert faulty({name: broken_counts(build(name).run().columns) for name in SITUATIONS}) == {}


def broken_flags(c: Mapping[str, Any]) -> list[str]:
    """Return the rules on where residents stand that do not hold."""
    held, acting = c["detention"] > 0, c["acting"].astype(bool)
    holds = {
        "nobody acts in detention": not (c["active"] & held).any(),
        "who acts is acting": not (c["active"] & ~acting).any(),
        "who shares has adopted": not (c["shares"] & ~c["adopted"].astype(bool)).any(),
        "nobody speaks in detention": not (c["speaks"] & held & ~acting).any(),
        "adoption is the mean": c["adoption"][0] == pytest.approx(c["adopted"].mean()),
        "share_rate is the mean": c["share_rate"][0] == pytest.approx(c["shares"].mean()),
        "active_share is the mean": c["active_share"][0] == pytest.approx(c["active"].mean()),
    }
    return [rule for rule, held_to in holds.items() if not held_to]


def unbalanced(city: CityModel) -> list[str]:
    """Return the accounts if they do not balance."""
    accounts = city.city_hall.accounts()
    spent = accounts["services"] + accounts["overheads"] + accounts["fee"] + accounts["saved"]
    balanced = accounts["income"] + accounts["deficit"] == pytest.approx(spent, abs=1e-12)
    return [] if balanced else [str(accounts)]


def every_week(city: CityModel, faults: Callable[[CityModel], list[str]]) -> list[str]:
    """Return the faults of the first week that has any."""
    while city.running:
        city.step()
        if found := faults(city):
            return [f"week {city.week}: {fault}" for fault in found]
    return []


def test_residents_stand_where_their_flags_say() -> None:
    found = {name: every_week(build(name), lambda city: broken_flags(city.columns)) for name in SITUATIONS}
    assert faulty(found) == {}


def test_the_accounts_balance_every_week() -> None:
    assert faulty({name: every_week(build(name), unbalanced) for name in SITUATIONS}) == {}


def test_a_broken_count_flag_or_account_is_found_out() -> None:
    city = build("control").run()
    columns = {name: column.copy() for name, column in city.columns.items()}
    columns["tie_count"][0] += 1
    columns["active"][:] = True
    columns["detention"][:] = 1
    assert broken_counts(columns) == ["tie_count"]
    assert {"nobody acts in detention", "active_share is the mean"} <= set(broken_flags(columns))
    city.columns["trust"][0] = np.nan
    assert [fault.split()[0] for fault in breaches(city)] == ["trust"]
