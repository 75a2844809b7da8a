"""Answer 6, another choice: corner cities, shipped scenarios and the room's city on two outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sim.answers.frontier import candidates
from sim.dashboard.state.cues import chosen_axes, seen_axes
from sim.dashboard.state.letters import BASES
from sim.dashboard.state.scene import shipped
from sim.dashboard.views.answers.frame import Answer, Sight
from sim.dashboard.work.asked import asked_of
from sim.locale.catalogue import words
from sim.outcomes import OUTCOMES, Outcome
from sim.parameters import Value
from sim.runs.spec import CitySpec

Point = Mapping[str, Any]


def answer(sight: Sight) -> Answer:
    """Return the scatter: best points, those that hold under every set, each to be loaded as the room's city."""
    found = _found(sight)
    most = max((len(one["taken"]) for one in found), default=0)
    cities = _cities(sight)
    points = [
        _point(sight, number, one, most) | {"levers": _levers(cities.get(one["name"]))}
        for number, one in enumerate(found)
    ]
    best, robust = (sum(one[key] for one in points) for key in ("best", "robust"))
    axes = [OUTCOMES[name] for name in _names(sight)]
    labels = [one.label.translate(sight.language) for one in axes]
    return Answer(
        sight.say(
            "six-choice-sentence", k=best, m=len(points), r=robust, x=labels[0], y=labels[1], **sight.when
        ),
        {
            "kind": "choice",
            "points": points,
            "axes": [_axis(sight, one) for one in axes],
            "words": words("six-choice", sight.language),
        },
        (sight.say("six-choice-load"),),
        [sight.say("six-choice-city"), *labels, sight.say("six-choice-best"), sight.say("six-choice-robust")],
        tuple(
            [one["label"], *one["texts"], *("✓" if one[key] else "" for key in ("best", "robust"))]
            for one in points
        ),
        {"axes": list(_names(sight)), "choices": _choices(sight)},
    )


def _names(sight: Sight) -> tuple[str, ...]:
    """Return the two outcomes to choose by."""
    return chosen_axes(sight.scene, sight.state.axes) or ()


def _axis(sight: Sight, one: Outcome) -> dict[str, Any]:
    return {
        "label": one.label.translate(sight.language),
        "better": sight.say(f"six-choice-{one.direction}"),
        "more": one.direction == "more",
    }


def _found(sight: Sight) -> list[Point]:
    document = sight.told.document or {}
    points: list[Point] = document["points"]
    return points


def _choices(sight: Sight) -> list[dict[str, str]]:
    return [
        {"name": name, "label": OUTCOMES[name].label.translate(sight.language)}
        for name in seen_axes(sight.scene)
    ]


def _point(sight: Sight, number: int, one: Point, most: int) -> dict[str, Any]:
    bands = [one["outcomes"][name] for name in _names(sight)]
    axes = [OUTCOMES[name] for name in _names(sight)]
    return {
        "number": number,
        "label": _label(sight, one, most),
        "short": _short(one, most),
        "source": one["source"],
        "best": one["best"],
        "robust": one["robust"],
        "at": [band["mean"] * axis.scale for band, axis in zip(bands, axes, strict=True)],
        "texts": [sight.write(band["mean"], axis) for band, axis in zip(bands, axes, strict=True)],
    }


def _label(sight: Sight, one: Point, most: int) -> str:
    """Return what a point is called: a camp's city, what is taken from which, a scenario's title, the room's city."""
    if one["source"] == "room":
        return sight.say("city-room")
    if one["source"] == "scenario":
        return shipped(one["name"]).title.translate(sight.language)
    taken = [sight.say(f"part-{part}") for part in one["taken"]]
    if letter := _short(one, most):
        return sight.say("city-named", letter=letter)
    return sight.say("six-choice-mixed", taken=", ".join(taken))


def _short(one: Point, most: int) -> str:
    """Return the letter of a point that is one of the cities compared; ``most`` parts are those of A."""
    if one["source"] == "room":
        return "C"
    return {0: "B", most: "A"}.get(len(one["taken"]), "") if one["source"] == "corner" else ""


def _cities(sight: Sight) -> dict[str, CitySpec]:
    """Return the cities that were looked at, by their names; the first of one name."""
    asked = asked_of(sight.state, sight.number)
    looked_at = candidates(asked.question, asked.room) if asked else []
    return {one.city.label: one.city for one in reversed(looked_at)}


def _levers(city: CitySpec | None) -> dict[str, Value]:
    """Return the levers of a city in which it differs from where the room's city starts."""
    start = shipped(BASES["C"]).levers
    return {name: value for name, value in (city.levers if city else ()) if start.get(name) != value}
