"""Steps of a debate: the remote walks them, each from a clean scene."""

from __future__ import annotations

import pytest

from sim.dashboard.state import actions_debate, actions_time, actions_view, debates  # noqa: F401 they register their actions
from sim.dashboard.state.actions import act
from sim.dashboard.state.answers import ANSWER_PANELS
from sim.dashboard.state.debates import debate_named
from sim.dashboard.state.steps import places
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.bar import bar
from sim.dashboard.views.debate import debate
from sim.dashboard.work.asked import asked_of, known_beforehand
from sim.debate.debate import YEAR
from sim.debate.read import list_debates
from tests.dashboard.played import CUES, PLAYED, at


@pytest.mark.parametrize("name", list_debates())
def test_the_remote_walks_every_step_forward_and_back(state: ViewState, name: str) -> None:
    walked = places(debate_named(name))
    state = act(state, {"do": "debate", "name": name})
    seen = [(state.scene.cue, state.scene.step)]
    for _ in range(len(walked) + 2):
        state = act(state, {"do": "step", "by": 1})
        seen.append((state.scene.cue, state.scene.step))
    assert list(dict.fromkeys(seen)) == [place.at for place in walked]
    scenes = []
    for _ in walked:
        scenes.append(state.scene)
        state = act(state, {"do": "step", "by": -1})
    assert [(scene.cue, scene.step) for scene in scenes] == [place.at for place in reversed(walked)]


def test_only_a_step_forward_plays_and_it_will_stand_where_it_says(state: ViewState) -> None:
    up = at(state, "cost", 2)
    assert (up.playing, up.start, up.scene.week, up.scene.covered) == (True, 0, YEAR, False)
    ten = act(up, {"do": "step", "by": 1})
    assert (ten.playing, ten.scene.week) == (False, 10 * YEAR)
    back = act(ten, {"do": "step", "by": -1})
    assert (back.playing, back.scene.week) == (False, YEAR)
    assert act(back, {"do": "step", "by": -1}).scene.covered
    leak = at(state, "leak", 1)
    assert (leak.start, leak.scene.week) == (4 * YEAR, 10 * YEAR)


def test_a_film_that_ends_after_the_next_press_changes_nothing(state: ViewState) -> None:
    up = at(state, "cost", 2)
    ten = act(up, {"do": "step", "by": 1})
    assert act(ten, {"do": "ended", "replay": up.replays}) == ten
    assert not act(up, {"do": "ended", "replay": up.replays}).playing


@pytest.mark.parametrize("name", list_debates())
def test_each_cue_begins_from_a_clean_scene_wherever_one_comes_from(state: ViewState, name: str) -> None:
    played = debate_named(name)
    state = act(state, {"do": "debate", "name": name})
    touched = act(act(state, {"do": "assumption_set", "set": "sceptic"}), {"do": "swap"})
    for field in (
        {"do": "lever", "name": "places", "value": 0.9},
        {"do": "event", "kind": "breach", "week": 9},
    ):
        touched = act(touched, field)
    for number in range(1, len(played.cues)):
        clean = act(state, {"do": "cue", "to": number}).scene
        assert act(touched, {"do": "cue", "to": number}).scene == clean.change(resident=clean.resident)
        assert clean.assumption_set == played.cues[number].assumptions


def test_a_set_that_a_camp_picks_does_not_stay_for_the_next_cue(state: ViewState) -> None:
    picked = act(at(state, "sets"), {"do": "assumption_set", "set": "sceptic"})
    assert picked.scene.assumption_set == "sceptic"
    assert act(picked, {"do": "step", "by": 1}).scene.assumption_set == "central"


def test_the_rooms_city_keeps_its_levers_through_its_cue_and_back(state: ViewState) -> None:
    room = at(state, "room")
    moved = act(room, {"do": "blend", "letter": "C", "question": "street", "position": 1.0})
    curtain = act(act(moved, {"do": "step", "by": 1}), {"do": "step", "by": 1})
    assert curtain.scene.changes == moved.scene.changes
    after = act(curtain, {"do": "step", "by": 1})
    assert "C" not in after.scene.bases
    back = act(after, {"do": "step", "by": -1}).scene
    assert back == curtain.scene.change(resident=after.scene.resident)


def test_sides_and_events_are_of_their_cues_alone(state: ViewState) -> None:
    scenes = {cue.name: at(state, cue.name).scene for cue in CUES}
    assert [name for name, scene in scenes.items() if scene.swapped] == ["calm"]
    assert {n: [e["week"] for e in scene.events] for n, scene in scenes.items() if scene.events} == {
        "leak": [5 * YEAR]
    }


def test_a_step_with_an_answer_opens_it(state: ViewState) -> None:
    answers = [(i, place.step) for i, place in enumerate(places(PLAYED)) if place.step.kind == "answer"]
    assert [step.number for _, step in answers] == [1, 4]
    for steps, step in answers:
        there = act(act(state, {"do": "debate", "name": PLAYED.name}), {"do": "step", "by": steps})
        assert (there.panel, there.asked) == (ANSWER_PANELS[step.number - 1], step.number)
        assert not there.scene.covered
        assert act(there, {"do": "step", "by": 1}).panel == ""


