"""What all answers have in common: they cannot be changed, and are kept by version and machine."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import is_dataclass
from typing import Any

import sim.answers
from sim.answers.kept import kept_file
from sim.engine.provenance import digest
from sim.files.resources import cache_folder


def test_answers_cannot_be_changed() -> None:
    """They are shared by pages and kept in caches."""
    names = [f"sim.answers.{one.name}" for one in pkgutil.iter_modules(sim.answers.__path__)]
    found: dict[str, Any] = {
        f"{module}.{name}": one
        for module in names
        for name, one in vars(importlib.import_module(module)).items()
        if is_dataclass(one) and one.__module__ == module
    }
    assert len(found) > 3
    assert [name for name, one in found.items() if not one.__dataclass_params__.frozen] == []


def test_kept_results_are_named_by_version() -> None:
    path = kept_file()
    assert path.parent == cache_folder() / "answers"
    assert path.name.startswith(f"{digest()}-")
    assert path.suffix == ".sqlite"
