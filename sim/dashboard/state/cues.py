"""What may be seen at the place in the debate where a scene stands."""

from __future__ import annotations

from sim.answers.question import HORIZONS
from sim.dashboard.state.answers import AXES, year_at
from sim.dashboard.state.debates import debate_named
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.steps import place_of, week_of
from sim.dashboard.work.simulation import WEEKS
from sim.debate.debate import YEAR
from sim.outcomes import OUTCOMES

OF_THE_STREET = ("calm", "active")
"""The outcomes that the lanes give away."""


def seen_outcomes(scene: Scene) -> frozenset[str]:
    """Return the outcomes whose values may be seen: in a debate, what its cues have revealed until here.

    Behind the curtain of the room's city nothing is seen at all: a live value would let the room steer.
    """
    if scene.mode != "debate":
        return frozenset() if scene.covered else frozenset(OUTCOMES)
    cue = place_of(scene).cue
    if cue.room:
        return frozenset() if scene.covered else frozenset(OUTCOMES)
    return frozenset(_revealed(scene) if scene.covered else (*_revealed(scene), cue.outcome))


def hidden_outcomes(scene: Scene) -> tuple[str, ...]:
    """Return the tiles whose values may not be seen yet."""
    seen = seen_outcomes(scene)
    return tuple(tile for tile in scene.tiles if tile not in seen)


def maps_covered(scene: Scene) -> bool:
    """Return whether maps must stay in the burn-in: what they show is not revealed yet."""
    return scene.covered or scene.map_outcome not in seen_outcomes(scene)


def lanes_covered(scene: Scene) -> bool:
    """Return whether lanes must stay in the burn-in: who is in the street would tell what a later cue asks."""
    if scene.covered or scene.mode != "debate":
        return scene.covered
    ahead = debate_named(scene.debate).cues[place_of(scene).at[0] + 1 :]
    return any(cue.reveals and cue.outcome in OF_THE_STREET for cue in ahead)


def may_choose(scene: Scene, outcome: str) -> bool:
    """Return whether charts and maps may be turned to an outcome: its cue's own, or one that may be seen."""
    asked = place_of(scene).cue.outcome if scene.mode == "debate" else outcome
    return outcome == asked or outcome in seen_outcomes(scene)


def seen_weeks(scene: Scene) -> int:
    """Return the last week that may be seen: in a debate, the one at which its step stands."""
    return week_of(place_of(scene)) if scene.mode == "debate" else WEEKS


def seen_years(scene: Scene) -> tuple[int, ...]:
    """Return the answers' horizons that may be seen, the first where the step stands before it."""
    return tuple(year for year in HORIZONS if year * YEAR <= seen_weeks(scene)) or HORIZONS[:1]


def year_of(scene: Scene) -> int:
    """Return the horizon at which ``scene`` asks: the one nearest to where it stands that may be seen."""
    return year_at(scene.week, seen_years(scene))


def seen_axes(scene: Scene) -> tuple[str, ...]:
    """Return the outcomes that answer 6 may choose by."""
    seen = seen_outcomes(scene)
    return tuple(name for name in AXES if name in seen)


def chosen_axes(scene: Scene, wanted: tuple[str, str]) -> tuple[str, str] | None:
    """Return the two outcomes of answer 6: those ``wanted`` that may be seen, then others; None for fewer than two."""
    free = seen_axes(scene)
    first, second, *_ = (*(name for name in dict.fromkeys((*wanted, *free)) if name in free), "", "")
    return (first, second) if second else None


def _revealed(scene: Scene) -> set[str]:
    cues = debate_named(scene.debate).cues
    if place_of(scene).at[0] == len(cues) - 1:
        return set(OUTCOMES)
    return {cue.outcome for cue in cues[: scene.cue] if cue.reveals}
