"""The shipped scenarios among the points of a study: their names, what is said of them, and the table of them."""

from __future__ import annotations

from collections.abc import Iterator

from sim.dashboard.views.study_sight import Row, Sight
from sim.dashboard.work.study_figures import Document
from sim.outcomes import outcome as declared


def name_of_shipped(sight: Sight, mark: Document) -> str:
    """Return what a shipped scenario is called, with its set of assumptions where there are several."""
    several = sight.several_sets
    return sight.city(f"{mark['scenario']}, {mark['assumptions']}" if several else mark["scenario"])


def notes_of_shipped(sight: Sight, document: Document) -> Iterator[str]:
    """Yield which marks are of the study and which were run beside it, and which scenarios have none and why."""
    beside = _titles(sight, [one["scenario"] for one in document["marks"] if one["load"] is None])
    if any(one["load"] for one in document["marks"]):
        yield sight.say("studied-shipped_held")
    if document["pending"]:
        yield sight.say("studied-shipped_pending")
    if beside:
        yield sight.say("studied-shipped_beside", names=beside, n=document["seeds"])
    for reason in ("too_long", "without"):
        if names := _titles(sight, document[reason]):
            yield sight.say(f"studied-absent-{reason}", names=names)


def table_of_shipped(sight: Sight, document: Document) -> tuple[Row, list[Row]]:
    """Return the number in the picture, name, both values and origin of every shipped scenario that has a place."""
    outcomes = (sight.look.outcome, sight.look.second)
    head = [
        sight.say("studied-number"),
        sight.say("studied-shipped"),
        *(declared(name).label.translate(sight.language) for name in outcomes),
        sight.say("studied-origin"),
    ]
    rows = [
        [
            str(number),
            name_of_shipped(sight, one),
            *(sight.write(value) for value in one["at"]),
            sight.say("studied-origin-study" if one["load"] else "studied-origin-beside"),
        ]
        for number, one in enumerate(document["marks"], 1)
    ]
    return (head, rows) if rows else ([], [])


def _titles(sight: Sight, scenarios: list[str]) -> str:
    """Return the names of ``scenarios``, each once."""
    return ", ".join(sight.scenario(name) for name in dict.fromkeys(scenarios))
