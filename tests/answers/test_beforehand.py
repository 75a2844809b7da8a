"""Answers computed beforehand: there, of this version, and what is computed here."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sim.answers.beforehand import (
    FILE,
    kept_digest,
    shipped_frontiers,
    shipped_questions,
    told_beforehand,
)
from sim.answers.effort import QUICK, STANDARD
from sim.answers.factors import factors
from sim.answers.laboratory import Laboratory
from sim.answers.pair import run_pair
from sim.city.load import opening_cities
from sim.cli.main import main
from sim.engine.provenance import digest
from sim.runs.executor import Executor

MOST_BYTES = 2_000_000


def test_they_are_of_these_numbers_and_this_code() -> None:
    assert kept_digest() == digest(), "sim/answers/beforehand.json.xz is stale: run `make answers`"


def test_they_are_small() -> None:
    assert 0 < FILE.stat().st_size <= MOST_BYTES


def test_every_city_that_the_page_opens_on_has_answers() -> None:
    told = {
        one.spec.city.name: told_beforehand(one) is not None  # type: ignore[union-attr]
        for one in shipped_questions()
    }
    opened = {"london", *opening_cities().values()}
    assert len(opened) > 1
    assert told == dict.fromkeys(opened, True)


def test_judgement_constants_were_tried_too() -> None:
    question = shipped_questions()[0]
    told = told_beforehand(question)
    assert told is not None
    ends = sum(len(one.ends) for one in factors(question, constants=False))
    tried = [at["flip_tries"] for by_year in told["outcomes"].values() for at in by_year.values()]
    assert max(tried) > ends


@pytest.mark.slow
def test_a_sample_computed_again_is_the_same() -> None:
    question = shipped_questions()[0]
    told = told_beforehand(question)
    assert told is not None
    pair = run_pair(question, Laboratory(Executor()), STANDARD)
    assert list(pair.seeds) == told["seeds"]
    for (name, year), gap in pair.gaps().items():
        kept = told["outcomes"][name][str(year)]
        assert kept["values"] == pytest.approx(gap.values, rel=1e-9)
        assert kept["difference"]["mean"] == pytest.approx(gap.mean, abs=1e-9)
        assert kept["difference"]["word"] == gap.word.value
        shares = [share["share"] for part, share in kept["why"].items() if part != "interactions"]
        assert sum(shares) == pytest.approx(gap.mean, abs=1e-9)


def test_only_the_very_question_is_told() -> None:
    question = shipped_questions()[0]
    assert told_beforehand(question) is not None
    others = [
        question.under([2]),
        replace(question, outcomes=("calm",)),
        replace(question, locked=(("chilling", 1.5),)),
        replace(question, spec=question.spec.at(2_001)),
        replace(question, spec=replace(question.spec, cities=question.pair[::-1])),
    ]
    assert [told_beforehand(one) for one in others] == [None] * len(others)
    assert told_beforehand(question, QUICK) is None


def test_the_command_tells_them_as_it_is_asked_without_more(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "emancipatory", "control", "--json"]) == 0
    said = capsys.readouterr()
    document = json.loads(said.out)
    assert "computed beforehand" in said.err
    assert document["outcomes"] == told_beforehand(shipped_questions()[0])["outcomes"]  # type: ignore[index]
    assert document["receipt"]["seeds"] == document["seeds"]
    assert document["receipt"]["digest"] == digest()


@pytest.mark.parametrize("other", ["", "another", "~"])
def test_answers_of_another_version_are_not_told(other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.answers.beforehand.digest", lambda: other)
    assert told_beforehand(shipped_questions()[0]) is None


def test_frontiers_are_of_each_two_first_outcomes_under_the_usual_seeds() -> None:
    frontiers, cities = shipped_frontiers(), shipped_questions()
    assert {one.spec.seeds for one in frontiers} == {tuple(range(1, STANDARD.seeds + 1))}
    pairs = {one.outcomes for one in frontiers}
    axes = {name for both in pairs for name in both}
    assert len(pairs) == len(axes) * (len(axes) - 1) / 2
    assert len(frontiers) == len(cities) * len(pairs) * len(cities[0].horizons)
    assert [one.horizons[0] for one in frontiers[: len(cities[0].horizons)]] == [*cities[0].horizons[::-1]]
