"""The outcomes: what is measured, declared in `outcomes.toml`; `measurement` computes them, in its order.

Mechanisms from outside the package measure more, declared beside them; `outcome` knows both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sim.files.errors import InputError, unknown
from sim.outcomes.outcome import Direction, Outcome, group_word, read_outcomes, read_own

OUTCOMES, FIRST_SEVEN = read_outcomes()
"""Every outcome by id; the ids of the default view, the focus first."""
OUTCOME_GROUPS = tuple(dict.fromkeys(outcome.group for outcome in OUTCOMES.values()))
"""What of the debate's text is answered, in the order of the outcomes."""

_OWN: dict[str, Outcome] = {}

__all__ = [
    "FIRST_SEVEN",
    "OUTCOMES",
    "OUTCOME_GROUPS",
    "Direction",
    "Outcome",
    "admit_outcomes",
    "group_word",
    "outcome",
]


def outcome(name: str) -> Outcome:
    """Return the outcome called ``name``; an unknown name is an InputError with the nearest one."""
    known = OUTCOMES | _OWN
    if name not in known:
        raise unknown("outcome", name, known)
    return known[name]


def admit_outcomes(tables: Mapping[str, Mapping[str, Any]], where: str) -> tuple[str, ...]:
    """Let `outcome` know outcomes declared outside the package, and return their ids.

    Raises InputError, naming ``where``, for one that is not complete or takes a shipped outcome's id.
    """
    for name, table in tables.items():
        if name in OUTCOMES:
            raise InputError(f"{where}: [outcomes.{name}]: {name!r} is declared already")
        _OWN[name] = read_own(name, table, OUTCOME_GROUPS, where)
    return tuple(tables)
