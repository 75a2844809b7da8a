"""Answer 4, what would flip it: the smallest change of one assumption that turns the sign, nearest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sim.answers.factors import Kind
from sim.dashboard.views.answers.frame import Answer, Sight
from sim.dashboard.views.values import position, shown
from sim.locale.catalogue import words
from sim.parameters import ASSUMPTIONS, Parameter, Value, parameter

COLUMNS = ("assumption", "kind", "from", "to", "distance")
"""Of the table."""


def answer(sight: Sight) -> Answer:
    """Return the ranked flips, each with a slider that can be moved there."""
    flips = sorted(sight.at["flip"], key=lambda one: one["distance"])
    rows = [_row(sight, one) for one in flips]
    return Answer(
        _sentence(sight, rows),
        {
            "kind": "flip",
            "rows": [row for row in rows if row["low_text"]],
            "missing": _missing(sight, flips),
            "words": words("six-flip", sight.language),
        },
        tuple(_notes(sight)),
        [sight.say(f"six-flip-{key}") for key in COLUMNS],
        tuple([row["label"], row["sort"], row["from_text"], row["to_text"], row["distance"]] for row in rows),
        {"moved": bool(sight.scene.assumptions)},
    )


def _sentence(sight: Sight, rows: list[dict[str, Any]]) -> str:
    if rows:
        first = rows[0]
        values = {"name": first["label"], "start": first["from_text"], "to": first["to_text"]}
        return sight.say("six-flip-sentence", outcome=sight.outcome.label.translate(sight.language), **values)
    if not sight.at["flip_tries"]:
        return f"{sight.measured()} {sight.say('six-flip-no_lead')}"
    return f"{sight.measured()} {sight.say('six-flip-none', n=sight.at['flip_tries'])}"


def _row(sight: Sight, one: Mapping[str, Any]) -> dict[str, Any]:
    found, language = parameter(one["assumption"]), sight.language
    now: Value = sight.scene.assumed.get(found.name, found.default)
    row = {
        "name": found.name,
        "label": found.title.translate(language),
        "sort": Kind(one["kind"]).words.translate(language),
        "from_text": shown(found, one["from"], language),
        "to_text": shown(found, one["to"], language),
        "now_text": shown(found, now, language),
        "to": one["to"],
        "distance": sight.say("value-percent", value=round(100 * one["distance"])),
        "low_text": "",
    }
    return row | (_slider(found, one, now, language) if _slides(found) else {})


def _missing(sight: Sight, flips: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Return the kinds of assumptions of which none turns it, where a flip was looked for."""
    tries = sight.at["flip_tries"]
    found = {one["kind"] for one in flips}
    text = sight.say("six-flip-missing", n=tries)
    missing = [kind for kind in Kind if kind.value not in found] if tries else []
    return [{"label": kind.words.translate(sight.language), "text": text} for kind in missing]


def _slides(found: Parameter) -> bool:
    return found.kind == "number" and found.name in ASSUMPTIONS


def _slider(found: Parameter, one: Mapping[str, Any], now: Value, language: str) -> dict[str, Any]:
    low, high = (float(end) for end in found.explored)
    return {
        "low": low,
        "high": high,
        "low_text": shown(found, low, language),
        "high_text": shown(found, high, language),
        "start": position(found, one["from"]),
        "there": position(found, one["to"]),
        "now": position(found, now),
        "value": now,
    }


def _notes(sight: Sight) -> Iterator[str]:
    if sight.scene.assumptions:
        yield sight.say("six-flip-moved")
    joint = sight.at["joint_flip"]
    if joint is not None:
        yield sight.say("six-flip-joint", n=joint["moved"], percent=round(100 * joint["distance"]))
