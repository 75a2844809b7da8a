"""Studies small enough to be run in a blink, and what is asked of any directory of results."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sim.studies import Design, Options

HERE = Options(workers=1)


def design(**changes: Any) -> Design:
    """Return a study of 2 scenarios x 2 seeds x 3 points; ``changes`` replace whole tables of it."""
    document: dict[str, Any] = {
        "design": {"method": "latin-hypercube", "samples": 3, "seed": 5},
        "run": {
            "scenarios": ["emancipatory", "control"],
            "seeds": 2,
            "city": "synthetic:4",
            "residents": 100,
            "burn_in": 2,
            "weeks": 8,
        },
        "vary": {"gain": {}, "surveillance": {"low": 0.2, "high": 0.6}, "consent": {}},
    }
    for name, table in changes.items():
        document[name] = (document.get(name, {}) | table) if name in ("design", "run") else table
    if not document["vary"] and "method" not in changes.get("design", {}):
        document["design"] = {"method": "grid"}
    return Design.of(document, "small")


def files(folder: Path) -> dict[str, bytes]:
    """Return the results in ``folder``, byte for byte."""
    return {path.name: path.read_bytes() for path in sorted((folder / "runs").iterdir())}
