"""Where in the script a scene stands, and what may be seen there."""

from __future__ import annotations

from sim.dashboard.state.scene import Scene
from sim.dashboard.state.script import CUES, FIRST_REVEAL, Cue
from sim.outcomes import OUTCOMES


def cue_of(scene: Scene) -> Cue:
    """Return the cue at which ``scene`` stands."""
    return CUES[min(scene.cue, len(CUES) - 1)]


def hidden_outcomes(scene: Scene) -> tuple[str, ...]:
    """Return the tiles whose values may not be seen yet: in a debate, all that no earlier cue revealed.

    Behind the curtain of the room's city nothing is seen at all: a live value would let the room steer.
    """
    if scene.mode != "debate" or "C" in scene.bases:
        return scene.tiles if scene.covered else ()
    return tuple(tile for tile in scene.tiles if tile not in _revealed(scene))


def maps_covered(scene: Scene) -> bool:
    """Return whether maps and lanes must stay in the common past: what they show is not revealed yet."""
    if scene.covered or scene.mode != "debate":
        return scene.covered
    return scene.map_outcome != scene.focus and scene.map_outcome not in _revealed(scene)


def _revealed(scene: Scene) -> set[str]:
    if scene.cue == len(CUES) - 1:
        return set(OUTCOMES)
    return {str(cue.changes["focus"]) for cue in CUES[FIRST_REVEAL : scene.cue]}
