"""The receipt of a run: everything needed to repeat it, and to know what produced a figure."""

from __future__ import annotations

import platform
import shlex
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim import __version__
from sim.parameters import PARAMETERS, Value

if TYPE_CHECKING:
    from sim.city.city import City
    from sim.scenario.scenario import Scenario

RECORDED = ("numpy", "numba", "mesa")


def make_receipt(
    scenarios: Mapping[str, Scenario],
    city: City,
    residents: int,
    history: int,
    weeks: int,
    seeds: Sequence[int],
    assumptions: Mapping[str, Value],
    assumption_set: str = "central",
    command: Sequence[str] = (),
    failed: Sequence[int] = (),
) -> dict[str, Any]:
    """Return the receipt of runs of ``scenarios`` (by the cities' labels), ready for JSON.

    ``assumptions`` may hold assumptions and constants; those that differ from the declared are listed.
    ``command`` are the words that repeat the runs, ``failed`` the seeds without a result.
    """
    from sim.model.city_model import MODEL_VERSION

    changed = {name: value for name, value in assumptions.items() if value != PARAMETERS[name].default}
    return {
        "versions": {
            "two-cities": __version__,
            "model": MODEL_VERSION,
            "python": platform.python_version(),
            **{name: version(name) for name in RECORDED},
        },
        "machine": {"system": platform.system(), "cpu": cpu_name()},
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "city": {
            "name": city.name,
            "fingerprint": city.fingerprint,
            "districts": city.districts,
            "licence": city.licence,
            "attribution": city.attribution,
            "hardship": hardship_receipt(city),
        },
        "residents": residents,
        "history": history,
        "weeks": weeks,
        "seeds": list(seeds),
        "failed_seeds": list(failed),
        "scenarios": {
            label: {
                "name": scenario.name,
                "levers": dict(scenario.levers),
                "events": [event.as_table() for event in scenario.events],
            }
            for label, scenario in scenarios.items()
        },
        "assumptions": {"set": assumption_set, "changed": changed},
        "command": shlex.join(command),
    }


def hardship_receipt(city: City) -> dict[str, Any]:
    """Return what the hardship of the districts of ``city`` rests on, and what it could have rested on."""
    scales = {
        basis.column: {"value": basis.reference.value, "source": basis.reference.source}
        if basis.reference
        else "rank"
        for basis in city.bases
    }
    return {"basis": city.hardship_basis, "indicators": scales, "not_used": list(city.offered)}


def cpu_name() -> str:
    """Return the processor's name as the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
