"""The debate as state: cues and steps, what they show, what the room says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sim.dashboard.state import actions_debate, actions_time, actions_view, debates  # noqa: F401 they register their actions
from sim.dashboard.state.actions import act
from sim.dashboard.state.answers import ANSWER_PANELS
from sim.dashboard.state.cues import hidden_outcomes, maps_covered
from sim.dashboard.state.debates import debate_named
from sim.dashboard.state.names import name_of
from sim.dashboard.state.poles import GROUPS, levers_at, position_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.steps import places
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.bar import bar
from sim.dashboard.views.debate import debate
from sim.dashboard.views.exports import command, scenario_text
from sim.dashboard.views.overlay import overlay
from sim.dashboard.views.report import report
from sim.dashboard.work.simulation import WEEKS
from sim.debate.debate import YEAR
from sim.debate.read import debates_folder, list_debates
from sim.files.errors import InputError
from sim.scenario.scenario import load_scenario

PLAYED = debate_named("ten-minutes")
CUES = PLAYED.cues
NUMBER = {cue.name: number for number, cue in enumerate(CUES)}


@pytest.fixture
def state() -> ViewState:
    return act(ViewState(Scene()), {"do": "mode", "mode": "debate"})


def at(state: ViewState, cue: str, steps: int = 0) -> ViewState:
    """Return the state ``steps`` after the first step of ``cue``."""
    state = act(state, {"do": "cue", "to": NUMBER[cue]})
    for _ in range(steps):
        state = act(state, {"do": "step", "by": 1})
    return state


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
    assert act(voted, {"do": "place", "to": "debate x.y"}).notice


def test_the_moderator_sees_this_step_and_the_next(state: ViewState) -> None:
    shown = debate(at(state, "cost", 2))
    assert shown["steps"][shown["step"]] == "curtain up to year 1"
    assert shown["next"] == "year 10"
    assert debate(at(state, "cost", 3))["next"] == "Calm streets\u00a0– ask"
    assert (shown["seconds"], shown["total"]) == (85, 600)
    assert debate(at(state, "closing", 1))["last"]


def test_debates_can_be_chosen_at_the_beginning_only(state: ViewState) -> None:
    assert [one["name"] for one in debate(state)["debates"]] == list_debates()
    assert debate(at(state, "past"))["debates"] == []
    other = act(state, {"do": "debate", "name": "three-minutes"}).scene
    assert (other.debate, other.cue, other.tallies) == ("three-minutes", 0, {})
    assert act(state, {"do": "debate", "name": "three-minute"}).notice.endswith(
        "did you mean 'three-minutes'?"
    )


def test_under_the_curtain_time_stands_at_the_choice(state: ViewState) -> None:
    calm = at(state, "calm")
    assert calm.scene.week == 0
    covered = act(act(calm, {"do": "curtain"}), {"do": "cover"}).scene
    assert (covered.covered, covered.week) == (True, 0)


def test_nothing_contested_is_shown_before_its_reveal(state: ViewState) -> None:
    for place in places(PLAYED):
        opened = [step.kind for step in place.cue.steps[: place.at[1] + 1]]
        scene = act(state, {"do": "place", "to": f"debate {place.at[0]}.{place.at[1]}"}).scene
        if place.cue.ballot and not {"curtain", "horizon", "moved"} & set(opened):
            assert scene.covered, place


def test_a_reveal_shows_its_own_outcome_and_no_later_one(state: ViewState) -> None:
    services = at(state, "services", 2).scene
    assert set(services.tiles) == set(hidden_outcomes(services))
    calm = at(state, "calm").scene
    assert set(calm.tiles) - set(hidden_outcomes(calm)) == {"service_fit", "running_cost"}
    assert hidden_outcomes(at(state, "closing").scene) == ()


def test_maps_and_lanes_wait_for_what_they_show(state: ViewState) -> None:
    assert maps_covered(at(state, "reading").scene)
    assert maps_covered(at(state, "services").scene)
    assert not maps_covered(at(state, "services", 2).scene)


def test_the_room_cannot_steer_by_any_value(state: ViewState) -> None:
    room = at(state, "room").scene
    assert hidden_outcomes(room) == room.tiles
    assert maps_covered(room)


def test_two_votes_say_what_moved_in_counts_only(state: ViewState) -> None:
    first = act(
        at(state, "before", 1), {"do": "tally", "counts": {"A": 10, "B": 12, "same": 3, "unknown": 5}}
    )
    second = act(at(first, "after"), {"do": "tally", "counts": {"A": 13, "B": 11, "same": 3, "unknown": 3}})
    moved = overlay(act(second, {"do": "step", "by": 1}).scene)
    assert moved is not None
    assert [(row["label"], row["cells"]) for row in moved["rows"]] == [
        ("City A", ["10", "13", "+3"]),
        ("City B", ["12", "11", "\u22121"]),
        ("same", ["3", "3", "0"]),
        ("don’t know", ["5", "3", "\u22122"]),
    ]
    shown = act(
        at(act(at(state, "before", 1), {"do": "tally", "answer": "A"}), "after"), {"do": "step", "by": 1}
    )
    told = overlay(shown.scene)
    assert told is not None
    assert told["lines"] == ["Before: Most say A", "Now: not counted"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_trust_card_says_what_it_is_made_of_and_what_it_cannot_say(
    state: ViewState, language: str
) -> None:
    card = overlay(act(at(state, "trust-card"), {"do": "language", "language": language}).scene)
    assert card is not None
    assert "26" in card["lines"][0]
    assert "20" in card["lines"][1]
    assert {"en": "cannot say", "fr": "ne dit pas"}[language] in card["lines"][2]


def test_the_blend_ends_are_the_named_cities() -> None:
    for position, name in ((0.0, "emancipatory"), (1.0, "control")):
        levers = load_scenario(name).levers
        assert levers_at(position, GROUPS) == {key: levers[key] for key in levers_at(0.5, GROUPS)}
        assert [position_of(levers, group) for group in GROUPS] == [position] * 4


@pytest.mark.parametrize("group", GROUPS)
def test_a_question_blend_moves_its_own_levers_only(state: ViewState, group: str) -> None:
    room = act(state, {"do": "room"})
    after = act(room, {"do": "blend", "letter": "C", "question": group, "position": 1.0}).scene.levers("C")
    assert position_of(after, group) == pytest.approx(1.0)
    for other in GROUPS:
        if other != group:
            assert position_of(after, other) == position_of(room.scene.levers("C"), other)


def test_a_tally_keeps_counts_only(state: ViewState) -> None:
    voting = at(state, "calm", 1)
    kept = act(voting, {"do": "tally", "counts": {"A": "12", "B": 3, "who": "Ann"}}).scene.tallies["calm"]
    assert kept == {"A": 12, "B": 3, "same": 0, "unknown": 0}


def test_residents_are_drawn_one_after_another(state: ViewState) -> None:
    once = act(state, {"do": "resident"})
    assert [once.scene.resident, act(once, {"do": "resident"}).scene.resident] == [0, 1]


def test_a_resident_is_there_as_soon_as_asked_for(state: ViewState) -> None:
    first = at(state, "resident")
    assert (first.panel, first.scene.resident) == ("resident", 0)
    second = act(first, {"do": "resident"})
    back = act(act(second, {"do": "step", "by": -1}), {"do": "step", "by": 1})
    assert (back.panel, back.scene.resident) == ("resident", 1)
    assert act(state, {"do": "resident", "keep": True}).scene.resident == 0
    assert act(second, {"do": "resident", "keep": True}).scene.resident == 1


@pytest.mark.parametrize(
    ("language", "most", "counted"),
    [
        ("en", "The room said: Most say A", "The room said: A 12, B 20, same 5, don’t know 3"),
        (
            "fr",
            "La salle a dit\u202f: La plupart disent A",
            "La salle a dit\u202f: A 12, B 20, pareil 5, ne sait pas 3",
        ),
    ],
)
def test_a_tally_says_what_the_room_expects(state: ViewState, language: str, most: str, counted: str) -> None:
    voting = act(at(state, "calm", 1), {"do": "language", "language": language})
    assert overlay(voting.scene) is None
    quick = act(voting, {"do": "tally", "answer": "A"})
    assert overlay(quick.scene) == {"kind": "tally", "text": most}
    assert [one["answer"] for one in debate(quick)["tally"]["quick"] if one["chosen"]] == ["A"]
    typed = act(quick, {"do": "tally", "counts": {"unknown": 3, "same": 5, "B": 20, "A": 12}})
    assert overlay(typed.scene) == {"kind": "tally", "text": counted}
    assert not any(one["chosen"] for one in debate(typed)["tally"]["quick"])
    lone = act(voting, {"do": "tally", "counts": {"A": 1}})
    assert debate(lone)["tally"]["told"].startswith(counted.partition("12")[0] + "1, B 0")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            [
                "A shared trust 45%, each resident 25%, city hall 25%\u00a0· How people agree: ask first",
                "Private companies 45%, national government 40%\u00a0· How people agree: required",
            ],
        ),
        (
            "fr",
            [
                (
                    "Une fiducie commune 45\u202f%, chaque habitant 25\u202f%, la mairie 25\u202f%"
                    "\u00a0· Mode d’accord\u202f: demander d’abord"
                ),
                "Les entreprises 45\u202f%, l’État 40\u202f%\u00a0· Mode d’accord\u202f: obligatoire",
            ],
        ),
    ],
)
def test_the_cards_say_who_holds_the_data(state: ViewState, language: str, expected: list[str]) -> None:
    fork = act(at(state, "before"), {"do": "language", "language": language})
    cards = overlay(act(fork, {"do": "rename", "letter": "A", "name": "Agora"}).scene)
    assert cards is not None
    assert [card["rows"][0]["text"] for card in cards["cards"]] == expected
    assert [card["title"][:3] for card in cards["cards"]] == ["A ·", "Cit" if language == "en" else "Vil"]
    unit = {"en": r"\d+ of 100", "fr": r"\d+ sur 100"}[language]
    for card in cards["cards"]:
        assert all(re.search(unit, row["text"]) for row in card["rows"][1:]), card["rows"]
    assert cards["cards"][1]["note"].lower() == ("order first" if language == "en" else "ordre d’abord")


@pytest.mark.parametrize("stage", [False, True])
def test_the_large_stage_gives_back_the_view_before(state: ViewState, stage: bool) -> None:
    before = act(state, {"do": "stage", "on": stage})
    large = act(before, {"do": "large"})
    assert (large.scene.large, large.scene.stage) == (True, True)
    assert act(large, {"do": "large"}).scene == before.scene
    window = act(before, {"do": "large", "alone": False})
    assert (window.scene.large, window.scene.stage) == (True, stage)
    assert act(window, {"do": "large", "alone": False}).scene == before.scene


def test_the_command_names_changed_cities_by_their_files(state: ViewState) -> None:
    assert command(state.scene).startswith("two-cities compare emancipatory control --city london")
    changed = act(state, {"do": "lever", "letter": "B", "name": "places", "value": 0.9}).scene
    assert "compare emancipatory city-b.toml" in command(changed)


def test_a_scenario_file_gives_the_same_city_again(state: ViewState, tmp_path: object) -> None:
    scene = act(state, {"do": "lever", "letter": "B", "name": "places", "value": 0.9}).scene
    path = tmp_path / "city-b.toml"  # type: ignore[operator]
    path.write_text(scenario_text(scene, "B"), encoding="utf-8")
    assert dict(load_scenario(path).levers) == scene.levers("B")


def test_text_in_the_report_is_never_markup() -> None:
    page = report(Scene(), None, "<script>alert(1)</script>")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_going_into_the_debate_draws_the_curtain_and_leaving_opens_it() -> None:
    inside = act(ViewState(Scene()), {"do": "mode", "mode": "debate"}).scene
    assert (inside.mode, inside.covered, inside.cue) == ("debate", True, 0)
    outside = act(ViewState(inside), {"do": "mode", "mode": "explore"}).scene
    assert (outside.mode, outside.covered, outside.week) == ("explore", False, WEEKS)
    assert hidden_outcomes(outside) == ()


def test_the_report_tells_in_words_what_the_room_said_and_assumed(state: ViewState) -> None:
    scene = act(at(state, "calm", 1), {"do": "tally", "answer": "same"}).scene.change(
        assumption_set="sceptic", language="fr"
    )
    page = report(scene, None, "")
    assert "Rues calmes – La salle a dit\u202f: À peu près pareil" in page
    assert "sceptic" not in page.split("two-cities compare")[0].split("assumptions</td>")[0]


def test_a_debate_of_ones_own_is_offered_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debates, "_OWN", [])
    own = tmp_path / "ours.toml"
    text = (debates_folder() / "three-minutes.toml").read_text(encoding="utf-8")
    camps = 'camps = { A = { en = "The Agora", fr = "L’Agora" } }\n'
    own.write_text(text.replace("city =", f"{camps}city =", 1), encoding="utf-8")
    debates.offer(str(own))
    assert debates.offered()[0] == debates.opening() == "ours"
    state = act(ViewState(Scene(debate=debates.opening())), {"do": "mode", "mode": "debate"})
    assert debate(state)["debates"][0]["name"] == "ours"
    assert name_of(state.scene, "A") == "A · The Agora"
    assert name_of(act(state, {"do": "mode", "mode": "explore"}).scene, "A") == "City A"
    twin = tmp_path / "class.toml"
    twin.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="give the file another name"):
        debates.offer(str(twin))
