"""How large a difference is, in one word: what is material in the outcome's own unit, then the interval over seeds."""

from __future__ import annotations

from enum import StrEnum
from math import isfinite

from sim.locale.text import Text, message


class Size(StrEnum):
    """The word for a difference, as documents carry it."""

    HIGHER = "higher"
    LOWER = "lower"
    ABOUT_EQUAL = "about equal"
    TOO_CLOSE = "too close to call"
    UNDEFINED = "undefined"

    @property
    def words(self) -> Text:
        """The word for people, in every language."""
        return message(f"size-{self.value.replace(' ', '-')}")

    @property
    def sign(self) -> int:
        """1 where the first is higher, -1 where it is lower, 0 where neither can be said."""
        return {Size.HIGHER: 1, Size.LOWER: -1}.get(self, 0)


def size_of(mean: float, low: float, high: float, material: float) -> Size:
    """Return the word for a difference of ``mean`` in the band ``low`` to ``high``, in the outcome's unit.

    "About equal" takes a band that stays inside what is ``material`` (two one-sided tests, Schuirmann 1987,
    doi:10.1007/BF01068419), or a sign that is sure and a mean too small to matter. A band that holds zero and
    reaches beyond what is material is "too close to call". One seed has no band, so nothing can be said of it.
    """
    if not (isfinite(mean) and isfinite(low) and isfinite(high)):
        return Size.UNDEFINED
    if -material < low and high < material:
        return Size.ABOUT_EQUAL
    if low <= 0.0 <= high:
        return Size.TOO_CLOSE
    if abs(mean) < material:
        return Size.ABOUT_EQUAL
    return Size.HIGHER if mean > 0.0 else Size.LOWER
