"""Folders that hold a part of their study: every analysis says so, and what brings the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sim.answers.study import explain_study
from sim.cli.main import main
from sim.files.errors import InputError
from sim.studies import Options, Shard, calibrate, merge, open_results, resume, sweep
from sim.studies.analysis.outcome import refuse_pending
from sim.studies.partial import Partial, lacking, partial
from sim.studies.replication import compare
from sim.studies.targets import Target
from tests.studies.small import HERE, design

WHOLE = 12 * 4  # points x (scenarios x seeds)
SECOND = Shard(2, 3)


@pytest.fixture
def part(tmp_path: Path, short_files: int) -> Path:
    """Return the folder of the second of three parts: files 1 and 4 of ten runs each, of five."""
    sweep(design(design={"samples": 12}), tmp_path / "part", Options(workers=1, shard=SECOND))
    return tmp_path / "part"


def test_a_part_says_which_it_is_and_what_lies_elsewhere(part: Path) -> None:
    results = open_results(part)
    assert partial(results) == Partial(SECOND, WHOLE, pending=0, elsewhere=WHOLE - 18)
    assert lacking(results) == (
        "part 2 of 3 of a study of 48 runs, 30 of which are of other parts; "
        f"`two-cities merge {part} OTHER-PARTS --out DIR` puts all parts together"
    )
    found = explain_study(results, ["wellbeing"])
    assert found.warnings[0] == lacking(results)
    assert found.as_json()["partial"] == {
        "part": 2,
        "parts": 3,
        "planned": WHOLE,
        "pending": 0,
        "elsewhere": WHOLE - 18,
    }


def test_the_commands_say_it_too(part: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(part), "--outcome", "wellbeing"]) == 0
    told = capsys.readouterr()
    assert "Runs: 30 pending, 18 done (part 2 of 3)" in told.out
    assert "note: part 2 of 3 of a study of 48 runs" in told.err
    assert main(["explain", str(part), "--outcome", "wellbeing", "--json", "--quiet"]) == 0
    assert json.loads(capsys.readouterr().out)["partial"]["part"] == 2
    for method in ("runs", "paired", "fan"):
        assert main(["analyse", method, str(part), "--outcome", "wellbeing", "--quiet"]) == 0
        assert "note: part 2 of 3" in capsys.readouterr().err
    assert main(["analyse", "variance", str(part), "--outcome", "wellbeing"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "part 2 of 3" in said
    assert "merge" in said
    assert "resume" not in said  # it would run nothing: the part is done


def test_a_part_that_is_not_done_is_resumed_first(part: Path) -> None:
    for path in (part / "runs").iterdir():
        path.unlink()
    found = partial(open_results(part))
    assert found == Partial(SECOND, WHOLE, pending=18, elsewhere=30)
    words = lacking(open_results(part))
    assert "; 18 of its own are not done; `two-cities resume" in words
    assert words.index("resume") < words.index("merge")


def test_points_that_constraints_leave_out_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "design.toml"
    vary = {"gain": {"values": [0.5, 1.0, 1.5, 2.0]}}
    file.write_text(design(design={"method": "grid", "constraints": ["gain > 1.6"]}, vary=vary).source)
    words = "3 of 4 points break a constraint and are left out"
    assert main(["validate", str(file)]) == 0
    assert words in capsys.readouterr().out
    assert main(["sweep", str(file), "--out", str(tmp_path / "out"), "--workers", "1"]) == 0
    assert f"note: {words}" in capsys.readouterr().err


def test_a_part_is_not_calibrated(tmp_path: Path, short_files: int) -> None:
    study = design(design={"samples": 12}, vary={"gain": {}})
    sweep(study, tmp_path, Options(workers=1, shard=SECOND))
    with pytest.raises(InputError, match=r"part 2 of 3.*merge"):
        calibrate(open_results(tmp_path), [Target("trust", "control", 0.5, 0.5, 0.1)])


def test_the_whole_lacks_nothing_and_one_that_was_stopped_names_resume(part: Path, tmp_path: Path) -> None:
    merge([part], tmp_path / "whole")
    results = open_results(tmp_path / "whole")
    assert (
        lacking(results) == f"30 of 48 runs are not done; `two-cities resume {tmp_path / 'whole'}` runs them"
    )
    with pytest.raises(InputError, match="30 of 48 runs are not done"):
        refuse_pending(results)
    resume(tmp_path / "whole", HERE)
    whole = open_results(tmp_path / "whole")
    assert (partial(whole), lacking(whole)) == (None, "")
    assert explain_study(whole, ["wellbeing"]).as_json()["partial"] is None


def test_a_part_is_repeated_by_the_whole_of_its_study(part: Path, tmp_path: Path) -> None:
    sweep(design(design={"samples": 12}), tmp_path / "again", HERE)
    assert compare(part, tmp_path / "again") == (
        True,
        "figures of all 18 runs that were done, of 48: the same to the bit",
    )
