"""What the tests against the literature share: parameters driven to a limit, and columns to overwrite."""

from __future__ import annotations

from typing import Any

from sim.engine.mechanism import Mechanism, key_of
from sim.model.city_model import CityModel
from sim.scenario.encoding import DECLARED, encode

KEY = key_of(11)
_VALUES = encode(DECLARED)


def of(mechanism: Mechanism, **changed: float) -> Any:
    """Return the mechanism's parameters: defaults but for ``changed``, which may leave their ranges."""
    return mechanism.parameters(_VALUES)._replace(**changed)


def columns_of(residents: int) -> dict[str, Any]:
    """Return the columns of a city of one district at its start, to be overwritten."""
    return CityModel(residents=residents, city="synthetic:1", burn_in=0, weeks=1, rng=5).columns
