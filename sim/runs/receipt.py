"""THE receipt of runs: everything needed to repeat them, and to know what produced a figure."""

from __future__ import annotations

import platform
import shlex
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sim.city.city import City
from sim.city.load import load_city
from sim.engine.provenance import digest
from sim.locale.catalogue import FALLBACK, LANGUAGES
from sim.parameters import Value, parameter
from sim.runs.spec import STANDARD_MODEL, CitySpec, RunSpec
from sim.version import VERSION

LIBRARIES = ("numpy", "numba", "mesa")


def make_receipt(
    spec: RunSpec,
    command: Sequence[str] = (),
    failed: Sequence[int] = (),
    libraries: Sequence[str] = LIBRARIES,
) -> dict[str, Any]:
    """Return the receipt of the runs of ``spec``, ready for JSON.

    ``command`` are the words that repeat the runs, ``failed`` the seeds without a result, ``libraries`` those
    whose versions are told. Assumptions and constants that differ from the declared are listed.
    """
    city = load_city(spec.city) if isinstance(spec.city, str) else spec.city
    return {
        "versions": versions(libraries),
        "digest": digest(),
        "own_model": None if spec.model == STANDARD_MODEL else own_model(spec.model),
        "machine": machine(),
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "city": _city(city),
        "residents": spec.residents,
        "burn_in": spec.burn_in,
        "weeks": spec.weeks,
        "seeds": list(spec.seeds),
        "failed_seeds": list(failed),
        "scenarios": {city.label: _scenario(city) for city in spec.cities},
        "events": [event.as_table() for event in spec.events],
        "off": list(spec.off),
        "assumptions": {"set": spec.assumption_set, "changed": _changed(spec)},
        "command": shlex.join(command),
    }


def _changed(spec: RunSpec) -> dict[str, Value]:
    """Return the assumptions and constants that differ from the declared."""
    return {name: value for name, value in spec.assumptions if value != parameter(name).default}


def _scenario(city: CitySpec) -> dict[str, Any]:
    return {
        "name": city.name or city.label,
        "levers": dict(city.levers),
        "events": [event.as_table() for event in city.events],
        "off": list(city.off),
    }


def own_model(model: str) -> dict[str, Any]:
    """Return of a class of cities of one's own its name, the digest of its source, its mechanisms from outside."""
    from sim.runs.own_model import load_model, source_digest

    mechanisms = [one.name for one in load_model(model).schedule if one.declaration is not None]
    return {"class": model, "source": source_digest(model), "mechanisms": mechanisms}


def versions(libraries: Sequence[str] = LIBRARIES) -> dict[str, str]:
    """Return the versions of this program, its model, Python and ``libraries``."""
    from sim.model.city_model import MODEL_VERSION

    return {
        "two-cities": VERSION,
        "model": MODEL_VERSION,
        "python": platform.python_version(),
        **{name: version(name) for name in libraries},
    }


def machine() -> dict[str, str]:
    """Return what class of machine this is: its system, architecture and processor."""
    return {"system": platform.system(), "architecture": platform.machine(), "cpu": cpu_name()}


@cache
def cpu_name() -> str:
    """Return the processor's name as the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def as_lines(receipt: Mapping[str, Any], language: str = "en") -> dict[str, str]:
    """Return ``receipt`` as short texts by name, for people: levers are told by their scenario's name alone."""
    city, assumed, seeds = receipt["city"], receipt["assumptions"], receipt["seeds"]
    changed = (f"{name}={value}" for name, value in assumed["changed"].items())
    lines = {
        **receipt["versions"],
        "digest": receipt["digest"],
        "own model": _own(receipt["own_model"]),
        "machine": ", ".join(receipt["machine"].values()),
        "date": receipt["date"],
        "cities": ", ".join(_labelled(label, one["name"]) for label, one in receipt["scenarios"].items()),
        "city": f"{city['name']}, {city['districts']} districts, {city['fingerprint']}",
        "notes": " ".join(note[language] for note in city["notes"]),
        "residents": str(receipt["residents"]),
        "weeks": f"{receipt['burn_in']} + {receipt['weeks']}",
        "seeds": str(seeds[0]) if len(seeds) == 1 else f"{seeds[0]} to {seeds[-1]}",
        "events": ", ".join(_events(receipt)),
        "off": ", ".join(_off(receipt)),
        "assumptions": ", ".join([assumed["set"], *changed]),
        "command": receipt["command"],
    }
    return {name: words for name, words in lines.items() if words}


def _events(receipt: Mapping[str, Any]) -> Iterator[str]:
    for event in receipt["events"]:
        yield f"{event['kind']} week {event['week']} in {event['city']}"
    for label, scenario in receipt["scenarios"].items():
        for event in scenario["events"]:
            yield f"{label}: {event['kind']} week {event['week']}"


def _off(receipt: Mapping[str, Any]) -> Iterator[str]:
    yield from receipt["off"]
    for label, scenario in receipt["scenarios"].items():
        yield from (f"{label}: {name}" for name in scenario["off"])


def _own(model: Mapping[str, Any] | None) -> str:
    return f"{model['class']} {model['source']}" if model else ""


def _labelled(label: str, name: str) -> str:
    return label if label == name else f"{label} {name}"


def _city(city: City) -> dict[str, Any]:
    return {
        "name": city.name,
        "fingerprint": city.fingerprint,
        "districts": city.districts,
        "invented": city.invented,
        "notes": [{language: note.translate(language) for language in LANGUAGES} for note in city.notes],
        "licence": city.licence.translate(FALLBACK),
        "attribution": city.attribution.translate(FALLBACK),
        "hardship": _hardship(city),
    }


def _hardship(city: City) -> dict[str, Any]:
    """Return what the hardship of the districts rests on, and what it could have rested on."""
    scales = {
        basis.column: {"value": basis.reference.value, "source": basis.reference.source.translate(FALLBACK)}
        if basis.reference
        else basis.scale
        for basis in city.bases
    }
    return {"basis": city.hardship_basis, "indicators": scales, "not_used": list(city.offered)}
