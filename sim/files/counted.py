"""Numbers of things in English messages: one point, two points."""

from __future__ import annotations


def counted(number: int, thing: str, things: str = "") -> str:
    """Return ``number`` with the word for one ``thing`` or several ``things``, by default with an s."""
    return f"{number:,} {thing if number == 1 else things or f'{thing}s'}"
