"""Equations as they stand in a mechanism's module, taken apart for the page: what is a parameter, an index, a word."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Collection, Iterator
from functools import cache
from typing import NamedTuple

from sim.engine.mechanism import Mechanism
from sim.model.schedule import ORDER

INDENT = "    "
_TOKEN = re.compile(r"[^\W\d][\w\u0302]*|\d+(?:\.\d+)?|\s+|.", re.DOTALL)
_INDEXED = re.compile(r"([^\W\d_][^_]*)_(\w{1,4}|platform)")
FUNCTIONS = frozenset({"H", "P", "exp", "ln", "log", "logit", "max", "mean", "min", "tanh", "σ"})
"""What is written upright: names of functions."""
LONGEST_SYMBOL = 3
"""Letters of a name that is a symbol; a longer one that is no parameter is a word."""


class Part(NamedTuple):
    """A piece of an equation.

    ``kind`` is "parameter", "symbol", "function", "number", "word" or "sign"; ``below`` is what stands below it.
    ``raised``: it is (part of) an exponent.
    """

    kind: str
    text: str
    below: str = ""
    raised: bool = False


@cache
def equations_of(mechanism: str) -> tuple[tuple[Part, ...], ...]:
    """Return the lines of a mechanism's equations, those that continue one joined to it."""
    one = next(found for found in ORDER if found.name == mechanism)
    lines = _indented(_docstring(one))
    return tuple(tuple(_parts(line, one.params._fields)) for line in _joined(lines))


def _docstring(mechanism: Mechanism) -> str:
    return inspect.getdoc(sys.modules[mechanism.columns.__module__]) or ""


def _indented(text: str) -> list[str]:
    return [line.removeprefix(INDENT) for line in text.splitlines() if line.startswith(INDENT)]


def _joined(lines: list[str]) -> list[str]:
    """Return ``lines`` with those indented further put at the end of the one they go on with."""
    whole: list[str] = []
    for line in lines:
        if line.startswith(" ") and whole:
            glue = "" if line.strip().startswith("·") else " "
            whole[-1] += glue + line.strip()
        else:
            whole.append(line.strip())
    return whole


def _parts(line: str, parameters: Collection[str]) -> Iterator[Part]:
    tokens = _TOKEN.findall(line)
    for text, raised in _raised(tokens):
        yield _part(text, parameters)._replace(raised=raised)


def _raised(tokens: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield every token but the signs ^, with whether it is in an exponent: one token, or a whole bracket."""
    depth, begins = 0, False
    for token in tokens:
        if token == "^":
            begins = True
            continue
        inside = depth > 0
        if token == "(" and (begins or inside):
            depth += 1
        elif token == ")" and inside:
            depth -= 1
        minus = begins and token in "−-"
        yield token, begins or inside
        begins = minus


def _part(text: str, parameters: Collection[str]) -> Part:
    if text in parameters:
        return Part("parameter", text)
    for test, kind in _KINDS:
        if test(text):
            return Part(kind, text)
    if found := _INDEXED.fullmatch(text):
        return Part("symbol", found[1], found[2])
    return Part("symbol" if len(text) <= LONGEST_SYMBOL and text not in _WORDS else "word", text)


_WORDS = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "be",
        "by",
        "for",
        "has",
        "if",
        "in",
        "is",
        "it",
        "its",
        "no",
        "not",
        "of",
        "on",
    }
    | {
        "or",
        "out",
        "per",
        "so",
        "the",
        "to",
        "up",
        "who",
        "all",
        "one",
        "was",
        "new",
        "old",
        "own",
        "are",
        "had",
    }
)
_KINDS: tuple[tuple[Callable[[str], bool], str], ...] = (
    (lambda text: text in FUNCTIONS, "function"),
    (lambda text: text[0].isdigit(), "number"),
    (lambda text: not (text[0].isalpha()), "sign"),
)
