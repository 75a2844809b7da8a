"""``python -m sim.docs`` writes the generated pages; with ``--check`` it names stale ones and exits 1."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from sim.docs.evidence_page import evidence_page
from sim.docs.model_tables import fill
from sim.docs.outcome_page import outcome_page
from sim.docs.parameter_page import parameter_page
from sim.files.atomic import write_whole

FOLDER = Path(__file__).parents[2] / "docs"


def pages(folder: Path = FOLDER) -> dict[Path, str]:
    """Return every generated page of ``folder`` and what it should say."""
    odd = folder / "ODD.md"
    return {
        folder / "parameters.md": parameter_page(),
        folder / "evidence.md": evidence_page(),
        folder / "outcomes.md": outcome_page(),
        odd: fill(odd.read_text("utf-8")),
    }


def stale(folder: Path = FOLDER) -> list[Path]:
    """Return the pages of ``folder`` that differ from what the declarations say."""
    return [
        page for page, text in pages(folder).items() if not page.exists() or page.read_text("utf-8") != text
    ]


def main(arguments: Sequence[str]) -> int:
    """Write or check; return the exit status."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m sim.docs [--check]", file=sys.stderr)
        return 2
    if not (FOLDER / "ODD.md").exists():
        print(f"python -m sim.docs: {FOLDER}: there is no ODD.md here to fill", file=sys.stderr)
        return 2
    outdated = stale()
    for page in outdated:
        if arguments:
            print(f"{page}: stale; `make docs` writes it anew", file=sys.stderr)
        else:
            write_whole(page, pages()[page])
            print(page)
    return 1 if outdated and arguments else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
