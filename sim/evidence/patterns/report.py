"""The written report of the patterns: a table in Markdown, and its figures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sim.evidence.patterns.chart import draw
from sim.evidence.patterns.earlier import before
from sim.evidence.patterns.row import Row
from sim.evidence.patterns.setting import Setting
from sim.files.atomic import make_folder, write_whole
from sim.model.city_model import MODEL_VERSION

FIGURES = Path("img") / "patterns"
HEADER = "| | Measured | Target | Found | |\n|---|---|---|---|---|\n"
BESIDE = "Beside model version 2, by the same rules and seeds:\n\n| Measured | Version 3 | Version 2 |\n|---|---|---|\n"
VERDICT = {True: "pass", False: "**fail**"}


def write_report(rows: Sequence[Row], setting: Setting, folder: Path) -> Path:
    """Write ``patterns.md`` and its figures to ``folder`` and return the table's path."""
    make_folder(folder / FIGURES)
    parts = [_intro(rows, setting), markdown_table(rows)]
    for row in rows:
        drawn = [draw(chart, folder / FIGURES) for chart in row.charts]
        words = [f"## {row.id} {row.what}", row.note, _beside_version_2(row)]
        words += [
            f"![{row.charts[k].title}]({FIGURES.as_posix()}/{path.name})" for k, path in enumerate(drawn)
        ]
        parts += [word for word in words if word]
    target = folder / "patterns.md"
    write_whole(target, "\n\n".join(part.rstrip("\n") for part in parts) + "\n")
    return target


def markdown_table(rows: Sequence[Row]) -> str:
    """Return one line for each check of ``rows``."""
    lines = [
        f"| {row.id} | {check.what} | {check.target} | {check.shown} | {VERDICT[check.passed]} |"
        for row in rows
        for check in row.checks
    ]
    return HEADER + "\n".join(lines)


def _beside_version_2(row: Row) -> str:
    """Return the figures of model version 2 beside the present ones, empty where it was not measured."""
    found = [(check, before(row.id, check.what)) for check in row.checks]
    lines = [f"| {check.what} | {check.shown} | {then} |" for check, then in found if then]
    return BESIDE + "\n".join(lines) if lines else ""


def _intro(rows: Sequence[Row], setting: Setting) -> str:
    passed = sum(row.passed for row in rows)
    return (
        "# Patterns\n\n"
        "What the model must show to be taken seriously, measured. Written by `two-cities patterns`.\n\n"
        f"Standard setting: the invented city of 64 districts, {setting.residents:,} residents, "
        f"{setting.weeks // 52} years after {104 // 52} years of common past, {len(setting.seeds)} seeds, "
        f"default assumptions; P8 on London with {setting.london_residents:,} residents. "
        f"{passed} of {len(rows)} patterns pass. Measured with model version {MODEL_VERSION}."
    )
