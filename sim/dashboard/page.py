"""The page: the only owner of state. Everything else takes values and callbacks."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import solara

from sim.dashboard.assets import styles
from sim.dashboard.state.debates import opening
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.bar import bar, foot
from sim.dashboard.views.components import (
    BarWidget,
    DebateWidget,
    FootWidget,
    LeverPanelWidget,
    PanelWidget,
    StageWidget,
    UnderstandWidget,
    Whole,
)
from sim.dashboard.views.debate import debate
from sim.dashboard.views.lever_panel import lever_panel
from sim.dashboard.views.overlay import lies_over
from sim.dashboard.views.own_check import shape as own_shape
from sim.dashboard.views.panel import panel
from sim.dashboard.views.sentence import NOTHING
from sim.dashboard.views.stage import geometry, shown_outcomes, stage
from sim.dashboard.views.understand import understand
from sim.dashboard.work.session import Session
from sim.dashboard.work.sessions import broken_page, place_in_line, waiting_page
from sim.locale.catalogue import LANGUAGES, bundle_of, translate

_log = logging.getLogger(__name__)

for _language in LANGUAGES:  # opened with the page, so that no visitor waits for it
    bundle_of(_language)


@solara.component
def Page() -> None:
    """The whole page; a polite word while the house is full, a human one when drawing it failed."""
    number = place_in_line()
    afresh = solara.use_ref(False)
    exception, clear = solara.use_exception()

    def again() -> None:
        """Begin at the opening, whatever the address says: its link may be what could not be drawn."""
        afresh.current = True
        clear()

    if exception is not None:
        _log.error("the page could not be drawn", exc_info=exception)
        broken_page(again)
    elif number == 0:
        _Cities(afresh.current)
    else:
        waiting_page(number)


# Long: the properties of one component, a line each
@solara.component
def _Cities(afresh: bool) -> None:
    view_state = solara.use_reactive(ViewState(Scene(debate=opening()), afresh=afresh))
    revision = solara.use_reactive(0)
    session = solara.use_memo(lambda: Session(view_state, revision), [])
    now, scene = view_state.value, view_state.value.scene
    _ = revision.value  # reading it is what subscribes to it
    shape = solara.use_memo(lambda: Whole(geometry(scene)), [scene.city, scene.language])
    checked = session.own.check
    own = solara.use_memo(lambda: Whole(own_shape(checked, scene.language)), [id(checked), scene.language])
    solara.Title(translate("bar-title", scene.language))
    solara.Style(styles())
    with _box(_classes(scene)):
        BarWidget.element(shown=Whole(bar(now)), handler=session.act)
        with _box("tc-main", tag="main", id="tc-charts"):
            charts = StageWidget.element(
                shown=Whole(stage(now)),
                sentence=Whole(NOTHING if lies_over(scene) else session.sentence(scene, now.playing)),
                geometry=shape,
                runs=session.runs(scene) if now.runs else b"",
                handler=session.act,
                acknowledged=session.hear,
            )
        _side(now, session)
        FootWidget.element(shown=Whole(foot(now, session.busy)), handler=session.act)
        PanelWidget.element(shown=Whole(panel(now, session)), shape=own, handler=session.act)

    def attach() -> Callable[[], None]:
        session.stage = solara.get_widget(charts)
        return session.start()

    solara.use_effect(attach, [])
    solara.use_effect(lambda: session.follow(scene), [scene])
    people = (now.panel == "residents", scene.resident, scene.spec())
    solara.use_effect(lambda: session.follow_people(now), [people])
    answer = (now.panel, now.axes, scene.focus, scene.week, scene.covered, scene.spec())
    solara.use_effect(lambda: session.follow_answer(now), [answer])
    solara.use_effect(lambda: session.follow_study(now), [now.panel, now.study])
    solara.use_effect(session.loop.show_again, [shown_outcomes(scene), scene.map_outcome])


def _side(state: ViewState, session: Session) -> None:
    """Place what belongs beside the charts: the levers, the script of the debate, or the definitions."""
    mode = "explore" if state.panel == "assumptions" else state.scene.mode
    if mode == "debate":
        DebateWidget.element(shown=Whole(debate(state)), handler=session.act)
    elif mode == "understand":
        shown = understand(state, session.paired_of(state.scene))
        UnderstandWidget.element(shown=Whole(shown), handler=session.act)
    else:
        LeverPanelWidget.element(shown=Whole(lever_panel(state)), handler=session.act)


def _classes(scene: Scene) -> str:
    if not scene.stage:
        return "tc-page"
    return "tc-page tc-page-stage" + (" tc-page-large" if scene.large else "")


def _box(classes: str, tag: str = "div", **attributes: str) -> Any:
    return solara.v.Html(tag=tag, class_=classes, attributes=attributes)


@solara.component
def Layout(children: list[solara.Element] | None = None) -> None:
    """No frame around the page: it draws its own."""
    solara.Div(children=children or [])
