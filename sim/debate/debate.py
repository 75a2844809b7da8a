"""What a debate is: cues, each a list of steps, with the claims that its measured runs must bear out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.locale.text import Written, written
from sim.parameters import Value

YEAR = WEEKS_PER_YEAR
YEARS = 10
"""What a debate can look ahead: the years that the page runs."""
CITIES = ("A", "B")
ROOM = "C"
"""The camps' two cities, and the city that the room sets up."""
NO_WORDS = written(en="")

BALLOTS: Mapping[str, tuple[str, ...]] = {
    "cities": ("A", "B", "same", "unknown"),
    "places": ("above", "between", "below", "unknown"),
}
"""What a room can be asked to answer: which of two cities, or where its own lies beside them."""
SPLIT = "split"
"""What a moderator may call the answer to `cities` where no card clearly prevails."""
ANSWERS = (*dict.fromkeys(answer for ballot in BALLOTS.values() for answer in ballot), SPLIT)

COVERED = ("opening", "past", "cities", "trust", "question", "vote", "room")
"""Steps at which the years after the choice stay behind the curtain, unless one before them opened it."""
OPENED = ("curtain", "horizon")
"""Steps that open the curtain: one plays the years and then stands, the other stands at once."""
SHOWN = ("answer", "sets", "resident", "moved", "closing")
"""Steps that show something else than the years."""
KINDS = (*COVERED, *OPENED, *SHOWN)


CLAIMS: Mapping[str, bool] = {"higher": True, "gain": False, "shows": True, "apart": True}
"""What can be claimed, and whether of one city: it is higher; both gain on the choice; an event shows in it; an
event moves it more than the other."""


class Claim(NamedTuple):
    """What a cue claims of the paired runs: ``kind`` is one of `CLAIMS`.

    ``city`` is the city that is higher, or in which an event shows; ``years`` after the choice.
    """

    kind: str
    years: int
    city: str = ""


@dataclass(frozen=True)
class Step:
    """One press of the remote.

    ``say`` is what the moderator says at it. ``years`` is where a curtain or a horizon stands, ``since`` the
    year from which a curtain plays, ``number`` which answer is given, ``ballot`` what a vote offers, ``votes``
    the two cues whose votes are compared.
    """

    kind: str
    say: Written = NO_WORDS
    years: int = YEARS
    since: int = 0
    number: int = 0
    ballot: str = "cities"
    votes: tuple[str, ...] = ()

    @property
    def week(self) -> int:
        """The week after the choice at which the step stands, where it opens the curtain."""
        return self.years * YEAR


@dataclass(frozen=True)
class Cue:
    """A part of the debate that begins from a clean scene: what is in it, and its ``steps``.

    ``seconds`` are planned for it. ``ask`` is the question put to the room. ``cut``: the chart's axis is cut to
    the part in use. ``room``: the room's city is there too.
    """

    name: str
    title: Written
    seconds: int
    steps: tuple[Step, ...]
    outcome: str = "wellbeing"
    ask: Written = NO_WORDS
    cut: bool = True
    swapped: bool = False
    room: bool = False
    assumptions: str = "central"
    events: tuple[Mapping[str, Value], ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def ballot(self) -> tuple[str, ...]:
        """What the room is asked to answer here, nothing where it is not asked."""
        return next((BALLOTS[step.ballot] for step in self.steps if step.kind == "vote"), ())

    @property
    def reveals(self) -> bool:
        """Whether the cue opens the curtain over its outcome."""
        return any(step.kind in OPENED for step in self.steps)


@dataclass(frozen=True)
class Debate:
    """One debate: its words, its two cities (scenarios by letter, and levers changed), their names, and its cues."""

    name: str
    title: Written
    question: Written
    cues: tuple[Cue, ...]
    city: str
    scenarios: Mapping[str, str]
    camps: Mapping[str, Written] = field(default_factory=dict)
    changes: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)

    @property
    def seconds(self) -> int:
        """How long the debate is planned to take."""
        return sum(cue.seconds for cue in self.cues)

    def cue(self, name: str) -> Cue | None:
        """Return the cue called ``name``, if there is one."""
        return next((cue for cue in self.cues if cue.name == name), None)
