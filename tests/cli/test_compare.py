"""`two-cities compare`."""

from __future__ import annotations

import os

import pytest

from sim.outcomes import OUTCOMES, outcome
from sim.runs.size import size_of
from sim.runs.spec import distinct_labels
from sim.scenario.scenario import Scenario
from tests.cli.called import SMALL, YEAR, document, run


def test_compare_gives_means_difference_and_interval(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "compare", "emancipatory", "control", *YEAR, "--seeds", "3")
    assert list(found["outcomes"]) == list(OUTCOMES)
    for name, years in found["outcomes"].items():
        assert list(years) == ["1"]
        row = years["1"]
        assert list(row) == ["emancipatory", "control", "difference", "low", "high", "word"]
        if row["difference"] is not None:
            assert row["low"] <= row["difference"] <= row["high"], name
            assert row["difference"] == pytest.approx(row["emancipatory"] - row["control"], abs=1e-9)
            assert row["word"] == size_of(row["difference"], row["low"], row["high"], outcome(name).material)


def test_years_of_compare(capsys: pytest.CaptureFixture[str]) -> None:
    def years(weeks: str) -> list[str]:
        found = document(capsys, "compare", "control", "emancipatory", "--weeks", weeks)
        return list(found["outcomes"]["trust"])

    assert years("10") == ["end"]
    assert years("104") == ["1", "2"]
    assert years("264") == ["1", "2", "5", "end"]


def test_one_seed_has_no_interval(capsys: pytest.CaptureFixture[str]) -> None:
    row = document(capsys, "compare", "emancipatory", "control", *YEAR)["outcomes"]["wellbeing"]["1"]
    assert row["low"] is None
    assert row["high"] is None
    assert run("compare", "emancipatory", "control", *YEAR, *SMALL) == 0
    assert "None" not in capsys.readouterr().out


def test_a_city_compared_with_itself_differs_by_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "compare", "control", "control", *YEAR, "--seeds", "2")
    rows = [years["1"] for years in found["outcomes"].values()]
    assert list(rows[0])[:2] == ["control", "control-2"]
    assert {row["difference"] for row in rows} <= {0.0, None}
    assert rows[0]["difference"] == 0.0


def test_more_cities_are_compared_in_pairs(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "compare", "emancipatory", "control", "status-quo", *YEAR, "--seeds", "2")
    pairs = found["outcomes"]["wellbeing"]["1"]["pairs"]
    assert [(pair["first"], pair["second"]) for pair in pairs] == [
        ("emancipatory", "control"),
        ("emancipatory", "status-quo"),
        ("control", "status-quo"),
    ]
    assert all(pair["low"] <= pair["difference"] <= pair["high"] for pair in pairs)
    assert run("compare", "emancipatory", "control", "status-quo", *YEAR, *SMALL) == 0
    assert "status-quo" in capsys.readouterr().out


def test_labels_never_collide_with_words_of_the_document() -> None:
    cities = [Scenario("low", {}), Scenario("low", {}), Scenario("a/b", {}), Scenario("low-3", {})]
    assert distinct_labels(cities, ("low", "high")) == ("low-2", "low-3", "b", "low-3-2")


def test_order_and_number_of_threads_change_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    several = ["compare", "emancipatory", "control", *YEAR, "--seeds", "4"]
    one = document(capsys, *several)["outcomes"]
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert document(capsys, *several)["outcomes"] == one
