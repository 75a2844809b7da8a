"""Words in every language: messages of the catalogues, and what files of one's own give beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sim.locale.catalogue import FALLBACK, translate

LONGEST_VALUE = 900  # characters; the catalogues' library refuses to place longer ones
_PLACE = "\ue000{}\ue000"  # where a longer one goes, in signs that no word has


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the catalogues by its key, with the values of its variables, words among them."""

    key: str
    values: tuple[tuple[str, object], ...] = ()

    def translate(self, language: str) -> str:
        """Return the words in ``language``, in English where it lacks them."""
        said = {name: _said(value, language) for name, value in self.values}
        long = {name: one for name, one in said.items() if isinstance(one, str) and len(one) > LONGEST_VALUE}
        words = translate(self.key, language, **(said | {name: _PLACE.format(name) for name in long}))
        for name, one in long.items():
            words = words.replace(_PLACE.format(name), one)
        return words

    def without(self, part: str) -> Message:
        """Return the same message with ``part`` struck out of all its values."""
        return Message(self.key, tuple((name, _without(value, part)) for name, value in self.values))


@dataclass(frozen=True, slots=True)
class Written:
    """Words written out, by language: what a scenario's or a city's file says of itself."""

    words: tuple[tuple[str, str], ...]

    def translate(self, language: str) -> str:
        """Return the words in ``language``, in English where it lacks them."""
        words = dict(self.words)
        return words.get(language) or words[FALLBACK]

    def without(self, part: str) -> Written:
        """Return the same words with ``part`` struck out of them."""
        return Written(tuple((language, words.replace(part, "")) for language, words in self.words))


Text: TypeAlias = Message | Written


def message(key: str, /, **values: object) -> Message:
    """Return the message ``key`` with its variables filled; a value may be a text itself."""
    return Message(key, tuple(values.items()))


def written(*, en: str, **others: str) -> Written:
    """Return the same words in English and in ``others``, by language; what is left out is English."""
    return Written((("en", en), *sorted((language, words) for language, words in others.items() if words)))


def _without(value: object, part: str) -> object:
    if isinstance(value, Message | Written):
        return value.without(part)
    return value.replace(part, "") if isinstance(value, str) else value


def _said(value: object, language: str) -> object:
    return value.translate(language) if isinstance(value, Message | Written) else value
