"""The few shapes of Markdown the generated pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sim.locale.catalogue import LANGUAGES
from sim.locale.text import Text
from sim.parameters import Strength

WEAK: frozenset[Strength] = frozenset({"weak", "contested", "judgement", "theory"})
MARK = "△"
LEGEND = f"""\
{MARK} marks what rests on weak, contested, theoretical or no evidence: *weak* (few or observational
studies), *contested* (credible results of opposite sign), *theory* (never adequately tested in a city),
*judgement* (the modeller's own choice). *Strong* means several designs or replicated experiments,
*moderate* lies between.

{MARK} marque ce qui repose sur des preuves faibles, contestées, théoriques ou absentes."""


def written_by(command: str = "make docs") -> str:
    """Return the note that opens a generated page."""
    return f"<!-- Written by `{command}` from the declarations in sim/. Do not edit. -->\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; upright bars inside cells are escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def both(text: Text) -> str:
    """Return every language one under the other, all but English in italics."""
    return "<br>".join(_in_all(text))


def beside(text: Text) -> str:
    """Return every language one after the other, all but English in italics."""
    return " · ".join(_in_all(text))


def _in_all(text: Text) -> list[str]:
    first, *others = (text.translate(language) for language in LANGUAGES)
    return [first, *(f"*{words}*" for words in others)]


def strength(word: Strength) -> str:
    """Return the strength of evidence, the weak ones marked."""
    return f"{MARK} {word}" if word in WEAK else word


def names(words: Iterable[str], none: str = "nothing") -> str:
    """Return ``words`` as code, separated by spaces."""
    return " ".join(f"`{word}`" for word in words) or none
