from __future__ import annotations

import numpy as np
import pytest
import solara

from sim.dashboard.state.actions import act
from sim.dashboard.state.names import plate
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.sentence import sentence
from sim.dashboard.work.paired import ORDER_OF_OUTCOMES, Paired
from sim.dashboard.work.session import Session
from sim.dashboard.work.simulation import RunResult
from sim.scenario.scenario import list_assumption_sets

LETTERS = ("A", "B", "N")


def paired(gap_by_run: list[float], gap_by_set: list[float], outcome: str = "wellbeing") -> Paired:
    def values(gaps: list[float]) -> np.ndarray:
        made = np.full((len(gaps), 3, 130, len(ORDER_OF_OUTCOMES)), 0.5)
        made[:, 0, :, ORDER_OF_OUTCOMES.index(outcome)] += np.array(gaps)[:, None]
        return made

    return Paired(LETTERS, values(gap_by_run), tuple(values([gap]) for gap in gap_by_set))


def run_result() -> RunResult:
    scene = Scene()
    return RunResult(
        scene.spec(), 10, np.full((3, 624, len(ORDER_OF_OUTCOMES)), 0.5), np.empty((3, 624, 7, 1)), ()
    )


def text(scene: Scene, runs: Paired | None) -> str:
    return "".join(part["text"] for part in sentence(scene, run_result(), runs)["parts"])


def test_a_single_run_claims_nothing() -> None:
    assert text(Scene(), None) == "Well-being after 10 years: A 50, B 50 in one run. Checking with others…"


def test_counts_of_runs_and_sets() -> None:
    said = text(Scene(), paired([0.1] * 19 + [-0.1], [0.1, 0.1, 0.1, 0.1, -0.1]))
    assert said == (
        "Well-being after 10 years: A 59, B 50 on average. The level is higher in A in 19 of 20 runs, "
        "and under 4 of 5 sets of assumptions."
    )


def test_french_typography() -> None:
    said = text(Scene(language="fr"), paired([-0.1] * 20, [-0.1] * 5))
    assert said.startswith(
        "Bien-être après 10 ans\u202f: A 40, B 50 en moyenne. Le niveau est plus haut en B dans 20 tirages "
    )


def test_a_split_gap_is_no_clear_difference() -> None:
    split = paired([0.1] * 12 + [-0.1] * 8, [0.1] * 5)
    assert "No clear difference: higher in A in 12 of 20 runs" in text(Scene(), split)


def test_a_steady_but_small_gap_is_said_to_be_small() -> None:
    small = paired([0.005] * 20, [0.1] * 5)
    assert "Less than 2 apart: higher in A in 20 of 20 runs" in text(Scene(), small)
    few = paired([0.005] * 20, [0.1] * 5, "estimate_error")
    assert "Moins de 2 d’écart" in text(Scene(focus="estimate_error", language="fr"), few)


@pytest.mark.parametrize(("early", "said"), [(-0.05, "in B."), (-0.01, "in B, by less than 2."), (0.05, "")])
def test_a_sign_that_changed_is_told(early: float, said: str) -> None:
    made = paired([0.1] * 20, [0.1] * 5)
    made.values[:, 0, : 3 * 13, ORDER_OF_OUTCOMES.index("wellbeing")] = 0.5 + early
    told = text(Scene(), made)
    assert told.endswith(f" Until year 3 it was higher {said}" if said else "sets of assumptions.")
    assert "Until" not in text(Scene(stage=True), made)
    assert "Until" not in text(Scene(week=3 * 52), made)


def test_a_rooms_city_close_to_another_is_said_to_be_close() -> None:
    letters = ("A", "B", "C", "N")
    values = np.full((20, 4, 130, len(ORDER_OF_OUTCOMES)), 0.5)
    values[:, 0] += 0.1
    room = act(ViewState(Scene()), {"do": "room"}).scene.change(week=520)
    assert "C is within 2 of B" in text(room, Paired(letters, values, ()))
    values[:, 2] += 0.05
    assert "The level of C is between the two in 20 of 20 runs" in text(room, Paired(letters, values, ()))


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
    session.run_result, session.paired = run_result(), paired([0.1] * 20, [0.1] * 5)
    with_room = act(ViewState(Scene()), {"do": "room"}).scene
    assert session.sentence(Scene())["parts"]
    assert session.sentence(with_room)["parts"] == []
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
    before = session.paired
    session._compared(Scene().spec(), paired([0.1] * 20, []))
    assert session.paired is before


def test_other_assumptions_are_named() -> None:
    runs = paired([0.1] * 20, [0.1] * 5)
    set_chosen = Scene(assumption_set="sceptic")
    assert "in 20 of 20 runs, assuming “" in text(set_chosen, runs)
    assert ", with 1 assumption changed, and under" in text(Scene(assumptions={"trust_speed": 0.05}), runs)
    assert "assum" not in text(Scene(), runs).replace("sets of assumptions", "")
