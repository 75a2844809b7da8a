"""Words that vouch for an encoding: those by which columns are recognised, and those of a file joined to the table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from functools import cache

from sim.city.words import fold, vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_JUDGED = 200_000  # bytes looked at
SHORTEST = 2  # letters
PLAIN = 1.5  # times as many letters without accents as with


def words_beyond_ascii(cells: Iterable[object]) -> frozenset[str]:
    """Return the different words with a letter beyond ASCII in the texts among ``cells``, small."""
    found = (
        word for cell in cells if isinstance(cell, str) and not cell.isascii() for word in _WORD.findall(cell)
    )
    return frozenset(word.casefold() for word in found if not word.isascii())


def vouched(data: bytes, encodings: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """Return those of ``encodings`` in which most words beyond ASCII are ``known`` or of the vocabulary.

    None where no word is.
    """
    counts = {}
    for encoding in encodings:
        with suppress(UnicodeError, LookupError):
            words = words_beyond_ascii([data.decode(encoding)[:_JUDGED]])
            counts[encoding] = sum(_is_known(word, known) for word in words)
    most = max(counts.values(), default=0)
    return tuple(encoding for encoding, number in counts.items() if number == most > 0)


def _is_known(word: str, known: Collection[str]) -> bool:
    if len(word) < SHORTEST:
        return False
    latin, other = _of_columns()
    folded, plain = fold(word), sum(letter.isascii() for letter in word)
    if folded.isascii():  # a word of accented letters only is more likely one of another script misread
        return word in known or (folded in latin and plain >= PLAIN * (len(word) - plain))
    return word in known or any(one in word for one in other)


@cache
def _of_columns() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words by which columns are recognised, without accents, and those of other scripts."""
    found: set[str] = set()
    for table in ("columns", "raising", "learning", "parts"):
        for names in vocabulary(table).values():
            found.update(word for name in names for word in name.split())
    latin = frozenset(word for word in found if word.isascii() and len(word) > SHORTEST)
    return latin, tuple(word for word in found if not word.isascii() and len(word) >= SHORTEST)
