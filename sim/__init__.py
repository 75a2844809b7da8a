"""Two Cities: one city, one past, two constitutions for its data.

>>> from sim import CityModel, Twin, load_scenario, load_city, parameters, dials
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim import dials, parameters
    from sim.cities import load_city
    from sim.model import CityModel
    from sim.scenario import load_scenario
    from sim.twin import Twin

__version__ = "0.1.0"
__all__ = ["CityModel", "Twin", "dials", "load_city", "load_scenario", "parameters"]

_HOMES = {
    "CityModel": "sim.model",
    "Twin": "sim.twin",
    "load_city": "sim.cities",
    "load_scenario": "sim.scenario",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for only then: `two-cities --help` must not wait for a compiler."""
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if name in ("dials", "parameters"):
        return import_module(f"sim.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
