"""What the room says: votes, tallies, cards."""

from __future__ import annotations

import re

import pytest

from sim.dashboard.state import actions_debate, actions_time, actions_view, debates  # noqa: F401 they register their actions
from sim.dashboard.state.actions import act
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.debate import debate
from sim.dashboard.views.overlay import overlay
from tests.dashboard.played import at


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


def test_a_tally_keeps_counts_only(state: ViewState) -> None:
    voting = at(state, "calm", 1)
    kept = act(voting, {"do": "tally", "counts": {"A": "12", "B": 3, "who": "Ann"}}).scene.tallies["calm"]
    assert kept == {"A": 12, "B": 3, "same": 0, "unknown": 0}


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
