"""The outcomes: what is measured, declared in `outcomes.toml`; `measurement` computes them, in its order."""

from __future__ import annotations

from sim.files.errors import unknown
from sim.outcomes.outcome import Direction, Outcome, group_word, read_outcomes

OUTCOMES, FIRST_SEVEN = read_outcomes()
"""Every outcome by id; the ids of the default view, the focus first."""
OUTCOME_GROUPS = tuple(dict.fromkeys(outcome.group for outcome in OUTCOMES.values()))
"""What of the debate's text is answered, in the order of the outcomes."""

__all__ = ["FIRST_SEVEN", "OUTCOMES", "OUTCOME_GROUPS", "Direction", "Outcome", "group_word", "outcome"]


def outcome(name: str) -> Outcome:
    """Return the outcome called ``name``; an unknown name is an InputError with the nearest one."""
    if name not in OUTCOMES:
        raise unknown("outcome", name, OUTCOMES)
    return OUTCOMES[name]