@pytest.mark.parametrize("do", ["play", "replay"])
def test_nothing_plays_under_the_curtain(state: ViewState, do: str) -> None:
    covered = at(state, "calm")
    assert act(covered, {"do": do}) == covered
    assert act(covered, {"do": "seek", "week": 77}).scene.week == 0
    assert act(covered, {"do": "pause", "week": 77}).scene.week == 0


def test_in_a_debate_space_plays_no_further_than_the_step(state: ViewState) -> None:
    year = act(at(state, "cost", 2), {"do": "pause", "week": 20})
    assert year.scene.week == 20
    again = act(year, {"do": "play"})
    assert (again.playing, again.start, again.scene.week) == (True, 20, YEAR)


def test_c_and_v_are_the_cues_curtain_and_vote(state: ViewState) -> None:
    asked = at(state, "calm")
    up = act(asked, {"do": "curtain"})
    assert (up.scene.step, up.playing) == (2, True)
    down = act(up, {"do": "curtain"})
    assert (down.scene.step, down.scene.covered, down.playing) == (1, True, False)
    assert act(asked, {"do": "vote"}).scene.step == 1
    assert act(at(state, "past"), {"do": "vote"}) == at(state, "past")


def test_back_in_the_browser_is_a_step_back_and_forgets_no_vote(state: ViewState) -> None:
    before = at(state, "calm")
    voted = act(act(before, {"do": "step", "by": 1}), {"do": "tally", "answer": "B"})
    back = act(voted, {"do": "place", "to": bar(before)["place"]})
    assert (back.scene.cue, back.scene.step) == (before.scene.cue, before.scene.step)
    assert back.scene.tallies == {"calm": {"B": 1}}
    assert act(voted, {"do": "place", "to": "explore"}).scene.mode == "explore"


@pytest.mark.parametrize("to", ["explore", "understand", "debate 1.0"])
def test_what_the_browsers_history_asks_for_is_answered_by_its_number(state: ViewState, to: str) -> None:
    gone = act(state, {"do": "place", "to": to, "number": 7})
    assert (bar(gone)["place"], bar(gone)["answered"]) == (to, 7)
    assert bar(act(gone, {"do": "step", "by": 1}))["answered"] == 7


@pytest.mark.parametrize("to", ["debate x.y", "debate 99.0", "debate -1.0", "debate", "nowhere", ""])
def test_a_place_that_is_not_known_is_answered_and_leaves_the_page_where_it_is(
    state: ViewState, to: str
) -> None:
    gone = act(state, {"do": "place", "to": to, "number": 7})
    assert gone.notice
    assert gone.scene == state.scene
    assert bar(gone)["answered"] == 7


@pytest.mark.parametrize("number", [-1, 1.5, True, "3", None, float("inf")])
def test_a_place_with_another_number_is_refused(state: ViewState, number: object) -> None:
    refused = act(state, {"do": "place", "to": "explore", "number": number})
    assert refused.notice
    assert refused == state.change(notice=refused.notice)


def test_the_moderator_sees_this_step_and_the_next(state: ViewState) -> None:
    shown = debate(at(state, "cost", 2))
    assert shown["steps"][shown["step"]] == "curtain up to year 1"
    assert shown["next"] == "year 10"
    assert debate(at(state, "cost", 3))["next"] == "answer 1"
    assert debate(at(state, "cost", 4))["next"] == "Calm streets\u00a0– ask"
    assert (shown["seconds"], shown["total"]) == (100, 600)
    assert debate(at(state, "closing", 1))["last"]


def test_debates_can_be_chosen_at_the_beginning_only(state: ViewState) -> None:
    assert [one["name"] for one in debate(state)["debates"]] == list_debates()
    assert debate(at(state, "past"))["debates"] == []
    other = act(state, {"do": "debate", "name": "three-minutes"}).scene
    assert (other.debate, other.cue, other.tallies) == ("three-minutes", 0, {})
    assert act(state, {"do": "debate", "name": "three-minute"}).notice.endswith(
        "did you mean 'three-minutes'?"
    )


WHY = 1


@pytest.mark.parametrize("name", list_debates())
def test_why_two_cities_differ_is_asked_where_they_do_by_the_runs_and_by_the_answer(
    state: ViewState, name: str
) -> None:
    asked = [place for place in places(debate_named(name)) if place.step.number == WHY]
    for place in asked:
        there = act(act(state, {"do": "debate", "name": name}), {"do": "cue", "to": place.at[0]})
        there = act(there, {"do": "step", "by": place.at[1]})
        claims = [
            one for one in place.cue.claims if (one.kind, one.years * YEAR) == ("higher", there.scene.week)
        ]
        assert claims, place
        told = known_beforehand(asked_of(there, WHY))
        assert told is not None, place
        difference = told["outcomes"][place.cue.outcome][str(there.scene.week // YEAR)]["difference"]
        assert difference["sure"], place
        assert difference["word"] == {"A": "higher", "B": "lower"}[claims[0].city], place
