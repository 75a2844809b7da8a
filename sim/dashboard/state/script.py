"""The ten-minute script: each cue is a change of the scene, so going back is going to an earlier scene."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sim.dashboard.state.letters import BASES
from sim.dashboard.work.simulation import MAPPED, WEEKS
from sim.outcomes import FIRST_SEVEN

YEAR = 52
LEAK_YEAR = 5
FIRST_REVEAL = 4  # the cues before it reveal nothing anybody fights over


@dataclass(frozen=True)
class Cue:
    """One step: ``changes`` of the scene, whether it ``plays``, asks a ``tally``, opens a ``panel``."""

    name: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    plays: bool = False
    tally: tuple[str, ...] = ()
    panel: str = ""
    horizons: tuple[int, ...] = ()


def _about(outcome: str, **more: Any) -> dict[str, Any]:
    """Return the changes that put ``outcome`` into the chart, six others beside it, and leave no other cue's."""
    tiles = tuple(name for name in FIRST_SEVEN if name != outcome)[:6]
    map_outcome = outcome if outcome in MAPPED else MAPPED[0]
    return {
        "focus": outcome,
        "tiles": tiles,
        "map_outcome": map_outcome,
        "swapped": False,
        "events": (),
        **more,
    }


_OPENING = {
    "zoom": False,
    "changes": {},
    "assumptions": {},
    "assumption_set": "central",
}
_TWO = {"bases": {"A": BASES["A"], "B": BASES["B"]}, "letter": "A"}
_THREE = {"bases": {"A": BASES["A"], "B": BASES["B"], "C": BASES["C"]}, "letter": "C"}
_LEAK = ({"kind": "breach", "week": LEAK_YEAR * YEAR, "city": "all"},)
_CLOSED = {"covered": True, "week": 0}

CUES: tuple[Cue, ...] = (
    Cue("question", {**_OPENING, **_TWO, **_about("wellbeing"), **_CLOSED}),
    Cue("past", {**_TWO, **_about("wellbeing"), **_CLOSED}),
    Cue("fork", {**_TWO, **_about("wellbeing"), **_CLOSED}),
    Cue("warm_up", {**_TWO, **_about("adoption", covered=False, week=0)}, plays=True),
    Cue("opinions", {**_TWO, **_about("expression"), **_CLOSED}, tally=("A", "B", "same", "unknown")),
    Cue(
        "calm",
        {**_TWO, **_about("calm", swapped=True), **_CLOSED},
        tally=("A", "B", "same", "unknown"),
        horizons=(1, 10),
    ),
    Cue("leak", {**_TWO, **_about("trust", events=_LEAK, covered=False, week=0)}, plays=True),
    Cue("sets", {**_TWO, **_about("wellbeing", covered=False, week=WEEKS)}, panel="sets"),
    Cue("room", {**_THREE, **_about("wellbeing"), **_CLOSED}, tally=("above", "between", "below", "unknown")),
    Cue("resident", _about("wellbeing", covered=False, week=WEEKS), panel="resident"),
    Cue("flip", _about("wellbeing", covered=False, week=WEEKS), panel="report"),
)

TALLIED = tuple(cue.name for cue in CUES if cue.tally)
"""The cues at which the room is asked."""
ANSWERS = ("A", "B", "same", "split", "above", "between", "below", "unknown")
"""What a room can be said to have answered, at any of them."""
