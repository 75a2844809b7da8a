"""Understand: every outcome by the word of the debate it answers, each one click from its definition."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.doors import doors
from sim.dashboard.views.stage import CHOICES
from sim.locale.catalogue import words
from sim.outcomes import OUTCOME_GROUPS, OUTCOMES, group_word


def understand(state: ViewState) -> dict[str, Any]:
    """Return the outcomes in their groups, and the doors to what explains them."""
    language = state.scene.language
    groups = []
    for group in OUTCOME_GROUPS:
        outcomes = [OUTCOMES[name] for name in CHOICES if OUTCOMES[name].group == group]
        if outcomes:
            listed = [
                {"id": outcome.id, "label": outcome.label.translate(language), "near": outcome.definitional}
                for outcome in outcomes
            ]
            groups.append({"word": group_word(group).translate(language), "outcomes": listed})
    return {
        "words": words("understand", language),
        "doors": doors("understand", language),
        "groups": groups,
        "focus": state.scene.focus,
        "open": state.levers_open,
    }
