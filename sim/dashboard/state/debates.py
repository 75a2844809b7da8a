"""The debates that the page offers: those shipped, and one of the visitor's own where the page was started with it."""

from __future__ import annotations

from functools import cache

from sim.debate.debate import Debate
from sim.debate.read import FIRST_SHIPPED, list_debates, load_debate
from sim.files.errors import InputError
from sim.locale.text import message

_OWN: list[Debate] = []


def offer(name_or_path: str) -> None:
    """Offer the debate of that name or file first; raise InputError in one line where it is not sound."""
    debate = load_debate(name_or_path)
    if debate.name in list_debates() and debate != shipped(debate.name):
        raise InputError(message("picked-debate", file=str(name_or_path), name=repr(debate.name)))
    _OWN[:] = [debate]


def offered() -> list[str]:
    """Return the names of the debates, the one that the page begins with first."""
    return list(dict.fromkeys([*(debate.name for debate in _OWN), *list_debates()]))


def opening() -> str:
    """Return the name of the debate that the page begins with."""
    return _OWN[0].name if _OWN else FIRST_SHIPPED


def debate_named(name: str) -> Debate:
    """Return the debate of that name; one that is no longer offered is the first."""
    own = next((debate for debate in _OWN if debate.name == name), None)
    return own or shipped(name if name in list_debates() else FIRST_SHIPPED)


@cache
def shipped(name: str) -> Debate:
    """Return the shipped debate of that name, read once."""
    return load_debate(name)
