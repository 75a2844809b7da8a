"""The one error a user can cause, and the offer of a nearest legal name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import accumulate

from sim.locale.catalogue import FALLBACK
from sim.locale.text import Text, message, written

LONGEST_LIST = 400  # characters of names that are known, where none is like the one given
LONGEST_SHOWN = 60  # characters of a value or a name; a longer one would push the message off its line


class InputError(ValueError):
    """Bad input, told in one line: where, which key, which value, what is allowed.

    ``said`` is the line as a message of the catalogues, or as English where nobody but the command line tells it;
    as text an error is English.
    """

    def __init__(self, said: Text | str):
        super().__init__(said)  # what it is made of again where it comes from another process

    @property
    def said(self) -> Text:
        """The line in every language that has it."""
        return said_of(self.args[0])

    @property
    def all_said(self) -> tuple[Text, ...]:
        """The lines one by one, where it holds several faults."""
        return (self.said,)

    def translate(self, language: str) -> str:
        """Return the line in ``language``, in English where it lacks it."""
        return self.said.translate(language)

    def __str__(self) -> str:
        return self.translate(FALLBACK)


class Problems(InputError):
    """All that is wrong with one file, in lines of their own (``all_said``); as text they follow on one line."""

    def __init__(self, lines: Sequence[Text | str]):
        ValueError.__init__(self, tuple(lines))

    @property
    def all_said(self) -> tuple[Text, ...]:
        """The lines one by one."""
        return tuple(map(said_of, self.args[0]))

    @property
    def said(self) -> Text:
        """The lines behind each other."""
        first, *others = self.all_said
        for one in others:
            first = message("problem-and", first=first, second=one)
        return first


def said_of(line: Text | str) -> Text:
    """Return ``line`` as words of every language; text is English, and the same in all."""
    return written(en=line) if isinstance(line, str) else line


def nearest(name: str, legal: Iterable[str]) -> str | None:
    """Return the legal name most like ``name``, or None when nothing is similar."""
    names = list(legal)
    folded = {candidate.replace("_", "-").lower(): candidate for candidate in names}
    found = get_close_matches(name.replace("_", "-").lower(), folded, n=1, cutoff=0.5)
    return folded[found[0]] if found else None


def offer(name: object, legal: Iterable[str]) -> Text:
    """Return the question whether the legal name most like ``name`` was meant, else those known, at most a line."""
    names = list(filter(None, legal))
    close = nearest(name, names) if isinstance(name, str) else None
    if close is not None:
        return message("problem-did-you-mean", name=repr(close))
    shown = _first([_cut(name) for name in names])
    if len(shown) == len(names):
        return message("problem-known", names=", ".join(shown))
    return message("problem-known-first", names=", ".join(shown), count=len(names))


def _first(names: Sequence[str]) -> list[str]:
    """Return the first ``names``, as many as a line of a message holds."""
    ends = accumulate(len(name) + len(", ") for name in names)
    return [name for name, end in zip(names, ends, strict=True) if end <= LONGEST_LIST]


def unknown(kind: Text | str, name: str, legal: Iterable[str]) -> InputError:
    """Return the error for an unknown ``kind`` of thing called ``name``, with the nearest legal name."""
    return InputError(message("problem-unknown", kind=kind, name=repr(name), offer=offer(name, legal)))


def brief(value: object) -> str:
    """Return ``value`` on one line, shortened, for messages."""
    return _cut(str(value).lower() if isinstance(value, bool) else repr(value))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 3]}..."
