"""The one error a user can cause, and the offer of a nearest legal name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

LONGEST_SHOWN = 60  # characters of a refused value; a longer one would push the message off its line


class InputError(ValueError):
    """Bad input, told in one line: where, which key, which value, what is allowed."""


class Problems(InputError):
    """All that is wrong with one file: ``lines``, one each; as text they follow each other on one line."""

    def __init__(self, lines: Sequence[str]):
        super().__init__(" | ".join(lines))
        self.lines = tuple(lines)


def nearest(name: str, legal: Iterable[str]) -> str | None:
    """Return the legal name most like ``name``, or None when nothing is similar."""
    names = list(legal)
    folded = {candidate.replace("_", "-").lower(): candidate for candidate in names}
    found = get_close_matches(name.replace("_", "-").lower(), folded, n=1, cutoff=0.5)
    return folded[found[0]] if found else None


def unknown(kind: str, name: str, legal: Iterable[str]) -> InputError:
    """Return the error for an unknown ``kind`` of thing called ``name``, with the nearest legal name."""
    names = list(legal)
    close = nearest(name, names)
    hint = f"did you mean {close!r}?" if close else f"known: {', '.join(names)}"
    return InputError(f"unknown {kind} {name!r}; {hint}")


def brief(value: object) -> str:
    """Return ``value`` on one line, shortened, for messages."""
    shown = str(value).lower() if isinstance(value, bool) else repr(value)
    return shown if len(shown) <= LONGEST_SHOWN else f"{shown[: LONGEST_SHOWN - 3]}..."
