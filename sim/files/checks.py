"""The one check of each kind of value: a number in range, a whole one, one of several, true or false.

``name`` is what a message puts before " = value": where the value stands, and its key.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from numbers import Integral, Real

from sim.files.errors import InputError, brief, offer
from sim.locale.text import Text, message

_WHOLE = re.compile(r"[+-]?[0-9]{1,30}")
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,4})?|[+-]?(nan|inf)", re.IGNORECASE)
LONGEST_SPELLED = 400  # characters; Python takes its time over the digits of a longer number


def number(value: object, name: Text | str, low: float, high: float, allowed: Text | str = "") -> float:
    """Return ``value`` if it is a finite number from ``low`` to ``high``; raise InputError otherwise.

    ``allowed`` says in a message what is allowed, where the range alone does not.
    """
    return float(_in_range(value, name, low, high, allowed, whole=False))


def whole_number(value: object, name: Text | str, low: int, high: int, allowed: Text | str = "") -> int:
    """Return ``value`` if it is a whole number from ``low`` to ``high``; raise InputError otherwise."""
    return int(_in_range(value, name, low, high, allowed, whole=True))


def one_of(value: object, legal: Iterable[str], name: Text | str) -> str:
    """Return ``value`` if it is among ``legal``; raise InputError with the nearest that is otherwise."""
    names = list(legal)
    if isinstance(value, str) and value in names:
        return value
    raise InputError(message("problem-not-known", name=name, value=brief(value), offer=offer(value, names)))


def switch(value: object, name: Text | str) -> bool:
    """Return ``value`` if it is true or false; raise InputError otherwise."""
    if isinstance(value, bool):
        return value
    raise InputError(message("problem-switch", name=name, value=brief(value)))


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


def _in_range(
    value: object, name: Text | str, low: float, high: float, allowed: Text | str, *, whole: bool
) -> int | float:
    found = _plain(value)
    kind = "problem-whole" if whole else "problem-number"
    if found is None:
        problem = kind
    elif isinstance(found, float) and not math.isfinite(found):
        problem = "problem-finite"
    elif whole and found != int(found):
        problem = kind
    elif not low <= found <= high:
        problem = "problem-range"
    else:
        return found
    shown = {"name": name, "value": brief(value), "allowed": allowed or _range(low, high)}
    raise InputError(message(problem, **shown))


def _plain(value: object) -> int | float | None:
    """Return a number of any kind, NumPy's too, as Python's own; None for what is no number."""
    if isinstance(value, bool) or not isinstance(value, Real):
        return None
    return int(value) if isinstance(value, Integral) else float(value)


def _range(low: float, high: float) -> Text:
    ends = (f"{end:g}" if isinstance(end, float) else str(end) for end in (low, high))
    return message("problem-from-to", **dict(zip(("low", "high"), ends, strict=True)))
