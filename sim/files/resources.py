"""Where the shipped data lie."""

from __future__ import annotations

from pathlib import Path

from sim.files.errors import InputError

PACKAGE = Path(__file__).resolve().parents[1]


def data_folder() -> Path:
    """Return the folder of scenarios, assumptions, cities and experiments, of a wheel or of a checkout."""
    for folder in (PACKAGE / "_scenarios", PACKAGE.parent / "scenarios"):
        if folder.is_dir():
            return folder
    raise InputError(f"no data folder beside {PACKAGE}; reinstall the package")
