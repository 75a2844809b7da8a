"""The one check of each kind of value: a number in range, a whole one, one of several, true or false.

``name`` is what a message puts before " = value": where the value stands, and its key.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from numbers import Integral, Real

from sim.files.errors import InputError, brief, nearest

_WHOLE = re.compile(r"[+-]?[0-9]{1,30}")
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,4})?|[+-]?(nan|inf)", re.IGNORECASE)
LONGEST_SPELLED = 400  # characters; Python takes its time over the digits of a longer number


def number(value: object, name: str, low: float, high: float, allowed: str = "") -> float:
    """Return ``value`` if it is a finite number from ``low`` to ``high``; raise InputError otherwise.

    ``allowed`` says in a message what is allowed, where the range alone does not.
    """
    return float(_in_range(value, name, low, high, allowed, "a number"))


def whole_number(value: object, name: str, low: int, high: int, allowed: str = "") -> int:
    """Return ``value`` if it is a whole number from ``low`` to ``high``; raise InputError otherwise."""
    return int(_in_range(value, name, low, high, allowed, "a whole number"))


def one_of(value: object, legal: Iterable[str], name: str) -> str:
    """Return ``value`` if it is among ``legal``; raise InputError with the nearest that is otherwise."""
    names = list(legal)
    if isinstance(value, str) and value in names:
        return value
    close = nearest(value, names) if isinstance(value, str) else None
    hint = f"did you mean {close!r}?" if close else f"known: {', '.join(filter(None, names))}"
    raise InputError(f"{name} = {brief(value)} is not known; {hint}")


def switch(value: object, name: str) -> bool:
    """Return ``value`` if it is true or false; raise InputError otherwise."""
    if isinstance(value, bool):
        return value
    raise InputError(f"{name} = {brief(value)} must be true or false")


def spelled_whole(text: str) -> int | str:
    """Return the whole number that ``text`` spells in the digits 0 to 9, or ``text`` itself if none."""
    bare = text.strip()
    return int(bare) if _WHOLE.fullmatch(bare) else text


def spelled(text: str) -> int | float | str:
    """Return the number that ``text`` spells in the digits 0 to 9, or ``text`` itself if it spells none."""
    whole, bare = spelled_whole(text), text.strip()
    if isinstance(whole, int):
        return whole
    return float(bare) if len(bare) <= LONGEST_SPELLED and _NUMBER.fullmatch(bare) else text


def _in_range(value: object, name: str, low: float, high: float, allowed: str, kind: str) -> int | float:
    found = _plain(value)
    if found is None:
        problem = f"must be {kind}"
    elif isinstance(found, float) and not math.isfinite(found):
        problem = "must be finite"
    elif kind == "a whole number" and found != int(found):
        problem = f"must be {kind}"
    elif not low <= found <= high:
        problem = "is out of range"
    else:
        return found
    raise InputError(f"{name} = {brief(value)} {problem} (allowed: {allowed or _range(low, high)})")


def _plain(value: object) -> int | float | None:
    """Return a number of any kind, NumPy's too, as Python's own; None for what is no number."""
    if isinstance(value, bool) or not isinstance(value, Real):
        return None
    return int(value) if isinstance(value, Integral) else float(value)


def _range(low: float, high: float) -> str:
    ends = (f"{end:g}" if isinstance(end, float) else str(end) for end in (low, high))
    return " to ".join(ends)
