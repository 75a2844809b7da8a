"""The cities that the page offers: those shipped, and one of the visitor's own where the page was started with it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from sim.city.city import City
from sim.city.load import list_cities, load_city, opening_cities
from sim.files.errors import InputError
from sim.parameters import CONTEXT

OPENING = str(CONTEXT["city"].default)
_OWN: list[City] = []


def offer(path: str, table: str = "") -> None:
    """Offer the city in the file at ``path`` first; raise InputError in one line where it is not sound."""
    name = Path(path).stem
    if name in list_cities():
        raise InputError(f"{path}: a shipped city is called {name!r}; give the file another name")
    _OWN[:] = [replace(load_city(path, table or None), name=name)]


def offered() -> tuple[str, ...]:
    """Return the names of the cities, one's own first."""
    return (*(city.name for city in _OWN), *list_cities())


def opening(language: str) -> str:
    """Return the name of the city that the page opens on in ``language``."""
    return _OWN[0].name if _OWN else opening_cities().get(language, OPENING)


def city_named(name: str) -> City:
    """Return the city of that name, or of that file, read once."""
    return next((city for city in _OWN if city.name == name), None) or _known(name)


@lru_cache(maxsize=16)
def _known(name: str) -> City:
    return load_city(name)
