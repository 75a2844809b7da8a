"""Understand: every dial by the word of the debate it answers, each one click from its definition."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.stage import CHOICES
from sim.locale.catalogue import words
from sim.outcomes import OUTCOME_GROUPS, OUTCOMES, group_word


def understand(state: ViewState) -> dict[str, Any]:
    """Return the dials in their groups, and the doors to what explains them."""
    language = state.scene.language
    groups = []
    for group in OUTCOME_GROUPS:
        dials = [OUTCOMES[name] for name in CHOICES if OUTCOMES[name].group == group]
        if dials:
            listed = [
                {"id": dial.id, "label": dial.label.translate(language), "near": dial.definitional}
                for dial in dials
            ]
            groups.append({"word": group_word(group).translate(language), "dials": listed})
    return {
        "words": words("understand", language),
        "groups": groups,
        "focus": state.scene.focus,
        "open": state.levers_open,
    }
