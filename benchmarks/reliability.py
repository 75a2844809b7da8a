"""The tables of docs/reliability.md, written from what `make faults`, `make soak` and `make mutants` found."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "reliability.md"
FAULTS, SOAK, MUTANTS = HERE / "faults.json", HERE / "soak.json", HERE / "mutants.json"
Found = Mapping[str, Any]


def write_page() -> None:
    """Put the tables into the page, between their marks; what else the page says stays."""
    text = PAGE.read_text(encoding="utf-8")
    tables = (
        ("faults", FAULTS, faults_table),
        ("soak", SOAK, soak_table),
        ("mutants", MUTANTS, mutants_table),
    )
    for name, file, table in tables:
        if file.exists():
            text = filled(text, name, "\n".join(table(json.loads(file.read_text(encoding="utf-8")))))
    PAGE.write_text(text, encoding="utf-8")


def filled(text: str, name: str, table: str) -> str:
    """Return ``text`` with what stands between the marks of ``name`` replaced by ``table``."""
    start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, _, rest = text.partition(start)
    _, _, after = rest.partition(end)
    return f"{before}{start}\n{table}\n\n{end}{after}"


def faults_table(found: Found) -> Iterator[str]:
    """Yield the lines of the table of faults: tried, gone wrong, and what comes of each."""
    rows = found["rows"]
    tried, bad = (sum(row[key] for row in rows) for key in ("tried", "bad"))
    yield f"{tried:,} tried, {bad:,} gone wrong, on {found['when']}."
    yield ""
    yield "| Fault | Tried | Bad | What comes of it |"
    yield "|---|---:|---:|---|"
    for row in rows:
        yield f"| {row['fault']} | {row['tried']:,} | {row['bad']:,} | {row['found']} |"


def soak_table(found: Found) -> Iterator[str]:
    """Yield the lines of the table of a soak."""
    notes, machine = found["notes"], found["machine"]
    half, most = notes["seconds to a curve"]
    before, peak, after = notes["memory, MB"]
    yield (
        f"{notes['sessions']} visitors at a time for {notes['minutes']:g} minutes on {machine['cores']} cores "
        f"({machine['cpu']}), their own load included: a curve after {half:g} s in the middle and {most:g} s at the "
        f"95th percentile; {before} MB of memory before, {peak} at most, {after} after."
    )
    yield ""
    yield "| What | Promised | Measured | Kept |"
    yield "|---|---|---|---|"
    for row in found["rows"]:
        kept = "yes" if row["kept"] else "**no**"
        yield f"| {row['name']} | {row['promised']} | {row['measured']} | {kept} |"


def mutants_table(found: Found) -> Iterator[str]:
    """Yield the lines of the table of mutants."""
    yield "| Part | Mutants | Drawn | Seed | Noticed | Score | 95 % interval |"
    yield "|---|---:|---:|---:|---:|---:|---|"
    for row in found["rows"]:
        low, high = row["interval"]
        figures = (
            f"{row['mutants']:,} | {row['drawn']} | {row['seed']} | {row['noticed']} | {row['score']:.0%}"
        )
        yield f"| `{row['part']}` | {figures} | {low:.0%} to {high:.0%} |"


if __name__ == "__main__":
    write_page()
