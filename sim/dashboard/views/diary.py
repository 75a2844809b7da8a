"""One resident's life in each city, in a few plain sentences: what differed, when, and what it was about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np

from sim.dashboard.state.cities import city_named
from sim.dashboard.work.residents import RESIDENTS, row_of
from sim.dashboard.work.simulation import weekly
from sim.debate.debate import YEAR
from sim.locale.catalogue import translate
from sim.runs.spec import RunSpec

NEEDS = ("less", "alike", "more")
"""How much a resident needs the services, by the third of hardship."""
CLEARLY = 0.2
"""An opinion farther than this from the middle values one thing before the other."""
DISTRUST = 0.4
"""Trust below this is told as a reason to go into the street."""

Weeks = list[dict[str, float]]


class Person(NamedTuple):
    """Who a resident is at the choice: a district, how much services matter to them, what they value."""

    district: str
    hardship: int
    opinion: float


class Life(NamedTuple):
    """A resident's weeks in one city, the choice first."""

    weeks: Weeks

    @property
    def years(self) -> Weeks:
        """The choice, and the end of every year after it."""
        return self.weeks[::YEAR]


class Diary(NamedTuple):
    """The lives of resident ``number`` in the cities of ``spec``, by letter."""

    number: int
    spec: RunSpec
    person: Person
    lives: Mapping[str, Life]


def diary_of(spec: RunSpec, number: int) -> Diary:
    """Return the diary of resident ``number``: the cities are run again for it."""
    weeks: dict[str, Weeks] = {letter: [] for letter in spec.labels}
    row = row_of(number)
    person = None
    for models in weekly(spec, RESIDENTS):
        for letter, model in models.items():
            person = person or _person(spec, model.columns, row)
            weeks[letter].append(_week(model.columns, row))
    if person is None:
        raise ValueError("a comparison without cities has no residents")
    return Diary(number, spec, person, {letter: Life(lived) for letter, lived in weeks.items()})


def _person(spec: RunSpec, columns: Mapping[str, Any], row: int) -> Person:
    district = city_named(str(spec.city)).names[int(columns["district"][row])]
    return Person(district, int(columns["hardship_group"][row]), float(columns["opinion"][row]))


def _week(columns: Mapping[str, Any], row: int) -> dict[str, float]:
    low, high = np.percentile(columns["wellbeing"], (25, 75))
    return {
        "wellbeing": float(columns["wellbeing"][row]),
        "low": float(low),
        "high": float(high),
        "spoke": float(columns["speaks"][row]),
        "uses": float(columns["adopted"][row]),
        "shares": float(columns["shares"][row]),
        "street": float(columns["active"][row]),
        "held": float(columns["detention"][row] > 0),
        "outage": float(columns["outage_weeks"][columns["district"][row]] > 0),
        "leak": float(columns["incident"][0] == _breach() and columns["shares"][row]),
        "trust": float(columns["trust"][row]),
        "short": float(columns["satisfaction"][row] < columns["expectation"][row]),
    }


def _breach() -> float:
    from sim.mechanisms import complexity

    return float(complexity.BREACH)


def introduced(person: Person, language: str) -> str:
    """Return who a resident is: where they live, what services are to them, what they value."""
    values = "both" if abs(person.opinion) < CLEARLY else "freedom" if person.opinion > 0 else "order"
    return " ".join(
        (
            translate("diary-who-lives", language, district=person.district),
            translate(f"diary-who-{NEEDS[person.hardship]}", language),
            translate(f"diary-who-{values}", language),
        )
    )


def sentences(life: Life, language: str) -> list[str]:
    """Return three to five sentences of a life: data and services, the street and why, harm, speech, well-being."""
    told = (_digital, _street, _harm, _speech, _wellbeing)
    return [said for tell in told for said in tell(life, language)]


def _digital(life: Life, language: str) -> Iterator[str]:
    """Tell when services and data changed hands; what was so before the choice is not new."""
    parts = [_change(life.weeks, name, language) for name in ("uses", "shares")]
    yield " ".join(parts)


def _change(weeks: Weeks, name: str, language: str) -> str:
    before, now = weeks[0][name] > 0, weeks[-1][name] > 0
    turned = next((i for i, week in enumerate(weeks) if (week[name] > 0) != before), None)
    kind = "still" if before == now else "began" if now else "ended"
    if before == now and not before:
        kind = "never" if turned is None else "tried"
    return translate(f"diary-{name}-{kind}", language, year=_year(turned or 0))


def _year(week: int) -> int:
    return max(1, -(-week // YEAR))


def _street(life: Life, language: str) -> Iterator[str]:
    """Tell when the resident went into the street, for how long, and what it was about."""
    out = [i for i, week in enumerate(life.weeks) if i and week["street"] > 0]
    if not out:
        return
    first = life.weeks[out[0] - 1]
    why = "trust" if first["trust"] < DISTRUST else "services" if first["short"] else "others"
    reason = translate(f"diary-because-{why}", language, trust=round(100 * first["trust"]))
    yield translate("diary-street", language, year=_year(out[0]), n=len(out), reason=reason)


def _harm(life: Life, language: str) -> Iterator[str]:
    after = life.weeks[1:]
    told = [
        translate(f"diary-{name}", language, n=count)
        for name in ("held", "leak", "outage")
        if (count := int(sum(week[name] > 0 for week in after)))
    ]
    if told:
        yield " ".join(told)


def _speech(life: Life, language: str) -> Iterator[str]:
    after = life.weeks[1:]
    share = round(100 * sum(week["spoke"] > 0 for week in after) / max(1, len(after)))
    yield translate("diary-spoke", language, share=share)


def _wellbeing(life: Life, language: str) -> Iterator[str]:
    first, last = (round(100 * life.weeks[i]["wellbeing"]) for i in (0, -1))
    low, high = (round(100 * life.weeks[-1][end]) for end in ("low", "high"))
    yield translate("diary-wellbeing", language, first=first, last=last, low=low, high=high)
