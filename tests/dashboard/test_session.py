"""What a page shows while its visitor goes on to other cities: each picture and word is of its own."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import solara

from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.work.background import BACKGROUND
from sim.dashboard.work.loop import Result, RunRequest
from sim.dashboard.work.session import Session
from sim.locale.catalogue import translate
from sim.outcomes.maps import DISTRICT_OUTCOMES
from tests.dashboard.test_frame import unpack
from tests.dashboard.test_sentence import paired, run_result

BEFORE, NOW = Scene(), Scene(city="synthetic")
PAIRED_DISTRICTS = 2
"""As the paired runs have that tests make."""
BROKEN = translate("sentence-error", "en")


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    """A page that has gone on to another city, whose paired runs are there already."""
    gone_on = Session(solara.reactive(ViewState(NOW)), solara.reactive(0))
    monkeypatch.setattr(gone_on, "_pair", lambda: None)
    gone_on.stage = SimpleNamespace(frame=b"")
    gone_on.follow(BEFORE)
    gone_on.follow(NOW)
    gone_on._compared(NOW.spec(), paired([0.1] * 20, []))
    return gone_on


def result_of(scene: Scene, districts: int) -> Result:
    maps = np.zeros((3, 624, len(DISTRICT_OUTCOMES), districts))
    made = run_result()._replace(spec=scene.spec(), maps=maps)
    return Result(made, RunRequest(scene.spec(), scene.residents, 1, True), False)


def said(session: Session) -> str:
    return "".join(part["text"] for part in session.sentence(NOW)["parts"])


def test_a_run_that_ends_late_is_drawn_without_the_paired_runs_of_the_next_city(session: Session) -> None:
    session._deliver(result_of(BEFORE, PAIRED_DISTRICTS + 1), 1)
    header, _ = unpack(session.stage.frame)
    assert header["runs"] == 1


def test_the_means_of_runs_are_drawn_of_their_own_city(session: Session) -> None:
    session._deliver(result_of(NOW, PAIRED_DISTRICTS), 1)
    header, _ = unpack(session.stage.frame)
    assert header["runs"] == 20


def drawn_runs(session: Session) -> list[int]:
    """Let ``session`` draw by a loop that sends at once; return the list to which each frame's runs are added."""
    result, runs = result_of(NOW, PAIRED_DISTRICTS), list[int]()

    def send() -> None:
        session._deliver(result, len(runs))
        header, _ = unpack(session.stage.frame)
        runs.append(header["runs"])

    session.loop.show_again = send
    send()
    return runs


@pytest.fixture
def alone(session: Session) -> Session:
    """The same page before any paired runs are there."""
    session._take(None, NOW.spec())
    return session


def test_runs_known_only_after_the_frame_are_drawn_when_the_run_has_ended(
    alone: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = drawn_runs(alone)
    found = paired([0.1] * 20, [])
    monkeypatch.setattr(BACKGROUND, "known", lambda scene: found)
    alone._finished(result_of(NOW, PAIRED_DISTRICTS))
    alone._compared(NOW.spec(), found)
    assert runs == [1, 20]


def test_runs_that_come_are_drawn_once_each_and_stay(alone: Session) -> None:
    runs = drawn_runs(alone)
    for count in (5, 20, 20):
        alone._compared(NOW.spec(), paired([0.1] * count, []))
    alone._finished(result_of(NOW, PAIRED_DISTRICTS))
    assert runs == [1, 5, 20]
    assert alone.paired_of(NOW).runs == 20


def test_a_draft_is_not_sent_again_for_runs_that_come(alone: Session) -> None:
    runs = drawn_runs(alone)
    alone._deliver(result_of(NOW, PAIRED_DISTRICTS)._replace(draft=True), 2)
    alone._compared(NOW.spec(), paired([0.1] * 20, []))
    assert runs == [1]


def test_a_failure_is_told_until_a_run_of_the_same_cities_succeeds(session: Session) -> None:
    session._failed(RuntimeError("of the run before"))
    assert said(session) == BROKEN
    session._finished(result_of(BEFORE, PAIRED_DISTRICTS))
    assert said(session) == BROKEN
    session._finished(result_of(NOW, PAIRED_DISTRICTS))
    assert said(session) != BROKEN
    assert not session.busy
