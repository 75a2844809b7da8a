"""What model version 2 shows by the rules of P10, P13 and P14, to stand beside the present figures."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

Shown = Mapping[str, str]


@cache
def earlier() -> Mapping[str, Shown]:
    """Return, by pattern and by what a check measures, version 2's figure as text."""
    path = Path(__file__).with_name("version_2.toml")
    found: Mapping[str, Shown] = tomllib.loads(path.read_text("utf-8"))
    return found


def before(pattern: str, what: str) -> str:
    """Return version 2's figure for the check ``what``, empty where none was measured.

    The strongest single lever may be another one: its name in parentheses is left aside.
    """
    name, bracket, rest = what.partition(" (")
    return earlier().get(pattern, {}).get(name + rest.partition(")")[2] if bracket else what, "")
