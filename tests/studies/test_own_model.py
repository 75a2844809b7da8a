"""Studies of cities with mechanisms from outside the package; programs that differ never mix in one."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import sim
from sim.cli.main import main
from sim.engine.provenance import digest_of_program
from sim.files.errors import InputError
from sim.files.resources import PACKAGE
from sim.outcomes import OUTCOMES
from sim.runs.receipt import as_lines
from sim.studies import Design, open_results, sweep
from tests.model.curfew import EXAMPLES, CurfewCity
from tests.studies.small import HERE, design


def curfew(**changes: Any) -> Design:
    return design(
        run={"scenarios": ["control"], "model": "curfew:CurfewCity", **changes},
        vary={"curfew": {}, "curfew_cost": {}},
    )


def test_a_design_varies_what_a_mechanism_from_outside_declares(tmp_path: Path) -> None:
    assert sweep(curfew(), tmp_path, HERE).done == 6
    results = open_results(tmp_path)
    assert results.plan.outcomes == [*OUTCOMES, "kept_in"]
    levels = results.plan.table.column("curfew").to_numpy()
    np.testing.assert_allclose(results.outcome("kept_in"), levels, atol=0.15)
    city = CurfewCity(
        "control",
        **{**results.plan.study["context"], "rng": 1},
        curfew=float(levels[0]),
        curfew_cost=float(results.plan.table.column("curfew_cost")[0].as_py()),
    )
    np.testing.assert_array_equal(results.weekly("kept_in")[0], city.run().outcome("kept_in")[2:])
    assert results.table(["kept_in"]).column_names[-1] == "kept_in"
    with pytest.raises(InputError, match="unknown outcome 'kept'; did you mean 'kept_in'"):
        results.outcome("kept")


def test_mechanisms_are_off_in_every_city_of_a_design(tmp_path: Path) -> None:
    scenario = tmp_path / "quiet.toml"
    scenario.write_text('off = ["trust"]\n', "utf-8")
    both = design(run={"scenarios": [str(scenario), "control"], "off": ["mobilisation"]}, vary={})
    sweep(both, tmp_path / "out", HERE)
    results = open_results(tmp_path / "out")
    assert {name: one["off"] for name, one in results.plan.study["scenarios"].items()} == {
        "quiet": ["mobilisation", "trust"],
        "control": ["mobilisation"],
    }
    assert not results.weekly("active").any()
    still = np.ptp(results.weekly("trust"), axis=1) == 0.0
    assert still.tolist() == [True, False] * 2


@pytest.mark.parametrize(
    ("run", "said"),
    [
        ({"model": "curfew:City"}, "cannot be imported"),
        ({"model": 3}, "model = 3 must be text, module:Class"),
        ({"off": ["trusts"]}, "off = 'trusts' is not known; did you mean 'trust'?"),
    ],
)
def test_a_design_that_names_no_model_or_mechanism_is_refused(run: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError) as refused:
        design(run=run)
    assert said in str(refused.value)


def test_what_its_cities_would_refuse_is_refused_before_any_run(tmp_path: Path) -> None:
    alarm = tmp_path / "alarm.toml"
    alarm.write_text('[[events]]\nkind = "alarm"\nweek = 1\n', "utf-8")
    for run, said in (
        ({"off": ["trust"], "burn_in": 0}, "control: off = trust: burn_in = 0 is out of range"),
        ({"off": ["curfew"]}, "off = 'curfew' is not known"),
        ({"scenarios": [str(alarm)]}, "event of week 1: kind = 'alarm' is not known"),
    ):
        with pytest.raises(InputError) as refused:
            sweep(design(run={"scenarios": ["control"], **run}, vary={}), tmp_path / "out", HERE)
        assert said in str(refused.value)
    assert not (tmp_path / "out").exists()


def test_a_design_keeps_to_its_own_model(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"model = 'curfew:CurfewCity', but .* is asked for"):
        sweep(curfew(), tmp_path, HERE._replace(model="tests.faults.faulty_city:FaultyCity"))
    with pytest.raises(InputError, match="belongs to the mechanism 'curfew', which this city does not run"):
        sweep(design(vary={"curfew": {}}), tmp_path, HERE)


# The source of a program


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder with a copy of the example that takes a number from a module beside it."""
    for name in ("curfew.py", "curfew.toml"):
        text = (EXAMPLES / name).read_text("utf-8").replace("c.alarm[0] = 1.0", "c.alarm[0] = HARD")
        text = text.replace(
            "from sim import CityModel", "from measures.hard import HARD\nfrom sim import CityModel"
        )
        (tmp_path / f"night_{name}").write_text(text.replace('"curfew"', '"night_curfew"'), "utf-8")
    (tmp_path / "measures").mkdir()
    (tmp_path / "measures" / "__init__.py").write_text("", "utf-8")
    (tmp_path / "measures" / "hard.py").write_text("from .values import HARD\n", "utf-8")
    (tmp_path / "measures" / "values.py").write_text('"""Numbers."""\nHARD = 1.0\n', "utf-8")
    (tmp_path / "unrelated.py").write_text("X = 1\n", "utf-8")
    return tmp_path


