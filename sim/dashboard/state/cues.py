"""What may be seen at the place in the debate where a scene stands."""

from __future__ import annotations

from sim.dashboard.state.debates import debate_named
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.steps import place_of
from sim.outcomes import OUTCOMES


def hidden_outcomes(scene: Scene) -> tuple[str, ...]:
    """Return the tiles whose values may not be seen yet: in a debate, all that no earlier cue revealed.

    Behind the curtain of the room's city nothing is seen at all: a live value would let the room steer.
    """
    if scene.mode != "debate" or "C" in scene.bases:
        return scene.tiles if scene.covered else ()
    return tuple(tile for tile in scene.tiles if tile not in _revealed(scene))


def maps_covered(scene: Scene) -> bool:
    """Return whether maps and lanes must stay in the burn-in: what they show is not revealed yet."""
    if scene.covered or scene.mode != "debate":
        return scene.covered
    return scene.map_outcome != scene.focus and scene.map_outcome not in _revealed(scene)


def _revealed(scene: Scene) -> set[str]:
    cues = debate_named(scene.debate).cues
    if place_of(scene).at[0] == len(cues) - 1:
        return set(OUTCOMES)
    return {cue.outcome for cue in cues[: scene.cue] if cue.reveals}
