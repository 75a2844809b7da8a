"""Columns that name the districts or give their codes, told by the words that their own names are made of."""

from __future__ import annotations

from sim.city.words import vocabulary, words

_WORDS = {what: frozenset(names) for what, names in vocabulary("districts").items()}
_LINKS = ("", "s", "n", "en", "es")  # between the parts of one German or Dutch word


def is_code(column: str) -> bool:
    """Return whether ``column`` gives codes of districts: "code_quartier", "Ward ID", "Bezirksnummer"."""
    return _speaks_of(column, "codes")


def is_name(column: str) -> bool:
    """Return whether ``column`` gives names of districts: "nom du quartier", "ward name", "Stadtteilname"."""
    return _speaks_of(column, "names")


def _speaks_of(column: str, what: str) -> bool:
    """Return whether ``column`` says that it holds the ``what`` of places, and says nothing else."""
    said = {part for word in words(column) if not word.isdigit() for part in _parts(word)} - _WORDS["little"]
    known, places = _WORDS[what], _WORDS["places"]
    return bool(said & known) and bool(said & places) and said <= known | places


def _parts(word: str) -> tuple[str, ...]:
    """Return ``word``, or the two known words that it is made of."""
    known = frozenset.union(*_WORDS.values())
    if word in known:
        return (word,)
    for end in range(2, len(word)):
        for link in _LINKS:
            first, last = word[:end], word[end + len(link) :]
            if word[end:].startswith(link) and first in known and last in known:
                return first, last
    return (word,)
