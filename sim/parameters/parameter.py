"""One declared quantity: its role, ranges, words, evidence, and how a value of it is checked."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sim.files import checks
from sim.files.errors import InputError, brief, nearest
from sim.locale.text import Text

Role = Literal["lever", "assumption", "context", "constant"]
Strength = Literal["strong", "moderate", "weak", "contested", "judgement", "theory"]
Kind = Literal["number", "choice", "switch", "text"]
Value: TypeAlias = float | str | bool
Range: TypeAlias = tuple[float, float] | tuple[str, ...]

SWITCH = ("no", "yes")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One lever, assumption, context value or constant, declared once.

    ``possible`` bounds what is accepted, ``explored`` (inside it) what sliders and sweeps cover: (low, high)
    of a number, the options of a choice, ("no", "yes") of a switch, nothing for free text. ``whole`` numbers
    are integers. ``unlimited`` is a word accepted instead of a number; compiled code sees it as infinity.
    """

    name: str
    role: Role
    default: Value
    possible: Range
    explored: Range
    unit: str
    group: str
    title: Text
    help: Text
    source: str
    strength: Strength
    contrary: Text
    whole: bool = False
    unlimited: str = ""

    @property
    def kind(self) -> Kind:
        """Return which sort of value this takes."""
        if isinstance(self.default, bool):
            return "switch"
        if not self.possible:
            return "text"
        return "choice" if isinstance(self.possible[0], str) else "number"

    @property
    def bounds(self) -> tuple[float, float]:
        """Return the lowest and highest possible value of a number."""
        low, high = self.possible
        if isinstance(low, str) or isinstance(high, str):
            raise TypeError(f"{self.name} is a {self.kind}, it has no bounds")
        return low, high

    @property
    def allowed(self) -> str:
        """Return the allowed values in words, for messages and tables."""
        if self.kind == "text":
            return "a name or a path"
        if self.kind != "number":
            return ", ".join(str(option) for option in self.possible)
        low, high = (_shown(bound) for bound in self.bounds)
        unit = f" {self.unit}" if self.unit else ""
        word = f", or {self.unlimited!r}" if self.unlimited else ""
        return f"{low} to {high}{unit}{word}"

    def check(self, value: object, where: str = "") -> Value:
        """Return ``value`` in its canonical type.

        Raises InputError in one line naming ``where``, the key, the value and what is allowed.
        """
        match self.kind:
            case "number":
                return self._check_number(value, where)
            case "switch":
                return self._check_switch(value, where)
            case "choice":
                return self._check_choice(value, where)
            case "text":
                return self._check_text(value, where)

    def parse(self, text: str, where: str = "") -> Value:
        """Return the checked value that ``text`` spells, as a command line gives it."""
        if self.kind == "switch":
            return self.check({"true": True, "false": False}.get(text.lower(), text), where)
        if self.kind != "number" or text == self.unlimited:
            return self.check(text, where)
        return self.check(checks.spelled(text), where)

    def encode(self, value: Value) -> float:
        """Return ``value`` for compiled code: a choice by its index, a switch as 0 or 1, no limit as inf."""
        checked = self.check(value)
        if self.kind == "choice":
            return float(list(self.possible).index(checked))
        if self.unlimited and checked == self.unlimited:
            return math.inf
        if isinstance(checked, str):
            raise TypeError(f"{self.name} is text and has no number")
        return float(checked)

    def _check_number(self, value: object, where: str) -> Value:
        if self.unlimited and value == self.unlimited:
            return self.unlimited
        low, high = self.bounds
        if type(value) is float and not self.whole and low <= value <= high:
            return value  # as nearly always, without the words of a refusal
        name = f"{where}: {self.name}" if where else self.name
        if self.whole:
            return checks.whole_number(value, name, int(low), int(high), self.allowed)
        return checks.number(value, name, low, high, self.allowed)

    def _check_switch(self, value: object, where: str) -> bool:
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value in SWITCH:
            return value == SWITCH[1]
        raise self._refusal(value, "must be true or false", where)

    def _check_choice(self, value: object, where: str) -> str:
        if isinstance(value, str) and value in self.possible:
            return value
        close = nearest(value, [str(option) for option in self.possible]) if isinstance(value, str) else None
        hint = f"is not known; did you mean {close!r}?" if close else "is not known"
        raise self._refusal(value, hint, where)

    def _check_text(self, value: object, where: str) -> str:
        if isinstance(value, str) and value.strip():
            return value
        raise self._refusal(value, "must be text", where)

    def _refusal(self, value: object, problem: str, where: str) -> InputError:
        place = f"{where}: " if where else ""
        return InputError(f"{place}{self.name} = {brief(value)} {problem} (allowed: {self.allowed})")


def _shown(number: float) -> str:
    return f"{number:g}" if isinstance(number, float) else str(number)
