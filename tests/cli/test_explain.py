"""`two-cities explain` and `two-cities frontier`: documents, text, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sim.answers import kept
from sim.cli.main import main
from sim.parameters import ASSUMPTIONS

SMALL = [
    "--residents",
    "100",
    "--burn-in",
    "4",
    "--weeks",
    "52",
    "--city",
    "synthetic:4",
    "--quick",
    "--quiet",
]
SMALL += ["--seeds", "2"]
LOCKED = [
    word
    for place, (name, one) in enumerate(ASSUMPTIONS.items())
    if one.kind == "number" and place % 10
    for word in ("--set", f"{name}={one.default}")
]
"""Nine of ten numbers stay as they are, so that few cities need be run."""


@pytest.fixture(autouse=True)
def _kept_here(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep results of these tests for them alone, in one folder, so that each city lives once."""
    folder = tmp_path_factory.getbasetemp() / "results"
    monkeypatch.setattr(kept, "kept_file", lambda: folder / "kept.sqlite")


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in this process: starting others takes longer than these cities."""
    monkeypatch.setattr("os.cpu_count", lambda: 1)


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:
    assert main([*arguments, *SMALL, "--json"]) == 0
    return json.loads(capsys.readouterr().out, parse_constant=pytest.fail)


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_the_document_is_as_documented(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(
        capsys, "explain", "emancipatory", "control", "--outcome", "calm", "--outcome", "wellbeing", *LOCKED
    )
    assert found["schema"] == 1
    assert found["receipt"]["command"].startswith("two-cities explain emancipatory control")
    assert found["looks"] > 0
    assert list(found["outcomes"]) == ["calm", "wellbeing"]
    calm = found["outcomes"]["calm"]["1"]
    assert set(calm["values"]) == {"emancipatory", "control"}
    assert {"mean", "low", "high", "word"} <= set(calm["difference"])
    why = dict(calm["why"])
    assert isinstance(why.pop("interactions"), list)
    assert list(why) == ["data", "optimisation", "street", "ties"]
    assert all({"share", "low", "high", "first_in", "last_in"} <= set(share) for share in why.values())
    assert sum(share["share"] for share in why.values()) == pytest.approx(
        calm["difference"]["mean"], abs=1e-12
    )
    assert calm["who"] is None
    who = found["outcomes"]["wellbeing"]["1"]["who"]
    assert {"A", "B", "equal"} <= set(who["all"])
    assert (len(who["hardship"]), len(who["opinion"])) == (3, 3)
    assert "harmed in control" in who["groups"]
    assumed = calm["assumptions"]
    assert set(assumed["sets"]) >= {"central", "order-first"}
    assert {"n", "A", "B", "close"} <= set(assumed["sampled"])
    for flip in calm["flip"]:
        assert set(flip) >= {"assumption", "kind", "from", "to", "distance", "confirmed_seeds"}
    assert [set(turn) for turn in calm["when"]] == [{"week", "higher"}] * len(calm["when"])


def test_text_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "emancipatory", "control", "--outcome", "wellbeing", *SMALL, *LOCKED]) == 0
    said = capsys.readouterr().out
    for words in (
        "Well-being, year 1",
        "Difference",
        "Why",
        "Who",
        "When",
        "Assumptions",
        "Flip",
        "looks",
        "Again:",
    ):
        assert words in said


def test_the_same_city_twice_does_not_differ(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "control", "control", "--outcome", "calm", *SMALL]) == 0
    said = capsys.readouterr().out
    assert "No difference: both cities live alike." in said
    assert "no sign to flip" in said
    found = document(capsys, "explain", "control", "control", "--outcome", "wellbeing")
    cell = found["outcomes"]["wellbeing"]["1"]
    assert (cell["difference"]["mean"], cell["difference"]["word"]) == (0.0, "about equal")
    assert cell["who"]["all"]["equal"] == 1.0


def test_three_cities_are_explained_pair_by_pair(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "explain", "control", "control", "control", "--outcome", "calm")
    pairs = [(pair["first"], pair["second"]) for pair in found["pairs"]]
    assert pairs == [("control", "control-2"), ("control", "control-3"), ("control-2", "control-3")]


def test_what_is_set_is_locked(capsys: pytest.CaptureFixture[str]) -> None:
    free = document(capsys, "explain", "control", "control", "--outcome", "calm")
    told = document(capsys, "explain", "control", "control", "--outcome", "calm", "--set", "chilling=2")
    varied = [one["outcomes"]["calm"]["1"]["assumptions"]["sampled"]["varied"] for one in (free, told)]
    assert varied[0] == varied[1] + 1


def test_a_district_is_told_beside_the_whole_city(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["explain", "control", "control", "--outcome", "trust", "--district", "A2"]
    found = document(capsys, *asked)["district"]
    assert list(found) == ["trust"]
    assert found["trust"]["district"] == "A2"
    assert 0 < found["trust"]["residents"] < 100
    assert len(found["trust"]["weeks"]) == len(found["trust"]["here"]["A"]["mean"]) == 13
    assert set(found["trust"]["here"]["difference"]["mean"]) == {0.0}
    assert main([*asked, *SMALL]) == 0
    assert "A2" in capsys.readouterr().out


def test_out_is_written_as_json_prints(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "why.json"
    found = document(capsys, "explain", "control", "control", "--outcome", "calm", "--out", str(path))
    assert json.loads(path.read_text("utf-8")) == found


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["explain", "control"], "1 scenario(s) given (allowed: 2 or 3, or a study's folder)"),
        (["explain", *["control"] * 4], "4 scenario(s) given"),
        (["explain", "contrl", "control"], "did you mean 'control'"),
        (["explain", "control", "emancipatory", "--outcome", "clam"], "did you mean 'calm'"),
        (
            ["explain", "control", "emancipatory", "--horizon", "11"],
            "horizon = 11 is out of range (allowed: 1 to 10",
        ),
        (["explain", "control", "emancipatory", "--horizon", "x"], "horizon = 'x' must be a whole number"),
        (["explain", "control", "emancipatory", "--set", "chilling=99"], "chilling = 99 is out of range"),
        (["explain", "control", "emancipatory", "--seeds", "1"], "--seeds 1: an interval takes 2 or more"),
        (["explain", "control", "emancipatory", "--out", "why.csv"], "the ending must be one of .json"),
        (["explain", "control", "emancipatory", "--horizont", "1"], "did you mean --horizon"),
        (["explain", "control", "emancipatory", "--district", "ca", "--quick"], "type 3 letters or more"),
        (["explain", "."], "plan"),
        (["frontier"], "--outcomes"),
        (["frontier", "--outcomes", "wellbeing"], "two different ones are needed"),
        (["frontier", "--outcomes", "wellbeing,trust"], "'trust' has no direction"),
        (["frontier", "control", "--outcomes", "wellbeing,calm"], "1 scenario given"),
    ],
)
def test_refused_in_one_line(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said in refusal(capsys, *arguments)


def test_interrupted_it_keeps_what_has_lived(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from sim.answers import laboratory

    monkeypatch.setattr(kept, "kept_file", lambda: tmp_path / "kept.sqlite")
    original, lived = laboratory.run_cities, []

    def interrupted(request: object, cancelled: object) -> object:
        if len(lived) == 3:
            raise KeyboardInterrupt
        lived.append(request)
        return original(request, cancelled)  # type: ignore[arg-type]

    asked = ["explain", "emancipatory", "smart-free", "--outcome", "calm", *SMALL]
    monkeypatch.setattr(laboratory, "run_cities", interrupted)
    assert main(asked) == 130
    assert capsys.readouterr().err == "two-cities: interrupted\n"
    shelf = kept.KeptResults()
    count = shelf._file.execute("select count(*) from results").fetchone()[0]  # type: ignore[union-attr]
    assert count == sum(len(request.spec.cities) for request in lived) > 0


def test_frontier(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "frontier", "--outcomes", "wellbeing,calm")
    assert [axis["better"] for axis in found["axes"]] == ["more", "more"]
    assert any(point["best"] for point in found["points"])
    assert {point["source"] for point in found["points"]} == {"corner", "scenario"}
    assert main(["frontier", "--outcomes", "wellbeing,calm", *SMALL]) == 0
    assert "status-quo" in capsys.readouterr().out
