"""What pyproject.toml asks for, and what that brings along, read from the packages installed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
GPL = re.compile(r"\bA?GPL(?!.{0,20}exception)|GNU (Affero )?General Public", re.IGNORECASE)


def brought_by(requirements: Iterable[str]) -> set[str]:
    """Return the names of the distributions that ``requirements`` bring, as far as they are installed."""
    found: set[tuple[str, str]] = set()
    waiting = [(Requirement(text), "") for text in requirements]
    while waiting:
        wanted, extra = waiting.pop()
        if wanted.marker and not wanted.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(wanted.name)
        for asked in {"", *wanted.extras}:
            if (name, asked) not in found:
                found.add((name, asked))
                waiting += [(Requirement(text), asked) for text in _requires(name)]
    return {name for name, _ in found}


def _requires(name: str) -> list[str]:
    try:
        return distribution(name).requires or []
    except PackageNotFoundError:
        return []


def licence_of(name: str) -> str:
    """Return what an installed distribution says of its licence: an expression, classifiers, or a first line."""
    said = distribution(name).metadata
    classified = [text for text in said.get_all("Classifier") or [] if text.startswith("License ::")]
    first_line = (said.get("License") or "").strip().partition("\n")[0]
    return said.get("License-Expression") or "; ".join(classified) or first_line


def modules_without(names: set[str]) -> set[str]:
    """Return the top modules installed here that none of the distributions ``names`` provides."""
    return {
        module
        for module, owners in packages_distributions().items()
        if not {canonicalize_name(owner) for owner in owners} & names
    }


def is_installed(name: str) -> bool:
    """Return whether the distribution ``name`` is there."""
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True
