"""No option is ignored: what a method or a use has no use for is refused, by one declaration a command."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path

import pytest

from sim.cli.analyse import METHODS, _function, _users
from sim.cli.main import COMMANDS
from sim.cli.parser import Parser
from sim.files.errors import InputError
from tests.cli.test_refused import refusal

OWN = {name for method in METHODS.values() for name in method.options}
VALUES = {"without_failed": []}


def parser_of(command: str) -> Parser:
    """Return the parser of ``command``, as the command line makes it."""
    module = import_module(f"sim.cli.{next(one.module for one in COMMANDS if one.name == command)}")
    parser = Parser(prog=f"two-cities {command}")
    module.add_arguments(parser)
    return parser


@pytest.mark.parametrize("method", METHODS)
def test_a_method_takes_the_options_that_are_declared_of_it_and_no_others(method: str) -> None:
    taken = [*inspect.signature(_function(method)).parameters][3:]  # after results, outcomes and year
    assert tuple(taken) == METHODS[method].options
    parser = parser_of("analyse")
    for name in OWN:
        option = f"--{name.replace('_', '-')}"
        words = [method, "study", option, *VALUES.get(name, ["0.5"])]
        if name in METHODS[method].options:
            assert vars(parser.parse_strictly(words))[name] in ("0.5", True)
            continue
        with pytest.raises(InputError) as refused:
            parser.parse_strictly(words)
        assert str(refused.value).startswith(f"{option}: {method} does not use it (used by: {_users(name)});")


def test_an_option_is_named_with_what_uses_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "study").mkdir()
    for words, said in {
        "analyse fan study --above 1": "--above: fan does not use it (used by: prim, robust)",
        "analyse prim study --half-width=1": "--half-width: prim does not use it (used by: seeds)",
        "analyse fan study --all --outcome trust": "--outcome: not allowed with argument --all",
        "explain study --district Bar": "--district: a study does not use it (used by: scenarios)",
        "explain study --seeds 3": "--seeds: a study does not use it (used by: scenarios)",
        "outcomes trust --all": "--all: one outcome does not use it (used by: the list)",
        "sweep D --out X --scheduler S --workers 2": "--workers: a Dask cluster does not use it (used by: this",
        "resume X --scheduler S --workers 2": "--workers: a Dask cluster",
        "search F --out X --scheduler S --workers 2": "--workers: a Dask cluster",
    }.items():
        assert said in refusal(capsys, *words.split())


def test_every_use_names_options_that_there_are() -> None:
    for command in COMMANDS:
        parser = parser_of(command.name)
        unknown = {name for taken in parser._uses.values() for name in taken} - parser.dests()
        assert not unknown, f"{command.name}: {unknown}"