def digest(program: Path) -> str:
    return digest_of_program("night_curfew", program / "night_curfew.py")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("night_curfew.py", "OUTSIDE, uniform", "OUTSIDE, uniform, normal"),
        ("measures/values.py", "HARD = 1.0", "HARD = 0.5"),
        ("measures/__init__.py", "", "import os\n"),
        ("night_curfew.toml", "default = 0.01", "default = 0.02"),
    ],
)
def test_the_digest_follows_code_and_numbers_beside(program: Path, file: str, old: str, new: str) -> None:
    before = digest(program)
    change(program / file, old, new)
    assert digest(program) != before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("measures/values.py", "Numbers", "Some numbers"),
        ("night_curfew.py", "from __future__", "# a comment\nfrom __future__"),
        ("night_curfew.toml", "Retenus chez eux", "Confinés"),
        ("unrelated.py", "X = 1", "X = 2"),
    ],
)
def test_the_digest_follows_no_word_and_nothing_unrelated(
    program: Path, file: str, old: str, new: str
) -> None:
    before = digest(program)
    change(program / file, old, new)
    assert digest(program) == before


def test_installed_libraries_are_not_in_the_digest(program: Path) -> None:
    installed = program / "site-packages"
    shutil.copytree(program / "measures", installed / "measures")
    (installed / "night_curfew.py").write_text("import measures.hard\n", "utf-8")
    before = digest(installed)
    change(installed / "measures" / "values.py", "HARD = 1.0", "HARD = 0.5")
    assert digest(installed) == before


STUDY = """\
[run]
model = "night_curfew:CurfewCity"
scenarios = ["control"]
seeds = 2
city = "synthetic:4"
residents = 60
burn_in = 2
weeks = 4
[vary]
curfew_cost = {}
"""


SEVERAL = """
import json, sys
from sim.cli.main import main
for words in json.loads(sys.argv[1]):
    print("exit", main(words), flush=True)
    print("end", file=sys.stderr, flush=True)
"""


