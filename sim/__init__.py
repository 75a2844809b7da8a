"""Two Cities: one city, one past, two constitutions for its data.

>>> from sim import CityModel, Comparison, compare, load_scenario, load_city, parameters, outcomes
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sim.version import VERSION

if TYPE_CHECKING:
    from sim import outcomes, parameters
    from sim.city.load import load_city
    from sim.engine import provenance
    from sim.model.city_model import CityModel
    from sim.runs.compare import compare
    from sim.runs.comparison import Comparison, Twin
    from sim.scenario.scenario import load_scenario

__version__ = VERSION
__all__ = [
    "CityModel",
    "Comparison",
    "Twin",
    "compare",
    "load_city",
    "load_scenario",
    "outcomes",
    "parameters",
    "provenance",
]

_HOMES = {
    "CityModel": "sim.model.city_model",
    "Comparison": "sim.runs.comparison",
    "Twin": "sim.runs.comparison",
    "compare": "sim.runs.compare",
    "load_city": "sim.city.load",
    "load_scenario": "sim.scenario.scenario",
}
_MODULES = {"outcomes": "sim.outcomes", "parameters": "sim.parameters", "provenance": "sim.engine.provenance"}


def __getattr__(name: str) -> Any:
    """Import what is asked for only then: `two-cities --help` must not wait for a compiler."""
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if name in _MODULES:
        return import_module(_MODULES[name])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names, loaded or not."""
    return sorted({*globals(), *__all__})
