"""Tables in encodings of several bytes a letter: told apart by which letters they would be full of."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import NamedTuple

SEVERAL_BYTES = ("shift_jis", "gb18030", "big5", "euc_kr", "euc_jp")
"""Encodings of East Asia."""
_COMMON = {
    "shift_jis": ((0x82, 0x83), (0x88, 0x97)),
    "gb18030": ((0xB0, 0xD7),),
    "big5": ((0xA4, 0xC6),),
    "euc_kr": ((0xB0, 0xC8),),
    "euc_jp": ((0xA4, 0xA5), (0xB0, 0xCF)),
}
"""First bytes of the letters that texts are made of: kana and common kanji, common hanzi, hangul.

Each standard puts the common ones first.
"""
_MARKS = "ー々"
"""Signs that lengthen or repeat a letter stand with the punctuation."""
_LETTER = re.compile(r"[a-z][^\W\d\x00-\x7f]|[^\W\d\x00-\x7f](?:[a-z])?", re.I)
"""A letter beyond ASCII, with one of ASCII right beside it if there is one, as in no word of East Asia."""
FEWEST = 8  # letters beyond ASCII that tell anything
LEAST = 0.97  # share of common letters of a text in its own encoding
MOST = 0.9  # the same in every other one
ALL_HANGUL = 16  # letters in a row of hangul only that are hardly hanzi, of which two in three lie elsewhere


class Fit(NamedTuple):
    """How many ``letters`` beyond ASCII an encoding makes of a text, and which ``share`` of them is common there."""

    letters: int
    share: float


def likely(data: bytes) -> str | None:
    """Return the encoding of several bytes a letter in which alone ``data`` is made of common letters, else None."""
    fits = {}
    for encoding in SEVERAL_BYTES:
        with suppress(UnicodeError):
            fits[encoding] = _fit(data.decode(encoding), encoding)
    best = max(fits, key=lambda one: fits[one].share, default=None)
    if best is None or fits[best].letters < FEWEST or fits[best].share < LEAST:
        return None
    others = [one for one in fits if one != best and fits[one].share > MOST]
    hangul = fits.get("euc_kr", Fit(0, 0.0))
    if hangul.share == 1.0 and hangul.letters >= ALL_HANGUL:
        return "euc_kr"
    return None if others else best


def _fit(text: str, encoding: str) -> Fit:
    found = [letter for letter in _LETTER.findall(text) if letter not in _MARKS]
    common = [letter for letter in found if len(letter) == 1 and _is_common(letter, encoding)]
    return Fit(len(found), len(common) / max(len(found), 1))


def _is_common(letter: str, encoding: str) -> bool:
    first = letter.encode(encoding)[0]
    return any(low <= first <= high for low, high in _COMMON[encoding])
