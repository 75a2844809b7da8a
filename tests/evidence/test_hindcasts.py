"""Hindcasts: that no default rests on their figures, that they are sourced, and that they are measured as said."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import sim
from sim.cli.main import main
from sim.evidence import hindcasts
from sim.evidence.hindcasts import MEASURES, Comparison, Setting, measure, read_hindcasts
from sim.runs.run_error import RunError

SMALL = Setting(residents=200, seeds=3)


def sources(table: Any) -> list[str]:
    """Return every text under a key `source` of nested tables."""
    if not isinstance(table, dict):
        return []
    own = [value for key, value in table.items() if key == "source" and isinstance(value, str)]
    return own + [text for value in table.values() for text in sources(value)]


def test_no_default_rests_on_a_hindcast() -> None:
    folder = Path(sim.__file__).parent
    named = [
        text for path in folder.rglob("*.toml") for text in sources(tomllib.loads(path.read_text("utf-8")))
    ]
    assert len(named) > 100
    for one in read_hindcasts().values():
        for name in one.names:
            assert any(name in source for source in one.sources)
            assert not [text for text in named if name in text], name


def test_every_hindcast_is_sourced_worded_and_measured() -> None:
    found = read_hindcasts()
    assert list(found) == list(MEASURES)
    for one in found.values():
        assert one.sources
        assert one.licence
        assert one.low <= one.high
        assert one.title.translate("en") != one.title.translate("fr")


@pytest.mark.parametrize("name", MEASURES)
def test_a_hindcast_is_the_mean_of_its_seeds(name: str) -> None:
    values = MEASURES[name](SMALL)
    found = measure(name, SMALL)
    assert values.shape == (3,)
    assert found.mean == pytest.approx(values.mean())
    assert found.low <= found.mean <= found.high
    assert np.isfinite([found.low, found.high]).all()


def test_verdicts_say_on_which_side_the_model_lies() -> None:
    one = read_hindcasts()["participants"]
    spans = {(0.1, 0.18): "below", (0.1, 0.19): "met", (0.2, 0.3): "above"}
    assert {span: Comparison(one, 0.0, *span).verdict for span in spans} == spans


def test_the_command_tells_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hindcasts", "--residents", "200", "--seeds", "2", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["residents"], document["seeds"], document["city"]) == (200, 2, "london")
    assert [one["name"] for one in document["hindcasts"]] == list(MEASURES)
    assert all(one["unit"] for one in document["hindcasts"])
    assert main(["hindcasts", "--seeds", "1"]) == 2
    assert "--seeds = 1" in capsys.readouterr().err


def test_a_seed_that_fails_is_named_and_never_paired_with_another(monkeypatch: pytest.MonkeyPatch) -> None:
    failed = SimpleNamespace(seed=2, failure="the bridge is out")
    monkeypatch.setattr(hindcasts, "compare", lambda *given, **named: SimpleNamespace(failed=(failed,)))
    with pytest.raises(RunError, match="status-quo, seed 2: the bridge is out"):
        measure("support", SMALL)
