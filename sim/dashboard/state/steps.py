"""Where a scene stands in its debate, and the scene of every step: each cue begins from a clean one."""

from __future__ import annotations

from typing import Any, NamedTuple

from sim.dashboard.state.answers import ANSWER_PANELS
from sim.dashboard.state.debates import debate_named
from sim.dashboard.state.letters import BASES
from sim.dashboard.state.scene import Scene
from sim.dashboard.work.simulation import MAPPED, WEEKS
from sim.debate.debate import COVERED, OPENED, Cue, Debate, Step
from sim.outcomes import FIRST_SEVEN

KEPT = (
    *("language", "theme", "names", "stage", "large", "debate", "tallies", "resident", "residents", "seed"),
    "question",
)
"""What of a scene is the visitor's, not a cue's."""
PANEL_OF = {"sets": "sets", "resident": "resident"}
"""The panel that a step opens; one with an answer opens that of its number."""


class Place(NamedTuple):
    """A step of a debate: the numbers of cue and step, and what they are."""

    at: tuple[int, int]
    cue: Cue
    step: Step


def places(debate: Debate) -> list[Place]:
    """Return every step of ``debate``, in order."""
    return [Place((i, j), cue, step) for i, cue in enumerate(debate.cues) for j, step in enumerate(cue.steps)]


def place_of(scene: Scene) -> Place:
    """Return where ``scene`` stands: its own step, or the last one before it that there is."""
    walked = places(debate_named(scene.debate))
    before = [place for place in walked if place.at <= (scene.cue, scene.step)]
    return before[-1] if before else walked[0]


def neighbour(scene: Scene, by: int) -> Place:
    """Return the place ``by`` steps on, or back; beyond either end it is the end."""
    walked = places(debate_named(scene.debate))
    at = walked.index(place_of(scene)) + by
    return walked[max(0, min(len(walked) - 1, at))]


def place_at(scene: Scene, cue: int) -> Place:
    """Return the first step of a cue, the last cue's where there is none of that number."""
    walked = places(debate_named(scene.debate))
    return next((place for place in walked if place.at[0] >= cue), walked[-1])


def steps_until(place: Place) -> tuple[Step, ...]:
    """Return the steps of a cue up to and with the one of ``place``."""
    return place.cue.steps[: place.at[1] + 1]


def covers(place: Place) -> bool:
    """Return whether the years after the choice lie behind the curtain there."""
    steps = steps_until(place)
    return place.step.kind in COVERED and not any(step.kind in OPENED for step in steps)


def week_of(place: Place) -> int:
    """Return the week at which the step stands."""
    if covers(place):
        return 0
    return next((step.week for step in reversed(steps_until(place)) if step.kind in OPENED), WEEKS)


def scene_at(place: Place, now: Scene) -> Scene:
    """Return the scene of a step. Of ``now`` the visitor's own remains; the cue's, where it is the same cue."""
    debate, cue = debate_named(now.debate), place.cue
    kept: dict[str, Any] = {name: getattr(now, name) for name in KEPT}
    kept["changes"] = {letter: moved for letter, moved in now.changes.items() if letter == "C"}
    if now.mode == "debate" and now.cue == place.at[0]:
        kept |= {"assumption_set": now.assumption_set}
    else:
        kept |= {"assumption_set": cue.assumptions}
    tiles = tuple(name for name in FIRST_SEVEN if name != cue.outcome)[:6]
    return Scene(
        mode="debate",
        cue=place.at[0],
        step=place.at[1],
        city=debate.city,
        bases={**debate.scenarios, **({"C": BASES["C"]} if cue.room else {})},
        letter="C" if cue.room else "A",
        focus=cue.outcome,
        tiles=tiles,
        map_outcome=cue.outcome if cue.outcome in MAPPED else MAPPED[0],
        events=cue.events,
        swapped=cue.swapped,
        zoom=cue.cut and cue.reveals,
        covered=covers(place),
        week=week_of(place),
        **kept,
    )


def panel_at(scene: Scene) -> str:
    """Return the panel that is open where ``scene`` stands in its debate, none elsewhere."""
    return panel_of(place_of(scene).step) if scene.mode == "debate" else ""


def panel_of(step: Step) -> str:
    """Return the panel that ``step`` opens, none for most."""
    return ANSWER_PANELS[step.number - 1] if step.kind == "answer" else PANEL_OF.get(step.kind, "")
