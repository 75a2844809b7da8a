"""Words in every language: messages of the catalogues, and what files of one's own give beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sim.locale.catalogue import FALLBACK, translate


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the catalogues by its key, with the values of its variables."""

    key: str
    values: tuple[tuple[str, object], ...] = ()

    def translate(self, language: str) -> str:
        """Return the words in ``language``, in English where it lacks them."""
        return translate(self.key, language, dict(self.values))


@dataclass(frozen=True, slots=True)
class Written:
    """Words written out, by language: what a scenario's or a city's file says of itself."""

    words: tuple[tuple[str, str], ...]

    def translate(self, language: str) -> str:
        """Return the words in ``language``, in English where it lacks them."""
        words = dict(self.words)
        return words.get(language) or words[FALLBACK]


Text: TypeAlias = Message | Written


def message(key: str, **values: object) -> Message:
    """Return the message ``key`` with its variables filled."""
    return Message(key, tuple(values.items()))


def written(en: str, fr: str) -> Written:
    """Return the same words in English and in French."""
    return Written((("en", en), ("fr", fr)))
