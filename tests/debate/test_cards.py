"""What is printed before a debate."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.cli.main import main
from sim.debate.cards import cards
from sim.debate.read import list_debates, load_debate
from sim.locale.catalogue import LANGUAGES


@pytest.mark.parametrize("name", list_debates())
def test_a_card_for_each_answer_and_a_row_for_each_cue(name: str) -> None:
    debate = load_debate(name)
    page = cards(debate, LANGUAGES)
    answers = {answer for cue in debate.cues for answer in cue.ballot}
    assert page.count("class='card") - page.count("class='cards'") == len(answers) * len(LANGUAGES)
    assert page.count("<tr><td>") == len(debate.cues) * len(LANGUAGES)
    for cue in debate.cues:
        for step in cue.steps:
            told = step.kind != "answer"
            assert (step.say.translate("fr").replace("\u2019", "\u2019") in page) == told


def test_the_sheet_says_when_each_cue_begins() -> None:
    page = cards(load_debate("three-minutes"), ["en"])
    assert "<td>0:00</td>" in page
    assert "<td>2:50</td>" in page


def test_words_of_a_file_are_never_markup(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        'title = { en = "<b>x</b>" }\nquestion = { en = "?" }\n[[cues]]\nname = "a"\nseconds = 9\n'
        'title = { en = "<script>" }\n[[cues.steps]]\nkind = "opening"\n',
        encoding="utf-8",
    )
    page = cards(load_debate(path), ["en"])
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_the_command_writes_a_file_or_refuses_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "cards.html"
    assert main(["cards", "class", "--language", "fr", "--out", str(out)]) == 0
    assert "ne sait pas" in out.read_text(encoding="utf-8")
    capsys.readouterr()
    assert main(["cards", "clas"]) == 2
    assert capsys.readouterr().err == "two-cities: unknown debate 'clas'; did you mean 'class'?\n"
    assert main(["cards", "--language", "de"]) == 2
