"""Tours: sound, said in every language, refused in one line where they are not, and true of measured runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sim.cli.main import main
from sim.debate.claims import failures
from sim.debate.tours import FIRST_TOUR, list_tours, load_tour, tours_folder, untranslated_tour
from sim.files.errors import InputError
from sim.outcomes import OUTCOMES

ASKED_FOR = {  # one for each theme of the debate at least
    *("how-to-read", "who-holds-the-data", "being-watched", "reported-and-lived", "digital-only"),
    *("another-choice", "the-crowd", "neighbours", "people-and-machines", "ideas-that-add-up"),
    *("what-is-optimised", "who-checks", "a-say", "companies-or-the-state"),
}
SOUND = (tours_folder() / "being-watched.toml").read_text(encoding="utf-8")


def test_the_tours_asked_for_are_there_and_reading_the_page_comes_first() -> None:
    assert set(list_tours()) >= ASKED_FOR
    assert list_tours()[0] == FIRST_TOUR


@pytest.mark.parametrize("name", list_tours())
def test_a_shipped_tour_is_whole_in_every_language(name: str) -> None:
    tour = load_tour(name)
    assert untranslated_tour(tour) == []
    assert tour.notice
    assert tour.tries
    assert tour.reading


@pytest.mark.parametrize("name", list_tours())
def test_what_is_predicted_is_claimed_and_no_definition(name: str) -> None:
    tour = load_tour(name)
    assert tour.outcome in tour.claims
    assert not OUTCOMES[tour.outcome].definitional


@pytest.mark.parametrize("name", list_tours())
def test_no_tour_finds_everything_in_one_city(name: str) -> None:
    """Each shows a price: something is higher in A, something in B, of what its words say."""
    cities = {claim.city for claims in load_tour(name).claims.values() for claim in claims}
    of_one_side = {"the-machine"}  # its price is that more is worse: harm, complexity
    assert cities == ({"B"} if name in of_one_side else {"A", "B"})


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('outcome = "trust"', 'outcome = "trsut"', "outcome = 'trsut' is not known; did you mean 'trust'?"),
        (
            "surveillance = 0.0",
            "surveilance = 0.0",
            "'surveilance' is not a known lever; did you mean 'surveillance'?",
        ),
        ("surveillance = 0.0", "surveillance = 2.0", "changes: A: surveillance = 2.0 is out of range"),
        ("cannot = ", "canot = ", "unknown key 'canot'"),
        ("notice = [", "notice = []\nunused = [", "unknown key 'unused'"),
        (
            'kind = "higher", city = "A"',
            'kind = "higher"',
            "claim 1: city = '': a claim 'higher' needs a city, A or B",
        ),
        ("reading = [", "reading = [\n  3,", "reading: 3 must be text"),
    ],
)
def test_what_is_not_sound_is_refused_in_one_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in SOUND
    path = tmp_path / "ours.toml"
    path.write_text(SOUND.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_tour(path)
    assert said in str(refused.value)
    assert str(refused.value).startswith(str(path))
    assert "\n" not in str(refused.value)


def test_a_tour_is_measured_with_its_own_levers() -> None:
    debate = load_tour("being-watched").as_debate()
    assert debate.changes["B"] == {"surveillance": 1.0}
    said = failures(debate, seeds=2, residents=300)
    assert all(line.startswith("being-watched: ") for line in said)


def test_validate_tells_what_a_tour_is_and_what_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(SOUND, encoding="utf-8")
    assert main(["validate", str(path)]) == 0
    assert "a sound tour, 4 claims" in capsys.readouterr().out
    english = re.sub(r', fr = "[^"]*"', "", SOUND)
    path.write_text(english, encoding="utf-8")
    assert main(["validate", str(path)]) == 0
    assert "words missing in fr" in capsys.readouterr().out
    path.write_text(SOUND.replace("cannot = ", "canot = "), encoding="utf-8")
    assert main(["validate", str(path)]) == 2


@pytest.mark.slow
@pytest.mark.parametrize("name", list_tours())
def test_what_a_tour_says_is_there(name: str) -> None:
    assert failures(load_tour(name).as_debate()) == []
