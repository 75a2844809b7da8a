"""A parser of command lines whose errors are one line and name the nearest option.

A command that does several things, as `analyse` by its methods, declares once which options each uses
(`Parser.declare_uses`); an option given to one that has no use for it is refused, not ignored.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NoReturn

from sim.files.errors import InputError, brief, nearest


class Parser(argparse.ArgumentParser):
    """argparse, raising InputError instead of leaving, without guessing at abbreviated options."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(allow_abbrev=False, **settings)
        self._described: list[tuple[argparse.Action, Callable[[], str]]] = []
        self._uses: Mapping[str, Collection[str]] = {}
        self._use_of: Callable[[argparse.Namespace], str] = lambda options: ""

    def declare_uses(
        self, use_of: Callable[[argparse.Namespace], str], uses: Mapping[str, Collection[str]]
    ) -> None:
        """Let ``use_of`` the options say which of ``uses`` is asked for; each names the options that it takes.

        Options are named as attributes of the namespace, ``half_width``; a use that is not among ``uses`` takes all.
        """
        self._use_of, self._uses = use_of, uses

    def dests(self) -> set[str]:
        """Return the names of all options added so far, as attributes of the namespace."""
        return {action.dest for action in self._actions if action.option_strings}

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
        self._refuse_unused(options, arguments)
        return options

    def _refuse_unused(self, options: argparse.Namespace, arguments: Sequence[str]) -> None:
        """Raise InputError for an option among ``arguments`` that what is asked for does not use."""
        use = self._use_of(options)
        if use not in self._uses:
            return
        given = {argument.split("=", 1)[0] for argument in arguments}
        for action in self._actions:
            name = next((name for name in action.option_strings if name in given), None)
            if name is None or action.dest in ("help", *self._uses[use]):
                continue
            users = ", ".join(other for other, taken in self._uses.items() if action.dest in taken)
            raise InputError(f"{name}: {use} does not use it (used by: {users}); see `{self.prog} --help`")
