"""Bytes of a table to text: UTF-8, UTF-16 and UTF-32 are certain, one-byte encodings are judged by letters."""

from __future__ import annotations

import codecs
from collections.abc import Sequence

from sim.files.errors import InputError, brief
from sim.locale.text import message

_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ONE_BYTE = ("cp1252", "mac_roman", "cp850")  # Windows, old Macintosh, MS-DOS; of equals the earlier
_LETTERS = frozenset("éèêëàâäáãåæçîïíìñôöóòõøœùûüúÿßÉÈÀÂÄÁÅÆÇÎÍÑÖÓØÜÚŒ")
_SIGNS = frozenset("’‘“”–—°²³€£ºª«»\u00a0")
_JUDGED = 200_000  # bytes looked at


def decode(data: bytes, file: str, stated: str | None = None) -> tuple[str, str]:
    """Return the text of ``data`` and the encoding it was read in, ``stated`` by the mapping or found.

    Raises `InputError` where no encoding fits or the stated one does not.
    """
    if stated is not None:
        try:
            return data.decode(stated), stated
        except (LookupError, UnicodeError):
            raise InputError(message("problem-encoding", file=file, encoding=brief(stated))) from None
    for encoding in _candidates(data):
        try:
            return data.decode(encoding), encoding
        except UnicodeError:
            continue
    raise InputError(message("problem-no-text", file=file))


def _candidates(data: bytes) -> Sequence[str]:
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return (encoding,)
    if unmarked := _unmarked_utf16(data):
        return (unmarked,)
    if b"\0" in data[:10_000]:
        return ()
    return ("utf-8", *sorted(ONE_BYTE, key=lambda encoding: -_likelihood(data, encoding)))


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the UTF-16 without a mark that mostly Latin text betrays by its zero bytes."""
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half and odd > 0.4 * half and even == 0:
        return "utf-16-le"
    if half and even > 0.4 * half and odd == 0:
        return "utf-16-be"
    return None


def _likelihood(data: bytes, encoding: str) -> float:
    """Return the share of characters beyond ASCII that are letters beside letters, or signs of Western texts."""
    text = data[:_JUDGED].decode(encoding, errors="replace")
    places = [place for place, letter in enumerate(text) if letter > "\x7f"]
    fitting = sum(
        text[place] in _SIGNS or (text[place] in _LETTERS and _in_word(text, place)) for place in places
    )
    return fitting / max(len(places), 1)


def _in_word(text: str, place: int) -> bool:
    """Return whether no digit stands on both sides, as it does where the letter is a blank misread."""
    around = text[max(place - 1, 0) : place] + text[place + 1 : place + 2]
    return not (around.isdigit() or text[max(place - 1, 0) : place].isdigit())
