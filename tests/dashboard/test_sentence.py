from __future__ import annotations

import numpy as np
import pytest
import solara

from sim.dashboard.state.actions import act
from sim.dashboard.state.names import plate
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.steps import places, scene_at
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.overlay import lies_over
from sim.dashboard.views.report import report
from sim.dashboard.views.sentence import NOTHING, sentence
from sim.dashboard.work.paired import ORDER_OF_OUTCOMES, Paired
from sim.dashboard.work.session import Session
from sim.dashboard.work.simulation import BURN_IN, RunResult
from sim.locale.catalogue import LANGUAGES, translate
from sim.locale.numbers import number
from sim.outcomes import OUTCOMES
from sim.scenario.scenario import list_assumption_sets
from tests.dashboard.played import PLAYED
from tests.dashboard.runs import made

LETTERS = ("A", "B", "N")


def paired(gap_by_run: list[float], gap_by_set: list[float], outcome: str = "wellbeing") -> Paired:
    def values(gaps: list[float]) -> np.ndarray:
        found = np.full((len(gaps), 3, 130, len(ORDER_OF_OUTCOMES)), 0.5)
        found[:, 0, :, ORDER_OF_OUTCOMES.index(outcome)] += np.array(gaps)[:, None]
        return found

    return made(LETTERS, values(gap_by_run), tuple(values([gap]) for gap in gap_by_set))


def run_result() -> RunResult:
    scene = Scene()
    return RunResult(
        scene.spec(), 10, np.full((3, 624, len(ORDER_OF_OUTCOMES)), 0.5), np.empty((3, 624, 7, 1)), ()
    )


def text(scene: Scene, runs: Paired | None) -> str:
    return "".join(part["text"] for part in sentence(scene, run_result(), runs)["parts"])


def small(scene: Scene, runs: Paired | None) -> str:
    return str(sentence(scene, run_result(), runs)["small"])


def test_a_single_run_claims_nothing() -> None:
    assert text(Scene(), None) == "Well-being after 10 years: A 50, B 50."
    assert small(Scene(), None) == "One run, still a draft"


def test_counts_of_runs_and_sets() -> None:
    runs = paired([0.1] * 19 + [-0.1], [0.1, 0.1, 0.1, 0.1, -0.1])
    assert text(Scene(), runs) == "Well-being after 10 years: A 59, B 50. Higher in A in 19 of 20 runs."
    assert small(Scene(), runs).startswith(
        "Means of 20 runs; the same under 4 of 5 sets of assumptions. Today 50"
    )


def test_french_typography() -> None:
    runs = paired([-0.1] * 20, [-0.1] * 5)
    said = text(Scene(language="fr"), runs)
    assert said == "Bien-être après 10 ans\u202f: A 40, B 50. Plus haut en B, 20 tirages sur 20."
    assert "20 tirages\u202f; de même sous 5 jeux" in small(Scene(language="fr"), runs)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("gap", [[0.3] * 20, [0.3] * 12 + [-0.3] * 8, [0.0001] * 20])
def test_the_sentence_has_at_most_twenty_words_for_every_outcome(language: str, gap: list[float]) -> None:
    for outcome in OUTCOMES:
        runs = paired(gap, [0.1] * 5, outcome)
        for week in (52, 130, 520):
            scene = Scene(focus=outcome, language=language, week=week)
            assert len(words_of(text(scene, runs))) <= 20, text(scene, runs)
            assert len(words_of(text(scene, None))) <= 20
            playing = sentence(scene, run_result(), runs, playing=True)["parts"]
            assert len(words_of("".join(part["text"] for part in playing))) <= 26


def words_of(said: str) -> list[str]:
    """Return the words of a sentence, without the signs that French sets apart."""
    return [word for word in said.replace("\u202f", " ").split() if any(sign.isalnum() for sign in word)]


def test_while_the_years_play_the_sentence_says_what_is_looked_at() -> None:
    runs = paired([0.1] * 20, [0.1] * 5)
    said = sentence(Scene(), run_result(), runs, playing=True)
    assert [part["text"] for part in said["parts"]] == [OUTCOMES["wellbeing"].help.translate("en")]
    assert sentence(Scene(), None, None)["parts"] == said["parts"]


def test_a_question_stands_where_the_sentence_will_be() -> None:
    state = act(ViewState(Scene()), {"do": "mode", "mode": "debate"})
    asked = act(state, {"do": "place", "to": "debate 5.0"}).scene
    assert text(asked, None) == "After ten years, where do services fit people better?"
    assert text(state.scene, None) == ""


def test_a_split_gap_is_too_close_to_call() -> None:
    split = paired([0.1] * 12 + [-0.1] * 8, [0.1] * 5)
    assert text(Scene(), split).endswith("Too close to call.")
    assert "higher in A in 12 of 20" in small(Scene(), split)


def test_a_steady_but_small_gap_is_said_to_be_small() -> None:
    near = paired([0.005] * 20, [0.1] * 5)
    assert text(Scene(), near).endswith("About equal: less than 1 apart.")
    assert "higher in A in 20 of 20" in small(Scene(), near)
    few = paired([0.004] * 20, [0.1] * 5, "estimate_error")
    assert "moins de 0,5 d’écart" in text(Scene(focus="estimate_error", language="fr"), few)


