"""Where a scene stands in its tour, and the scene of every stop."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.scene import Scene
from sim.dashboard.work.simulation import MAPPED
from sim.debate.debate import YEAR
from sim.debate.tours import STOPS, Tour, shipped_tour
from sim.outcomes import FIRST_SEVEN

KEPT = ("language", "theme", "residents", "seed", "stage", "large", "debate", "tallies", "predictions")
"""What of a scene is the visitor's, not a tour's."""
FREE = STOPS.index("try")
"""From this stop on levers moved, assumptions and mechanisms switched off are kept: there is something to try."""
TRIED = (
    "changes",
    "assumption_set",
    "assumptions",
    "events",
    "off",
    "bases",
    "focus",
    "tiles",
    "map_outcome",
)


def tour_of(scene: Scene) -> Tour | None:
    """Return the tour that ``scene`` is on."""
    return shipped_tour(scene.tour) if scene.tour and scene.mode == "understand" else None


def committed(scene: Scene) -> bool:
    """Return whether the visitor has predicted what the tour will reveal."""
    return scene.tour in scene.predictions


def scene_at_stop(now: Scene, name: str, at: int) -> Scene:
    """Return the scene of a stop of the tour called ``name``; what is tried in it lasts until it is left."""
    tour = shipped_tour(name)
    kept: dict[str, Any] = {field: getattr(now, field) for field in KEPT}
    if now.tour == name and at >= FREE and now.stop >= FREE:
        kept |= {field: getattr(now, field) for field in TRIED}
    else:
        kept |= _own(tour)
    covered = STOPS[at] == "question" and name not in now.predictions
    return Scene(
        mode="understand",
        tour=name,
        stop=at,
        city=tour.city,
        covered=covered,
        week=0 if covered else tour.years * YEAR,
        **kept,
    )


def _own(tour: Tour) -> dict[str, Any]:
    """Return what a tour itself says of its scene."""
    return {
        "bases": dict(tour.scenarios),
        "changes": {letter: dict(moved) for letter, moved in tour.changes.items()},
        "events": tour.events,
        "assumption_set": tour.assumptions,
        "focus": tour.outcome,
        "tiles": tuple(one for one in FIRST_SEVEN if one != tour.outcome)[: len(FIRST_SEVEN) - 1],
        "map_outcome": tour.outcome if tour.outcome in MAPPED else MAPPED[0],
    }
