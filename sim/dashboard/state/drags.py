"""A slider that is dragged: its words, of which only the newest counts, and the one step back that they are."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from sim.dashboard.state.view_state import ViewState

SLIDERS = {"lever": "value", "blend": "position", "assumption": "value"}
"""Actions of sliders, and under which key each says where its handle is."""
_NAMED_BY = ("letter", "name", "question")


def slider_of(action: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what names the slider that ``action`` moves, the same for all its words; empty for any other action.

    Several levers set at once are a button's word, and what is no number is none of a slider's.
    """
    key = SLIDERS.get(str(action.get("do")), "")
    place = action.get(key)
    is_number = isinstance(place, int | float) and not isinstance(place, bool) and math.isfinite(place)
    if not is_number or "levers" in action:
        return ()
    return (str(action["do"]), *(str(action.get(name, "")) for name in _NAMED_BY))


def in_one_step(before: ViewState, after: ViewState, action: Mapping[str, Any]) -> ViewState:
    """Return ``after`` such that all moves of one slider, with nothing between them, are undone together.

    So it makes no difference to a visitor which of a slider's words a busy server has left out.
    """
    slider = slider_of(action)
    if not slider or after.back == before.back:
        return after if slider == before.slider else after.change(slider=())
    if slider != before.slider:
        return after.change(slider=slider)
    if after.scene == before.back[-1]:
        return after.change(slider=(), back=before.back[:-1])
    return after.change(back=before.back)
