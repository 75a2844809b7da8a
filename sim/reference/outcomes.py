"""What is measured of the reference model at the end of a week (section 6)."""

from __future__ import annotations

import math
from math import exp

import numpy as np

from sim.reference.kinds import PlainCity, Resident
from sim.reference.numbers import clip, mean_of, ratio


def outcomes(city: PlainCity) -> dict[str, float]:
    """Return the outcomes of the week just lived; nan where one is undefined."""
    return {
        **of_lives(city),
        **of_the_illusion(city),
        **of_gaps(city),
        **of_ties(city),
        **of_data(city),
        **of_money(city),
        **of_systems(city),
        **of_the_street(city),
    }


def of_lives(city: PlainCity) -> dict[str, float]:
    """Return what residents live and feel."""
    return {
        "wellbeing": city.mean("wellbeing"),
        "wellbeing_low": float(np.percentile([person.wellbeing for person in city.people], 10)),
        "service_fit": city.mean("satisfaction"),
        "takeup": city.mean("takeup"),
        "harmed": city.mean("harmed"),
        "trust": city.mean("trust"),
        "agency": city.mean("agency"),
        "expression": city.mean("speaks"),
        "opinion_spread": float(np.std([person.opinion for person in city.people])),
    }


def of_the_illusion(city: PlainCity) -> dict[str, float]:
    """Return what the city reads and promises beside what is lived, and the two parts of the difference."""
    sharers = [person for person in city.people if person.shares]
    lived = city.mean("satisfaction")
    of_sharers = mean_of([person.satisfaction for person in sharers])
    read, promised = reported(city, sharers), promise(city)
    return {
        "reported": read,
        "illusion": read - lived,
        "selection": of_sharers - lived,
        "silence": read - of_sharers,
        "promise": promised,
        "promise_gap": promised - lived,
    }


def reported(city: PlainCity, sharers: list[Resident]) -> float:
    """Return mean satisfaction as the city reads it from its sharers."""
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


def promise(city: PlainCity) -> float:
    """Return mean satisfaction the optimiser believes it delivers, on its own estimates."""
    return mean_of([promised_in(city, person) for person in city.people])


def promised_in(city: PlainCity, person: Resident) -> float:
    """Return the satisfaction that the optimiser promises to ``person``, as to everybody of the district."""
    district = person.district
    return clip(1.0 - exp(-1.0 * city.promised_productivity * district.planned_per_head / district.estimate))


def of_gaps(city: PlainCity) -> dict[str, float]:
    """Return differences between districts, and between the thirds with most and least hardship."""
    low, high = thirds_of_hardship(city)
    return {
        "gap_districts": gap_between_districts(city),
        "gap_hardship": mean_of([p.wellbeing for p in low]) - mean_of([p.wellbeing for p in high]),
        "gap_harmed": mean_of([p.harmed for p in high]) - mean_of([p.harmed for p in low]),
    }


def thirds_of_hardship(city: PlainCity) -> tuple[list[Resident], list[Resident]]:
    """Return the third with least and the third with most hardship."""
    ranked = sorted(city.people, key=lambda person: person.hardship)
    thirds = [rank * 3 // len(ranked) for rank in range(len(ranked))]
    low = [person for third, person in zip(thirds, ranked, strict=True) if third == 0]
    high = [person for third, person in zip(thirds, ranked, strict=True) if third == 2]
    return low, high


def gap_between_districts(city: PlainCity) -> float:
    """Return the weighted s.d. of districts' satisfaction less what chance within them lets expect."""
    overall, between, within = city.mean("satisfaction"), 0.0, 0.0
    for district in city.inhabited:
        levels = [person.satisfaction for person in district.people]
        between += len(levels) * (mean_of(levels) - overall) ** 2
        if len(levels) > 1:
            within += float(np.var(levels, ddof=1))
    return math.sqrt(max(0.0, (between - within) / len(city.people)))


def of_ties(city: PlainCity) -> dict[str, float]:
    """Return how people are connected."""
    people = city.people
    ties = [sum(other is not None for other in person.ties) for person in people]
    return {
        "ties": mean_of(ties),
        "isolated": mean_of([count <= 2 for count in ties]),
        "crossing": city.crossing,
        "like_minded": ratio(sum(p.ties_alike for p in people), sum(p.ties_count for p in people)),
        "machine_mediated": ratio(city.digital_ties, city.all_ties),
    }


def of_data(city: PlainCity) -> dict[str, float]:
    """Return who is in the data, who holds them, and how well they tell needs."""
    errors = [len(d.people) * (d.estimate - d.mean_need) ** 2 for d in city.inhabited]
    return {
        "adoption": city.share_adopted,
        "sharing": ratio(city.share_rate, city.share_adopted),
        "coverage": city.district_mean("coverage"),
        "estimate_error": math.sqrt(sum(errors) / len(city.people)),
        "concentration": sum(share**2 for share in vars(city.week_own).values()),
        "exposure": city.exposure,
    }


def of_money(city: PlainCity) -> dict[str, float]:
    """Return the budget's parts; those in relation to income are undefined without income."""
    return {
        "running_cost": ratio(city.overheads + city.fee, city.income),
        "fees": ratio(city.fee, city.income),
        "savings": ratio(city.saved, city.income),
        "spend": city.spent,
        "deficit": city.deficit,
    }


def of_systems(city: PlainCity) -> dict[str, float]:
    """Return innovation and complexity."""
    return {
        "innovation": city.innovations,
        "productivity": city.productivity,
        "ai_quality": city.quality,
        "complexity": city.complexity,
        "incidents": city.incidents,
        "catalyst_ratio": city.catalyst_ratio,
    }


def of_the_street(city: PlainCity) -> dict[str, float]:
    """Return safety, unrest and the crowd's mood."""
    return {
        "calm": 1.0 - city.district_mean("crime"),
        "disorder": city.disorder,
        "active": city.share_active,
        "detained": mean_of([person.detention > 0 for person in city.people]),
        "mood": city.mean("mood"),
        "mood_coupling": city.mean_coupling,
    }
