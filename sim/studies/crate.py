"""The manifest of an RO-Crate 1.1 (https://w3id.org/ro/crate/1.1): what is in a package, and what made it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from sim.files.counted import counted

CONTEXT = "https://w3id.org/ro/crate/1.1/context"
PROFILE = "https://w3id.org/ro/crate/1.1"
FORMATS = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".parquet": "application/vnd.apache.parquet",
    ".png": "image/png",
    ".py": "text/x-python",
    ".svg": "image/svg+xml",
    ".toml": "application/toml",
    ".txt": "text/plain",
}


def crate_of(receipt: Mapping[str, Any], files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the manifest of a package of ``files`` (place -> bytes) made by the study of ``receipt``."""
    return {
        "@context": CONTEXT,
        "@graph": [
            {
                "@id": "ro-crate-metadata.json",
                "@type": "CreativeWork",
                "conformsTo": {"@id": PROFILE},
                "about": {"@id": "./"},
            },
            _root(receipt, sorted(files)),
            *(_file(place, data) for place, data in sorted(files.items())),
            _program(receipt),
            _action(receipt, files),
        ],
    }


def _root(receipt: Mapping[str, Any], places: Sequence[str]) -> dict[str, Any]:
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": f"A study of {counted(sum(receipt['runs'].values()), 'run')} of Two Cities",
        "description": (
            f"Scenarios {', '.join(receipt['scenarios'])}; {counted(receipt['points'], 'point')}, "
            f"{counted(receipt['seeds'], 'seed')}. "
            "`python reproduce.py` in this folder runs it again and compares the results' digests."
        ),
        "datePublished": receipt["date"],
        "hasPart": [{"@id": place} for place in places],
        "mentions": {"@id": "#study"},
    }


def _file(place: str, data: bytes) -> dict[str, Any]:
    return {
        "@id": place,
        "@type": "File",
        "name": PurePosixPath(place).name,
        "encodingFormat": FORMATS.get(PurePosixPath(place).suffix, "application/octet-stream"),
        "contentSize": str(len(data)),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def _program(receipt: Mapping[str, Any]) -> dict[str, Any]:
    libraries = (f"{name} {text}" for name, text in receipt["versions"].items())
    return {
        "@id": "#two-cities",
        "@type": "SoftwareApplication",
        "name": "Two Cities",
        "version": receipt["versions"]["two-cities"],
        "softwareVersion": receipt["code"],
        "softwareRequirements": ", ".join(libraries),
    }


def _action(receipt: Mapping[str, Any], files: Mapping[str, bytes]) -> dict[str, Any]:
    results = [place for place in sorted(files) if place.startswith("study/runs/")]
    return {
        "@id": "#study",
        "@type": "CreateAction",
        "name": receipt["command"] or "a study from Python",
        "endTime": receipt["date"],
        "instrument": {"@id": "#two-cities"},
        "object": {"@id": "design.toml"},
        "result": [{"@id": place} for place in results],
    }
