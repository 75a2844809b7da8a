"""What several test files share: small cities, quickly lived."""

from __future__ import annotations

import gc
from typing import Any

import pytest
from hypothesis import settings

from sim.cli.main import SELDOM
from sim.model.city_model import CityModel
from tests.counting import count as count
from tests.counting import pytest_runtest_logreport as pytest_runtest_logreport
from tests.counting import pytest_terminal_summary as pytest_terminal_summary
from tests.scheduling import pytest_collection_modifyitems as pytest_collection_modifyitems
from tests.scheduling import pytest_xdist_make_scheduler as pytest_xdist_make_scheduler
from tests.thorough import tries

gc.disable()  # until all tests are known: modules are no garbage

# A first example may have to compile.
settings.register_profile("untimed", deadline=None, max_examples=tries(100))
settings.load_profile("untimed")

SMALL: dict[str, Any] = {"residents": 300, "city": "synthetic:16", "burn_in": 8, "weeks": 24, "rng": 7}


def pytest_collection_finish() -> None:
    """Look for garbage among what tests make, and seldom: it took a tenth of their time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()


@pytest.fixture
def small() -> dict[str, Any]:
    """Settings of a city that lives 32 weeks in a few milliseconds."""
    return dict(SMALL)


@pytest.fixture
def small_city(small: dict[str, Any]) -> CityModel:
    """A city under control, at week 0."""
    return CityModel("control", **small)
