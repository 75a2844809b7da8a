"""Every column stays finite and within its declared bounds, every week."""

from __future__ import annotations

from math import isfinite

import numpy as np
import pytest

from sim.engine.tie_slots import EMPTY
from sim.model.city_model import CityModel
from sim.model.state import COLUMNS
from sim.parameters import PARAMETERS
from tests.contracts.situations import CONTEXT, SITUATIONS, build

SLACK = 1e-6  # one rounding of a 32-bit float


def breaches(city: CityModel) -> list[str]:
    """Return the columns that are not finite or out of bounds, with the guilty value."""
    found = []
    for name, column in COLUMNS.items():
        low, high = float(city.columns[name].min()), float(city.columns[name].max())  # nan if any is nan
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


@pytest.mark.parametrize("name", SITUATIONS)
def test_columns_stay_within_their_bounds(name: str) -> None:
    assert lived(build(name)) == []


NUMBERS = [p for p in PARAMETERS.values() if p.role != "context" and p.kind == "number"]


@pytest.mark.parametrize("end", [0, 1], ids=["low", "high"])
def test_columns_stay_within_their_bounds_at_the_end_of_every_possible_range(end: int) -> None:
    context = CONTEXT | {"residents": 60, "history": 4, "weeks": 8, "evolving": True}
    found = {}
    for p in NUMBERS:
        faults = lived(CityModel("control", **{**context, p.name: p.bounds[end]}))
        if faults:
            found[p.name] = faults
    assert found == {}


@pytest.mark.parametrize("seed", range(40))
def test_columns_stay_within_their_bounds_anywhere_in_levers_and_assumptions(seed: int) -> None:
    rng = np.random.default_rng(seed)
    chosen = {
        p.name: p.bounds[0] + (p.bounds[1] - p.bounds[0]) * float(rng.choice((0.01, 0.5, 1.0)))
        for p in NUMBERS
        if p.role != "constant" and rng.random() < 0.5
    }
    context = CONTEXT | {"residents": 60, "history": 4, "weeks": 8}
    assert lived(CityModel("control", **{**context, **chosen})) == []


@pytest.mark.parametrize("name", SITUATIONS)
def test_counts_of_ties_are_those_of_the_slots(name: str) -> None:
    columns = build(name).run().columns
    filled = columns["ties"] != EMPTY
    homes = columns["district"]
    others = homes[np.where(filled, columns["ties"], 0)]
    assert (columns["tie_count"] == filled.sum(axis=1)).all()
    assert (columns["digital_count"] == filled[:, 6:].sum(axis=1)).all()
    assert columns["ties_in_all"][0] == filled.sum()
    assert columns["ties_digital"][0] == filled[:, 6:].sum()
    assert columns["ties_crossing"][0] == (filled & (others != homes[:, None])).sum()


@pytest.mark.parametrize("name", SITUATIONS)
def test_residents_stand_where_their_flags_say(name: str) -> None:
    city = build(name)
    while city.running:
        city.step()
        c = city.columns
        assert not (c["active"] & (c["detention"] > 0)).any()
        assert not (c["active"] & ~c["acting"].astype(bool)).any()
        assert not (c["shares"] & ~c["adopted"].astype(bool)).any()
        assert not (c["speaks"] & (c["detention"] > 0) & ~c["acting"].astype(bool)).any()
        assert c["adoption"][0] == pytest.approx(c["adopted"].mean())
        assert c["share_rate"][0] == pytest.approx(c["shares"].mean())
        assert c["active_share"][0] == pytest.approx(c["active"].mean())


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_accounts_balance_every_week(name: str) -> None:
    city = build(name)
    while city.running:
        city.step()
        accounts = city.city_hall.accounts()
        spent = accounts["services"] + accounts["overheads"] + accounts["fee"] + accounts["saved"]
        assert accounts["income"] + accounts["deficit"] == pytest.approx(spent, abs=1e-12)