def two_cities(program: Path, *commands: str) -> list[tuple[str, str]]:
    """Give ``commands`` one after another in the folder of ``program``, as its author would.

    Returns what each printed, its exit status last, and what it said of errors.
    """
    environment = os.environ | {"PYTHONPATH": f"{program}{os.pathsep}{PACKAGE.parent}"}
    words = json.dumps([command.split() for command in commands])
    done = subprocess.run(
        [sys.executable, "-c", SEVERAL, words],
        cwd=program,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    outs = re.findall(r"(.*?exit \d)\n", done.stdout, re.DOTALL)
    return list(zip(outs, done.stderr.split("end\n")[:-1], strict=True))


def test_programs_that_differ_never_mix_in_one_study(program: Path) -> None:
    (program / "study.toml").write_text(STUDY, "utf-8")
    sweep = "sweep study.toml --workers 1 --out"
    ((first, errors),) = two_cities(program, f"{sweep} first")
    assert first == "first: 4 of 4 runs done\nexit 0", errors
    change(program / "measures" / "values.py", "HARD = 1.0", "HARD = 0.5")
    resumed, second, merged, again = two_cities(
        program,
        "resume first --model night_curfew:CurfewCity",
        f"{sweep} second",
        "merge first second --out both",
        f"{sweep} first",
    )
    assert resumed[0] == merged[0] == again[0] == "exit 2"
    assert second[0] == "second: 4 of 4 runs done\nexit 0", second[1]
    assert "made by model version" in resumed[1]
    assert "holds another plan" in merged[1]
    assert "another model version" in again[1]


def test_results_are_analysed_where_the_program_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sweep(curfew(), tmp_path, HERE)
    program = "from sim.cli.main import main; import sys; sys.exit(main(sys.argv[1:]))"
    words = ["analyse", "fan", str(tmp_path), "--outcome", "kept_in"]
    done = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "kept_in" in done.stdout


# The command line


def test_run_and_compare_take_a_model_and_say_so_in_the_receipt(capsys: pytest.CaptureFixture[str]) -> None:
    small = ["--residents", "60", "--city", "synthetic:4", "--burn-in", "2", "--weeks", "52", "--quiet"]
    own = ["--model", "curfew:CurfewCity", "--set", "curfew=1"]
    assert main(["run", "control", *own, *small, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["outcomes"]["kept_in"]["1"] > 0.9
    assert document["receipt"]["own_model"] == {
        "class": "curfew:CurfewCity",
        "source": digest_of_program("curfew", EXAMPLES / "curfew.py"),
        "mechanisms": ["curfew"],
    }
    assert "--model curfew:CurfewCity" in document["receipt"]["command"]
    words = [
        "compare",
        "control",
        "status-quo",
        *own,
        *small,
        "--off",
        "B:curfew",
        "--off",
        "trust",
        "--json",
    ]
    assert main(words) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["outcomes"]["kept_in"]["1"]["difference"] > 0.9
    off = {name: one["off"] for name, one in document["receipt"]["scenarios"].items()}
    assert (off, document["receipt"]["off"]) == ({"control": [], "status-quo": ["curfew"]}, ["trust"])


def test_compare_from_python_takes_a_model_and_what_is_off() -> None:
    small: dict[str, Any] = {"city": "synthetic:4", "residents": 60, "burn_in": 2, "weeks": 52, "seeds": 2}
    found = sim.compare(["control", "status-quo"], model="curfew:CurfewCity", settings={"curfew": 1}, **small)
    assert found.outcomes[-1] == "kept_in"
    assert found.table(1).loc["kept_in", "control"] > 0.9
    none = sim.compare(["control"], model="curfew:CurfewCity", settings={"curfew": 1}, off="curfew", **small)
    assert none.table(1).loc["kept_in", "control"] == 0.0
    assert none.receipt()["off"] == ["curfew"]
    lines = as_lines(none.receipt())
    assert (lines["off"], lines["own model"].split()[0]) == ("curfew", "curfew:CurfewCity")


def test_all_of_a_table_holds_the_own_outcomes_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["run", "control", "--model", "curfew:CurfewCity", "--residents", "60", "--city", "synthetic:4"]
    weekly = str(tmp_path / "weekly.csv")
    assert main([*words, "--burn-in", "2", "--weeks", "52", "--all", "--quiet", "--out", weekly]) == 0
    assert "Kept at home" in capsys.readouterr().out
    assert (tmp_path / "weekly.csv").read_text("utf-8").splitlines()[0].endswith(",kept_in")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--off", "mobilization"], "--off = 'mobilization' is not known; did you mean 'mobilisation'?"),
        (["--off", "C:trust"], "--off: city = 'C' is not known"),
        (["--off", ":"], "--off ':' names no mechanism"),
        (["--model", "nowhere:City"], "model 'nowhere:City' cannot be imported"),
        (["--model", "os:path"], "model 'os:path' is not a kind of CityModel"),
    ],
)
def test_what_the_command_line_does_not_know_is_refused(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "control", "status-quo", *words]) == 2
    assert said in capsys.readouterr().err
