"""Words in every language: messages of the catalogues, and what files of one's own give beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from sim.locale.catalogue import FALLBACK, translate


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the catalogues by its key, with the values of its variables."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    def translate(self, language: str) -> str:
        """Return the words in ``language``, in English where it lacks them."""
        return translate(self.key, language, self.values)


@dataclass(frozen=True, slots=True)
class Written:
    """Words written out, by language: what a scenario's or a city's file says of itself."""

    words: Mapping[str, str]

    def translate(self, language: str) -> str:
        """Return the words in ``language``, in English where it lacks them."""
        return self.words.get(language) or self.words[FALLBACK]


Text: TypeAlias = Message | Written


def message(key: str, **values: object) -> Message:
    """Return the message ``key`` with its variables filled."""
    return Message(key, values)


def written(en: str, fr: str) -> Written:
    """Return the same words in English and in French."""
    return Written({"en": en, "fr": fr})
