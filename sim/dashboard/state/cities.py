"""The cities that the page offers: those shipped, and own ones, from files given at the start or picked here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

from sim.city.city import City
from sim.city.load import list_cities, load_city, opening_cities
from sim.dashboard.state.fields import LONGEST_KEY, printable
from sim.files.errors import InputError
from sim.locale.text import message
from sim.parameters import CONTEXT

OPENING = str(CONTEXT["city"].default)
PICKS = False
"""Whether files may be picked on the page: only where it is served to this machine alone (`server.configure`)."""
MOST_OWN = 20
"""Own cities kept. None is forgotten while the page is served: a step back may lead to it."""


class OwnCity(NamedTuple):
    """A city of one's own, and its files as a command takes them: the districts, and the figures joined or "".

    ``opens``: the page opens on it.
    """

    city: City
    file: str
    table: str = ""
    opens: bool = False


_OWN: list[OwnCity] = []


def offer(path: str, table: str = "") -> None:
    """Offer the city in the file at ``path`` first; raise InputError in one line where it is not sound."""
    name = Path(path).stem
    if name in list_cities():
        raise InputError(message("picked-shipped", file=str(path), name=repr(name)))
    _OWN[:] = [OwnCity(replace(load_city(path, table or None), name=name), path, table, opens=True)]


def require_picking() -> None:
    """Raise InputError where this page takes no files."""
    if not PICKS:
        raise InputError(message("picked-closed"))


def add(city: City, file: str, table: str = "") -> str:
    """Offer ``city``, read from the files of these names, beside the others; return the name it is offered under.

    That is the file's, with a number behind it where another city has it: runs are known by the name.
    """
    stem = printable(Path(file).stem, LONGEST_KEY - 4) or "city"
    name = next(one for one in _numbered(stem) if _is_free(one, city.fingerprint))
    others = [one for one in _OWN if one.city.name != name]
    if len(others) >= MOST_OWN:
        raise InputError(message("picked-many", most=MOST_OWN, name=repr(name)))
    _OWN[:] = [*others, OwnCity(replace(city, name=name), file, table)]
    return name


def _numbered(stem: str) -> Iterable[str]:
    return (stem if number == 1 else f"{stem} ({number})" for number in count(1))


def _is_free(name: str, fingerprint: str) -> bool:
    """Return whether no other city has ``name``."""
    own = next((one.city for one in _OWN if one.city.name == name), None)
    return name not in list_cities() and (own is None or own.fingerprint == fingerprint)


def files_of(name: str) -> tuple[str, str] | None:
    """Return the files of the own city of that name, districts and figures; None for a shipped city."""
    return next(((one.file, one.table) for one in _OWN if one.city.name == name), None)


def given_at_start(name: str) -> tuple[str, str] | None:
    """Return what a command names the own city by: its files as given at the start, "" for one picked on the page.

    None for a shipped city.
    """
    own = next((one for one in _OWN if one.city.name == name), None)
    return None if own is None else (own.file, own.table) if own.opens else ("", "")


def offered() -> tuple[str, ...]:
    """Return the names of the cities, one's own first."""
    return (*(one.city.name for one in _OWN), *list_cities())


def opening(language: str) -> str:
    """Return the name of the city that the page opens on in ``language``."""
    own = next((one.city.name for one in _OWN if one.opens), None)
    return own or opening_cities().get(language, OPENING)


def city_named(name: str) -> City:
    """Return the city of that name, or of that file, read once."""
    return next((one.city for one in _OWN if one.city.name == name), None) or _known(name)


@lru_cache(maxsize=16)
def _known(name: str) -> City:
    return load_city(name)
