"""Names as people vary them: accents, capitals, hyphens and abbreviations of one and the same word."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from sim.files.toml import read_toml

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OTHER = re.compile(r"[^\w]+|_+")
_VOICED = "\u3099\u309a"
"""Marks that make another syllable of a kana, as no accent does."""
_LIGATURES = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"})
_SHORT = {"st": "saint", "ste": "sainte", "arrdt": "arrondissement", "arr": "arrondissement", "&": "and"}


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Return ``name`` without accents, capitals and punctuation, words apart by single spaces."""
    apart = unicodedata.normalize("NFKD", _CAMEL.sub(" ", name)).casefold().translate(_LIGATURES)
    bare = "".join(letter for letter in apart if letter in _VOICED or not unicodedata.combining(letter))
    return _OTHER.sub(" ", unicodedata.normalize("NFC", bare)).strip()


def words(name: str) -> tuple[str, ...]:
    """Return the folded words of ``name``, figures apart from letters."""
    return tuple(re.findall(r"[^\W\d]+|\d+", fold(name)))


def without_year(name: str) -> str:
    """Return ``name`` folded, without a year or a leading code of one."""
    return " ".join(re.sub(r"\b(p\d\d|(18|19|20)\d\d|\d\d)\b", " ", fold(name)).split())


def likeness_key(name: str) -> str:
    """Return what two spellings of one place share: folded, abbreviations written out, blanks removed."""
    apart = fold(name.replace("’", " ").replace("'", " ")).split()
    return "".join(_SHORT.get(word, word) for word in apart)


@cache
def vocabulary(table: str) -> dict[str, Any]:
    """Return one table of the words by which columns are recognised (``vocabulary.toml``)."""
    found: dict[str, Any] = read_toml(Path(__file__).with_name("vocabulary.toml"))[table]
    return found
