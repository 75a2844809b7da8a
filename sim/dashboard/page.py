"""The page: the only owner of state. Everything else takes values and callbacks."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import solara

from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import Desk
from sim.dashboard.views.bar import bar, foot
from sim.dashboard.views.components import (
    BarWidget,
    DebateWidget,
    FootWidget,
    PanelWidget,
    RailWidget,
    StageWidget,
    UnderstandWidget,
    read_web,
)
from sim.dashboard.views.debate import debate
from sim.dashboard.views.lever_panel import rail
from sim.dashboard.views.panel import panel
from sim.dashboard.views.stage import geometry, shown_dials, stage
from sim.dashboard.views.understand import understand
from sim.dashboard.work.session import Session
from sim.dashboard.work.sessions import broken_page, place_in_line, waiting_page
from sim.locale.messages import in_language
from sim.locale.messages.bar import BAR

_log = logging.getLogger(__name__)


@solara.component
def Page() -> None:
    """The whole page; a polite word while the house is full, a human one when drawing it failed."""
    number = place_in_line()
    exception, clear = solara.use_exception()
    if exception is not None:
        _log.error("the page could not be drawn", exc_info=exception)
        broken_page(clear)
    elif number == 0:
        _Cities()
    else:
        waiting_page(number)


@solara.component
def _Cities() -> None:
    desk = solara.use_reactive(Desk(Scene()))
    news = solara.use_reactive(0)
    session = solara.use_memo(lambda: Session(desk, news), [])
    now, scene, _ = desk.value, desk.value.scene, news.value  # reading the news is what subscribes to it
    shape = solara.use_memo(lambda: geometry(scene), [scene.city, scene.language])
    solara.Title(in_language(BAR["title"], scene.language))
    solara.Style(read_web("page.css"))
    with _box(_classes(scene)):
        BarWidget.element(view=bar(now), handler=session.act)
        with _box("tc-main", tag="main", id="tc-charts"):
            charts = StageWidget.element(
                view=stage(now),
                sentence={"parts": []} if now.playing else session.sentence(scene),
                geometry=shape,
                runs=session.runs(scene) if now.runs else b"",
                handler=session.act,
                acknowledged=session.hear,
            )
        _side(now, session)
        FootWidget.element(view=foot(now, session.busy), handler=session.act)
        PanelWidget.element(view=panel(now, session), handler=session.act)

    def attach() -> Callable[[], None]:
        session.stage = solara.get_widget(charts)
        return session.start()

    solara.use_effect(attach, [])
    solara.use_effect(lambda: session.follow(scene), [scene])
    solara.use_effect(lambda: session.follow_resident(scene), [scene.resident, scene.recipe()])
    solara.use_effect(session.loop.show_again, [shown_dials(scene), scene.map_dial])


def _side(desk: Desk, session: Session) -> None:
    """Place what belongs beside the charts: the levers, the script of the debate, or the definitions."""
    mode = "explore" if desk.panel == "assumptions" else desk.scene.mode
    if mode == "debate":
        DebateWidget.element(view=debate(desk), handler=session.act)
    elif mode == "understand":
        UnderstandWidget.element(view=understand(desk), handler=session.act)
    else:
        RailWidget.element(view=rail(desk), handler=session.act)


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
