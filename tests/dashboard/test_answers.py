"""The six answers on the page: what can be asked, what is told at once, what is shown of it, what is computed."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest

from sim.answers.frontier import Candidate, candidates
from sim.answers.laboratory import Laboratory, Stopped
from sim.dashboard.state import actions_answers, actions_debate  # noqa: F401 they register their actions
from sim.dashboard.state.actions import act
from sim.dashboard.state.answers import ANSWER_PANELS, AXES, year_at
from sim.dashboard.state.scene import Scene, shipped
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.answers import answer_content
from sim.dashboard.views.answers.command import command_of_answer
from sim.dashboard.views.panel import panel
from sim.dashboard.views.report import ANSWER_PICTURE, report
from sim.dashboard.work import answering
from sim.dashboard.work.answered import answered
from sim.dashboard.work.answering import Answering, Job, Told
from sim.dashboard.work.asked import asked_of
from sim.locale.catalogue import LANGUAGES
from sim.runs.executor import Executor
from tests.dashboard.test_takeaway import Nothing

NUMBERS = range(1, 7)
MOST_WORDS = 20
SMALL = ViewState(Scene(city="synthetic:4"))
WAIT = 60.0


class Beforehand(Nothing):
    """A session that knows what is told beforehand."""

    def answer_of(self, state: ViewState, number: int) -> Told:
        asked = asked_of(state, number)
        return Told() if asked is None else Answering().told(asked)


def shown(number: int, state: ViewState | None = None) -> dict[str, Any]:
    return answer_content(state or ViewState(Scene()), Beforehand(), number)


def in_view(**values: Any) -> ViewState:
    return ViewState(Scene(**values))


# What can be asked


@pytest.mark.parametrize("mode", ["debate", "explore", "understand"])
@pytest.mark.parametrize("number", NUMBERS)
def test_each_answer_opens_from_every_mode_and_years_stand_still(number: int, mode: str) -> None:
    state = act(ViewState(Scene()), {"do": "mode", "mode": mode}).change(playing=True)
    opened = act(state, {"do": "answer", "number": number})
    assert (opened.panel, opened.asked) == (ANSWER_PANELS[number - 1], number)
    assert not opened.playing
    assert act(opened, {"do": "panel", "panel": ""}).panel == ""


@pytest.mark.parametrize("number", [0, 7, "1", None])
def test_there_is_no_seventh_answer(number: object) -> None:
    refused = act(ViewState(Scene()), {"do": "answer", "number": number})
    assert refused.panel == ""
    assert "1 to 6" in refused.notice


@pytest.mark.parametrize(("week", "year"), [(0, 10), (26, 1), (52, 1), (100, 2), (200, 5), (520, 10)])
def test_the_year_is_the_horizon_nearest_to_the_week(week: int, year: int) -> None:
    assert year_at(week) == year


def test_the_year_of_an_answer_is_the_week_of_the_charts() -> None:
    state = act(ViewState(Scene()), {"do": "year", "year": 2})
    assert state.scene.week == 104
    assert shown(1, state)["year"] == 2
    assert act(state, {"do": "year", "year": 3}) == state
    covered = ViewState(Scene(covered=True, week=0))
    assert act(covered, {"do": "year", "year": 5}) == covered


def test_a_district_is_found_by_three_letters() -> None:
    assert act(ViewState(Scene()), {"do": "district", "name": "cam"}).district == "Camden"
    assert act(ViewState(Scene()), {"do": "district", "name": "ca"}).district == ""
    several = act(ViewState(Scene()), {"do": "district", "name": "king"})
    assert several.district == "Kingston upon Thames"


def test_two_axes_are_never_the_same() -> None:
    state = ViewState(Scene())
    assert state.axes == ("wellbeing", "calm")
    assert act(state, {"do": "axes", "place": 1, "outcome": "service_fit"}).axes == (
        "wellbeing",
        "service_fit",
    )
    assert act(state, {"do": "axes", "place": 0, "outcome": "calm"}).axes == ("calm", "wellbeing")
    assert "trust" not in AXES
    refused = act(state, {"do": "axes", "place": 0, "outcome": "trust"})
    assert refused.axes == state.axes
    assert "trust" in refused.notice


def test_a_point_loads_as_the_rooms_city_and_is_undone_at_once() -> None:
    state = act(ViewState(Scene()), {"do": "answer", "number": 6})
    point = next(one for one in shown(6, state)["picture"]["points"] if one["short"] == "A")
    after = act(state, {"do": "adopt", "levers": point["levers"]})
    assert after.scene.levers("C") == shipped("emancipatory").levers
    assert (after.scene.letter, after.panel) == ("C", "")
    assert act(after, {"do": "undo"}).scene == state.scene
    refused = act(state, {"do": "adopt", "levers": {"places": 2.0}})
    assert "C" not in refused.scene.bases
    assert "places" in refused.notice


# What is told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("year", [1, 2, 5, 10])
@pytest.mark.parametrize("number", [1, 2, 3, 4, 6])
def test_the_shipped_pair_is_told_at_once(number: int, year: int, language: str) -> None:
    told = shown(number, in_view(language=language, week=52 * year))
    assert told["progress"] is None
    assert len(told["sentence"].split()) <= MOST_WORDS
    assert str(year) in told["sentence"] or number == 4
    assert told["limits"]
    assert all(len(row) == len(told["table"]["head"]) for row in told["table"]["rows"])


def test_shares_of_the_first_answer_sum_to_the_difference() -> None:
    told = shown(1)
    assert told["sentence"] == "Well-being, year 10: A 66, B 62; higher in A. Mostly: data."
    bars = told["picture"]["bars"]
    assert [bar["label"] for bar in bars] == ["Data", "Decisions", "Streets", "Ties"]
    assert sum(bar["share"] for bar in bars) == pytest.approx(4.08, abs=0.01)
    assert all(bar["low"] <= bar["share"] <= bar["high"] for bar in bars)
    assert told["picture"]["square"]["texts"] == ["61.9", "66.7", "62.5", "68.2"]
    assert told["notes"] == ["Data and streets do the same work.", "Data and decisions need each other."]


def test_no_shares_are_told_of_a_difference_that_is_about_equal() -> None:
    told = shown(1, in_view(week=52))
    assert "about equal" in told["sentence"]
    assert told["sentence"].endswith("Nothing to share out.")
    assert {bar["percent"] for bar in told["picture"]["bars"]} == {""}


def test_a_hundred_residents_are_counted_and_every_group() -> None:
    picture = shown(2)["picture"]
    assert picture["all"] == [68, 21, 11]
    assert [sum(row["counts"]) for row in picture["rows"]] == [100] * len(picture["rows"])
    assert [row["label"] for row in picture["rows"]][:4] == [
        "least hardship",
        "middle hardship",
        "most hardship",
        "value order most",
    ]


def test_where_less_is_better_who_has_less_is_better_off() -> None:
    tiles = ("wellbeing", "service_fit", "running_cost", "expression", "trust", "illusion")
    nobody = shown(2, in_view(focus="calm", tiles=tiles))
    assert nobody["picture"] is None
    assert "nobody can be counted" in nobody["sentence"]


def test_sets_and_samples_are_shown_apart() -> None:
    picture = shown(3)["picture"]
    assert [row["a_text"] for row in picture["rows"]] == ["66", "76", "53", "58", "76"]
    assert [row["word"] for row in picture["rows"]] == [f"higher in {x}" for x in "AABAB"]
    assert sum(one["percent"] for one in picture["shares"]) == 100
    assert [row["chosen"] for row in picture["rows"]].count(True) == 1


def test_a_flip_can_be_dragged_to_and_its_answer_stays() -> None:
    state = ViewState(Scene())
    (row,) = shown(4, state)["picture"]["rows"]
    assert (row["name"], row["now"]) == ("value_prior", 0.5)
    moved = act(state, {"do": "assumption", "name": row["name"], "value": row["to"]})
    after = shown(4, moved)
    assert after["picture"]["rows"][0]["now"] == pytest.approx(row["there"])
    assert after["sentence"] == shown(4, state)["sentence"]
    assert after["controls"] == {"moved": True}
    assert [one["label"] for one in after["picture"]["missing"]] == [
        "fact about the world",
        "weight of judgement",
    ]


def test_there_is_no_lead_to_turn_where_cities_are_about_equal() -> None:
    told = shown(4, in_view(week=52))
    assert told["sentence"].endswith("There is no lead to turn.")
    assert told["picture"]["rows"] == told["picture"]["missing"] == []


def test_points_have_the_levers_of_their_cities_and_best_ones_are_marked() -> None:
    points = shown(6)["picture"]["points"]
    assert len(points) == 25
    assert {one["short"] for one in points} == {"A", "B", ""}
    best = [one["label"] for one in points if one["best"]]
    assert "Authoritarian city" in best
    assert "B with, of A: data, ties" in best
    assert len([one for one in points if not one["levers"]]) == 1  # the status quo, from which C starts


def test_the_cities_of_an_answer_are_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """And not for each of its points: every shipped scenario is read from its file."""
    asked: list[object] = []

    def counted(*given: object) -> list[Candidate]:
        asked.append(given)
        return candidates(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("sim.dashboard.views.answers.choice.candidates", counted)
    assert len(shown(6)["picture"]["points"]) == 25
    assert len(asked) == 1


def test_nothing_is_told_under_the_curtain() -> None:
    for number in NUMBERS:
        told = shown(number, ViewState(Scene(covered=True, week=0)))
        assert told["sentence"] == "The curtain is closed: no answer before it opens."
        assert (told["picture"], told["progress"], told["table"]["rows"]) == (None, None, [])


def test_other_cities_are_not_told_beforehand() -> None:
    moved = act(ViewState(Scene()), {"do": "lever", "letter": "B", "name": "places", "value": 0.9})
    told = shown(1, moved)
    assert told["picture"] is None
    assert told["progress"] == {"text": "Being computed", "part": 0.0}
    assumed = act(ViewState(Scene()), {"do": "assumption", "name": "chilling", "value": 1.5})
    assert [shown(number, assumed)["picture"] is None for number in NUMBERS] == [True] * 3 + [False] + [
        True
    ] * 2


def test_a_failed_answer_says_so_and_promises_nothing() -> None:
    class Failed(Nothing):
        def answer_of(self, state: ViewState, number: int) -> Told:
            return Told(failed=True)

    told = answer_content(ViewState(Scene()), Failed(), 3)
    assert told["sentence"].startswith("This answer could not be computed")
    assert told["progress"] is None


# What is taken away


def test_the_command_of_an_answer_asks_for_it() -> None:
    state = ViewState(Scene(week=104), district="Camden")
    assert command_of_answer(state, 1) == (
        "two-cities explain emancipatory control --outcome wellbeing --horizon 2 --city london --assumptions central"
    )
    assert "--district Camden" in command_of_answer(state, 5)
    assert command_of_answer(state, 6).startswith(
        "two-cities frontier emancipatory control --outcomes wellbeing,calm"
    )


def test_the_report_carries_the_answer_asked_for() -> None:
    state = act(ViewState(Scene()), {"do": "answer", "number": 1})
    content = answer_content(state, Beforehand(), state.asked)
    made = report(state.scene, None, "", None, content)
    assert "Why do they differ?" in made
    assert ANSWER_PICTURE in made
    assert "Mostly: data." in made
    assert "two-cities explain emancipatory control" in made
    assert ANSWER_PICTURE not in report(state.scene, None, "")
    opened = panel(act(state, {"do": "panel", "panel": "report"}), Beforehand())
    assert opened["answer"]["number"] == 1


# What is computed


@pytest.mark.parametrize("number", [1, 2, 5])
def test_an_answer_of_another_city_is_computed(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = asked_of(SMALL, number)
    assert asked is not None
    question = asked.question
    small = asked._replace(
        question=replace(question, spec=replace(question.spec, residents=60, burn_in=2), horizons=(1,))
    )
    document = answered(small, Laboratory(Executor()), answering.efforts(number)[0])

    class Computed(Nothing):
        def answer_of(self, state: ViewState, number: int) -> Told:
            return Told(document, whole=True)

    first = SMALL.scene.change(week=52)
    state = ViewState(first, district=next(iter(document.get("districts", {"": None}))))
    told = answer_content(state, Computed(), number)
    assert told["picture"]["kind"] == ANSWER_PANELS[number - 1]
    assert told["table"]["rows"]


class Slow:
    """Stands for the computing of an answer: waits until it is let go, or not wanted any more."""

    def __init__(self) -> None:
        self.began: list[int] = []
        self.changed = threading.Condition()
        self.free: set[int] = set()

    def __call__(self, asked: Any, lab: Laboratory, effort: object) -> dict[str, Any]:
        with self.changed:
            self.began.append(asked.number)
            self.changed.notify_all()
        while asked.number not in self.free:
            if lab._cancelled():
                raise Stopped
        return {"number": asked.number}

    def wait_for(self, began: list[int]) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: self.began == began, WAIT), self.began


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    made = Slow()
    monkeypatch.setattr(answering, "answered", made)
    return made


def wanted(pool: Answering, session: int, number: int) -> threading.Event:
    """Ask for an answer; return what is set once it is whole."""
    asked = asked_of(SMALL, number)
    assert asked is not None
    whole = threading.Event()

    def tell() -> None:
        if pool.told(asked).whole:
            whole.set()

    pool.want(session, Job(asked, lambda: True, tell))
    return whole


def test_the_newest_request_goes_first_and_the_older_one_after_it(slow: Slow) -> None:
    pool = Answering()
    first = wanted(pool, 1, 1)
    slow.wait_for([1])
    second = wanted(pool, 2, 2)
    slow.wait_for([1, 2])
    slow.free |= {1, 2}
    assert second.wait(WAIT)
    assert first.wait(WAIT)
    assert slow.began[:3] == [1, 2, 2]


def test_a_sessions_new_request_drops_its_old_one(slow: Slow) -> None:
    pool = Answering()
    dropped = wanted(pool, 1, 1)
    slow.wait_for([1])
    kept = wanted(pool, 1, 3)
    slow.wait_for([1, 3])  # what is free at once may end before it is dropped
    slow.free |= {1, 3}
    assert kept.wait(WAIT)
    assert not dropped.is_set()
    assert 1 not in slow.began[1:]


def test_a_forgotten_request_stops(slow: Slow) -> None:
    pool = Answering()
    dropped = wanted(pool, 1, 1)
    slow.wait_for([1])
    pool.forget(1)
    slow.free.add(2)
    assert wanted(pool, 2, 2).wait(WAIT)
    assert not dropped.is_set()


def test_what_fails_is_told_and_the_next_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(asked: Any, *_: object) -> dict[str, Any]:
        if asked.number == 1:
            raise ValueError("broken")
        return {"number": asked.number}

    monkeypatch.setattr(answering, "answered", fails)
    pool = Answering()
    wanted(pool, 1, 1)
    assert wanted(pool, 2, 2).wait(WAIT)
    asked = asked_of(SMALL, 1)
    assert asked is not None
    told = threading.Event()
    pool.want(3, Job(asked, lambda: True, told.set))
    assert told.wait(WAIT)
    assert pool.told(asked).failed
