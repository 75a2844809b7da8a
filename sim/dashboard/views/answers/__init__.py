"""The six answers as the page shows them: a sentence, one picture, a table, limits; each in a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.answers import assumed, choice, district, flip, who, why
from sim.dashboard.views.answers.frame import Answer, Sight, framed
from sim.dashboard.views.dialog import Found, Panel

BODIES: Mapping[int, Callable[[Sight], Answer]] = {
    1: why.answer,
    2: who.answer,
    3: assumed.answer,
    4: flip.answer,
    5: district.answer,
    6: choice.answer,
}


def answer_content(state: ViewState, found: Found, number: int) -> dict[str, Any]:
    """Return all that the answer of ``number`` shows of what is known by now."""
    return framed(Sight(state, number, found.answer_of(state, number)), found, BODIES[number])


def answer_panel(number: int, title: str) -> Panel:
    """Return the panel of an answer: the whole screen, in the stage window too, and a door in every menu."""
    return Panel(
        lambda state, found: answer_content(state, found, number),
        title,
        component="answer",
        doors={"answers": number},
        opens={"do": "answer", "number": number},
        for_the_room=True,
        full=True,
    )
