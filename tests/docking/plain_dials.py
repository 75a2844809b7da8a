"""The dials of the docking twin at the end of a week."""

from __future__ import annotations

import math
from math import exp
from typing import TYPE_CHECKING

import numpy as np

from tests.docking.plain_numbers import mean_of, ratio

if TYPE_CHECKING:
    from tests.docking.plain_mesa import PlainCity
    from tests.docking.plain_resident import Resident


# Section 6
def dials(city: PlainCity) -> dict[str, float]:
    """Return the dials at the end of the week just lived; nan where one is undefined."""
    people, total = city.people, len(city.people)
    sharers = [person for person in people if person.shares]
    satisfaction = city.mean("satisfaction")
    read = reported(city, sharers)
    by_hardship = sorted(people, key=lambda person: person.hardship)
    thirds = [[], [], []]
    for rank, person in enumerate(by_hardship):
        thirds[rank * 3 // total].append(person.wellbeing)
    ties = [sum(other is not None for other in person.ties) for person in people]
    opinions = [person.opinion for person in people]
    return {
        "wellbeing": city.mean("wellbeing"),
        "service_fit": satisfaction,
        "running_cost": ratio(city.overheads + city.fee + city.saved, city.income),
        "expression": city.share_of("speaks"),
        "calm": 1.0 - city.district_mean("crime"),
        "trust": city.mean("trust"),
        "illusion": read - satisfaction,
        "wellbeing_low": float(np.percentile([person.wellbeing for person in people], 10)),
        "agency": city.mean("agency"),
        "gap_districts": gap_between_districts(city, satisfaction),
        "gap_hardship": mean_of(thirds[0]) - mean_of(thirds[2]),
        "ties": sum(ties) / total,
        "isolated": sum(count <= 2 for count in ties) / total,
        "crossing": city.crossing,
        "like_minded": ratio(sum(p.ties_alike for p in people), sum(p.ties_count for p in people)),
        "machine_mediated": ratio(city.digital_ties, city.all_ties),
        "adoption": city.share_adopted,
        "sharing": ratio(city.share_rate, city.share_adopted),
        "coverage": city.district_mean("coverage"),
        "estimate_error": math.sqrt(
            sum(len(d.people) * (d.estimate - d.mean_need) ** 2 for d in city.inhabited) / total
        ),
        "concentration": sum(share**2 for share in vars(city.week_own).values()),
        "exposure": city.exposure,
        "fees": ratio(city.fee, city.income),
        "savings": ratio(city.saved, city.income),
        "innovation": city.innovations,
        "productivity": city.productivity,
        "ai_quality": city.quality,
        "complexity": city.complexity,
        "incidents": city.incidents,
        "active": city.share_active,
        "detained": sum(person.detention > 0 for person in people) / total,
        "opinion_spread": float(np.std(opinions)),
        "spend": city.spent,
        "reported": read,
        "disorder": city.disorder,
        "deficit": city.deficit,
        "promise": promise(city),
        "catalyst_ratio": city.catalyst_ratio,
        "mood_coupling": city.mean_coupling,
    }


def reported(city: PlainCity, sharers: list[Resident]) -> float:
    """Mean satisfaction as the city reads it from its sharers."""
    total = weight = 0.0
    for person in sharers:
        counted, read = 1.0, person.satisfaction
        if not person.speaks:
            read += city.assume.silence_as * (1.0 - read)
        elif person.satisfaction < person.expectation:
            counted += city.assume.complain
        total += counted * read
        weight += counted
    return ratio(total, weight)


def gap_between_districts(city: PlainCity, overall: float) -> float:
    total = len(city.people)
    between = within = 0.0
    for district in city.inhabited:
        levels = [person.satisfaction for person in district.people]
        between += len(levels) * (mean_of(levels) - overall) ** 2 / total
        if len(levels) > 1:
            within += float(np.var(levels, ddof=1)) / total
    return math.sqrt(max(0.0, between - within))


def promise(city: PlainCity) -> float:
    """Mean satisfaction the optimiser believes it delivers, on its own estimates."""
    return sum(
        len(d.people) * (1.0 - exp(-0.62 * city.promised_productivity * d.planned_per_head / d.estimate))
        for d in city.inhabited
    ) / len(city.people)
