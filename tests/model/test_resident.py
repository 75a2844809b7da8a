"""Residents one by one and as a table, as users of Mesa expect agents."""

from __future__ import annotations

from typing import Any

import mesa
import numpy as np
import pytest

import sim
from sim.engine.tie_slots import EMPTY
from sim.files.errors import InputError
from sim.model.city_model import CityModel
from sim.model.institutions import INSTITUTIONS
from sim.parameters import COLUMNS
from tests.model.curfew import CurfewCity

OF_RESIDENTS = [name for name, column in COLUMNS.items() if column.entity == "resident"]


def test_a_resident_shows_every_column_as_it_is_now(small_city: CityModel) -> None:
    resident = small_city.resident(7)
    assert resident.number == 7
    for _ in range(2):
        for name in OF_RESIDENTS:
            assert getattr(resident, name) == small_city.columns[name][7].item(), name
        small_city.run(4)
    assert isinstance(resident.trust, float)
    assert isinstance(resident.district, int)
    assert set(OF_RESIDENTS) < set(dir(resident))


def test_ties_lead_to_residents(small_city: CityModel) -> None:
    resident = small_city.resident(7)
    slots = small_city.columns["ties"][7]
    assert [other.number for other in resident.ties] == slots[slots != EMPTY].tolist()
    assert len(resident.ties) == resident.tie_count > 0
    assert resident.ties[0] == small_city.resident(resident.ties[0].number)
    assert resident.ties[0] != resident
    assert len({resident, small_city.resident(7)}) == 1


def test_a_resident_cannot_be_changed_or_asked_for_what_is_not_there(small_city: CityModel) -> None:
    resident = small_city.resident(0)
    with pytest.raises(AttributeError, match="'trust' of a resident cannot be set"):
        resident.trust = 1.0
    with pytest.raises(AttributeError, match="a resident has no 'adoption'"):
        _ = resident.adoption
    for number in (-1, 300, 1.5, True):
        with pytest.raises(InputError, match=f"resident = {str(number).lower()} "):
            small_city.resident(number)  # type: ignore[arg-type]


def test_residents_are_a_table_of_copies(small_city: CityModel) -> None:
    frame = small_city.residents_frame()
    assert list(frame.columns) == OF_RESIDENTS
    assert frame.index.name == "resident"
    chosen = small_city.residents_frame("trust", "district")
    assert list(chosen.columns) == ["trust", "district"]
    before = chosen["trust"].to_numpy(copy=True)
    small_city.run(3)
    np.testing.assert_array_equal(chosen["trust"], before)
    with pytest.raises(InputError, match="column = 'adoption' is not known"):
        small_city.residents_frame("adoption")


def test_own_columns_are_residents_too(small: dict[str, Any]) -> None:
    city = CurfewCity("control", curfew=1.0, **small).run(1)
    assert city.resident(3).kept_in in (0, 1)
    assert city.residents_frame("kept_in")["kept_in"].mean() > 0.9


def test_mesa_sees_the_institutions_as_agents(small_city: CityModel) -> None:
    assert [type(agent) for agent in small_city.agents] == list(INSTITUTIONS)
    assert all(isinstance(agent, mesa.Agent) for agent in small_city.agents)


def test_what_there_is_stands_in_the_package_s_directory() -> None:
    wanted = {"CityModel", "load_scenario", "load_city", "compare", "parameters", "outcomes", "Twin"}
    assert wanted <= set(dir(sim))
    assert [name for name in dir(sim) if not hasattr(sim, name)] == []
