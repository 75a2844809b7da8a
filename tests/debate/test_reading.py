"""Debates as files: the shipped ones say what they must, and what is not sound is refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.cli.main import main
from sim.debate.debate import CLAIMS, Debate
from sim.debate.read import list_debates, load_debate
from sim.files.errors import InputError
from sim.locale.catalogue import LANGUAGES
from sim.locale.text import Written
from sim.outcomes import OUTCOMES

SMALL = """
title = { en = "Ours", fr = "Le nôtre" }
question = { en = "Who?", fr = "Qui ?" }

[[cues]]
name = "trust"
seconds = 60
outcome = "trust"
title = { en = "Trust" }
ask = { en = "Where?" }
claims = [{ kind = "higher", city = "A", years = 10 }]

[[cues.steps]]
kind = "vote"

[[cues.steps]]
kind = "curtain"
years = 1
"""


def written(tmp_path: Path, text: str, name: str = "ours.toml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def texts(debate: Debate) -> list[Written]:
    """Return all words of a debate."""
    cues = [words for cue in debate.cues for words in (cue.title, cue.ask)]
    steps = [step.say for cue in debate.cues for step in cue.steps]
    return [debate.title, debate.question, *debate.camps.values(), *cues, *steps]


@pytest.mark.parametrize(("name", "minutes"), [("ten-minutes", 10), ("three-minutes", 3), ("class", 40)])
def test_a_shipped_debate_takes_the_time_it_names(name: str, minutes: int) -> None:
    assert load_debate(name).seconds == 60 * minutes


def test_the_debate_of_ten_minutes_comes_first_and_takes_at_most_forty_presses() -> None:
    assert list_debates()[0] == "ten-minutes"
    assert sum(len(cue.steps) for cue in load_debate("ten-minutes").cues) <= 40


@pytest.mark.parametrize("name", list_debates())
def test_a_shipped_debate_is_said_whole_in_every_language(name: str) -> None:
    said = [dict(words.words) for words in texts(load_debate(name))]
    assert [words for words in said if words["en"] and set(words) != set(LANGUAGES)] == []
    assert [
        step for cue in load_debate(name).cues for step in cue.steps if not step.say.translate("en")
    ] == []


@pytest.mark.parametrize("name", list_debates())
def test_each_cue_that_votes_asks_and_each_reveal_before_a_vote_claims(name: str) -> None:
    cues = load_debate(name).cues
    assert [cue.name for cue in cues if cue.ballot and not cue.ask.translate("en")] == []
    contested = [cue for cue in cues if cue.ballot and cue.reveals and not cue.room]
    assert [cue.name for cue in contested if not cue.claims] == []


@pytest.mark.parametrize("name", list_debates())
def test_the_first_contested_reveal_is_no_definition(name: str) -> None:
    first = next(cue for cue in load_debate(name).cues if cue.ballot and cue.reveals)
    assert not OUTCOMES[first.outcome].definitional


def test_the_ten_minutes_hold_what_a_shipped_debate_must() -> None:
    cues = load_debate("ten-minutes").cues
    claims = {claim.kind for cue in cues for claim in cue.claims}
    assert claims == set(CLAIMS)
    turning = [{claim.city for claim in cue.claims if claim.kind == "higher"} for cue in cues]
    assert {"A", "B"} in turning
    kinds = [step.kind for cue in cues for step in cue.steps]
    assert kinds.index("trust") < kinds.index("question")
    assert kinds[-3:] == ["moved", "answer", "closing"]


def test_a_debate_of_ones_own_is_read(tmp_path: Path) -> None:
    debate = load_debate(written(tmp_path, SMALL))
    assert (debate.name, debate.seconds, debate.city) == ("ours", 60, "london")
    assert debate.cues[0].steps[1].week == 52
    assert debate.cues[0].title.translate("fr") == "Trust"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'kind = "vote"',
            'kind = "vtoe"',
            "cue 1 (trust): step 1: kind = 'vtoe' is not known; did you mean 'vote'?",
        ),
        ('outcome = "trust"', 'outcome = "trsut"', "outcome = 'trsut' is not known; did you mean 'trust'?"),
        ("years = 1\n", "years = 11\n", "step 2 (curtain): years = 11 is out of range (allowed: 1 to 10)"),
        ("seconds = 60", "second = 60", "cue 1 (trust): unknown key 'second' = 60; did you mean 'seconds'?"),
        ("seconds = 60", "seconds = 0", "seconds = 0 is out of range (allowed: 1 to 7200)"),
        (
            'title = { en = "Trust" }',
            'title = { fr = "Confiance" }',
            'title.en is missing; write title = { en = "..." }',
        ),
        ('kind = "vote"', 'kind = "answer"', "step 1 (answer): number is missing (allowed: 1 to 6)"),
        ('kind = "vote"', 'kind = "answer"\nnumber = 7', "number = 7 is out of range (allowed: 1 to 6)"),
        ('kind = "vote"', 'kind = "moved"', "votes = [] must name two cues that vote"),
        ('kind = "vote"', 'kind = "moved"\nvotes = ["trust", "x"]', "votes = 'trust' is not known"),
        ('city = "A", years = 10', "years = 10", "a claim 'higher' needs a city, A or B"),
        (
            'kind = "curtain"',
            'kind = "question"',
            "claims of what no step reveals; add a curtain or a horizon",
        ),
        ("[[cues]]", "[[cue]]", "unknown key 'cue'"),
    ],
)
def test_what_is_not_sound_is_refused_in_one_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = written(tmp_path, SMALL.replace(old, new, 1))
    with pytest.raises(InputError) as refused:
        load_debate(path)
    assert said in str(refused.value)
    assert str(refused.value).startswith(str(path))
    assert "\n" not in str(refused.value)


def test_two_cues_of_one_name_are_refused(tmp_path: Path) -> None:
    twice = SMALL + SMALL[SMALL.index("[[cues]]") :]
    with pytest.raises(InputError, match="two cues are called 'trust'; give each a name of its own"):
        load_debate(written(tmp_path, twice))


def test_validate_tells_what_a_debate_is_and_what_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, SMALL)
    assert main(["validate", str(path)]) == 0
    told = capsys.readouterr().out
    assert "a sound debate, 1 cues of 2 steps, 1:00 planned, 1 claims" in told
    assert "2 texts not in Français (fr), said in English instead" in told
    assert main(["validate", str(written(tmp_path, SMALL.replace("trust", "joy", 2)))]) == 2


@pytest.mark.parametrize("name", list_debates())
def test_the_french_of_a_shipped_debate_has_its_typography(name: str) -> None:
    debate = load_debate(name)
    said = [debate.title, debate.question]
    for cue in debate.cues:
        said += [cue.title, cue.ask, *(step.say for step in cue.steps)]
    french = [text.translate("fr") for text in said]
    wide = [text for text in french if any(f" {mark}" in text for mark in "?!;:")]
    assert wide == []