@pytest.mark.parametrize(("early", "said"), [(-0.05, "in B."), (-0.005, ""), (0.05, "")])
def test_a_sign_that_changed_is_told(early: float, said: str) -> None:
    made = paired([0.1] * 20, [0.1] * 5)
    made.values[:, 0, : 3 * 13, ORDER_OF_OUTCOMES.index("wellbeing")] = 0.5 + early
    told = small(Scene(), made)
    assert (f" Until year 3 it was clearly higher {said}" in told) == bool(said)
    assert ("Until" in told) == bool(said)
    assert "Until" not in small(Scene(week=3 * 52), made)


def test_a_level_is_held_against_todays_and_against_the_districts() -> None:
    lived = run_result()
    maps = np.full((3, 624, 9, 6), 0.5)
    maps[:, BURN_IN - 1, 0] = [0.2, 0.3, 0.5, 0.5, 0.7, 0.8]
    said = sentence(Scene(), lived._replace(maps=maps), paired([0.1] * 20, [0.1] * 5))["small"]
    assert said.endswith("Today 50, best and worst third of districts 50 apart.")
    cost = sentence(Scene(focus="running_cost"), lived, paired([0.1] * 20, [0.1] * 5))["small"]
    assert cost.endswith("Today 50.")


def test_a_rooms_city_close_to_another_is_said_to_be_close() -> None:
    letters = ("A", "B", "C", "N")
    values = np.full((20, 4, 130, len(ORDER_OF_OUTCOMES)), 0.5)
    values[:, 0] += 0.1
    room = act(ViewState(Scene()), {"do": "room"}).scene.change(week=520)
    assert "C is within 1 of B" in text(room, made(letters, values))
    values[:, 2] += 0.05
    assert "C between the two in 20 of 20 runs" in text(room, made(letters, values))


def test_a_city_whose_levers_were_moved_says_so_on_its_plate() -> None:
    moved = act(
        ViewState(Scene()), {"do": "lever", "letter": "A", "name": "surveillance", "value": 0.8}
    ).scene
    assert plate(Scene(), "A")["note"] == "Autonomy first"
    assert plate(moved, "A")["note"] == "Autonomy first, 1 change"
    assert plate(moved, "B")["altered"] == ""
    assert plate(moved.change(language="fr"), "A")["altered"] == "1 changement"


def test_at_the_choice_nothing_is_compared() -> None:
    assert "the same people, the same luck" in text(Scene(week=0), None)


def test_values_carry_their_citys_letter() -> None:
    parts = sentence(Scene(), run_result(), None)["parts"]
    assert [part["city"] for part in parts if part["city"]] == ["A", "B"]


def test_a_session_never_speaks_of_another_scene() -> None:
    session = Session(solara.reactive(ViewState(Scene())), solara.reactive(0))
    session.follow(Scene())
    session.run_result = run_result()
    session._compared(Scene().spec(), paired([0.1] * 20, [0.1] * 5))
    with_room = act(ViewState(Scene()), {"do": "room"}).scene
    assert session.sentence(Scene())["parts"]
    looked_at = OUTCOMES["wellbeing"].help.translate("en")
    assert [part["text"] for part in session.sentence(with_room)["parts"]] == [looked_at]
    assert session.paired_of(with_room) is None


def test_choosing_a_set_leaves_the_table_of_all_sets_as_it_is() -> None:
    session = Session(solara.reactive(ViewState(Scene())), solara.reactive(0))
    session.follow(Scene())
    made = paired([0.1] * 20, [0.1] * 5)
    session._compared(Scene().spec(), made)
    other = Scene(assumption_set=list_assumption_sets()[-1])
    assert other.assumption_set != Scene().assumption_set
    session.follow(other)
    assert session.sets_of(other) is made
    assert session.paired_of(other) is not made
    moved = act(ViewState(other), {"do": "lever", "letter": "A", "name": "places", "value": 0.9}).scene
    session.follow(moved)
    assert session.sets_of(moved) is not made


def test_runs_that_end_after_a_newer_request_are_not_taken() -> None:
    session = Session(solara.reactive(ViewState(Scene())), solara.reactive(0))
    newer = act(ViewState(Scene()), {"do": "room"}).scene
    session.follow(newer)
    before = session.paired_of(newer)
    session._compared(Scene().spec(), paired([0.1] * 20, []))
    assert session.paired_of(newer) is before
    assert session.paired_of(Scene()) is None


def test_other_assumptions_are_named() -> None:
    runs = paired([0.1] * 20, [0.1] * 5)
    assert "Means of 20 runs, assuming “" in small(Scene(assumption_set="sceptic"), runs)
    assert ", with 1 assumption changed; the same under" in small(
        Scene(assumptions={"trust_speed": 0.05}), runs
    )
    assert "assum" not in small(Scene(), runs).replace("sets of assumptions", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_has_the_means_of_the_sentence_or_says_that_it_has_none_yet(language: str) -> None:
    scene = Scene(language=language)
    runs = paired([0.1] * 20, [0.1] * 5)
    assert "<td>60</td>" in report(scene, run_result(), "", runs)
    assert translate("report-values_mean", language, n=20, residents=number(2000, language)) in report(
        scene, run_result(), "", runs
    )
    unfinished = report(scene, None, "")
    assert translate("report-unfinished", language) in unfinished
    assert translate("report-outcome", language) not in unfinished


def test_nothing_is_told_where_something_lies_over_the_charts() -> None:
    assert sentence(Scene(mode="debate", covered=True), None, None) == NOTHING
    over = {place.step.kind for place in places(PLAYED) if lies_over(scene_at(place, Scene()))}
    assert over == {"opening", "cities", "trust", "moved", "closing"}
