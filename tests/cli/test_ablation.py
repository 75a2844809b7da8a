"""`two-cities ablation`: every mechanism off in turn, in every city, and the page made of it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sim.answers.ablation import ablation
from sim.model.city_model import MODEL_VERSION
from sim.model.schedule import ORDER
from sim.outcomes import FIRST_SEVEN
from sim.runs.compare import spec_of
from sim.runs.comparison import Comparison
from tests.cli.called import SMALL, YEAR, run

PAGE = Path(__file__).parents[2] / "docs" / "ablation.md"
NAMES = [one.name for one in ORDER]
CITIES = ["emancipatory", "control"]


@pytest.fixture(scope="module")
def told() -> dict:
    spec = spec_of(CITIES, 2, city="synthetic:4", residents=200, burn_in=4, weeks=52)
    return ablation(spec, FIRST_SEVEN).as_json()


def test_every_mechanism_is_switched_off_in_every_city(told: dict) -> None:
    assert list(told["changes"]) == NAMES
    assert (told["cities"], told["outcomes"], told["seeds"]) == (CITIES, list(FIRST_SEVEN), 2)
    assert all(len(rows) == 2 and len(rows[0]) == 7 for rows in told["changes"].values())


def test_a_change_is_the_level_without_minus_the_level_with_all(
    told: dict, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("run", "control", *SMALL, *YEAR, "--seeds", "2", "--off", "expression", "--json") == 0
    without = json.loads(capsys.readouterr().out)["outcomes"]["expression"]["1"]
    place = list(FIRST_SEVEN).index("expression")
    change = told["changes"]["expression"][1][place]
    assert told["whole"][1][place] + change == pytest.approx(100 * without)


def test_what_nobody_reports_is_undefined(told: dict) -> None:
    """Without consent nobody shares, so that no satisfaction is reported."""
    assert told["changes"]["consent"][0][list(FIRST_SEVEN).index("illusion")] is None


def test_it_is_written_as_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "without.md"
    assert run("ablation", "control", *SMALL, *YEAR, "--out", str(out)) == 0
    assert capsys.readouterr().err == ""
    assert rows_of(out.read_text("utf-8")) == NAMES
    assert run("ablation", "control", *SMALL, "--out", "without.txt") == 2


def test_a_run_that_fails_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ArithmeticError("the pumps stand still")

    monkeypatch.setattr(Comparison, "run", fail)
    assert run("ablation", "control", *SMALL, *YEAR, "--seed", "3") == 1
    assert capsys.readouterr().err == "two-cities: seed 3: ArithmeticError the pumps stand still\n"


def rows_of(page: str) -> list[str]:
    """Return the mechanisms with a row of numbers, in order."""
    return re.findall(r"^\| (\w+) \|(?: (?:(?:\*\*)?[+-]\d+\.\d+(?:\*\*)?|0\.0|-) \|)+$", page, re.MULTILINE)


def test_the_page_of_the_documents_is_of_this_model() -> None:
    page = PAGE.read_text("utf-8")
    assert f"Model {MODEL_VERSION}," in page
    assert rows_of(page) == NAMES * len(CITIES)
