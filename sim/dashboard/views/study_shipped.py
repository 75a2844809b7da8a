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
    if own := _numbered(sight, document, True):
        yield sight.say("studied-shipped_held", names=own)
    if document["pending"]:
        yield sight.say("studied-shipped_pending")
    if beside := _numbered(sight, document, False):
        yield sight.say("studied-shipped_beside", names=beside, n=document["seeds"])
    for reason in ("too_long", "without"):
        if names := ", ".join(map(sight.scenario, document[reason])):
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


def _numbered(sight: Sight, document: Document, own: bool) -> str:
    """Return the numbers in the picture and the names of the study's ``own`` scenarios, or of those beside it."""
    marks = enumerate(document["marks"], 1)
    return " · ".join(f"{n} {name_of_shipped(sight, one)}" for n, one in marks if bool(one["load"]) == own)
