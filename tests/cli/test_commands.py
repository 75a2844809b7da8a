"""The commands there are, and their help."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from sim.cli import main as cli
from sim.parameters import CONTEXT
from tests.cli.called import run


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
