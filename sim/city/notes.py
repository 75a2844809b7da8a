"""What a reader of city files did that its user should know."""

from __future__ import annotations

from collections.abc import Sequence

from sim.locale.text import Text, message

MOST_NAMED = 8


def _listed(names: Sequence[str], none: Text | str = "") -> Text | str:
    """Return the first names and how many more there are; ``none`` where there is no name."""
    shown, more = ", ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
    return message("city-list-more", names=shown, n=more) if more > 0 else shown or none


def repaired(names: Sequence[str]) -> Text:
    """The boundaries of these districts were invalid."""
    return message("city-note-repaired", names=_listed(names))


def missing(column: str, names: Sequence[str]) -> Text:
    """These districts lack the indicator ``column`` but have others."""
    return message("city-note-missing", column=column, names=_listed(names))


def without_indicators(names: Sequence[str]) -> Text:
    """These districts lack every indicator."""
    return message("city-note-without_indicators", names=_listed(names))


def hardship_from(raising: Sequence[str], lowering: Sequence[str]) -> Text:
    """Which columns hardship rests on."""
    none = message("city-list-none")
    return message(
        "city-note-hardship_from", raising=_listed(raising, none), lowering=_listed(lowering, none)
    )


def hardship_drawn() -> Text:
    """No usable indicator."""
    return message("city-note-hardship_drawn")


def ignored(columns: Sequence[str]) -> Text:
    """Columns that were not read."""
    return message("city-note-ignored", names=", ".join(columns))


def no_geography(names: Sequence[str]) -> Text:
    """Laid out as a cartogram, because of these districts or (none named) of all."""
    return message("city-note-no_geography", names=_listed(names, message("city-list-all")))


def joined_over(gap_m: float) -> Text:
    """How neighbours were found."""
    return message("city-note-joined_over", metres=f"{gap_m:.0f}")


def uninhabited(names: Sequence[str]) -> Text:
    """Districts where nobody lives."""
    return message("city-note-uninhabited", names=_listed(names))
