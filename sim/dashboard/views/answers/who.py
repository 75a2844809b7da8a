"""Answer 2, who: of a hundred residents, how many do better in each city; then by group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sim.answers.who import STATES, THIRDS
from sim.dashboard.views.answers.frame import Answer, Sight
from sim.locale.catalogue import words
from sim.locale.numbers import number

HUNDRED = 100
FEWEST = 5.0
"""Residents of a group below which no shares of it are shown."""
SIDES = ("A", "B", "equal")


def answer(sight: Sight) -> Answer:
    """Return the hundred figures and the groups; nobody can be counted where the outcome is no mean of residents."""
    counted = sight.at["who"]
    if counted is None:
        return Answer(sight.say("six-who-nobody", outcome=sight.outcome.label.translate(sight.language)))
    of_all = _of_hundred(_better(sight, counted["all"]))
    rows = list(_rows(sight, counted))
    key = "six-who-more" if sight.outcome.direction is None else "six-who-better"
    cities = {"in_a": sight.name("A"), "in_b": sight.name("B")}
    values = dict(zip(("a", "b", "c"), of_all, strict=True))
    label = sight.outcome.label.translate(sight.language)
    return Answer(
        sight.say(key, outcome=label, **sight.when, **values, **cities),
        {
            "kind": "who",
            "all": of_all,
            "rows": rows,
            "words": words("six-who", sight.language),
        },
        tuple(_losers(sight, counted["worse_off"])),
        [
            sight.say("six-who-group"),
            *(sight.say(f"six-who-{side.lower()}") for side in SIDES),
            sight.say("six-who-residents"),
        ],
        tuple(
            [row["label"], *(str(count) for count in row["counts"]), row["residents"]]
            for row in [_row(sight, sight.say("six-who-all"), counted["all"]), *rows]
        ),
    )


def _better(sight: Sight, parts: Mapping[str, float]) -> list[float]:
    """Return the shares better off in A, in B, and about equal: where less is better, lower is better."""
    shares = [float(parts[side]) for side in SIDES]
    return [shares[1], shares[0], shares[2]] if sight.outcome.direction == "less" else shares


def _of_hundred(shares: list[float]) -> list[int]:
    """Return whole numbers that sum to a hundred, each as near to its share as can be (largest remainders)."""
    exact = [HUNDRED * share for share in shares]
    whole = [int(one) for one in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: exact[i] - whole[i], reverse=True)
    for i in by_remainder[: HUNDRED - sum(whole)]:
        whole[i] += 1
    return whole


def _rows(sight: Sight, counted: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for by in THIRDS:
        for third, parts in enumerate(counted[by]):
            yield _row(sight, sight.say(f"six-group-{by}-{third}"), parts)
    for name, parts in counted["groups"].items():
        if parts["A"] is not None and parts["residents"] >= FEWEST:
            yield _row(sight, _state(sight, name), parts)


def _row(sight: Sight, label: str, parts: Mapping[str, Any]) -> dict[str, Any]:
    residents = number(parts["residents"], sight.language)
    return {"label": label, "counts": _of_hundred(_better(sight, parts)), "residents": residents}


def _state(sight: Sight, name: str) -> str:
    """Return the words for "harmed in NAME", whose city the document calls by its scenario."""
    state, _, city = name.partition(" in ")
    document = sight.told.document or {}
    letter = "A" if city == document["first"] else "B"
    return sight.say(f"six-group-{state}", city=letter)


def _losers(sight: Sight, worse: Mapping[str, Any] | None) -> Iterator[str]:
    """Yield, for each city, the groups in which more are surely worse off there; districts are counted."""
    for letter, groups in sight.by_letter(worse).items() if worse else ():
        city = sight.name(letter)
        if sum(by in THIRDS for by, _ in groups) == len(THIRDS) * 3:
            yield sight.say("six-who-worse_all", city=city)
            continue
        named = [_group(sight, by, name) for by, name in groups if by != "district"]
        districts = sum(by == "district" for by, _ in groups)
        named += [sight.say("six-group-districts", n=districts)] if districts else []
        if named:
            yield sight.say("six-who-worse", city=city, groups=", ".join(named))


def _group(sight: Sight, by: str, name: str) -> str:
    return _state(sight, name) if by in STATES else sight.say(f"six-group-{by}-{name}")
