"""How well the words of a table go together: the letters of one language, or of several, or of none."""

from __future__ import annotations

from collections.abc import Sequence

WESTERN = (
    "àâæçéèêëîïôœùûüÿ", "äöüß", "áéíñóúü", "áâãàçéêíóôõúü", "àèéìíòóù", "àçèéíïòóúü", "åäöé", "æøåéèêóòâô",
    "éëïöüèáíóú", "áðéíóúýþæö",
)  # fmt: skip
"""Letters beyond a to z of French, German, Spanish, Portuguese, Italian, Catalan, Swedish and Finnish, Danish and
Norwegian, Dutch, Icelandic."""
CENTRAL = ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţșț", "çë", "äöüß")
"""The same of Polish, Czech, Slovak, Hungarian, Croatian and Slovenian, Romanian, Albanian, German."""
TURKISH = ("çğıöşüâîû",)
_OF = {
    "cp1252": WESTERN, "mac_roman": WESTERN, "cp850": WESTERN,
    "cp1250": CENTRAL, "iso8859_2": CENTRAL, "cp1254": TURKISH,
}  # fmt: skip


def fit(words: Sequence[str], encoding: str) -> float:
    """Return the largest share of ``words`` that one language of ``encoding`` has all the letters for, in [0, 1].

    1 of encodings of other scripts, whose letters are judged by their script.
    """
    alphabets = _OF.get(encoding)
    if alphabets is None or not words:
        return 1.0
    letters = [
        {letter for letter in word.casefold() if letter.isalpha() and not letter.isascii()} for word in words
    ]
    return max(sum(one <= set(alphabet) for one in letters) for alphabet in alphabets) / len(words)
