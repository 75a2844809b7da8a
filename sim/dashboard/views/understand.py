"""Understand: every dial by the word of the debate it answers, each one click from its definition."""

from __future__ import annotations

from typing import Any

from sim.dashboard.desk import Desk
from sim.dashboard.messages import in_language, said
from sim.dashboard.messages.understand import UNDERSTAND
from sim.dashboard.views.doors import doors
from sim.dashboard.views.stage import CHOICES
from sim.dials import DIALS, GROUPS


def understand(desk: Desk) -> dict[str, Any]:
    """Return the dials in their groups, and the doors to what explains them."""
    language = desk.scene.language
    groups = []
    for group, word in GROUPS.items():
        dials = [DIALS[name] for name in CHOICES if DIALS[name].group == group]
        if dials:
            listed = [
                {"id": dial.id, "label": in_language(dial.label, language), "near": dial.definitional}
                for dial in dials
            ]
            groups.append({"word": in_language(word, language), "dials": listed})
    return {
        "words": said(UNDERSTAND, language),
        "doors": doors("understand", language),
        "groups": groups,
        "focus": desk.scene.focus,
        "open": desk.rail_open,
    }
