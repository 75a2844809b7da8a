"""Where a link leads: a scene as it was, or a tour's step that somebody has typed."""

from __future__ import annotations

from sim.dashboard.state.links import read_link, read_typed
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.steps import panel_at
from sim.dashboard.state.tour_stops import scene_at_stop
from sim.dashboard.state.view_state import ViewState


def arrive(state: ViewState, link: str) -> ViewState:
    """Return ``state`` at the scene that ``link`` holds, with what it needed said; a typed one keeps the language.

    Raises InputError for what is no link of this page.
    """
    if typed := read_typed(link):
        return _go_to(state, scene_at_stop(state.scene, *typed))
    scene, notices = read_link(link)
    said = " ".join(notice.translate(scene.language) for notice in notices)
    return _go_to(state, scene).change(notice=said, panel=panel_at(scene))


def _go_to(state: ViewState, scene: Scene) -> ViewState:
    return state.turn(**{name: getattr(scene, name) for name in scene.as_dict()}).still()
