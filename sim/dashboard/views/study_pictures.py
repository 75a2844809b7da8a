"""The pictures of a study: what is drawn of its figures, and the same as a table, in the visitor's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sim.dashboard.state.letters import LETTERS
from sim.dashboard.views.study_shipped import name_of_shipped, notes_of_shipped, table_of_shipped
from sim.dashboard.views.study_sight import Row, Shown, Sight
from sim.dashboard.work.study_figures import Document
from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.locale.catalogue import known, translate, words
from sim.outcomes import outcome as declared
from sim.studies.analysis.convergence import AS_DUMMY, CONSTANT, DUMMY, SETTLED, UNSETTLED

MOST_DRAWN = 1_500
MOST_LISTED = 40
VERDICTS = {SETTLED: "settled", UNSETTLED: "unsettled", AS_DUMMY: "as_dummy", CONSTANT: "constant"}


def shown(sight: Sight) -> Shown:
    """Return one of the pictures."""
    return _PICTURES[sight.look.picture](sight)


def _fan(sight: Sight) -> Shown:
    cities = sight.document["cities"]
    sets = list(dict.fromkeys(_set_of(one["city"]) for one in cities)) if sight.several_sets else []
    group = min(sight.look.group, max(len(sets) - 1, 0))
    mine = [one for one in cities if not sets or _set_of(one["city"]) == sets[group]]
    lines = [
        {
            "mark": mark,
            "label": sight.city(one["city"]),
            "years": [(week + 1) / WEEKS_PER_YEAR for week in one["weeks"]],
            "bands": one["bands"],
        }
        for mark, one in zip(LETTERS, mine, strict=False)
        if one["weeks"]
    ]
    ends = [value for line in lines for band in line["bands"] for value in band]
    drawn = {
        "kind": "fan",
        "lines": lines,
        "across": sight.axis([0.0, sight.document["weeks"] / WEEKS_PER_YEAR], whole=False),
        "up": sight.axis(ends or [0.0]),
        "words": words("study", sight.language),
    }
    notes = [_counted(sight, one) for one in mine]
    notes += [sight.say("studied-rest", n=len(mine) - len(LETTERS))] if len(mine) > len(LETTERS) else []
    head, rows = _table_of_fan(sight, cities)
    return Shown(drawn, [sight.set_of(one) for one in sets], notes, head, rows, [])


def _table_of_fan(sight: Sight, cities: Sequence[Document]) -> tuple[Row, list[Row]]:
    """Return the runs of every city, and their spread at the end."""
    head = [
        sight.say(key)
        for key in (
            "studied-city",
            "studied-runs",
            "studied-left_out",
            "studied-low",
            "studied-median",
            "studied-high",
        )
    ]
    rows = [
        [
            sight.city(one["city"]),
            sight.write(one["runs"]),
            sight.left_out(one) or "–",
            *(sight.write(band[-1] if band else None) for band in one["bands"][::2]),
        ]
        for one in cities
    ]
    return head, rows


def _counted(sight: Sight, one: Document) -> str:
    """Return how many runs of a city are in, and what is left out of them."""
    counted = {"city": sight.city(one["city"]), "n": one["runs"], "runs": sight.write(one["runs"])}
    out = sight.left_out(one)
    return sight.say("studied-counted_without" if out else "studied-counted", what=out, **counted)


def _set_of(city: str) -> str:
    return city.rpartition(", ")[2]


def _paired(sight: Sight) -> Shown:
    groups = sight.document["groups"]
    one = groups[min(sight.look.group, len(groups) - 1)]
    names = [_pair(sight, group) for group in groups]
    rows = one["rows"]
    ends = [end for row in rows for end in row if end is not None]
    drawn = {
        "kind": "paired",
        "rows": rows,
        "up": sight.axis([0.0, *ends]),
        "first": sight.say("studied-higher", city=sight.scenario(one["first"])),
        "second": sight.say("studied-higher", city=sight.scenario(one["second"])),
        "told": sight.say("studied-by_size", n=len(rows), of=one["points"]),
    }
    said = [
        sight.say("studied-leads", **{key: _percent(sight, one[key]) for key in SHARES}, **_two(sight, one))
    ]
    if out := sight.left_out(one):
        said.append(sight.say("studied-pairs_out", what=out))
    head = [
        sight.say("studied-pair"),
        *(sight.say(key) for key in ("studied-points", "studied-without")),
        *(sight.say(f"studied-share-{key}") for key in SHARES),
    ]
    table = [
        [name, sight.write(group["points"]), sight.write(group["without"])]
        + [_percent(sight, group[key]) for key in SHARES]
        for name, group in zip(names, groups, strict=True)
    ]
    return Shown(drawn, names, said, head, table, [])


SHARES = ("first_leads", "first_beyond_luck", "second_leads", "second_beyond_luck")


def _pair(sight: Sight, group: Document) -> str:
    both = sight.say("studied-minus", **_two(sight, group))
    return f"{both}, {sight.set_of(group['assumptions'])}" if sight.several_sets else both


def _two(sight: Sight, group: Document) -> dict[str, str]:
    return {key: sight.scenario(group[key]) for key in ("first", "second")}


def _percent(sight: Sight, share: float | None) -> str:
    return "–" if share is None else sight.say("studied-percent", n=sight.write(100 * share, 0))


def _factors(sight: Sight) -> Shown:
    groups = sight.document["groups"]
    one = groups[min(sight.look.group, len(groups) - 1)]
    known_rows = [row for row in one["rows"] if row["value"] is not None]
    ordered = sorted(known_rows, key=lambda row: (row["factor"] == DUMMY, -abs(row["value"])))
    real = [row for row in ordered if row["factor"] != DUMMY]
    ends = [end for row in real for end in (row["value"] - row["reach"], row["value"] + row["reach"])]
    drawn = {
        "kind": "factors",
        "rows": [
            {
                "label": sight.factor(row["factor"]),
                "value": row["value"],
                "reach": row["reach"],
                "text": _told(sight, row),
                "dummy": row["factor"] == DUMMY,
            }
            for row in ordered
        ],
        "across": sight.axis([0.0, *ends]),
        "label": sight.say(f"studied-index-{sight.document['method']}"),
    }
    notes = [sight.say(f"studied-method-{sight.document['method']}"), sight.say("studied-lines")]
    if not ordered:
        notes.append(sight.say("studied-no_index", why=_verdict(sight, one["rows"][0])))
    head, rows = _table_of_factors(sight, groups)
    return Shown(drawn, [sight.city(group["city"]) for group in groups], notes, head, rows, [])


def _told(sight: Sight, row: Document) -> str:
    """Return the number beside a bar and its verdict; that of a dummy is its label already."""
    number = sight.write(row["value"])
    return number if row["factor"] == DUMMY else f"{number} · {_verdict(sight, row)}"


def _table_of_factors(sight: Sight, groups: Sequence[Document]) -> tuple[Row, list[Row]]:
    """Return the index of every factor in every city, and what is to be thought of it."""
    head = [
        sight.say(key)
        for key in ("studied-city", "studied-factor", "studied-index", "studied-reach", "studied-verdict")
    ]
    rows = [
        [
            sight.city(group["city"]),
            sight.factor(row["factor"]),
            *(sight.write(row[key], 3) for key in ("value", "reach")),
            _verdict(sight, row),
        ]
        for group in groups
        for row in group["rows"]
    ]
    return head, rows


def _verdict(sight: Sight, row: Document) -> str:
    """Return the analysis's verdict in the visitor's language; one with numbers in it says what it is about."""
    if row["factor"] == DUMMY:
        return sight.say("studied-verdict-chance")
    key = f"studied-verdict-{VERDICTS.get(row['verdict'], 'undefined')}"
    return translate(key, sight.language) if known(key) else str(row["verdict"])


def _points(sight: Sight) -> Shown:
    points, marked = sight.document["points"], sight.document["shipped"]
    best = set(sight.document["best"] or ())
    step = max(1, -(-len(points) // MOST_DRAWN))
    kept = [place for place in range(len(points)) if place % step == 0 or place in best]
    drawn = {
        "kind": "points",
        "points": [[*points[place], place in best] for place in kept],
        "cities": [{"name": one, "label": sight.city(one)} for one in sight.document["cities"]],
        "shipped": [
            {"label": name_of_shipped(sight, one), "at": one["at"], "load": one["load"]}
            for one in marked["marks"]
        ],
        "axes": _axes(sight),
        "words": words("study", sight.language),
    }
    listed = list(_listed(sight, sorted(best, key=lambda place: points[place][3])[:MOST_LISTED]))
    notes = [*_notes_of_points(sight, len(kept)), *notes_of_shipped(sight, marked)]
    return Shown(drawn, [], notes, *table_of_shipped(sight, marked), listed)


def _axes(sight: Sight) -> list[Document]:
    """Return both axes, which hold all points and shipped scenarios."""
    at = [point[3:] for point in sight.document["points"]]
    at += [one["at"] for one in sight.document["shipped"]["marks"]]
    return [
        sight.axis([one[place] for one in at] or [0.0])
        | {"label": sight.outcome(name), "better": declared(name).direction or ""}
        for place, name in enumerate((sight.look.outcome, sight.look.second))
    ]


def _notes_of_points(sight: Sight, drawn: int) -> Iterator[str]:
    """Yield what a tap does, and which points are not drawn, have no value, or cannot be called best."""
    points, without = (sight.document[key] for key in ("points", "without"))
    yield sight.say("studied-tap")
    if drawn < len(points):
        yield sight.say("studied-drawn", n=drawn, of=len(points))
    if without:
        yield sight.say("studied-points_without", n=without)
    if sight.document["best"] is None:
        yield sight.say("studied-no_frontier")


def _listed(sight: Sight, places: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Yield the points of the frontier as buttons: for those who do not tap."""
    points, cities = sight.document["points"], sight.document["cities"]
    for place in places:
        part, point, city, *values = points[place]
        told = " · ".join(sight.write(value) for value in values)
        label = sight.say("studied-point", n=point + 1, city=sight.city(cities[city]), values=told)
        yield {"part": part, "point": point, "city": cities[city], "label": label}


_PICTURES: Mapping[str, Callable[[Sight], Shown]] = {
    "fan": _fan,
    "paired": _paired,
    "factors": _factors,
    "points": _points,
}
