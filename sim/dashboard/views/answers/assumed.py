"""Answer 3, under whose assumptions: the shipped sets one by one, and a sample of all that may be assumed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sim.dashboard.views.answers.frame import Answer, Sight
from sim.locale.catalogue import words
from sim.runs.size import Size
from sim.scenario.scenario import load_assumption_set

SIDES = ("A", "close", "B")


def answer(sight: Sight) -> Answer:
    """Return a row for each set with both values, and the sample as a bar of three parts."""
    found = sight.at["assumptions"]
    rows = [_row(sight, name, one) for name, one in found["sets"].items()]
    sampled = found["sampled"]
    shares = {side: _percent(sampled[side]) for side in SIDES}
    texts = {side: sight.say("value-percent", value=share) for side, share in shares.items()}
    return Answer(
        sight.say(
            "six-assumed-sentence",
            outcome=sight.outcome.label.translate(sight.language),
            n=sampled["n"],
            a=shares["A"],
            b=shares["B"],
            **sight.when,
        ),
        {
            "kind": "assumed",
            "rows": rows,
            "shares": [{"side": side, "percent": shares[side], "text": texts[side]} for side in SIDES],
            "sample": sight.say("six-assumed-sample", n=sampled["n"], varied=sampled["varied"]),
            "words": words("six-assumed", sight.language),
        },
        (_alike(sight, found["misused_alike"]),),
        [sight.say("six-assumed-set"), "A", "B", sight.say("six-assumed-word")],
        (
            *([row["label"], row["a_text"], row["b_text"], row["word"]] for row in rows),
            [sight.say("six-assumed-share"), *(texts[side] for side in ("A", "B", "close"))],
        ),
    )


def _row(sight: Sight, name: str, one: Mapping[str, Any]) -> dict[str, Any]:
    values = sight.by_letter(one["values"])
    word = Size(one["word"])
    return {
        "label": load_assumption_set(name).title.translate(sight.language),
        "a": values["A"] * sight.outcome.scale,
        "b": values["B"] * sight.outcome.scale,
        "a_text": sight.write(values["A"]),
        "b_text": sight.write(values["B"]),
        "word": sight.size_word(word),
        "chosen": name == sight.scene.assumption_set,
    }


def _alike(sight: Sight, alike: Mapping[str, Any]) -> str:
    values = {"n": alike["n"], "a": _percent(alike["A"]), "b": _percent(alike["B"])}
    return sight.say("six-assumed-alike", **values)


def _percent(share: float | None) -> int:
    return round(100 * (share or 0.0))
