"""Understand: tours, the mechanisms of the week, and every outcome by the word of the debate that it answers."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.doors import doors
from sim.dashboard.views.stage import CHOICES
from sim.dashboard.views.tour import offered_tours, tour
from sim.dashboard.work.paired import Paired
from sim.locale.catalogue import words
from sim.model.schedule import ORDER
from sim.outcomes import OUTCOME_GROUPS, OUTCOMES, group_word
from sim.parameters import DECLARATIONS


def understand(state: ViewState, paired: Paired | None = None) -> dict[str, Any]:
    """Return the tour or the tours, the outcomes in their groups, and the doors to what explains them."""
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
        "lab": words("lab", language),
        "tour": tour(state.scene, paired),
        "tours": offered_tours(language),
        "mechanisms": [
            {"name": one.name, "label": DECLARATIONS[one.name].title.translate(language)} for one in ORDER
        ],
        "off": [DECLARATIONS[name].title.translate(language) for name in state.scene.off],
        "groups": groups,
        "focus": state.scene.focus,
        "open": state.levers_open,
    }
