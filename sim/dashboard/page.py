"""The page: the only owner of state. Everything else takes values and callbacks."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from typing import Any

import solara

from sim.dashboard.actions import act
from sim.dashboard.components import BarWidget, FootWidget, PanelWidget, RailWidget, StageWidget, read_web
from sim.dashboard.desk import Desk
from sim.dashboard.frame import pack
from sim.dashboard.loop import Loop, Result, Wish
from sim.dashboard.messages import in_language
from sim.dashboard.messages.bar import BAR
from sim.dashboard.paired import PAIRING, Job, Paired
from sim.dashboard.scene import Scene
from sim.dashboard.sentence import sentence
from sim.dashboard.sessions import full_page, session_place
from sim.dashboard.source import Trajectory
from sim.dashboard.views.bar import bar, foot
from sim.dashboard.views.panel import panel
from sim.dashboard.views.rail import rail
from sim.dashboard.views.stage import geometry, happenings, shown_dials, stage

_log = logging.getLogger(__name__)
_sessions = itertools.count()


class Session:
    """What one visitor's page keeps besides its desk: the loop, the last trajectory, the paired runs."""

    def __init__(self, desk: solara.Reactive[Desk], news: solara.Reactive[int]) -> None:
        self.number = next(_sessions)
        self.desk, self.news = desk, news
        self.stage: StageWidget | None = None
        self.trajectory: Trajectory | None = None
        self.paired: Paired | None = None
        self.busy = True
        self._wanted: Any = None
        self._change = 0
        self.loop = Loop(self._deliver, self._finished, self._failed)

    def act(self, data: dict[str, Any]) -> None:
        """Take one action of the visitor."""
        before = self.desk.value
        after = act(before, data)
        if after != before:
            self.desk.value = after

    def follow(self, scene: Scene) -> None:
        """Run what ``scene`` asks for, if it differs from what is running."""
        recipe = scene.recipe()
        if (recipe, scene.residents) == self._wanted:
            return
        fresh = self._wanted is None or self._wanted[0].city != recipe.city
        self._wanted = (recipe, scene.residents)
        self._change += 1
        self.busy, self.paired = True, PAIRING.known(scene)
        PAIRING.forget(self.number)
        self.loop.want(Wish(recipe, scene.residents, self._change, fresh))

    def start(self) -> Callable[[], None]:
        """Start the loop; return what ends it."""
        stop = self.loop.start()

        def end() -> None:
            stop()
            PAIRING.forget(self.number)

        return end

    def _deliver(self, result: Result, number: int) -> None:
        """Set the frame directly on the widget: reactive state would cost several times more."""
        if self.stage is None:
            return
        scene = self.desk.value.scene
        stamp = {
            "number": number,
            "change": result.wish.change,
            "draft": result.draft,
            "fresh": result.wish.fresh,
        }
        trajectory = result.trajectory
        self.stage.frame = pack(trajectory, shown_dials(scene), scene.map_dial, happenings(trajectory), stamp)

    def _finished(self, result: Result) -> None:
        self.trajectory, self.busy = result.trajectory, False
        scene = self.desk.value.scene
        self.paired = PAIRING.known(scene)
        if self.paired is None:
            change = result.wish.change
            PAIRING.want(
                self.number, Job(scene.recipe(), scene, lambda: self._change == change, self._compared)
            )
        self._tell()

    def _compared(self, paired: Paired) -> None:
        self.paired = paired
        self._tell()

    def _failed(self, error: Exception) -> None:
        self.busy = False
        self._tell()

    def _tell(self) -> None:
        self.news.value += 1


@solara.component
def Page() -> None:
    """The whole page, or a polite word when the house is full."""
    if not session_place():
        full_page()
        return
    _Cities()


@solara.component
def _Cities() -> None:
    desk = solara.use_reactive(Desk(Scene()))
    news = solara.use_reactive(0)
    session = solara.use_memo(lambda: Session(desk, news), [])
    now, scene, _ = desk.value, desk.value.scene, news.value  # reading the news is what subscribes to it
    shape = solara.use_memo(lambda: geometry(scene), [scene.city, scene.language])
    solara.Title(in_language(BAR["title"], scene.language))
    solara.Style(read_web("page.css"))
    with _box("tc-page tc-page-stage" if scene.stage else "tc-page"):
        BarWidget.element(view=bar(now), handler=session.act)
        with _box("tc-main", tag="main", id="tc-charts"):
            charts = StageWidget.element(
                view=stage(now),
                sentence=sentence(scene, session.trajectory, session.paired),
                geometry=shape,
                handler=session.act,
                acknowledged=session.loop.acknowledge,
            )
        RailWidget.element(view=rail(now), handler=session.act)
        FootWidget.element(view=foot(now, session.busy), handler=session.act)
        PanelWidget.element(view=panel(now), handler=session.act)

    def attach() -> Callable[[], None]:
        session.stage = solara.get_widget(charts)
        return session.start()

    solara.use_effect(attach, [])
    solara.use_effect(lambda: session.follow(scene), [scene])
    solara.use_effect(session.loop.show_again, [shown_dials(scene), scene.map_dial])


def _box(classes: str, tag: str = "div", **attributes: str) -> Any:
    return solara.v.Html(tag=tag, class_=classes, attributes=attributes)


@solara.component
def Layout(children: list[solara.Element] | None = None) -> None:
    """No frame around the page: it draws its own."""
    solara.Div(children=children or [])
