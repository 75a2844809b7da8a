"""What one visitor's page keeps besides its view state: the loop, the last run result, the paired runs."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

import solara

from sim.dashboard.state import (  # noqa: F401 they register their actions
    actions_answers,
    actions_debate,
    actions_lab,
    actions_people,
    actions_study,
    actions_time,
    actions_view,
)
from sim.dashboard.state.actions import act
from sim.dashboard.state.answers import number_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.answers import answer_content
from sim.dashboard.views.components import StageWidget
from sim.dashboard.views.diary import Diary, diary_of
from sim.dashboard.views.report import report
from sim.dashboard.views.sentence import broken, sentence
from sim.dashboard.views.stage import event_records, shown_outcomes
from sim.dashboard.views.study import asked_of_study
from sim.dashboard.work.answering import ANSWERING, Told
from sim.dashboard.work.answering import Job as AnswerJob
from sim.dashboard.work.asked import asked_of
from sim.dashboard.work.background import BACKGROUND, Job
from sim.dashboard.work.frame import pack, pack_runs
from sim.dashboard.work.loop import Loop, Result, RunRequest
from sim.dashboard.work.own_city import ACTIONS as OWN_ACTIONS
from sim.dashboard.work.own_city import OwnCity
from sim.dashboard.work.paired import Paired, paired_spec
from sim.dashboard.work.residents import Residents, residents_of, row_of
from sim.dashboard.work.simulation import RunResult
from sim.dashboard.work.study import STUDY
from sim.runs.spec import RunSpec

_sessions = itertools.count()


class Session:
    """What one visitor's page keeps besides its view state: the loop, the last run result, the paired runs."""

    def __init__(self, view_state: solara.Reactive[ViewState], revision: solara.Reactive[int]) -> None:
        self.number = next(_sessions)
        self.view_state, self.revision = view_state, revision
        self.stage: StageWidget | None = None
        self.run_result: RunResult | None = None
        self._paired: tuple[RunSpec, Paired | None] | None = None
        """Of which cities, and their paired runs: one value, since the page's thread and the loop's both set it."""
        self._drawn: tuple[RunSpec, int] | None = None
        """Of which cities the chart last was, and the mean of how many runs; None of a draft."""
        self._drawing = Lock()
        self.diary: Diary | None = None
        self.residents: Residents | None = None
        self.busy = True
        self.failed = False
        self._wanted: RunSpec | None = None
        self._sets: tuple[tuple[Hashable, ...], Paired] | None = None
        self._whole: tuple[RunSpec, Paired] | None = None
        self._whole_job = (self.number, "whole")
        self._change = 0
        self.loop = Loop(self._deliver, self._finished, self._failed)
        self.own = OwnCity(self._tell, self._show_own)

    def act(self, data: dict[str, Any]) -> None:
        """Take one action of the visitor."""
        if data.get("do") in OWN_ACTIONS:
            self.own.act(data)
            return
        before = self.view_state.value
        after = act(before, data)
        if after != before:
            self.view_state.value = after

    def _show_own(self, name: str) -> None:
        """Show the own city that was checked, and close the screen on which it was."""
        state = act(self.view_state.value, {"do": "context", "name": "city", "value": name})
        self.view_state.value = state.change(panel="")

    def hear(self, number: int) -> None:
        """Take the browser's answer to a frame; one that comes back after a silence is brought up to date."""
        gone = not self.loop.alive
        self.loop.acknowledge(number)
        if gone:
            self.loop.show_again()
            self._pair()
            self.follow_answer(self.view_state.value)

    def follow(self, scene: Scene) -> None:
        """Run what ``scene`` asks for, if it differs from what is running."""
        spec = scene.spec()
        if spec == self._wanted:
            return
        fresh = self._wanted is None or self._wanted.city != spec.city
        self._wanted = spec
        self._change += 1
        self.failed = False
        self.busy = True
        self._take(BACKGROUND.known(scene), spec)
        self._forget()
        self.loop.want(RunRequest(spec, scene.residents, self._change, fresh))

    def follow_answer(self, state: ViewState) -> None:
        """Compute the answer that is open, unless all of it is known; with none open, nothing is computed."""
        asked = asked_of(state, number) if (number := number_of(state.panel)) else None
        if asked is None or (told := ANSWERING.told(asked)).whole or told.failed:
            ANSWERING.forget(self.number)
        else:
            ANSWERING.want(self.number, AnswerJob(asked, lambda: self.loop.alive, self._tell))

    def answer_of(self, state: ViewState, number: int) -> Told:
        """Return what is known of an answer; under the curtain nothing is."""
        asked = asked_of(state, number)
        return Told() if asked is None else ANSWERING.told(asked)

    def follow_study(self, state: ViewState) -> None:
        """Make the picture of the study that is open, if there is one."""
        if state.panel == "study" and (asked := asked_of_study(state)) is not None:
            STUDY.want(asked, self._tell)

    def follow_people(self, state: ViewState) -> None:
        """Run the years of the resident drawn, and of all where they are looked at; meanwhile the last are veiled."""
        scene, all_of_them = state.scene, state.panel == "residents"
        if all_of_them or scene.resident >= 0:
            self.loop.also(lambda: self._run_people(scene, all_of_them))

    def _run_people(self, scene: Scene, all_of_them: bool) -> None:
        spec = scene.spec()
        if scene.resident >= 0 and (self.diary is None or self.diary[:2] != (scene.resident, spec)):
            self.diary = diary_of(spec, scene.resident)
        row = row_of(max(0, scene.resident))
        if all_of_them and (self.residents is None or self.residents[:2] != (spec, row)):
            self.residents = residents_of(spec, row)
        self._tell()

    def report(self, state: ViewState) -> str:
        """Return the printable report of what has been run, and of the answer asked for last."""
        scene = state.scene
        told = self.sentence(scene)
        said = "".join(part["text"] for part in told["parts"])
        paired = self.paired_of(scene)
        answer = answer_content(state, self, state.asked) if state.asked else None
        return report(scene, self.run_result_of(scene), f"{said} {told['small']}".strip(), paired, answer)

    def start(self) -> Callable[[], None]:
        """Start the loop; return what ends it."""
        stop = self.loop.start()

        def end() -> None:
            stop()
            self._forget()
            self.own.forget()
            ANSWERING.forget(self.number)

        return end

    def _forget(self) -> None:
        for job in (self.number, self._whole_job):
            BACKGROUND.forget(job)

    def _deliver(self, result: Result, number: int) -> None:
        """Set the frame directly on the widget: reactive state would cost several times more."""
        if self.stage is None:
            return
        scene = self.view_state.value.scene
        stamp = {
            "number": number,
            "change": result.request.change,
            "draft": result.draft,
            "fresh": result.request.fresh,
        }
        run_result, paired = result.run_result, self._drawn_with(result)
        self.stage.frame = pack(
            run_result, shown_outcomes(scene), scene.map_outcome, event_records(run_result), stamp, paired
        )

    def _drawn_with(self, result: Result) -> Paired | None:
        """Return the paired runs whose means are drawn of ``result``, and note it; the scene may have gone on."""
        spec = result.run_result.spec
        with self._drawing:
            paired = None if result.draft else self._paired_with(spec)
            self._drawn = None if result.draft else (spec, paired.runs if paired is not None else 1)
        return paired

    def _draw_means(self, spec: RunSpec) -> None:
        """Have the chart drawn again where it is not the mean of the runs at hand: they come on another thread."""
        with self._drawing:
            paired, drawn = self._paired_with(spec), self._drawn
        if paired is not None and drawn is not None and _alike(drawn[0], spec) and drawn[1] != paired.runs:
            self.loop.show_again()

    def _finished(self, result: Result) -> None:
        self.run_result = result.run_result
        if self._is_wanted(self.run_result.spec):  # what failed before it was about other cities
            self.busy = self.failed = False
        scene = self.view_state.value.scene
        self._take(BACKGROUND.known(scene) or self.paired_of(scene), scene.spec())
        self._draw_means(scene.spec())
        self._pair()
        self._tell()

    def _pair(self) -> None:
        """Ask for the paired runs of the present scene, unless they are there."""
        scene, change = self.view_state.value.scene, self._change
        paired = self.paired_of(scene)
        if paired is not None and paired.complete:
            return
        spec = scene.spec()

        def wanted() -> bool:
            return self._change == change and self.loop.alive

        BACKGROUND.want(self.number, Job(scene, wanted, lambda paired: self._compared(spec, paired)))
        if scene.off and self.whole_of(scene) is None:
            whole = scene.change(off=())
            BACKGROUND.want(
                self._whole_job, Job(whole, wanted, lambda paired: self._compared_whole(whole, paired))
            )

    def _compared(self, spec: RunSpec, paired: Paired) -> None:
        if self._is_wanted(spec):  # a job may end just after a newer request
            self._take(paired, spec)
            self._draw_means(spec)
            self._tell()

    def _compared_whole(self, scene: Scene, paired: Paired) -> None:
        self._whole = paired_spec(scene), paired
        self._tell()

    def _failed(self, error: Exception) -> None:
        self.busy, self.failed = False, True
        self._tell()

    def sentence(self, scene: Scene, playing: bool = False) -> dict[str, Any]:
        """Return the sentence of what has been run so far; while ``playing``, what is being looked at."""
        if self.failed:
            return broken(scene)
        return sentence(scene, self.run_result_of(scene), self.paired_of(scene), playing)

    def runs(self, scene: Scene) -> bytes:
        """Return the finished paired runs of ``scene`` for the chart, empty while there are none."""
        paired = self.paired_of(scene)
        return pack_runs(paired, scene.focus) if paired is not None else b""

    def run_result_of(self, scene: Scene) -> RunResult | None:
        """Return the run result of ``scene``, or None while the last one run is of another."""
        last = self.run_result
        return last if last is not None and _alike(last.spec, scene.spec()) else None

    def paired_of(self, scene: Scene) -> Paired | None:
        """Return the paired runs of ``scene``, or None while those at hand are of another."""
        return self._paired_with(scene.spec())

    def _paired_with(self, spec: RunSpec) -> Paired | None:
        at_hand = self._paired
        return at_hand[1] if at_hand is not None and _alike(at_hand[0], spec) else None

    def sets_of(self, scene: Scene) -> Paired | None:
        """Return the runs of ``scene`` under every set; those at hand hold when only the set has changed."""
        cached = self._sets
        still = cached is not None and cached[0] == _cities(scene.spec()) and not scene.assumptions
        return cached[1] if cached is not None and still else self.paired_of(scene)

    def whole_of(self, scene: Scene) -> Paired | None:
        """Return the paired runs of the cities of ``scene`` with every mechanism on, if they are made."""
        whole = scene.change(off=())
        found = BACKGROUND.known(whole)
        if found is None and self._whole is not None and self._whole[0] == paired_spec(whole):
            return self._whole[1]
        return found

    def _is_wanted(self, spec: RunSpec) -> bool:
        return self._wanted is not None and _alike(self._wanted, spec)

    def _take(self, paired: Paired | None, spec: RunSpec) -> None:
        self._paired = spec, paired
        if paired is not None and paired.complete:
            self._sets = (_cities(spec), paired)

    def _tell(self) -> None:
        self.revision.value += 1


def _alike(one: RunSpec, other: RunSpec) -> bool:
    """Return whether two specs differ in nothing but how many residents they have."""
    return one == other.at(one.residents)


def _cities(spec: RunSpec) -> tuple[Hashable, ...]:
    return spec.cities, spec.city
