"""The page's own words in English and French, one file per part of the screen.

Labels of levers, assumptions, dials and scenarios come from their declarations and are not repeated here.
"""

from __future__ import annotations

from collections.abc import Mapping

from sim.locale.text import Text

Words = dict[str, str]


def said(words: Mapping[str, Text], language: str) -> Words:
    """Return every text of ``words`` in one language."""
    return {name: in_language(text, language) for name, text in words.items()}


def in_language(text: Text, language: str) -> str:
    """Return ``text`` in ``language``."""
    return text.translate(language)
