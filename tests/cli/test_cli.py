"""The command line: what it prints and writes, and what it says of bad input."""

from __future__ import annotations

import csv
import json
import math
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from sim import Comparison
from sim.cli import main as cli
from sim.files.cells import harmless
from sim.outcomes import OUTCOMES, outcome
from sim.parameters import CONTEXT, LEVERS, PARAMETERS
from sim.runs.size import size_of
from sim.runs.spec import distinct_labels
from sim.scenario.scenario import Scenario, list_scenarios, load_scenario

SMALL = ["--residents", "200", "--burn-in", "4", "--city", "synthetic:4", "--quiet"]
YEAR = ["--weeks", "52"]


def run(*arguments: str) -> int:
    return cli.main(list(arguments))


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:
    assert run(*arguments, *SMALL, "--json") == 0
    return json.loads(capsys.readouterr().out, parse_constant=pytest.fail)


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the one line on standard error of a command that must exit with 2."""
    assert run(*arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("two-cities: ")
    assert said.err.count("\n") == 1
    return said.err


# What there is


@pytest.mark.parametrize("command", cli.COMMANDS, ids=lambda command: command.name)
def test_every_command_has_a_module_and_help(
    command: cli.Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_module(f"sim.cli.{command.module}").__doc__
    assert run(command.name, "--help") == 0
    assert f"two-cities {command.name}" in capsys.readouterr().out


def test_every_module_of_a_command_is_listed_once() -> None:
    folder = Path(cli.__file__).parent
    modules = [path.stem for path in folder.glob("*.py") if "def add_arguments(" in path.read_text("utf-8")]
    assert sorted(modules) == sorted(command.module for command in cli.COMMANDS)


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    shown = capsys.readouterr().out
    assert [command.name for command in cli.COMMANDS if f"  {command.name} " not in shown] == []


def test_without_a_command_the_help_is_shown_and_it_counts_as_bad_input(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run() == 2
    assert "commands:" in capsys.readouterr().err


@pytest.mark.parametrize("name", [*CONTEXT, "seeds", "set", "assumptions", "json", "out", "quiet"])
def test_common_options_are_in_the_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", "--help") == 0
    assert "--" + name.replace("_", "-") in capsys.readouterr().out


def test_help_does_not_load_the_compiler() -> None:
    code = (
        "import sys; from sim.cli.main import main; main(['--help']); main(['run', '--help']); "
        "sys.exit(bool({'numba', 'mesa', 'pandas', 'scipy', 'solara'} & set(sys.modules)))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=False).returncode == 0
    )


# run


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


# compare


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


# Receipts


def test_the_receipt_repeats_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    first = document(capsys, "run", "control", *YEAR, "--seed", "9", "--set", "surveillance=0.3")
    words = shlex.split(first["receipt"]["command"])
    assert words[0] == "two-cities"
    assert cli.main([*words[1:], "--json", "--quiet"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert again["outcomes"] == first["outcomes"]
    moment = first["receipt"].pop("date"), again["receipt"].pop("date")
    assert moment[0] <= moment[1]
    assert again["receipt"] == first["receipt"]


def test_the_receipt_is_complete(capsys: pytest.CaptureFixture[str]) -> None:
    receipt = document(capsys, "compare", "emancipatory", "control", *YEAR)["receipt"]
    assert {"two-cities", "model", "python", "numpy", "numba", "mesa"} <= receipt["versions"].keys()
    assert receipt["machine"]["cpu"]
    assert receipt["city"]["fingerprint"]
    assert (receipt["residents"], receipt["burn_in"], receipt["weeks"]) == (200, 4, 52)
    assert list(receipt["scenarios"]["control"]["levers"]) == list(LEVERS)
    assert receipt["assumptions"] == {"set": "central", "changed": {}}


def test_a_set_of_assumptions_is_told_by_its_changes(capsys: pytest.CaptureFixture[str]) -> None:
    receipt = document(capsys, "run", "control", *YEAR, "--assumptions", "sceptic")["receipt"]
    assert receipt["assumptions"]["set"] == "sceptic"
    assert receipt["assumptions"]["changed"]


# Files


def test_weekly_csv(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "weeks.csv"
    several = ["compare", "emancipatory", "control", *YEAR, "--seeds", "2", "--out", str(path)]
    found = document(capsys, *several)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["seed", "city", "week", *OUTCOMES]
    assert [(row["seed"], row["city"], row["week"]) for row in rows] == [
        (seed, city, str(week))
        for seed in ("1", "2")
        for city in ("emancipatory", "control")
        for week in range(52)
    ]
    last = [float(row["trust"]) for row in rows if row["city"] == "control" and int(row["week"]) >= 48]
    assert np.mean(last) == pytest.approx(found["outcomes"]["trust"]["1"]["control"], rel=1e-12)
    assert sorted(tmp_path.iterdir()) == [path]


def test_json_file_is_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "outcomes.json"
    found = document(capsys, "run", "control", *YEAR, "--out", str(path))
    assert json.loads(path.read_text("utf-8")) == found


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_cells_are_no_formulas(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless("control") == "control"


def test_a_failed_run_is_named_and_the_others_are_done(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Comparison.run

    def failing(self: Comparison, weeks: int | None = None) -> Comparison:
        if self.branch_point.run_seed == 2:
            raise MemoryError("no room")
        return whole(self, weeks)

    monkeypatch.setattr(Comparison, "run", failing)
    assert run("run", "control", *YEAR, *SMALL, "--seeds", "3", "--json") == 1
    said = capsys.readouterr()
    assert said.err == "two-cities: seed 2 failed: MemoryError no room\n"
    receipt = json.loads(said.out)["receipt"]
    assert (receipt["seeds"], receipt["failed_seeds"]) == ([1, 2, 3], [2])


def test_when_every_run_fails_nothing_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(self: Comparison, weeks: int | None = None) -> Comparison:
        raise MemoryError

    monkeypatch.setattr(Comparison, "run", failing)
    assert run("compare", "control", "emancipatory", *YEAR, *SMALL) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "two-cities: seed 1 failed: MemoryError\n"


# Bad input

ALL_ZERO = [word for name in LEVERS if name.startswith("own_") for word in ("--set", f"{name}=0")]

BAD: list[tuple[Sequence[str], Sequence[str]]] = [
    (["rum"], ["unknown command 'rum'", "'run'"]),
    (["run"], ["SCENARIO"]),
    (["run", "contrl"], ["unknown scenario 'contrl'", "'control'"]),
    (["run", "../control"], ["'../control'", "neither a name"]),
    (["run", "nowhere.toml"], ["nowhere.toml", "no such file"]),
    (["run", "control", "more"], ["unexpected argument 'more'"]),
    (["run", "control", "--resident", "5"], ["--resident", "--residents"]),
    (["run", "control", "--residents"], ["--residents", "expected one argument"]),
    (["run", "control", "--residents", "2000001"], ["2000001", "2 to 2000000"]),
    (["run", "control", "--residents", "nan"], ["residents = nan", "finite"]),
    (["run", "control", "--residents", "many"], ["residents = 'many'", "a whole number"]),
    (["run", "control", "--weeks", "1.5"], ["weeks = 1.5", "whole"]),
    (["run", "control", "--weeks", "0"], ["weeks = 0", "1 to"]),
    (["run", "control", "--burn-in", "-1"], ["burn_in = -1", "0 to"]),
    (["run", "control", "--seed", "-1"], ["seed = -1"]),
    (["run", "control", "--seed", str(2**63 - 1), "--seeds", "2"], ["the last of --seeds"]),
    (["run", "control", "--seeds", "0"], ["--seeds = 0", "1 to"]),
    (["run", "control", "--seeds", "x"], ["--seeds = 'x'"]),
    (["run", "control", "--set", "surveillance"], ["NAME=VALUE"]),
    (["run", "control", "--set", "surveillance=nan"], ["surveillance = nan", "finite", "0 to 1"]),
    (["run", "control", "--set", "surveillance=inf"], ["surveillance = inf", "finite", "0 to 1"]),
    (["run", "control", "--set", "surveillance=true"], ["surveillance = 'true'", "a number"]),
    (["run", "control", "--set", "surveillance=1.01"], ["surveillance = 1.01", "0 to 1"]),
    (["run", "control", "--set", "survellance=0"], ["'survellance'", "'surveillance'"]),
    (["run", "control", "--set", "evolving=1"], ["evolving = '1'", "true or false"]),
    (["run", "control", "--set", "consent=opt-in"], ["consent = 'opt-in'", "'opt_in'"]),
    (["run", "control", "--set", "residents=5"], ["residents", "context"]),
    (["run", "control", "--set", "places=0", "--set", "places=1"], ["places", "twice"]),
    (["run", "control", *ALL_ZERO], ["own_state", "are all 0"]),
    (["run", "control", "--assumptions", "centrl"], ["'centrl'", "'central'"]),
    (["run", "control", "--city", "londn"], ["'londn'", "'london'"]),
    (["run", "control", "--city", "../secret"], ["outside the folder"]),
    (["run", "control", "--city", "blank.csv"], ["blank.csv", "the file is empty"]),
    (["run", "control", "--city", "negative.csv"], ["negative.csv", "row 2", "-4"]),
    (["run", "control", "--city", "nameless.csv"], ["nameless.csv", "no column 'name'"]),
    (["run", "empty.toml"], ["empty.toml", "empty"]),
    (["run", "zero.toml"], ["zero.toml", "are all 0"]),
    (["run", "control", "--out", "weeks.xlsx"], ["weeks.xlsx", ".csv"]),
    (["run", "control", "--out", "nowhere/weeks.csv"], ["no folder 'nowhere'"]),
    (["run", "control", "--out", "folder.csv"], ["folder.csv", "is a folder"]),
    (["compare", "control"], ["allowed: 2 to"]),
    (["compare", "control", "emancipatory", "--sedes", "3"], ["--sedes", "--seeds"]),
    (["parameters", "--role", "levers"], ["'levers'", "'lever'"]),
    (["app", "--port", "0"], ["--port", "1 to 65535"]),
    (["app", "--port", "http"], ["--port", "1 to 65535"]),
    (["--versoin"], ["--versoin", "--version"]),
]


@pytest.mark.parametrize(("arguments", "words"), BAD, ids=lambda part: " ".join(part)[:60])
def test_bad_input_costs_one_line(
    arguments: Sequence[str],
    words: Sequence[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.csv").mkdir()
    owners = "\n".join(f"{name} = 0" for name in LEVERS if name.startswith("own_"))
    files = {
        "blank.csv": "",
        "empty.toml": "",
        "negative.csv": "name,population\nA,-4\n",
        "nameless.csv": "x,population\n1,4\n",
        "zero.toml": f"[levers]\n{owners}\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    said = refusal(capsys, *arguments)
    assert [word for word in words if word not in said] == []


def test_a_taken_port_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert port in refusal(capsys, "app", "--host", "127.0.0.1", "--port", port, "--no-open")


# validate, parameters, warm-up


def test_validate_says_what_files_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {
        "mine.toml": ("[levers]\nsurveillance = 0.1\n", "scenario, 1 of"),
        "belief.toml": ("[assumptions]\n", "set of assumptions, 0 of"),
        "plan.toml": ('[run]\nscenarios = ["control"]\n', "experiment"),
        "town.csv": ("name,population\nA,4\nB,5\n", "city, 2 districts"),
        "town.toml": ('title = "Town"\n', "city, 2 districts"),
        "other.toml": ('title = "Other"\n', "mapping"),
    }
    for name, (text, _) in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    for name, (_, words) in files.items():
        assert run("validate", str(tmp_path / name)) == 0
        assert words in capsys.readouterr().out, name


def test_validate_names_every_bad_file_and_checks_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "a.toml": "[levers]\nsurveillance = 3\n",
        "b.csv": "name,population\nA,4\n",
        "c.toml": "[lever]\n",
        "d.doc": "x",
    }
    paths = [tmp_path / name for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text, "utf-8")
    assert run("validate", *map(str, paths)) == 2
    said = capsys.readouterr()
    assert "b.csv: a sound city" in said.out
    lines = said.err.splitlines()
    assert len(lines) == 3
    assert "surveillance = 3" in lines[0]
    assert "levers" in lines[1]
    assert ".toml" in lines[2]


def test_every_shipped_scenario_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(__file__).parents[2] / "scenarios"
    found = [*folder.rglob("*.toml"), *folder.rglob("*.geojson")]
    shipped = [
        path for path in found if path.parent.name != "neutrality"
    ]  # witnesses: a command's own record
    assert len(shipped) > len(list_scenarios())
    assert run("validate", *map(str, shipped)) == 0, capsys.readouterr().err


def test_parameters(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("parameters", "--json") == 0
    found = json.loads(capsys.readouterr().out)["parameters"]
    assert [one["name"] for one in found] == list(PARAMETERS)
    assert run("parameters", "--role", "lever") == 0
    lines = capsys.readouterr().out.splitlines()[1:]
    assert [line.split()[0] for line in lines] == list(LEVERS)


def test_warm_up_says_when_it_is_ready(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("warm-up") == 0
    assert "ready" in capsys.readouterr().out


# Being stopped


def test_interrupted(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("sim.cli.run.run", interrupted)
    assert run("run", "control") == 130


def test_control_c_stops_a_long_run() -> None:
    command = [sys.executable, "-m", "sim", "run", "control", "--weeks", "5200", "--seeds", "50"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(8)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


def test_a_reader_who_leaves_is_not_told() -> None:
    command = f"{shlex.quote(sys.executable)} -m sim parameters --json | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert len(done.stdout) == 10
