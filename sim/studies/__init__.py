"""Batch experiments: designs of many runs, results that survive anything, and their analysis.

>>> from sim.studies import Design, Options, sweep, resume, open_results
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sim.files.extras import not_installed

if TYPE_CHECKING:
    from sim.studies.calibration import calibrate
    from sim.studies.design import Design
    from sim.studies.options import Options
    from sim.studies.parts import merge
    from sim.studies.results import Results, open_results
    from sim.studies.run import Outcome, resume, sweep
    from sim.studies.shard import Shard

__all__ = [
    "Design",
    "Options",
    "Outcome",
    "Results",
    "Shard",
    "calibrate",
    "merge",
    "open_results",
    "resume",
    "sweep",
]

_HOMES = {
    "Design": "design",
    "Options": "run",
    "Outcome": "run",
    "Results": "results",
    "Shard": "shard",
    "calibrate": "calibration",
    "merge": "parts",
    "open_results": "results",
    "resume": "run",
    "sweep": "run",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for only then, and say what to install where it is missing."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        found = getattr(import_module(f"sim.studies.{_HOMES[name]}"), name)
    except ModuleNotFoundError as error:
        raise not_installed(error) from None
    globals()[name] = found  # importing a module of that name, as of `merge`, has put the module here
    return found
