"""`two-cities run`."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from sim import Comparison
from sim.outcomes import OUTCOMES
from sim.scenario.scenario import load_scenario
from tests.cli.called import SMALL, YEAR, document, run


def test_run_gives_every_outcome_at_every_year(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "run", "control", "--weeks", "110")
    assert list(found["outcomes"]) == list(OUTCOMES)
    assert all(list(years) == ["1", "2", "end"] for years in found["outcomes"].values())


def test_run_agrees_with_the_model(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "run", "control", "--weeks", "60", "--seed", "5", "--set", "surveillance=0.1")
    scenario = load_scenario("control").change({"surveillance": 0.1})
    city = (
        Comparison([scenario], residents=200, burn_in=4, weeks=60, city="synthetic:4", rng=5).run().cities[0]
    )
    weekly = city.series.since_branch()
    for k, name in enumerate(OUTCOMES):
        year, end = (values[-4:].mean(axis=0)[k] for values in (weekly[:52], weekly))
        assert same(found["outcomes"][name]["1"], year), name
        assert same(found["outcomes"][name]["end"], end), name


def same(said: float | None, value: float) -> bool:
    return (said is None and math.isnan(value)) or said == value


def test_seeds_are_averaged(capsys: pytest.CaptureFixture[str]) -> None:
    together = document(capsys, "run", "control", *YEAR, "--seed", "3", "--seeds", "2")
    alone = [document(capsys, "run", "control", *YEAR, "--seed", seed) for seed in ("3", "4")]
    ends = [one["outcomes"]["wellbeing"]["end"] for one in alone]
    assert together["outcomes"]["wellbeing"]["end"] == pytest.approx(np.mean(ends), rel=1e-12)
    assert together["receipt"]["seeds"] == [3, 4]


def test_table_of_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", "control", *YEAR, *SMALL) == 0
    shown = capsys.readouterr().out
    assert OUTCOMES["wellbeing"].label.translate("en") in shown
    assert OUTCOMES["opinion_spread"].label.translate("en") not in shown
    assert "--all" in shown
    assert "Again: two-cities run control" in shown
    assert run("run", "control", *YEAR, *SMALL, "--all") == 0
    shown = capsys.readouterr().out
    assert [outcome.id for outcome in OUTCOMES.values() if outcome.label.translate("en") not in shown] == []


def test_a_table_of_three_columns_is_a_city(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "my.csv"
    table.write_text("name,population,unemployment_pct\nA,900,4\nB,2000,9\n", "utf-8")
    assert run("run", "control", "--city", str(table), *YEAR, "--residents", "100", "--burn-in", "2") == 0
    said = capsys.readouterr()
    assert "2 districts" in said.out
    assert "note: " in said.err


def test_set_reaches_the_city(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "run", "control", *YEAR, "--set", "evolving=true", "--set", "trust_base=0.3")
    receipt = found["receipt"]
    assert receipt["scenarios"]["control"]["levers"]["evolving"] is True
    assert receipt["assumptions"]["changed"] == {"trust_base": 0.3}
