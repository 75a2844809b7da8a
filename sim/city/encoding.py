"""Bytes of a table to text: UTF-8, UTF-16 and UTF-32 are certain, encodings of one byte a letter are judged by words.

The judge is chardet, which knows how often letters follow each other in each language; before it is asked, encodings
are struck out that make no words of the bytes. Where two that read differently are nearly as likely, nothing is sure.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import NamedTuple

from sim.city.alphabets import fit
from sim.city.east_asia import SEVERAL_BYTES, likely
from sim.city.known_words import vouched
from sim.files.errors import InputError, brief
from sim.locale.text import message

_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ONE_BYTE = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "iso8859_2", "iso8859_7", "koi8_r", "mac_roman", "cp850",
    "mac_cyrillic",
)  # fmt: skip
"""What offices save tables in: Windows, ISO, old Macintosh and MS-DOS; of equals the earlier."""
COMMONEST = ONE_BYTE[0]
OTHER_SCRIPTS = frozenset({"cp1251", "koi8_r", "cp1253", "iso8859_7"})
"""Of these no letter is made by chance: words in them are words."""
OLD = frozenset({"mac_roman", "mac_cyrillic", "cp850"})
"""What hardly anything is saved in any more."""
UNFOUND = "cp437"
"""What chardet is to name where it has found nothing: it must be one of those that it may name, and is none of ours."""
NEARLY = 0.8  # of the likelihood of the best; chosen on names of regions of 17 countries, none of which is then misread
NEARLY_OF_FEW = (
    0.4  # the same, where fewer than `FEW` words tell, or no one language has the letters of all of them
)
NEARLY_OF_OTHERS = 0.1  # the same, of few words that are likeliest in another than the commonest
FEW = 3
FITTING = 0.7  # share of the words that go together from which on they are of one language
FIT_WEIGHT = 3  # power of the share of words that go together (`sim.city.alphabets`)
SMALL_CYRILLIC = "ђѓѕіїјљњћќўџ"
"""Small letters that begin a long word only where a capital was misread: Macintosh and Windows differ in these."""
_SIGNS = frozenset("’‘“”–—°²³€£ºª«»·©§±\u00a0")
_OPENING = frozenset("’‘“«©§±\u00a0")
_WORD = re.compile(rb"[^\x00-\x26\x28-\x2c./:-@\[-`{-\x7f]+")
_JUDGED = 200_000  # bytes looked at
FEWEST_WORDS = 0.6  # share of what is no plain ASCII that makes words; below, these are other letters
SAMPLES = 3
_SHOWN = 60  # words among which the one to be shown is sought


class Decoded(NamedTuple):
    """The ``text`` and the ``encoding`` it was read in.

    ``doubts`` are (encoding, a word as it reads there), for it and for others as likely; none where it is sure.
    ``readings`` are the same for every encoding that can be chosen and in which there is text at all.
    """

    text: str
    encoding: str
    doubts: tuple[tuple[str, str], ...] = ()
    readings: tuple[tuple[str, str], ...] = ()


def decode(
    data: bytes, file: str, stated: str | None = None, known: Collection[str] = frozenset()
) -> Decoded:
    """Return the text of ``data`` in the encoding ``stated`` by the mapping, else in the one that fits best.

    ``known`` are words of a file about the same districts, which vouch for the encoding that has them. One mapping
    may serve two files: of letters that can only be UTF-8, it does not speak. Raises `InputError` where no
    encoding fits or the stated one does not.
    """
    if stated is not None and not _only_utf8(data, stated):
        try:
            return Decoded(data.decode(stated), stated, readings=readings_of(data, [stated]))
        except (LookupError, UnicodeError):
            raise InputError(message("problem-encoding", file=file, encoding=brief(stated))) from None
    for encoding in _certain(data):
        with suppress(UnicodeError):
            return Decoded(data.decode(encoding), encoding, readings=readings_of(data, [encoding]))
    binary = b"\0" in data[:10_000]
    sure = () if binary else vouched(data, (*ONE_BYTE, *SEVERAL_BYTES), known)
    if sure and len({data.decode(encoding) for encoding in sure}) == 1:
        return Decoded(data.decode(sure[0]), sure[0], readings=readings_of(data, sure))
    ranked = [] if binary else _ranked(data, [one for one in ONE_BYTE if one in sure] or ONE_BYTE)
    if not ranked:
        raise InputError(message("problem-no-text", file=file))
    return _judged(data, ranked, bool(sure))


def _judged(data: bytes, ranked: Sequence[tuple[str, float]], vouched_for: bool) -> Decoded:
    """Return the text of ``data`` in the first of the ``ranked`` encodings, or in one of East Asia, with the doubts."""
    best, words = ranked[0][0], _words(data)
    doubts = _doubts(words, ranked)
    no_words = _share_of_words(words, best) < FEWEST_WORDS
    eastern = likely(data) if not vouched_for and (no_words or best not in OTHER_SCRIPTS) else None
    if eastern is not None and (no_words or best in OLD):
        return Decoded(data.decode(eastern), eastern, readings=readings_of(data, [eastern]))
    if eastern is not None or no_words:
        doubts = (*_several_bytes(data), (best, words[0].decode(best)))
    likeliest = [encoding for encoding, _ in doubts] or [best]
    text = data.decode(best, errors="replace")
    return Decoded(text, best, doubts[:SAMPLES], readings_of(data, likeliest))


def _only_utf8(data: bytes, stated: str) -> bool:
    """Return whether ``data`` is UTF-8 beyond doubt though an encoding of one byte a letter is ``stated``."""
    try:
        return stated in ONE_BYTE and not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeError:
        return False


def readings_of(data: bytes, likeliest: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return (encoding, a word of ``data`` as it reads there) for every encoding of all its words, ``likeliest`` first.

    The word is the one whose readings differ most; none where all letters are plain.
    """
    words = _words(data)[:_SHOWN]
    found = {}
    for encoding in dict.fromkeys([*likeliest, "utf-8", *ONE_BYTE]):
        with suppress(LookupError, UnicodeError):
            found[encoding] = [word.decode(encoding) for word in words]
    if not words or not found:
        return ()
    telling = max(range(len(words)), key=lambda place: len({texts[place] for texts in found.values()}))
    samples = {encoding: texts[telling] for encoding, texts in found.items()}
    if not likeliest[0].startswith("utf"):
        samples |= dict(_several_bytes(data))
    ordered = dict.fromkeys([*likeliest, *samples])
    return tuple((encoding, samples[encoding]) for encoding in ordered if encoding in samples)


