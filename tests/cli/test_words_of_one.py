"""What the command line tells of one outcome or one parameter, and levers set in one city."""

from __future__ import annotations

import json

import pytest

from sim.cli.main import main
from sim.outcomes import FIRST_SEVEN, OUTCOMES
from sim.parameters import LEVERS

SMALL = ["--residents", "200", "--weeks", "8", "--burn-in", "8", "--city", "synthetic:16", "--quiet"]


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    return error


def test_outcomes_are_listed_the_first_seven_first(capsys: pytest.CaptureFixture[str]) -> None:
    names = [line.split()[0] for line in said(capsys, "outcomes").splitlines()[1:] if line]
    assert tuple(names[: len(FIRST_SEVEN)]) == FIRST_SEVEN
    everything = said(capsys, "outcomes", "--all")
    assert [name for name in OUTCOMES if name not in everything] == []
    document = json.loads(said(capsys, "outcomes", "--json"))
    assert [one["name"] for one in document["outcomes"]] == list(OUTCOMES)
    assert document["outcomes"][0]["title"]["fr"] == OUTCOMES["wellbeing"].label.translate("fr")


def test_one_outcome_is_told_whole(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "outcomes", "running_cost")
    assert OUTCOMES["running_cost"].label.translate("en") in told
    assert "less is better" in told
    assert json.loads(said(capsys, "outcomes", "running_cost", "--json"))["direction"] == "less"


def test_one_parameter_is_told_with_its_source_and_both_sides(capsys: pytest.CaptureFixture[str]) -> None:
    told = " ".join(said(capsys, "parameters", "surveillance").split())
    assert LEVERS["surveillance"].source in told
    assert LEVERS["surveillance"].contrary.translate("en") in told
    assert "autonomy first" in told
    assert "order first" in told
    assert "autonomy first" not in said(capsys, "parameters", "chilling")
    assert json.loads(said(capsys, "parameters", "chilling", "--json"))["role"] == "assumption"


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["outcomes", "trsut"], "unknown outcome 'trsut'; did you mean 'trust'?"),
        (["parameters", "chiling"], "unknown parameter 'chiling'; did you mean 'chilling'?"),
        (["parameters", "chilling", "--role", "lever"], "chilling is no lever but of the role 'assumption'"),
    ],
)
def test_an_unknown_name_gets_the_nearest(
    capsys: pytest.CaptureFixture[str], words: list[str], error: str
) -> None:
    assert error in refused(capsys, *words)


def test_a_lever_is_set_in_one_city_by_letter_or_scenario(capsys: pytest.CaptureFixture[str]) -> None:
    pair = ["compare", "emancipatory", "control", *SMALL, "--json"]
    plain = json.loads(said(capsys, *pair))["outcomes"]["running_cost"]["end"]
    for city in ("B", "control"):
        document = json.loads(said(capsys, *pair, "--set", f"{city}:surveillance=0"))
        moved = document["outcomes"]["running_cost"]["end"]
        assert moved["emancipatory"] == plain["emancipatory"]
        assert moved["control"] < plain["control"]
        assert f"--set {city}:surveillance=0" in " ".join(document["receipt"]["command"].split())
    both = json.loads(said(capsys, *pair, "--set", "surveillance=0.5", "--set", "B:surveillance=0"))
    only = json.loads(said(capsys, *pair, "--set", "B:surveillance=0", "--set", "A:surveillance=0.5"))
    assert both["outcomes"] == only["outcomes"]


@pytest.mark.parametrize(
    ("setting", "error"),
    [
        ("D:surveillance=0", "--set: city = 'D' is not known"),
        ("B:chilling=0", "'chilling' is no lever: cities compared share it; leave B: out"),
        ("B:surveilance=0", "did you mean 'surveillance'?"),
        ("B:surveillance=2", "surveillance = 2"),
        ("B:surveillance", "must be NAME=VALUE"),
    ],
)
def test_what_cannot_be_set_in_one_city_is_refused(
    capsys: pytest.CaptureFixture[str], setting: str, error: str
) -> None:
    assert error in refused(capsys, "compare", "emancipatory", "control", *SMALL, "--set", setting)
