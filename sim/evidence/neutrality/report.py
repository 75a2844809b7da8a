"""The written report of neutrality: one table in Markdown, and what must be known to read it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sim.evidence.patterns.report import markdown_table
from sim.evidence.patterns.row import Row
from sim.files.atomic import write_whole
from sim.model.city_model import MODEL_VERSION

INTRO = """# Neutrality

The model compares two camps; it must not take sides. What can be checked of that is checked here, by running
it. Written by `two-cities neutrality --out docs/neutrality.md`. Why the couplings tie an outcome follows from
the equations in [ODD.md](ODD.md)."""


def write_report(rows: Sequence[Row], target: Path) -> Path:
    """Write the table and the notes of ``rows`` to ``target``, and return it."""
    held = f"{sum(row.passed for row in rows)} of {len(rows)} properties hold."
    parts = [INTRO, f"{held} Measured with model version {MODEL_VERSION}."]
    for row in rows:
        parts += [f"## {row.id} {row.what}", row.note, markdown_table([row])]
    write_whole(target, "\n\n".join(part for part in parts if part) + "\n")
    return target