def _several_bytes(data: bytes) -> list[tuple[str, str]]:
    """Return the encodings of several bytes a letter that ``data`` may be in, with its first word as it reads there."""
    found = []
    for encoding in SEVERAL_BYTES:
        with suppress(UnicodeError):
            words = re.findall(r"\w+", data.decode(encoding)[:_JUDGED])
            found.append((encoding, next((word for word in words if not word.isascii()), "")))
    return found


def _certain(data: bytes) -> Sequence[str]:
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return (encoding,)
    if unmarked := _unmarked_utf16(data):
        return (unmarked,)
    return () if b"\0" in data[:10_000] else ("utf-8",)


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the UTF-16 without a mark that figures, separators and Latin letters betray by their zero bytes."""
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    few = len(head) / 20
    if odd > few and 20 * even < odd:
        return "utf-16-le"
    if even > few and 20 * odd < even:
        return "utf-16-be"
    return None


def _words(data: bytes) -> list[bytes]:
    """Return the different runs of letters and digits that hold a byte beyond ASCII."""
    found = _WORD.findall(data[:_JUDGED])
    return [word for word in dict.fromkeys(found) if not word.isascii()]


def _ranked(data: bytes, among: Sequence[str]) -> list[tuple[str, float]]:
    """Return those ``among`` encodings that make words of ``data``, the likeliest first, with how likely each is."""
    words = _words(data)
    shares = {encoding: _share_of_words(words, encoding) for encoding in among}
    possible = [encoding for encoding in among if shares[encoding] >= max(shares.values()) - 0.02]
    if max(shares.values()) < 0:
        return []
    said = [word for word in words if any(byte > 0x7F for byte in word.strip(b"0123456789\xa0"))]
    found = _likelihoods(b" ".join(said), possible)
    for encoding in possible:
        found[encoding] *= fit([word.decode(encoding) for word in said], encoding) ** FIT_WEIGHT
    # chardet's third digit is noise between encodings that read alike
    return sorted(found.items(), key=lambda item: -round(item[1], 3))


def _likelihoods(text: bytes, possible: Sequence[str]) -> dict[str, float]:
    import chardet

    found = dict.fromkeys(possible, 0.0)
    for one in chardet.detect_all(
        text,
        ignore_threshold=True,
        include_encodings=[*possible, UNFOUND],
        compat_names=False,
        no_match_encoding=UNFOUND,
        empty_input_encoding=UNFOUND,
    ):
        name = codecs.lookup(one["encoding"] or "ascii").name
        for encoding in possible:
            if codecs.lookup(encoding).name == name:
                found[encoding] = max(found[encoding], one["confidence"])
    return found


def _share_of_words(words: Sequence[bytes], encoding: str) -> float:
    """Return the share of ``words`` that are words in ``encoding``, -1 where one is not even letters there."""
    try:
        return sum(_is_word(word.decode(encoding)) for word in words) / max(len(words), 1)
    except UnicodeDecodeError:
        return -1.0


def _is_word(word: str) -> bool:
    """Return whether ``word`` is of one script, without capitals or signs inside, or letters between digits."""
    letters = [sign for sign in word if sign.isalpha() and sign not in "ºª"]
    one_script = len({unicodedata.name(letter, "").partition(" ")[0] for letter in letters}) <= 1
    signs = all(sign.isalnum() or sign in _SIGNS or sign in "'-" for sign in word)
    return (
        one_script and signs and _begins_well(word) and not any(map(_breaks, word, word[1:], [*word[2:], ""]))
    )


def _begins_well(word: str) -> bool:
    if len(word) > 1 and word[-1] in "‘“":
        return False
    if len(word) > 3 and word[0] in SMALL_CYRILLIC:
        return False
    return len(word) < 2 or word[0] not in _SIGNS or word[0] in _OPENING


def _breaks(first: str, second: str, third: str) -> bool:
    """Return whether no word has these three signs in a row."""
    capital = first.islower() and second.isupper()
    inside = first.isalpha() and third.isalpha() and second in _SIGNS and second not in "’·\u00a0"
    raised = first.isalpha() and third.isalpha() and second in "¹²³"
    between = first.isdigit() and third.isdigit() and second.isalpha()
    return capital or inside or raised or between


def _doubts(words: Sequence[bytes], ranked: Sequence[tuple[str, float]]) -> tuple[tuple[str, str], ...]:
    """Return the encodings as likely as the first that read some word differently, and that word in each."""
    best, most = ranked[0]
    few = NEARLY_OF_FEW if best == COMMONEST or len(words) >= FEW else NEARLY_OF_OTHERS
    fits = fit([word.decode(best) for word in words], best) >= FITTING
    nearly = NEARLY if fits and len(words) >= FEW else few
    if best in OLD and len(words) < 2 * FEW:
        nearly = min(nearly, NEARLY_OF_OTHERS)
    least = {COMMONEST: min(nearly, NEARLY_OF_FEW)}
    others = [one for one, chance in ranked[1:] if chance >= least.get(one, nearly) * most]
    found: dict[str, str] = {}
    for other in others:
        word = next((word for word in words if word.decode(best) != word.decode(other)), None)
        if word is not None and word.decode(other) not in found.values():
            found.setdefault(best, word.decode(best))
            found[other] = word.decode(other)
    return tuple(found.items())
