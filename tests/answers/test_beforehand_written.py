"""How answers are written beforehand: what is asked, with which effort, under which name."""

from __future__ import annotations

import json
import lzma
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sim.answers import beforehand
from sim.answers.beforehand import (
    frontier_beforehand,
    kept_digest,
    name_of,
    told_beforehand,
    write_beforehand,
)
from sim.answers.effort import STANDARD
from sim.engine.provenance import digest
from sim.outcomes import FIRST_SEVEN
from tests.answers.small import question


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of one question and one frontier, whose answers are made up."""

    def explain(one: object, lab: object, effort: Any) -> Any:
        return SimpleNamespace(as_json=lambda: {"constants": effort.constants, "seeds": effort.seeds})

    def frontier(one: object, lab: object) -> Any:
        points = [{"name": "one", "best": True, "levers": {"consent": 0.5}}]
        return SimpleNamespace(as_json=lambda: {"year": 2, "points": points})

    monkeypatch.setattr(beforehand, "KeptResults", lambda: SimpleNamespace(close=lambda: None))
    monkeypatch.setattr(beforehand, "laboratory", lambda shelf: nullcontext())
    monkeypatch.setattr(beforehand, "explain", explain)
    monkeypatch.setattr(beforehand, "frontier", frontier)
    monkeypatch.setattr(beforehand, "shipped_questions", lambda: [question()])
    monkeypatch.setattr(beforehand, "shipped_frontiers", lambda: [question(outcomes=("wellbeing", "calm"))])
    return write_beforehand(tmp_path / "told.json.xz")


def test_answers_are_thorough_and_found_by_the_usual_effort(written: Path) -> None:
    document = json.loads(lzma.decompress(written.read_bytes()))
    assert document["digest"] == digest()
    assert document["answers"] == {
        name_of(question(), STANDARD): {"constants": True, "seeds": STANDARD.seeds}
    }


def test_frontiers_are_written_without_levers(written: Path) -> None:
    document = json.loads(lzma.decompress(written.read_bytes()))
    name = name_of(question(outcomes=("wellbeing", "calm")), STANDARD)
    assert document["frontiers"] == {name: {"year": 2, "points": [{"name": "one", "best": True}]}}


@pytest.mark.parametrize("other", ["", "another", "~"])
def test_what_is_written_is_told_under_its_digest_and_under_no_other(
    written: Path, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beforehand, "_read", lambda: json.loads(lzma.decompress(written.read_bytes())))
    pair = question(outcomes=("wellbeing", "calm"))
    assert told_beforehand(question()) == {"constants": True, "seeds": STANDARD.seeds}
    assert frontier_beforehand(pair) == {"year": 2, "points": [{"name": "one", "best": True}]}
    assert told_beforehand(pair) is frontier_beforehand(question()) is None
    monkeypatch.setattr(beforehand, "digest", lambda: other)
    assert told_beforehand(question()) is frontier_beforehand(pair) is None


def test_without_a_file_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beforehand, "_read", lambda: None)
    assert told_beforehand(question()) is frontier_beforehand(question()) is kept_digest() is None


def test_shipped_questions_are_of_two_poles_under_the_first_seed() -> None:
    for one in beforehand.shipped_questions():
        assert one.labels == ("emancipatory", "control")
        assert (one.spec.seeds, one.spec.residents, one.outcomes) == ((1,), 2_000, FIRST_SEVEN)
