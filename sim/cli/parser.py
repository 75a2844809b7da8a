"""A parser of command lines whose errors are one line and name the nearest option."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from sim.files.errors import InputError, brief, nearest


class Parser(argparse.ArgumentParser):
    """argparse, raising InputError instead of leaving, without guessing at abbreviated options."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(allow_abbrev=False, **settings)
        self._described: list[tuple[argparse.Action, Callable[[], str]]] = []

    def describe(self, option: argparse.Action, words: Callable[[], str]) -> None:
        """Let ``words`` give the help of ``option`` when help is asked for: a catalogue takes time."""
        self._described.append((option, words))

    def format_help(self) -> str:
        """Return the help, every option described."""
        for option, words in self._described:
            option.help = words()
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Raise InputError with ``message``."""
        raise InputError(f"{message}; see `{self.prog} --help`")

    def parse_strictly(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Return the options in ``arguments``; an unknown one is refused with the nearest known one."""
        known = [option for action in self._actions for option in action.option_strings]
        for argument in arguments:
            name = argument.split("=", 1)[0]
            if argument == "--":
                break
            if argument.startswith("--") and name not in known:
                close = nearest(name, known)
                hint = f"; did you mean {close}?" if close else ""
                raise InputError(f"unknown option {brief(name)[1:-1]}{hint} (see `{self.prog} --help`)")
        options, extra = self.parse_known_args(arguments)
        if extra:
            raise InputError(f"unexpected argument {brief(extra[0])}; see `{self.prog} --help`")
        return options
