"""Words in every language: messages of the catalogues, and what files of one's own give beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sim.locale.catalogue import FALLBACK, translate


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the catalogues by its key, with the values of its variables, words among them."""

    key: str
    values: tuple[tuple[str, object], ...] = ()

    def translate(self, language: str) -> str:
        """Return the words in ``language``, in English where it lacks them."""
        return translate(self.key, language, **{name: _said(value, language) for name, value in self.values})


@dataclass(frozen=True, slots=True)
class Written:
    """Words written out, by language: what a scenario's or a city's file says of itself."""

    words: tuple[tuple[str, str], ...]

    def translate(self, language: str) -> str:
        """Return the words in ``language``, in English where it lacks them."""
        words = dict(self.words)
        return words.get(language) or words[FALLBACK]


Text: TypeAlias = Message | Written


def message(key: str, /, **values: object) -> Message:
    """Return the message ``key`` with its variables filled; a value may be a text itself."""
    return Message(key, tuple(values.items()))


def written(*, en: str, **others: str) -> Written:
    """Return the same words in English and in ``others``, by language; what is left out is English."""
    return Written((("en", en), *sorted((language, words) for language, words in others.items() if words)))


def _said(value: object, language: str) -> object:
    return value.translate(language) if isinstance(value, Message | Written) else value
