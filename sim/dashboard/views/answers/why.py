"""Answer 1, why: the share of each question in the difference, and which two do the same work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sim.dashboard.views.answers.frame import Answer, Sight
from sim.locale.catalogue import words
from sim.runs.size import Size

INTERACTIONS_TOLD = 2
COLUMNS = ("part", "share", "low", "high", "first", "last")
"""Of the table."""
SQUARE = ("data", "optimisation")
"""The two parts whose four corners are drawn as a square."""


def answer(sight: Sight) -> Answer:
    """Return the bars, the square, and what does most of it."""
    parts = {name: share for name, share in sight.at["why"].items() if name != "interactions"}
    return Answer(
        f"{sight.measured()} {_most(sight, parts)}",
        {
            "kind": "why",
            "bars": [_bar(sight, name, share) for name, share in parts.items()],
            "square": _square(sight),
            "words": words("six-why", sight.language),
        },
        tuple(_relations(sight)),
        [sight.say(f"six-why-{key}") for key in COLUMNS],
        tuple(_row(sight, name, share) for name, share in parts.items()),
    )


def part_word(sight: Sight, name: str) -> str:
    """Return what a part of a scenario is called: the short word of its question."""
    return sight.say(f"part-{name}")


def _most(sight: Sight, parts: Mapping[str, Any]) -> str:
    """Return which part does most of the difference; no share is told where it is small or within its interval."""
    word = sight.word
    if not word.sign:
        return sight.say("six-why-none")
    most = max(parts, key=lambda name: word.sign * parts[name]["share"])
    return sight.say("six-why-most", part=part_word(sight, most))


def _bar(sight: Sight, name: str, share: Mapping[str, Any]) -> dict[str, Any]:
    scale = sight.outcome.scale
    percent = share["percent"]
    shown = sight.word in (Size.HIGHER, Size.LOWER) and percent is not None
    return {
        "label": _capital(part_word(sight, name)),
        "text": sight.signed(share["share"]),
        "percent": sight.say("value-percent", value=round(percent)).replace("-", "−") if shown else "",
        **{key: share[key] * scale for key in ("share", "low", "high")},
        "first": share["first_in"] * scale,
        "last": share["last_in"] * scale,
    }


def _square(sight: Sight) -> dict[str, Any] | None:
    """Return the four cities that take data and decisions from A or from B, all else from B."""
    corners = sight.at["corners"]
    keys = ("", SQUARE[0], SQUARE[1], "+".join(SQUARE))
    if not all(key in corners for key in keys):
        return None
    values = [corners[key] for key in keys]
    return {
        "across": _capital(part_word(sight, SQUARE[0])),
        "down": _capital(part_word(sight, SQUARE[1])),
        "texts": [sight.write(value, finer=1) for value in values],
        "values": values,
    }


def _relations(sight: Sight) -> list[str]:
    told = [one for one in sight.at["why"]["interactions"] if one["relation"]]
    told.sort(key=lambda one: abs(one["size"]), reverse=True)
    keys = {"need each other": "six-why-need", "replace each other": "six-why-replace"}
    return [
        _capital(
            sight.say(
                keys[one["relation"]],
                **dict(zip("ab", (part_word(sight, p) for p in one["parts"]), strict=True)),
            )
        )
        for one in told[:INTERACTIONS_TOLD]
    ]


def _row(sight: Sight, name: str, share: Mapping[str, Any]) -> list[str]:
    keys = ("share", "low", "high", "first_in", "last_in")
    return [_capital(part_word(sight, name)), *(sight.signed(share[key]) for key in keys)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
